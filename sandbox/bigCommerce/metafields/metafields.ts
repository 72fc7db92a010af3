import type { ApiAccount } from '../http/accounts';
import { ApiProblem, unprocessable } from '../http/apiProblem';
import type { Metafield, Resource } from '../records/metafield';
import type { BigCommerceState } from '../state';

const permissionSets = ['app_only', 'read', 'write', 'read_and_sf_access', 'write_and_sf_access'];

const longest = { namespace: 64, key: 64, value: 65_535, description: 255 };
const mostPerResource = 250;

/** Whether an account sees a metafield: its own ones, and those that others opened for reading. */
export function isVisibleTo(account: ApiAccount, metafield: Metafield): boolean {
	return metafield.owner_client_id === account.clientId || metafield.permission_set !== 'app_only';
}

/** The metafields of one resource, whoever owns them. */
export function metafieldsOf(state: BigCommerceState, resource: Resource): Metafield[] {
	return (state.metafieldsByResource.get(keyOf(resource)) ?? []).flatMap(
		(id) => state.metafields.get(id) ?? [],
	);
}

/**
 * Creates a metafield. The pair of namespace and key is the account's only once per resource, which makes creating one an atomic claim.
 * @throws ApiProblem 422 for a missing or wrong field, 409 where the pair is taken
 */
export function createMetafield(
	state: BigCommerceState,
	account: ApiAccount,
	resource: Resource,
	body: unknown,
): Metafield {
	const sent = readFields(body, ['permission_set', 'namespace', 'key', 'value']);
	const mine = metafieldsOf(state, resource).filter((other) => other.owner_client_id === account.clientId);
	if (mine.some((other) => other.namespace === sent.namespace && other.key === sent.key)) throw taken();
	if (mine.length >= mostPerResource)
		throw unprocessable(`A resource can hold ${mostPerResource} metafields of one client.`);
	const now = Date.now();
	const id = (state.lastMetafieldId += 1);
	const key = keyOf(resource);
	state.metafieldsByResource.set(key, [...(state.metafieldsByResource.get(key) ?? []), id]);
	const filled = { permission_set: '', namespace: '', key: '', value: '', description: '', ...sent };
	return state.metafields.set({
		...filled,
		id,
		resource_type: resource.type,
		resource_id: resource.id,
		owner_client_id: account.clientId,
		createdAt: now,
		modifiedAt: now,
	});
}

/** @throws ApiProblem 403 for another client's metafield that is not open for writing, else as on creation */
export function changeMetafield(
	state: BigCommerceState,
	account: ApiAccount,
	metafield: Metafield,
	body: unknown,
): Metafield {
	refuseForeign(account, metafield);
	const changed = { ...metafield, ...readFields(body, []), modifiedAt: Date.now() };
	const isTaken = metafieldsOf(state, { type: changed.resource_type, id: changed.resource_id }).some(
		(other) =>
			other.id !== metafield.id &&
			other.owner_client_id === changed.owner_client_id &&
			other.namespace === changed.namespace &&
			other.key === changed.key,
	);
	if (isTaken) throw taken();
	return state.metafields.set(changed);
}

/** @throws ApiProblem 403 for another client's metafield */
export function deleteMetafield(state: BigCommerceState, account: ApiAccount, metafield: Metafield): void {
	refuseForeign(account, metafield);
	state.metafields.delete(metafield.id);
}

function keyOf({ type, id }: Resource): string {
	return `${type} ${id}`;
}

function refuseForeign(account: ApiAccount, { owner_client_id, permission_set }: Metafield): void {
	const isOpen = permission_set.startsWith('write');
	if (owner_client_id !== account.clientId && !isOpen)
		throw new ApiProblem(403, 'This metafield belongs to another client.');
}

function taken(): ApiProblem {
	return new ApiProblem(409, 'A metafield with this namespace and key already exists for this resource.');
}

type Writable = Pick<Metafield, 'permission_set' | 'namespace' | 'key' | 'value' | 'description'>;

function readFields(body: unknown, required: Array<keyof Writable>): Partial<Writable> {
	const sent = (body ?? {}) as Record<string, unknown>;
	const missing = required.filter((name) => sent[name] === undefined || sent[name] === '');
	if (missing.length > 0) {
		throw unprocessable(
			'Missing Required Fields',
			Object.fromEntries(missing.map((name) => [name, `Please provide a ${name}.`])),
		);
	}
	const fields: Partial<Writable> = {};
	for (const [name, length] of Object.entries(longest)) {
		const value = sent[name];
		if (value === undefined) continue;
		if (typeof value !== 'string' || value.length > length)
			throw unprocessable('Invalid field value', {
				[name]: `${name} must be a text of at most ${length} characters.`,
			});
		Object.assign(fields, { [name]: value });
	}
	if (sent.permission_set !== undefined) {
		if (!permissionSets.includes(String(sent.permission_set)))
			throw unprocessable('Invalid field value', {
				permission_set: `permission_set must be one of ${permissionSets.join(', ')}.`,
			});
		fields.permission_set = String(sent.permission_set);
	}
	return fields;
}
