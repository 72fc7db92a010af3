import type { IDataObject } from 'n8n-workflow';

/**
 * What each operation of a node gives in the sandbox, by its ID (`order/getAll`): as many different items
 * as it can be brought to give. Run from top to bottom on one account, so that a run can build on those above.
 */
export type OperationRuns<Account> = Record<string, (account: Account) => Promise<IDataObject[]>>;
