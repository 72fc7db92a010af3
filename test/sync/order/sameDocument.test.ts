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
		['fewer lines', { lines: [lines[0]] }, 'ORDER_CHANGED_SINCE_IMPORT', '1 lines instead of 2'],
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
			'one item twice',
			{ lines: [lines[0], lines[0]] },
			'ORDER_CHANGED_SINCE_IMPORT',
			'without 1 × Item 2 but with 1 × Item 1',
		],
	])('holds the order when the number belongs to a document with %s', (_what, fields, code, words) => {
		const { same, reason } = isSameDocument(planned, { ...answer, ...fields });
		expect({ same, code: reason?.code }).toEqual({ same: false, code });
		expect(reason?.message).toContain(`id 900): ${words}`);
		expect(reason?.details).toMatchObject({ number: '105', existingId: 900 });
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
