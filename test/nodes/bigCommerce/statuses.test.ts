import { judge } from '../../../nodes/BigCommerce/transport/judge';
import type { RawAnswer } from '../../../nodes/shared/request/apiProfile';

const answer = (status: number, body: unknown, text = JSON.stringify(body)): RawAnswer => ({
	status,
	headers: {},
	text,
	body,
});
const request = { method: 'PUT', path: '/thing', subject: 'the thing' } as const;

it.each([408, 499, 500, 502, 503, 504, 520, 522, 524, 530, 599])('HTTP %i may have been done', (status) => {
	expect(judge(answer(status, {}), request)).toMatchObject({ kind: 'uncertain' });
});

it.each([423, 501, 505, 507])('HTTP %i concerns the whole store', (status) => {
	expect(judge(answer(status, { title: 'Plan limit reached' }), request)).toMatchObject({
		kind: 'refused',
		failure: { category: 'unavailable', message: expect.stringContaining('Plan limit reached') },
	});
});

it.each([
	[
		[{ status: 400, message: { text: 'no' } }, null, 'no', { message: 'The status is wrong' }],
		': The status is wrong',
	],
	[{ title: ['a'], detail: 7, errors: { sku: { deep: 1 }, name: 'Give a name' } }, ': Give a name'],
	[{ title: 'Bad', errors: 'none' }, ': Bad'],
	[undefined, ''],
])('tells what is text of %j', (body, expected) => {
	const verdict = judge(answer(422, body, ''), request);
	expect(verdict).toMatchObject({
		failure: { message: `BigCommerce refused the thing (HTTP 422)${expected}` },
	});
});
