import type { Customer } from '../../sandbox/sos/records/customer';
import type { Item } from '../../sandbox/sos/records/item';
import type { SalesLine, SalesOrder, SalesReceipt } from '../../sandbox/sos/records/salesDocument';

// Records that have a value in each field SOS knows. Their schema says of every field what it is, where
// the made-up company has null.

const reference = { id: 1, name: 'Name' };
const text = 'Text';
const number = 1.5;
const time = '2026-01-31T12:00:00';
const link = { id: 1, transactionType: 'Shipment', refNumber: '1', lineNumber: 1 };
const customField = { id: 1, name: 'Field', value: text, dataType: 'Text' };
const address = {
	line1: text,
	line2: text,
	line3: text,
	line4: text,
	line5: text,
	city: text,
	stateProvince: text,
	postalCode: text,
	country: text,
};
const documentAddress = {
	company: text,
	contact: text,
	phone: text,
	email: text,
	addressName: text,
	addressType: text,
	address,
};

export const fullCustomer: Omit<Partial<Customer>, 'id'> = {
	starred: number,
	parent: reference,
	email: text,
	website: text,
	phone: text,
	mobile: text,
	altPhone: text,
	fax: text,
	companyName: text,
	contact: { title: text, firstName: text, middleName: text, lastName: text, suffix: text },
	billing: address,
	shipping: address,
	altAddresses: [address],
	terms: reference,
	priceTier: reference,
	paymentMethod: reference,
	salesRep: reference,
	customerType: reference,
	currency: reference,
	resaleNumber: text,
	contractorNumber: text,
	businessLicense: text,
	foundUsVia: text,
	notes: text,
	tax: { taxable: true, taxExemptReasonId: number, taxCode: reference },
	customFields: [customField],
	syncMessage: text,
	lastSync: time,
};

export const fullItem: Omit<Partial<Item>, 'id'> = {
	starred: number,
	barcode: text,
	description: text,
	purchaseDescription: text,
	vendorPartNumber: text,
	customerPartNumber: text,
	url: text,
	tags: text,
	notes: text,
	warranty: text,
	vendor: reference,
	category: reference,
	class: reference,
	bin: text,
	incomeAccount: reference,
	cogsAccount: reference,
	assetAccount: reference,
	expenseAccount: reference,
	reorderPoint: number,
	maxStock: number,
	suggestedQuantity: number,
	leadTime: text,
	markupPercent: number,
	minimumPrice: number,
	weight: number,
	weightunit: text,
	volume: number,
	volumeunit: text,
	salesTaxCode: reference,
	purchaseTaxCode: reference,
	pictureFile: text,
	variantMaster: reference,
	commissionRate: number,
	commissionAmount: number,
	customFields: [customField],
	priceTiers: [{ priceTier: reference, price: text, quantity: text, percentDiscount: text }],
	locationBins: [{ location: reference, bin: text }],
	imageAsBase64String: text,
	uoms: [{ uom: reference, conversion: number, isBase: true, salesPrice: number, purchaseCost: number }],
	lastSync: time,
	syncMessage: text,
};

const fullLine: Omit<Partial<SalesLine>, 'id'> = {
	description: text,
	class: reference,
	job: reference,
	workcenter: reference,
	uom: reference,
	bin: reference,
	lot: text,
	serials: [{ serial: text }],
	percentdiscount: number,
	listPrice: number,
	tax: { taxable: true, taxCode: reference },
	duedate: time,
	linkedTransaction: link,
	cost: number,
	margin: number,
	weight: number,
	weightunit: text,
	volume: number,
	volumeunit: text,
	altAmount: number,
};

/** @param lines those of the document that is filled up */
function fullDocument(lines: SalesLine[]) {
	return {
		starred: number,
		billing: documentAddress,
		shipping: documentAddress,
		salesRep: reference,
		department: reference,
		priority: reference,
		assignedToUser: reference,
		channel: reference,
		orderStage: reference,
		taxCode: reference,
		currency: reference,
		exchangeRate: number,
		linkedTransaction: link,
		customerMessage: text,
		statusMessage: text,
		comment: text,
		customerNotes: text,
		customFields: [customField],
		customerPO: text,
		depositAmount: number,
		discountPercent: number,
		taxPercent: number,
		shippingAmount: number,
		lines: lines.map((line) => ({ ...line, ...fullLine })),
		linkedInvoices: [link],
		linkedShipments: [link],
		linkedPickTickets: [link],
		linkedPayments: [link],
	};
}

export const fullSalesOrder = (lines: SalesLine[]): Omit<Partial<SalesOrder>, 'id'> => ({
	...fullDocument(lines),
	terms: reference,
});

export const fullSalesReceipt = (lines: SalesLine[]): Omit<Partial<SalesReceipt>, 'id'> => ({
	...fullDocument(lines),
	depositAccount: reference,
	shippingMethod: reference,
	trackingNumber: text,
	shipDate: time,
});
