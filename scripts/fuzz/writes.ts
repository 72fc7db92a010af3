import { get, omit } from 'lodash';
import { decodeLastPushed } from '../../sync/stock/lastPushed';
import type { Exchange } from './exchange';

/** A moment of the last or next hour: when something was written, not what. */
const MOMENT = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)/g;
const HOUR_MS = 3600_000;

/** A write that a service carried out, apart from how it was batched and when. */
export interface Write {
	/** Method and path, without the ids that stand in the body of a batch. */
	to: string;
	body: unknown;
	/** Whether it changes nothing when it comes again. */
	isRepeatable: boolean;
}

/** What was written in a run: rows of a batch one by one, figures last pushed one by one. */
export function writesIn(exchanges: Exchange[]): Write[] {
	const done = exchanges
		.filter(({ question }) => question.method !== 'GET' && !isTakenOff(question))
		.filter(isDone);
	const created = new Map(done.flatMap(createdBy));
	return done.flatMap(({ question }) => {
		const isRepeatable = question.method === 'PUT';
		return rowsOf(question)
			.filter(({ body }) => !isNote(body))
			.map(({ to, body }) => ({ to, body: renamed(body, created), isRepeatable }));
	});
}

/** SOS refuses under HTTP 200, too. */
function isDone({ question: { url }, answer: { status, body } }: Exchange): boolean {
	if (status >= 300) return false;
	return !url.startsWith('/api/') || (parsed(body) as { status?: string }).status === 'ok';
}

/** The id of a record that SOS created, and a name for it: ids depend on what was created before. */
function createdBy({ question: { url }, answer }: Exchange): Array<[id: string, name: string]> {
	if (!url.startsWith('/api/')) return [];
	const { data } = parsed(answer.body) as { data: Record<string, unknown> | null };
	return data === null ? [] : [[String(data.id), `new ${String(data.number ?? data.name)}`]];
}

/** The same with names in place of the ids of new records. */
function renamed(value: unknown, created: Map<string, string>): unknown {
	if (Array.isArray(value)) return value.map((one) => renamed(one, created));
	if (value === null || typeof value !== 'object') return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, inner]) => {
			return [key, (key === 'id' && created.get(String(inner))) || renamed(inner, created)];
		}),
	);
}

function rowsOf({ method, url, body: text }: Exchange['question']): Array<{ to: string; body: unknown }> {
	const path = url.replace(/^\/stores\/[^/]+/, '').replace(/\?.*/, '');
	const body = parsed(text.replace(MOMENT, unlessNow));
	const ofLocation = /^\/v3\/inventory\/locations\/(\d+)\/metafields/.exec(path);
	if (ofLocation) return figuresKept(ofLocation[1], body as { value?: unknown });
	const ofOrder = /^\/v3\/orders\/(\d+)\/metafields(\/\d+)?$/.exec(path);
	if (ofOrder) return [markOf(body as object)];
	const to = `${method} ${path}`;
	if (Array.isArray(body)) {
		return path === '/v3/orders/metafields'
			? body.map(markOf)
			: body.map((row: unknown) => ({ to, body: row }));
	}
	const [name, rows] = Object.entries(body ?? {}).find(([, value]) => Array.isArray(value)) ?? [];
	if (name === undefined || !path.startsWith('/v3/')) return [{ to, body }];
	return (rows as unknown[]).map((row) => ({ to: `${to} ${name}`, body: row }));
}

function figuresKept(location: string, { value }: { value?: unknown }) {
	const { figures } = decodeLastPushed([String(value)]);
	return [...figures].map(([key, figure]) => ({ to: `figures kept at ${location}`, body: { key, figure } }));
}

/**
 * The mark of an order, written by itself or with others: with its first metafield, or in place of its claim,
 * which has an id of its own each time. Its hash is of the document, which was looked at itself.
 */
function markOf(metafield: object & { value?: unknown }) {
	const value = omit(parsed(String(metafield.value)) as object, 'hash');
	return { to: 'mark', body: { ...omit(metafield, 'id', 'resource_id'), value } };
}

/**
 * Whether it only keeps other runs away for as long as this one is at an order, or only says that a person has to
 * look at the order's document.
 */
function isNote(body: unknown): boolean {
	const state: unknown = get(body, 'value.state');
	return state === 'claimed' || state === 'differing';
}

/** Whether a claim is given back: what a run may not write, it may give back. */
function isTakenOff({ method, url }: Exchange['question']): boolean {
	return method === 'DELETE' && /\/v3\/orders\/\d+\/metafields\/\d+/.test(url);
}

function unlessNow(moment: string): string {
	return Math.abs(Date.parse(moment) - Date.now()) < HOUR_MS ? '<now>' : moment;
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return text;
	}
}
