import { compareWithWritten } from '../../../sync/order/written';
import { line, orderOf, sentPlan } from '../support/orders';

const planned = sentPlan(orderOf([line(1, '10.0000'), line(2, '5.5000')]));
const answer = { id: 900, number: '105', customerPO: '105', total: 15.5, lines: [{ id: 1 }, { id: 2 }] };

describe('compareWithWritten', () => {
	it.each([
		['the same document', answer],
		['other casing, and a total as text', { Id: 900, Number: '105', Total: '15.50000', LINES: [{}, {}] }],
		['no total', { ...answer, total: undefined }],
	])('is content with %s', (_what, written) => expect(compareWithWritten(planned, written)).toBeUndefined());

	it('reports lines that SOS dropped, with both numbers', () => {
		expect(compareWithWritten(planned, { ...answer, total: 10, lines: [{ id: 1 }] })).toMatchObject({
			code: 'WRITTEN_LINES_DIFFER',
			details: { id: 900, sentLines: 2, writtenLines: 1, sentTotal: '15.50', writtenTotal: '10.00' },
		});
	});

	it('reports another total', () => {
		const reason = compareWithWritten(planned, { ...answer, total: 15.49 });
		expect(reason).toMatchObject({ code: 'WRITTEN_TOTAL_DIFFERS' });
		expect(reason?.message).toContain(
			'2 lines and a total of 15.50, but SOS Inventory has 2 lines and a total of 15.49',
		);
	});
});
