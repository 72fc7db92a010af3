import type { Company } from '../company';
import type { Reference } from '../records/reference';
import type { SalesDocument } from '../records/salesDocument';
import { withoutTimes, type View } from './resource';

/** A sales document as it is answered. What it does not have is null, never left out. */
export function renderSalesDocument({ company }: View): (document: SalesDocument) => object {
	return (document) => ({
		...withoutTimes(document),
		customer: customerReference(document.customer, company),
		channel: channelAs(document.channel, company),
		...('paymentMethod' in document && {
			paymentMethod: paymentMethodReference(document.paymentMethod as Reference | null, company),
			...receiptExtras,
		}),
		...sharedExtras,
	});
}

export function renderSalesDocumentSummary({ company }: View): (document: SalesDocument) => object {
	return (document) => ({
		id: document.id,
		syncToken: document.syncToken,
		starred: document.starred,
		number: document.number,
		date: document.date,
		customer: customerReference(document.customer, company),
		location: document.location,
		customerPO: document.customerPO,
		total: document.total,
		closed: document.closed,
		archived: document.archived,
		summaryOnly: true,
	});
}

/** In documents the customer carries its full name as well. */
export function customerReference({ id, name }: Reference, { state }: Company): object {
	const customer = state.customers.get(id);
	return { id, name: customer?.name ?? name, fullname: customer?.fullname ?? name };
}

/** A channel is a reference in most payloads and a bare name in some. */
export function channelAs(channel: Reference | null, { settings }: Company): Reference | string | null {
	return settings.channelForm === 'name' ? (channel?.name ?? null) : channel;
}

const sharedExtras = {
	summaryOnly: false,
	hasSignature: false,
	statusLink: null,
	transactionLocationQuickBooks: null,
	earliestDueDate: null,
	accountToken: null,
	storeCustomerToken: null,
	forceSave: false,
};

const receiptExtras = { fsPaymentId: null, sosPay: false, canShip: true, lastSync: null, syncMessage: null };

function paymentMethodReference(method: Reference | null, { state }: Company): object | null {
	if (!method) return null;
	const { syncToken, sosPayType } = state.paymentMethods.get(method.id) ?? { syncToken: 0, sosPayType: null };
	return { ...method, syncToken, sosPayType };
}
