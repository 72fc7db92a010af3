import { isSameDocument, isWhatWasSent } from '../../../sync/order/sameDocument';
import { itemOf, line, orderOf, sentPlan } from '../support/orders';

const planned = sentPlan(orderOf([line(1, '10.0000'), line(2, '5.5000')]));
const lines = [
	{ lineNumber: 1, item: itemOf(1), quantity: 1 },
	{ lineNumber: 2, item: itemOf(2), quantity: 1 },
];
const answer = {
	id: 900,
	number: '105',
	date: '2019-03-05T21:40:11',
	customerPO: '105',
	total: 15.5,
	lines,
};
const ofAnotherStore = [lines[0], { item: itemOf(7), quantity: 1 }];

describe('isSameDocument', () => {
	it.each<[string, object]>([
		['as it was sent', {}],
		['with its lines in another order', { lines: [...lines].reverse() }],
		['dated in another time zone', { date: '2019-03-06T03:40:11Z' }],
		['dated a day earlier, without a time', { date: '2019-03-04' }],
		['with quantities as text', { lines: lines.map((one) => ({ ...one, quantity: '1.00000' })) }],
		['with item ids alone', { lines: lines.map(({ item }) => ({ Item: item.id, Quantity: 1 })) }],
		['for its customer under a new name', { customer: { id: 15, name: 'Renamed' } }],
		['with its customer as an id alone', { customer: 15 }],
		['with the e-mail in other case', { billing: { email: 'JANE.DOE@example.com', contact: 'J. Doe' } }],
		[
			'with the street corrected',
			{ billing: { contact: 'Jane Doe', address: { line1: '556 East St', postalCode: '78109' } } },
		],
		[
			'with another way of delivery',
			{ billing: { email: 'jane.doe@example.com' }, shipping: { contact: 'Her Neighbor' } },
		],
	])('knows the document of the same order %s', (_what, fields) => {
		expect(isSameDocument(planned, { ...answer, ...fields })).toEqual({ same: true });
	});

	it('reads keys whatever their case', () => {
		const shouted = {
			CUSTOMERPO: '105',
			TOTAL: 15.5,
			Date: '2019-03-05T00:00:00',
			Lines: lines.map(({ item: { id: Id, name: Name }, quantity: QUANTITY }) => ({
				ITEM: { Id, Name },
				QUANTITY,
			})),
		};
		expect(isSameDocument(planned, shouted)).toEqual({ same: true });
	});

	it('finds an item by name where the document was sent without its id', () => {
		const [first, second] = planned.document.lines;
		const document = { ...planned.document, lines: [{ ...first, item: { name: 'item 1' } }, second] };
		expect(isSameDocument({ ...planned, document }, answer).same).toBe(true);
	});

	it.each<[string, object, string, string]>([
		['another customer PO', { customerPO: 'PO-7' }, 'NUMBER_TAKEN', 'customer PO PO-7 instead of 105'],
		['no customer PO', { customerPO: null }, 'NUMBER_TAKEN', 'customer PO (none) instead of 105'],
		[
			'another date',
			{ date: '2019-03-07T00:00:00' },
			'NUMBER_TAKEN',
			'date 2019-03-07 instead of 2019-03-05',
		],
		['no date', { date: null }, 'NUMBER_TAKEN', 'date (none) instead of 2019-03-05'],
		['another total', { total: 99 }, 'ORDER_CHANGED_SINCE_IMPORT', 'total 99.00 instead of 15.50'],
		['fewer lines', { lines: [lines[0]] }, 'ORDER_CHANGED_SINCE_IMPORT', 'without 1 × Item 2'],
		[
			'other items for the same money',
			{ lines: ofAnotherStore },
			'ORDER_CHANGED_SINCE_IMPORT',
			'without 1 × Item 2 but with 1 × Item 7',
		],
		[
			'other items on another day',
			{ lines: ofAnotherStore, date: '2019-01-05T00:00:00' },
			'NUMBER_TAKEN',
			'date 2019-01-05 instead of 2019-03-05, without 1 × Item 2 but with 1 × Item 7',
		],
		[
			'another quantity',
			{ lines: [lines[0], { ...lines[1], quantity: 2 }] },
			'ORDER_CHANGED_SINCE_IMPORT',
			'without 1 × Item 2 but with 2 × Item 2',
		],
		[
			'another customer',
			{ customer: { id: 99, name: 'Roe' } },
			'NUMBER_TAKEN',
			'customer "Roe" instead of id 15',
		],
		[
			'the same customer for another shopper',
			{ customer: { id: 15 }, billing: { email: 'roe@example.com', contact: 'Jane Doe' } },
			'NUMBER_TAKEN',
			'another billing address',
		],
		[
			'another shopper elsewhere',
			{ billing: { contact: 'Mary Roe', address: { line1: '1 Main', postalCode: '10001' } } },
			'NUMBER_TAKEN',
			'another billing address',
		],
		[
			'one item twice',
			{ lines: [lines[0], lines[0]] },
			'ORDER_CHANGED_SINCE_IMPORT',
			'without 1 × Item 1, 1 × Item 2 but with 2 × Item 1',
		],
	])('holds the order when the number belongs to a document with %s', (_what, fields, code, words) => {
		const { same, reason } = isSameDocument(planned, { ...answer, ...fields });
		expect({ same, code: reason?.code }).toEqual({ same: false, code });
		expect(reason?.message).toContain(`id 900): ${words}`);
		expect(reason?.details).toMatchObject({ number: '105', existingId: 900 });
	});
});

describe('lines that are cut otherwise', () => {
	const halves = sentPlan(orderOf([line(1, '10.0000', 4), line(2, '5.5000')]));
	const of = (...quantities: number[]) => quantities.map((quantity) => ({ item: itemOf(1), quantity }));
	const written = (...quantities: number[]) => ({
		...answer,
		total: 45.5,
		lines: [...of(...quantities), lines[1]],
	});

	it.each<[string, object, boolean]>([
		['split', written(1, 3), true],
		['split into parts of a unit', written(0.1, 0.2, 3.7), true],
		['split, with some missing', written(1, 2), false],
		['split, with one too many', written(1, 2, 2), false],
	])('counts how much of each item there is: %s', (_what, existing, same) => {
		expect(isSameDocument(halves, existing).same).toBe(same);
		expect(isSameDocument(halves, existing).reason?.message ?? '').not.toMatch(/since|lines/);
	});

	it('takes lines of one item for one that was cut in two', () => {
		const cut = sentPlan(orderOf([line(1, '10.0000'), line(2, '5.5000', 2, { sos: line(1, '1').sos })]));
		expect(isSameDocument(cut, { ...answer, total: 21, lines: of(3) })).toEqual({ same: true });
	});
});

describe('isWhatWasSent', () => {
	it.each<[string, boolean, object]>([
		['the document', true, {}],
		['what SOS kept of it', true, { lines: [lines[1]], total: 5.5 }],
		['a document of another day', false, { date: '2018-03-05T21:40:11' }],
		["another order's document", false, { customerPO: '106' }],
		['a document with a line that was not sent', false, { lines: ofAnotherStore }],
	])('takes %s for it: %p', (_what, expected, fields) => {
		expect(isWhatWasSent(planned, { ...answer, ...fields })).toBe(expected);
	});
});
