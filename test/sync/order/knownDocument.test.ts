import { kinship, type KnownDocument, numbersIn } from '../../../sync/order/knownDocument';
import { line, orderOf, sentPlan } from '../support/orders';

/** Order 105 of Tue, 05 Mar 2019 for customer 15, as the sales order "105" over 15.50. */
const sought = sentPlan(orderOf([line(1, '10.0000'), line(2, '5.5000')]));
const written: KnownDocument = {
	type: 'salesOrder',
	id: 900,
	number: 'BC-105',
	customerPO: '105',
	customer: { id: 15, name: 'Jane Doe' },
	total: '15.5',
	date: '2019-03-05T21:40:11',
};
const byHand = { number: '2041', customerPO: 'Web order #105', date: '2019-03-08' };
const others = { customer: { id: 7, name: 'Somebody Else' }, total: '99' };

describe('kinship', () => {
	it.each<[string, Partial<KnownDocument>]>([
		['has its number', { number: '105', ...others, customerPO: 'PO 7', date: '2018-01-01' }],
		['has its number and customer PO in the other book', { type: 'salesReceipt', number: '105', ...others }],
		['was written with another prefix', {}],
		['was written with another prefix and edited since', { total: '30' }],
		['was written with another offset into the other book', { type: 'salesReceipt', number: 'BC-1105' }],
		['is dated in another time zone', { date: '2019-03-06T03:40:11' }],
	])('compares a document that %s', (_, fields) => {
		expect(kinship(sought, { ...written, ...fields }, false)).toBe('own');
		expect(kinship(sought, { ...written, ...fields }, true)).toBe('own');
	});

	it.each<[string, Partial<KnownDocument>]>([
		['with its total', { ...byHand, customer: others.customer }],
		['with its total, and no date', { ...byHand, customer: { name: '' }, date: '' }],
		['with the plain number as customer PO', { ...byHand, customerPO: '105', customer: { name: '' } }],
		['under its number in the other book', { type: 'salesReceipt', number: '105', customerPO: '' }],
		['under its bare number', { number: 'WEB-00105', customerPO: '' }],
		['with its total in full', { ...byHand, total: '15.50' }],
	])('holds for what was entered by hand %s', (_, fields) => {
		expect(kinship(sought, { ...written, ...fields }, false)).toBe('likely');
	});

	it('takes the customer as a hint only where customers tell orders apart', () => {
		const document = { ...written, ...byHand, total: '20' };
		expect(kinship(sought, document, false)).toBe('likely');
		expect(kinship(sought, document, true)).toBeUndefined();
	});

	it.each<[string, Partial<KnownDocument>]>([
		['of another store with the same order number', { number: 'B-105', ...others, date: '2019-03-01' }],
		['of another store, dated later', { number: 'B-105', ...others, date: '2019-03-20' }],
		['from before the order was placed', { ...byHand, date: '2019-02-01' }],
		['from long after the order was placed', { ...byHand, date: '2019-06-01' }],
		[
			'with a number that holds the order number by chance',
			{ number: 'SO-105', customerPO: '', total: '99' },
		],
		['of the other book with the same number', { type: 'salesReceipt', number: '105', customerPO: 'PO 7' }],
		['whose number only contains the digits', { ...byHand, customerPO: '1105' }],
	])('leaves alone a document %s', (_, fields) => {
		expect(kinship(sought, { ...written, ...fields }, false)).toBeUndefined();
	});
});

it('finds the numbers in a text', () => {
	expect(numbersIn('BC-01042/2')).toEqual(['1042', '2']);
	expect(numbersIn('none')).toEqual([]);
	expect(numbersIn('000')).toEqual(['0']);
});
