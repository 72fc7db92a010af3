import { NodeOperationError } from 'n8n-workflow';
import { presentable, UNFORESEEN } from '../../../nodes/shared/run/presentable';
import { withLabels } from '../../../nodes/shared/parameters/settingLabels';
import { anyNode } from '../../../testing/engine/anyNode';

it.each([
	() => (undefined as unknown as { products: string }).products,
	() => JSON.parse('<html>') as unknown,
	() => 'x'.repeat(-1),
])('does not show the wording of the language (%#)', (work) => {
	let caught: unknown;
	try {
		work();
	} catch (error) {
		caught = error;
	}
	const shown = presentable(anyNode, caught);
	expect(shown.message).toContain(UNFORESEEN);
	expect(`${shown.message} ${shown.description}`).not.toContain((caught as Error).message);
});

it("keeps what n8n's own errors say", () => {
	const own = Object.assign(new Error("Referenced node doesn't exist"), { name: 'ExpressionError' });
	expect(presentable(anyNode, own).message).toBe("Referenced node doesn't exist");
});

it.each([
	['calling https://joe:pa55word@proxy.example failed', 'calling https://***@proxy.example failed'],
	['{"X-Auth-Token":"abcdefgh12345"}', '{"X-Auth-Token":"***"}'],
	['{\\"x-auth-token\\":\\"abcdefgh12345\\"}', '{\\"x-auth-token\\":\\"***\\"}'],
	['Authorization: Bearer abcdefgh12345', 'Authorization: Bearer ***'],
	['POST /token?client_secret=abcdefgh12345&x=1', 'POST /token?client_secret=***&x=1'],
	['{"portalPassword":null,"password": false}', '{"portalPassword":null,"password": false}'],
	['Order 105 has an access token in its note', 'Order 105 has an access token in its note'],
])('cuts secrets out of %s', (text, expected) => {
	const error = new NodeOperationError(anyNode, text, { description: `See: ${text}` });
	const shown = presentable(anyNode, error);
	expect([shown.message, shown.description]).toEqual([expected, `See: ${expected}`]);
	const reason = withLabels({ code: 'ANY', message: text, fix: text });
	expect([reason.message, reason.fix]).toEqual([expected, expected]);
});
