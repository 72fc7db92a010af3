import type { IExecuteFunctions } from 'n8n-workflow';
import { ApiFailure, type FailureText } from '../../../nodes/shared/request/apiFailure';
import type { ApiProfile, ApiRequest } from '../../../nodes/shared/request/apiProfile';
import { MAX_SENDS } from '../../../nodes/shared/request/backOff';
import { RateBudget } from '../../../nodes/shared/request/rateBudget';
import { withoutNamedSecrets } from '../../../nodes/shared/request/secrets';
import { send } from '../../../nodes/shared/request/send';
import { ServiceClock } from '../../../nodes/shared/request/serviceClock';
import { anyNode } from '../../../testing/engine/anyNode';

const failure: FailureText = { category: 'unavailable', message: 'Not now', fix: 'Try later.' };

interface Script {
	/** What the network gives, one after the other; the last one again and again. */
	answers: Array<{ status: number; text?: string } | { code: string } | { error: object }>;
	signal?: AbortSignal;
}

/** A node whose network is the script; counts what is sent. */
function scripted({ answers, signal = new AbortController().signal }: Script) {
	const sent: Array<{ url: string; body?: unknown }> = [];
	const context = {
		getNode: () => anyNode,
		getExecutionCancelSignal: () => signal,
		helpers: {
			httpRequestWithAuthentication: async (_type: string, options: { url: string; body?: unknown }) => {
				const answer = answers[Math.min(sent.length, answers.length - 1)];
				sent.push(options);
				if ('error' in answer) throw answer.error;
				if ('code' in answer) throw Object.assign(new Error(answer.code), { code: answer.code });
				return { statusCode: answer.status, headers: {}, body: answer.text ?? '{}' };
			},
		},
	} as unknown as IExecuteFunctions;
	return { context, sent };
}

const profile: ApiProfile = {
	name: 'Test API',
	credentialType: 'testApi',
	rootUrl: 'http://127.0.0.1:1',
	timeoutMs: 1000,
	budget: new RateBudget(0),
	firstWaitMs: 1,
	clock: new ServiceClock(),
	observe: () => {},
	clean: (text) => text,
	judge: ({ status }) => {
		if (status < 300) return { kind: 'done' };
		if (status === 429) return { kind: 'throttled', failure: { ...failure, category: 'throttled' } };
		return status >= 500 ? { kind: 'uncertain', failure } : { kind: 'refused', failure };
	},
};

const read: ApiRequest = { method: 'GET', path: '/thing' };
const write: ApiRequest = { method: 'POST', path: '/thing', body: { number: 'BC-1' } };

describe('send', () => {
	it('repeats a read after 5xx, a lost answer and a throttle answer, until it gets through', async () => {
		const { context, sent } = scripted({
			answers: [{ status: 503 }, { code: 'ECONNRESET' }, { status: 429 }, { status: 200, text: '{"ok":1}' }],
		});
		await expect(send(context, profile, read)).resolves.toMatchObject({ body: { ok: 1 } });
		expect(sent).toHaveLength(4);
	});

	it.each([
		['a 5xx', { status: 500 }],
		['a reset connection', { code: 'ECONNRESET' }],
		['a time-out', { code: 'ECONNABORTED' }],
	])('sends a write once when %s leaves open whether it was done', async (_, answer) => {
		const { context, sent } = scripted({ answers: [answer] });
		const outcome = await send(context, profile, write).catch((error: unknown) => error);
		expect(outcome).toBeInstanceOf(ApiFailure);
		expect(outcome).toMatchObject({ mayHaveBeenDone: true });
		expect(sent).toHaveLength(1);
	});

	it('repeats a write that certainly never arrived or was refused unread', async () => {
		const { context, sent } = scripted({
			answers: [{ code: 'ECONNREFUSED' }, { status: 429 }, { status: 200 }],
		});
		await send(context, profile, write);
		expect(sent).toHaveLength(3);
	});

	it('repeats a write that the operation calls repeatable', async () => {
		const { context, sent } = scripted({ answers: [{ status: 500 }, { status: 200 }] });
		await send(context, profile, { ...write, repeatable: true });
		expect(sent).toHaveLength(2);
	});

	it('gives up after the last try, as a failure that was not done', async () => {
		const { context, sent } = scripted({ answers: [{ status: 429 }] });
		const outcome = await send(context, profile, write).catch((error: unknown) => error);
		expect(outcome).toMatchObject({ category: 'throttled', mayHaveBeenDone: false, message: 'Not now' });
		expect(sent).toHaveLength(MAX_SENDS);
	});

	it('takes a refusal for an answer', async () => {
		const { context, sent } = scripted({ answers: [{ status: 404 }] });
		await expect(send(context, profile, read)).rejects.toMatchObject({
			message: 'Not now',
			description: 'Try later.',
			httpCode: '404',
		});
		expect(sent).toHaveLength(1);
	});

	it('sends nothing once the execution is cancelled', async () => {
		const controller = new AbortController();
		controller.abort();
		const { context, sent } = scripted({ answers: [{ status: 200 }], signal: controller.signal });
		await expect(send(context, profile, read)).rejects.toThrow('The execution was canceled');
		expect(sent).toHaveLength(0);
	});

	it('encodes commas, spaces, ampersands and plus signs in the query', async () => {
		const { context, sent } = scripted({ answers: [{ status: 200 }] });
		await send(context, profile, { ...read, query: { sku: 'A,B & C+1', page: 2, none: undefined } });
		const { searchParams } = new URL(sent[0].url);
		expect([...searchParams]).toEqual([
			['sku', 'A,B & C+1'],
			['page', '2'],
		]);
	});
});

describe('what the request helper throws', () => {
	/** An axios error, bare or as n8n wraps it. */
	const thrown = (error: object) => [error, { name: 'NodeApiError', cause: error }];

	it.each(thrown({ name: 'AxiosError', code: 'ERR_BAD_RESPONSE', response: { status: 200, headers: {} } }))(
		'under a good status is an answer that broke off (%#)',
		async (error) => {
			const { context, sent } = scripted({ answers: [{ error }, { status: 200, text: '{"ok":1}' }] });
			await expect(send(context, profile, read)).resolves.toMatchObject({ body: { ok: 1 } });
			expect(sent).toHaveLength(2);
			const writing = scripted({ answers: [{ error }] });
			await expect(send(writing.context, profile, write)).rejects.toMatchObject({ mayHaveBeenDone: true });
			expect(writing.sent).toHaveLength(1);
		},
	);

	it.each(
		[
			'ENOTFOUND',
			'ERR_INVALID_URL',
			'ERR_INVALID_CHAR',
			'DEPTH_ZERO_SELF_SIGNED_CERT',
			'SELF_SIGNED_CERT_IN_CHAIN',
			'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
			'CERT_HAS_EXPIRED',
			'ERR_TLS_CERT_ALTNAME_INVALID',
		].flatMap((code) => thrown({ name: 'AxiosError', code, message: code })),
	)('about this machine is told at once: %j', async (error) => {
		const { context, sent } = scripted({ answers: [{ error }] });
		const outcome = await send(context, profile, write).catch((failure: unknown) => failure);
		expect(outcome).toMatchObject({
			category: 'unavailable',
			mayHaveBeenDone: false,
			message: expect.stringContaining('Test API cannot be reached from this machine'),
		});
		expect(sent).toHaveLength(1);
	});

	it.each(
		thrown({
			name: 'AxiosError',
			code: 'EPROTO',
			message: 'write EPROTO SSL routines: wrong version number',
		}),
	)('about TLS that never began is told at once (%#)', async (error) => {
		const { context, sent } = scripted({ answers: [{ error }] });
		await expect(send(context, profile, write)).rejects.toMatchObject({ mayHaveBeenDone: false });
		expect(sent).toHaveLength(1);
	});

	it.each(
		thrown({
			name: 'AxiosError',
			code: 'ERR_SSL_DECRYPTION_FAILED_OR_BAD_RECORD_MAC',
			message: 'bad record mac',
		}),
	)('about TLS that broke later leaves open whether a write was done (%#)', async (error) => {
		const { context } = scripted({ answers: [{ error }] });
		await expect(send(context, profile, write)).rejects.toMatchObject({ mayHaveBeenDone: true });
	});

	it('about n8n itself is told at once', async () => {
		const error = Object.assign(new Error('OAuth credentials not connected'), { name: 'UserError' });
		const { context, sent } = scripted({ answers: [{ error }] });
		await expect(send(context, profile, read)).rejects.toThrow('OAuth credentials not connected');
		expect(sent).toHaveLength(1);
	});
});

describe('an answer that is not what was asked for', () => {
	const flawed: ApiRequest = {
		...read,
		flawIn: (body) => ((body as { id?: number }).id ? undefined : 'thing 7: "id" is missing'),
	};

	it('is read again once', async () => {
		const { context, sent } = scripted({ answers: [{ status: 200 }, { status: 200, text: '{"id":7}' }] });
		await send(context, profile, flawed);
		expect(sent).toHaveLength(2);
	});

	it('is read again once after throttling, too', async () => {
		const throttledBefore = scripted({
			answers: [{ status: 429 }, { status: 429 }, { status: 200 }, { status: 200, text: '{"id":7}' }],
		});
		await send(throttledBefore.context, profile, flawed);
		expect(throttledBefore.sent).toHaveLength(4);
	});

	it('is one failure that names record and field when it stays so', async () => {
		const { context, sent } = scripted({ answers: [{ status: 200 }] });
		const outcome = await send(context, profile, flawed).catch((failure: unknown) => failure);
		expect(outcome).toMatchObject({
			category: 'unreadable',
			message: expect.stringContaining('thing 7: "id" is missing'),
		});
		expect(sent).toHaveLength(2);
	});

	it('leaves open whether a write was done', async () => {
		const { context, sent } = scripted({ answers: [{ status: 200 }] });
		const outcome = await send(context, profile, { ...flawed, method: 'POST' }).catch(
			(failure: unknown) => failure,
		);
		expect(outcome).toMatchObject({ category: 'unreadable', mayHaveBeenDone: true });
		expect(sent).toHaveLength(1);
	});
});

it('judges an answer whose text would be no JSON without what looks like a secret as it came', async () => {
	const { context } = scripted({ answers: [{ status: 200, text: '{"password":12345678,"name":7}' }] });
	const outcome = await send(
		context,
		{ ...profile, clean: withoutNamedSecrets },
		{
			...read,
			flawIn: (body) => `"name" is ${(body as { name: number }).name}`,
		},
	).catch((failure: unknown) => failure);
	expect(outcome).toMatchObject({ message: expect.stringContaining('"name" is 7') });
});
