import { omit } from 'lodash';
import type { INodeProperties } from 'n8n-workflow';
import { forEachItem } from '../../../shared/run/forEachItem';
import type { Operation } from '../../../shared/run/operation';
import { yesOrDefault } from '../../../shared/parameters/yesOrNo';
import { readStore } from '../../api/store';
import type { BigCommerceClient } from '../../transport/client';

/** Whose store it is: no workflow needs it, and execution data is kept. */
const PERSONAL = ['first_name', 'last_name', 'admin_email', 'order_email'];

const owner: INodeProperties = {
	displayName: 'Include Owner and Email Addresses',
	name: 'includeOwner',
	type: 'boolean',
	default: false,
	description: 'Whether to return the name of the owner and the email addresses of the store, too',
};

export const get: Operation<BigCommerceClient> = {
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get store',
		description: 'Retrieve the store itself: domain, plan, currency, time zone, tax setting',
	},
	parameters: [owner],
	async execute(context, store) {
		const stores = await forEachItem(context, async (itemIndex) => {
			const includeOwner = yesOrDefault(context, owner, itemIndex);
			const found = await readStore(store);
			return includeOwner ? found : omit(found, PERSONAL);
		});
		return [stores];
	},
};
