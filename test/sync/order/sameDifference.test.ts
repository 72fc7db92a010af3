import { SameDifference } from '../../../sync/order/sameDifference';
import type { SosSalesDocument } from '../../../sync/order/salesDocument';
import { differenceFromWritten } from '../../../sync/order/written';
import { itemOf, line, orderOf, sentPlan } from '../support/orders';

const plain = sentPlan(orderOf([line(1, '10.0000'), line(2, '5.5000')]));
/** A document with these amounts in its header. */
const sent = (number: string, amounts: Partial<SosSalesDocument>) => ({
	...plain,
	document: { ...plain.document, number, ...amounts },
});
const answer = (total: number, more: object = {}) => ({ id: 9, total, lines: plain.document.lines, ...more });

const differsIn = (amounts: Partial<SosSalesDocument>, written: object) =>
	differenceFromWritten(sent('1', amounts), written)?.differsIn;

describe('what differs in SOS’s answer', () => {
	const amounts = { taxAmount: 1.25, discountAmount: -2, shippingAmount: 5 };
	it.each<[string, object]>([
		['taxAmount', answer(18.5)],
		['taxAmount', answer(18.5, { taxAmount: 0, discountAmount: -2, shippingAmount: 5 })],
		['taxAmount', answer(20.25, { TaxAmount: '1.75' })],
		['discountAmount', answer(21.75, { discountAmount: 0 })],
		['shippingAmount', answer(14.75)],
		['total', answer(99)],
		['lines', answer(14.25, { lines: [plain.document.lines[0]] })],
	])('is the %s', (part, written) => expect(differsIn(amounts, written)).toBe(part));

	it('is said in the reason', () => {
		const difference = differenceFromWritten(sent('1', amounts), answer(18.5));
		expect(difference?.reason.message).toContain('SOS Inventory changed the tax.');
	});
});

describe('one document after the other', () => {
	let differences: SameDifference;
	beforeEach(() => (differences = new SameDifference()));
	const taxed = (number: string, isKept: boolean) => {
		const plan = sent(number, { taxAmount: 1.25 });
		const written = answer(isKept ? 16.75 : 15.5);
		return differences.learn(plan.document, differenceFromWritten(plan, written));
	};
	const untaxed = () => differences.learn(plain.document, differenceFromWritten(plain, answer(15.5)));

	it('that loses its tax is one problem', () => {
		expect(taxed('A', false)).toBeUndefined();
		expect(taxed('B', false)).toMatchObject({
			code: 'SAME_DIFFERENCE_AGAIN',
			message: expect.stringContaining('the tax of A and B'),
		});
	});

	it('is none when one between them kept it', () => {
		expect([taxed('A', false), taxed('B', true), taxed('C', false)]).toEqual([
			undefined,
			undefined,
			undefined,
		]);
	});

	it('is one also with documents between them that have no tax', () => {
		taxed('A', false);
		expect(untaxed()).toBeUndefined();
		expect(taxed('B', false)?.code).toBe('SAME_DIFFERENCE_AGAIN');
	});

	const without = (dropped: number, number: string) => {
		const plan = sent(number, {});
		const lines = plan.document.lines.filter(({ item }) => item.id !== itemOf(dropped).id);
		return differences.learn(plan.document, differenceFromWritten(plan, answer(1, { lines })));
	};

	it('that lacks one and the same item is that item’s problem', () => {
		expect([without(1, 'A'), without(1, 'B'), without(1, 'C')]).toEqual([undefined, undefined, undefined]);
	});

	it('that lacks another item each is one problem', () => {
		expect(without(1, 'A')).toBeUndefined();
		expect(without(2, 'B')).toMatchObject({ code: 'SAME_DIFFERENCE_AGAIN', details: { part: 'lines' } });
	});
});
