import type { ApiAccount } from '../http/accounts';
import { ApiProblem, refusedByV3, unprocessable } from '../http/apiProblem';
import { readSent } from '../reading/fields';
import { metafieldFields, type Metafield, type Owner } from '../records/metafield';
import type { BigCommerceState } from '../state';

const required = ['permission_set', 'namespace', 'key', 'value'];

const mostPerResource = 250;

/** Whether an account sees a metafield: its own ones, and those that others opened for reading. */
export function isVisibleTo(account: ApiAccount, metafield: Metafield): boolean {
	return metafield.owner_client_id === account.clientId || metafield.permission_set !== 'app_only';
}

/** The metafields of one resource, whoever owns them. */
export function metafieldsOf(state: BigCommerceState, owner: Owner): Metafield[] {
	return (state.metafieldsByResource.get(keyOf(owner)) ?? []).flatMap((id) => state.metafields.get(id) ?? []);
}

/**
 * Creates a metafield. The pair of namespace and key is the account's only once per resource, which makes creating one an atomic claim.
 * @throws ApiProblem 422 for a missing or wrong field, 409 where the pair is taken
 */
export function createMetafield(
	state: BigCommerceState,
	account: ApiAccount,
	owner: Owner,
	body: Readonly<Record<string, unknown>>,
): Metafield {
	const sent = readSent(metafieldFields, body, { required, refuse: refusedByV3 });
	const mine = metafieldsOf(state, owner).filter((other) => other.owner_client_id === account.clientId);
	if (mine.some((other) => other.namespace === sent.namespace && other.key === sent.key)) throw taken();
	if (mine.length >= mostPerResource)
		throw unprocessable(`A resource can hold ${mostPerResource} metafields of one client.`);
	const now = Date.now();
	const id = (state.lastMetafieldId += 1);
	const key = keyOf(owner);
	state.metafieldsByResource.set(key, [...(state.metafieldsByResource.get(key) ?? []), id]);
	const filled = {
		permission_set: 'app_only' as const,
		namespace: '',
		key: '',
		value: '',
		description: '',
		...sent,
	};
	return state.metafields.set({
		...filled,
		id,
		resource_type: owner.type,
		resource_id: owner.id,
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
	body: Readonly<Record<string, unknown>>,
): Metafield {
	refuseForeign(account, metafield);
	const changed = {
		...metafield,
		...readSent(metafieldFields, body, { refuse: refusedByV3 }),
		modifiedAt: Date.now(),
	};
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

function keyOf({ type, id }: Owner): string {
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
