import { omit } from 'lodash';
import type { Company } from '../company';
import { documentDate } from '../documents/dating';
import { linesWithItem } from '../documents/lines';
import { documentNumber } from '../documents/numbering';
import { archivedFilter, dateFilter, locationFilter, searching, sinceFilter } from '../listing/query';
import type { LowerCaseObject } from '../reading/body';
import { readFields } from '../reading/fields';
import { shipmentFields, type Shipment, type ShipmentLine } from '../records/stockDocuments';
import { changed, newStored } from '../records/stored';
import { invalid } from '../refusal';
import { notifyOfStock } from '../stock/hookDelivery';
import { applyShipment } from '../stock/shipping';
import { withoutTimes, type Resource } from './resource';
import { channelAs, customerReference } from './salesDocumentView';

/** `/shipment`. Tracking lives here; the link to what was sold is on the lines. */
export const shipmentResource: Resource<Shipment> = {
	path: 'shipment',
	collection: (state) => state.shipments,
	filters: [
		searching(
			(shipment) => shipment.number,
			(shipment) => shipment.comment,
			(shipment) => shipment.customerPO,
			(shipment) => shipment.trackingNumber,
			(shipment) => shipment.customer.name,
			(shipment) => shipment.location.name,
		),
		archivedFilter,
		dateFilter,
		locationFilter,
		({ customerId }) => (customerId ? ({ customer }) => customer.id === Number(customerId) : undefined),
		sinceFilter,
	],
	render:
		({ company }) =>
		(shipment) => ({
			...withoutTimes(shipment),
			lines: shipment.lines.map((line) => renderLine(line, company)),
			customer: customerReference(shipment.customer, company),
			channel: channelAs(shipment.channel, company),
			trackingLink: trackingLink(shipment.trackingNumber),
			summaryOnly: false,
			hasSignature: false,
		}),
	renderSummary:
		({ company }) =>
		(shipment) => ({
			id: shipment.id,
			syncToken: shipment.syncToken,
			starred: shipment.starred,
			number: shipment.number,
			date: shipment.date,
			customer: customerReference(shipment.customer, company),
			location: shipment.location,
			trackingNumber: shipment.trackingNumber,
			total: shipment.total,
			archived: shipment.archived,
			summaryOnly: true,
		}),
	create(body, company) {
		const shipment: Shipment = {
			...newStored(company.state.nextId()),
			...contentOf(body, company),
			archived: false,
		};
		company.state.shipments.set(shipment);
		notifyOfStock(company, applyShipment(company, shipment, 1));
		return shipment;
	},
	replace(before, body, company) {
		const after = changed(before, contentOf(body, company, before));
		const takenBack = applyShipment(company, before, -1);
		company.state.shipments.set(after);
		const applied = applyShipment(company, after, 1);
		notifyOfStock(company, new Set([...takenBack, ...applied]));
		return after;
	},
};

function contentOf(body: LowerCaseObject, company: Company, before?: Shipment) {
	const values = readFields(shipmentFields, body, company);
	const { customer } = values;
	if (!customer) throw invalid('You must select a customer.');
	const lines = linesWithItem(values.lines, 'a shipment').map((line, index): ShipmentLine => ({
		...line,
		id: before?.lines.find(({ id }) => id === line.id)?.id ?? company.state.nextId(),
		lineNumber: line.lineNumber ?? index + 1,
		quantity: line.quantity ?? 0,
		shipped: line.shipped ?? 0,
		leaving: line[company.settings.shipmentQuantity] ?? 0,
		invoiced: 0,
		backOrdered: 0,
	}));
	return {
		...values,
		customer,
		lines,
		location: values.location ?? company.state.defaultLocation(),
		date: documentDate(values.date, company, before),
		number: documentNumber(values.number, company.state.shipments, 'shipment', before?.id),
		total: values.shippingAmount ?? 0,
	};
}

/** Lines carry the keys of order lines as well, in the same casing; a shipment does not use them. */
function renderLine(line: ShipmentLine, { state }: Company): object {
	const { weight, weightunit, volume, volumeunit } = state.items.get(line.item.id) ?? {};
	return {
		...omit(line, 'leaving'),
		weight: weight ?? null,
		weightunit: weightunit ?? null,
		volume: volume ?? null,
		volumeunit: volumeunit ?? null,
		unitprice: 0,
		amount: 0,
		altAmount: null,
		picked: 0,
		produced: 0,
		returned: 0,
		cost: null,
		margin: null,
		listPrice: null,
		percentdiscount: null,
		duedate: null,
	};
}

/** A made-up carrier page. */
function trackingLink(trackingNumber: string | null): string | null {
	return trackingNumber ? `https://tracking.example.com/${encodeURIComponent(trackingNumber)}` : null;
}
