import { compareWithWritten, isSameDocument } from '../../../sync/order/written';
import { line, orderOf, plan } from '../support/orders';

const planned = plan(orderOf([line(1, '10.0000'), line(2, '5.5000')]));
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

describe('isSameDocument', () => {
	it('knows the document of the same order', () => {
		expect(isSameDocument(planned, answer)).toEqual({ same: true });
		expect(isSameDocument(planned, { CUSTOMERPO: '105', TOTAL: 15.5, Lines: [{}, {}] })).toEqual({
			same: true,
		});
	});

	it.each([
		['another customer PO', { customerPO: 'PO-7' }, 'NUMBER_TAKEN', 'customer PO PO-7 instead of 105'],
		['no customer PO', { customerPO: null }, 'NUMBER_TAKEN', 'customer PO (none) instead of 105'],
		['another total', { total: 99 }, 'ORDER_CHANGED_SINCE_IMPORT', 'total 99.00 instead of 15.50'],
		['other lines', { lines: [{}] }, 'ORDER_CHANGED_SINCE_IMPORT', '1 lines instead of 2'],
	])('holds the order when the number belongs to a document with %s', (_what, fields, code, words) => {
		const { same, reason } = isSameDocument(planned, { ...answer, ...fields });
		expect({ same, code: reason?.code }).toEqual({ same: false, code });
		expect(reason?.message).toContain(`id 900): ${words}`);
		expect(reason?.details).toMatchObject({ number: '105', existingId: 900 });
	});
});
