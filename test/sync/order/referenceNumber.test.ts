import {
	checkReferenceNumbers,
	reasonAgainstNumber,
	referenceNumber,
} from '../../../sync/order/referenceNumber';
import { codes, line, orderOf, plan } from '../support/orders';

const settings = (prefix = '', suffix = '', offset = 0) => ({ number: { prefix, suffix, offset } });

it('is prefix, order number plus offset, and suffix', () => {
	expect(referenceNumber({ id: 105 }, settings('BC-', '-US', 90_000))).toBe('BC-90105-US');
});

it('has 21 characters at most', () => {
	expect(reasonAgainstNumber({ id: 105 }, settings('123456789', '123456789'))).toBeUndefined();
	expect(reasonAgainstNumber({ id: 105 }, settings('123456789', '1234567890'))).toMatchObject({
		code: 'NUMBER_TOO_LONG',
		details: { number: '1234567891051234567890', length: 22, limit: 21 },
	});
	const planned = plan(orderOf([line(1, '10.0000')]), settings('a prefix that is too long'));
	expect(codes(planned.held)).toEqual(['NUMBER_TOO_LONG']);
});

it.each([-105, -200, 0.5, NaN])('refuses the offset %p', (offset) => {
	expect(reasonAgainstNumber({ id: 105 }, settings('', '', offset))?.code).toBe('NUMBER_INVALID');
});

it('lets the first order of a batch keep a number that two would get', () => {
	const batch = [
		{ orderId: 1, number: 'A-11' },
		{ orderId: 2, number: 'A-12' },
		{ orderId: 3, number: 'A-11' },
		{ orderId: 2, number: 'A-12' },
	];
	expect(checkReferenceNumbers(batch)).toMatchObject([
		undefined,
		undefined,
		{ code: 'NUMBER_TWICE_IN_BATCH', details: { orderId: 3, otherOrderId: 1 } },
		{ code: 'ORDER_TWICE_IN_BATCH', details: { orderId: 2 } },
	]);
});
