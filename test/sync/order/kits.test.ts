import type { KitContents } from '../../../sync/order/kitContents';
import { isSameDocument, isWhatWasSent } from '../../../sync/order/sameDocument';
import { compareWithWritten, itemsDropped } from '../../../sync/order/written';
import { line, orderOf, sentPlan } from '../support/orders';

const KIT = 8001;
const OTHER = 8002;
const CUP = 8011;
const SPOON = 8012;
const NESTED = 8013;

/** Two kits, five loose cups, and another item. */
const sent = sentPlan(orderOf([line(1, '30.0000', 2), line(11, '1.0000', 5), line(2, '5.5000')]));
const known: KitContents = new Map([
	[
		KIT,
		[
			{ itemId: CUP, quantity: 4 },
			{ itemId: SPOON, quantity: 0.5 },
		],
	],
]);
const unknown: KitContents = new Map([[KIT, undefined]]);
const nested: KitContents = new Map([
	[KIT, [{ itemId: NESTED, quantity: 2 }]],
	[
		NESTED,
		[
			{ itemId: CUP, quantity: 2 },
			{ itemId: SPOON, quantity: 0.25 },
		],
	],
]);

const documentOf = (items: Array<[id: number, quantity: number]>, total = 70.5) => ({
	id: 900,
	number: '105',
	date: '2019-03-05T21:40:11',
	customerPO: '105',
	total,
	lines: items.map(([id, quantity]) => ({ item: { id, name: `Item ${id}` }, quantity })),
});
const loose: Array<[number, number]> = [
	[CUP, 5],
	[OTHER, 1],
];
const instead = documentOf([[CUP, 8], [SPOON, 1], ...loose]);
const below = documentOf([[KIT, 2], [CUP, 8], [SPOON, 1], ...loose]);

describe('a kit is the same as its components in the same multiple', () => {
	it.each<[string, object, KitContents]>([
		['instead of the kit', instead, known],
		['below the kit', below, known],
		[
			'added to the line of the same item',
			documentOf([
				[CUP, 13],
				[SPOON, 1],
				[OTHER, 1],
			]),
			known,
		],
		['of a kit in the kit', instead, nested],
		['of a kit in the kit, below the kit', below, nested],
		['that are a kit of their own', documentOf([[NESTED, 4], ...loose]), nested],
		['that nobody knows', documentOf([[CUP, 8], [SPOON, 2], ...loose]), unknown],
		['that nobody knows, below the kit', documentOf([[KIT, 2], [SPOON, 2], ...loose]), unknown],
	])('%s', (_where, document, kits) => {
		expect(isSameDocument(sent, document, kits)).toEqual({ same: true });
		expect(compareWithWritten(sent, document, kits)).toBeUndefined();
		expect(isWhatWasSent(sent, document, kits)).toBe(true);
		expect(itemsDropped(sent.document, document, kits)).toEqual([]);
	});

	it('also where the document has the kit, and the order what is in it', () => {
		const parts = sentPlan(orderOf([line(11, '5.0000', 8), line(12, '1.0000')]));
		const document = documentOf([[KIT, 2]], 41);
		expect(isSameDocument(parts, document, known)).toEqual({ same: true });
	});

	it.each<[string, object, KitContents]>([
		['in another multiple', documentOf([[CUP, 4], [SPOON, 1], ...loose]), known],
		['without one of them', documentOf([[CUP, 8], ...loose]), known],
		['of a kit that is there no more', documentOf(loose), known],
		['of a kit that is there no more and nobody knows', documentOf(loose), unknown],
		['in parts of a kit that nobody knows', documentOf([[SPOON, 1], ...loose]), unknown],
		[
			'with something else gone',
			documentOf([
				[CUP, 8],
				[SPOON, 1],
			]),
			known,
		],
		['when nothing is a kit', instead, new Map()],
		['at another price', { ...instead, total: 60 }, known],
	])('but not %s', (_where, document, kits) => {
		expect(isSameDocument(sent, document, kits).reason?.code).toBe('ORDER_CHANGED_SINCE_IMPORT');
		expect(compareWithWritten(sent, document, kits)?.code).toMatch(/^WRITTEN_/);
	});

	it('names what is missing beside an expanded kit', () => {
		const document = documentOf(
			[
				[CUP, 13],
				[SPOON, 1],
			],
			65,
		);
		expect(itemsDropped(sent.document, document, known)).toEqual([OTHER]);
		expect(isSameDocument(sent, document, known).reason?.message).toContain(
			'total 65.00 instead of 70.50, without 1 × Item 2.',
		);
	});

	it('comes to an end with a kit that contains itself', () => {
		const endless: KitContents = new Map([[KIT, [{ itemId: KIT, quantity: 1 }]]]);
		expect(isSameDocument(sent, instead, endless).same).toBe(false);
	});
});
