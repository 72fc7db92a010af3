import { textIn } from '../listing/filters';
import type { Resource } from './resource';

const common = {
	is_listable_from_ui: true,
	is_enabled: true,
	is_visible: true,
	status: 'active',
	type: 'storefront',
	platform: 'bigcommerce',
	icon_url: '',
	date_created: '2024-01-15T00:00:00Z',
	date_modified: '2024-01-15T00:00:00Z',
};

/** The storefront every store has, and a second one. */
const all = [
	{ ...common, id: 1, external_id: '', name: 'Harbor Supply' },
	{ ...common, id: 1001, external_id: '', name: 'Harbor Outlet' },
];

/** `/v3/channels`; read only. */
export const channels: Resource<(typeof all)[number]> = {
	path: '/v3/channels',
	scopes: ['channels'],
	form: 'v3',
	records: () => all,
	filters: [
		textIn('status:in', ({ status }) => status),
		textIn('type:in', ({ type }) => type),
		textIn('platform:in', ({ platform }) => platform),
	],
};
