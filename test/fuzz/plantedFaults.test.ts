import { Bench } from '../../scripts/fuzz/bench';
import { targetsOf } from '../../scripts/fuzz/cases';
import { Draw } from '../../scripts/fuzz/draw';
import { judge } from '../../scripts/fuzz/judge';
import { answerKinds } from '../../scripts/fuzz/spoil/answerKinds';
import type { Seen, Stand, Subject } from '../../scripts/fuzz/subjects/subject';
import { Visitors } from '../../scripts/fuzz/visitors';

let bench: Bench;
let visitors: Visitors;
beforeAll(async () => {
	bench = await Bench.open();
	visitors = await Visitors.open();
});
afterAll(async () => {
	visitors.close();
	await bench.close();
});

/** What a badly written node might do with the store. */
type Work = (ask: (path: string, init?: RequestInit) => Promise<Response>, stand: Stand) => Promise<Seen>;

const timeoutMs = 300;

/** Runs the work with every answer spoiled, or with none, and says what is found. */
async function found(work: Work, kind?: string): Promise<string[]> {
	const subject: Subject = {
		name: 'planted',
		covers: [],
		run: async (stand) => {
			const { apiPath, accessToken } = stand.credentials.bigCommerceApi;
			const headers = { 'X-Auth-Token': String(accessToken), 'Content-Type': 'application/json' };
			return await work(
				async (path, init) => await fetch(`${String(apiPath)}${path}`, { headers, ...init }),
				stand,
			);
		},
	};
	const id = `planted ${kind}`;
	const spoiling = {
		fits: () => kind !== undefined,
		isHandled: true,
		times: Infinity,
		reply: (...[answer, question]: Parameters<(typeof answerKinds)[string]>) =>
			answerKinds[kind!](answer, question, { elsewhere: visitors.urlFor(id) }, new Draw('1')),
	} as never;
	const plan = { id, spoiling, mostRequests: 20, timeoutSeconds: 1, mostMs: 6000 };
	const outcome = await bench.run(subject, plan);
	const exchange = {
		question: { method: 'GET', url: '/', headers: {}, body: '' },
		answer: { status: 200, headers: {}, body: '{}' },
	};
	const [target] = targetsOf(subject, [exchange], { writes: [], requests: 1 });
	const findings = judge(
		{ id, target, kind: '', title: '', spoiling, isSlow: false, lostTexts: [] },
		outcome,
		timeoutMs,
	);
	return [...new Set(findings.map(({ measure }) => measure))];
}

const given = (value: unknown): Seen => ({ given: value });

it('finds nothing where nothing is wrong', async () => {
	expect(await found(async (ask) => given(await (await ask('catalog/products')).json()))).toEqual([]);
});

it('finds an error that nobody meant to show, thrown or among the output', async () => {
	const raw = () => (undefined as unknown as { id: number }).id;
	const thrown: Work = async () => {
		try {
			return given(raw());
		} catch (error) {
			return { error, given: undefined };
		}
	};
	expect(await found(thrown)).toEqual(['rawErrors']);
	const message = 'Order undefined could not be read';
	expect(await found(async () => given([{ json: { reason: { message } } }]))).toEqual(['rawErrors']);
});

it('finds a token in what a proxy said, or in static data', async () => {
	expect(
		await found(async (ask) => given(await (await ask('catalog/products')).text()), 'quotesRequest'),
	).toContain('tokensSeen');
	const keepsToken: Work = async (_, { credentials }) => ({
		given: undefined,
		staticData: { token: `${String(credentials.bigCommerceApi.accessToken).slice(0, 20)}…` },
	});
	expect(await found(keepsToken)).toEqual(['tokensSeen']);
});

it('counts whoever follows a redirect', async () => {
	await found(async (ask) => given(await (await ask('catalog/products')).text()), 'redirect');
	expect(visitors.countOf('planted redirect')).toBe(1);
	await found(
		async (ask) => given((await ask('catalog/products', { redirect: 'manual' })).status),
		'redirect',
	);
	expect(visitors.countOf('planted redirect')).toBe(1);
});

it('finds a write that is not made otherwise, and takes it back', async () => {
	const renames: Work = async (ask) =>
		given(
			(await ask('catalog/products/101', { method: 'PUT', body: JSON.stringify({ name: 'Other' }) })).status,
		);
	expect(await found(renames)).toEqual(['wrongWrites']);
	let name: unknown;
	await found(async (ask) => {
		const { data } = (await (await ask('catalog/products/101')).json()) as { data: { name: string } };
		name = data.name;
		return given(undefined);
	});
	expect(name).not.toBe('Other');
});

it('finds a list without an end', async () => {
	const reads: Work = async (ask) => {
		for (let page = 1; page < 100; page++) await (await ask(`catalog/products?page=${page}`)).text();
		return given(undefined);
	};
	expect(await found(reads, 'repeatedPage')).toEqual(['endlessLists']);
});

it.each(['drip', 'hang'])('finds a request that is waited for too long (%s)', async (kind) => {
	expect(await found(async (ask) => given(await (await ask('catalog/products')).text()), kind)).toContain(
		'hangs',
	);
});
