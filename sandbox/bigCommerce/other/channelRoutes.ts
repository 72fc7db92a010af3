import type { FastifyInstance } from 'fastify';
import { v3Page } from '../http/paging';
import { Query } from '../http/query';
import type { Store } from '../store';

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
const channels = [
	{ ...common, id: 1, external_id: '', name: 'Harbor Supply' },
	{ ...common, id: 1001, external_id: '', name: 'Harbor Outlet' },
];

export function addChannelRoutes(api: FastifyInstance, { settings }: Store): void {
	api.get('/v3/channels', { config: { scopes: ['channels'] } }, async (request) => {
		const query = new Query(request);
		const [statuses, types, platforms] = [
			query.list('status:in'),
			query.list('type:in'),
			query.list('platform:in'),
		];
		const isAsked = (channel: (typeof channels)[number]) =>
			(statuses?.includes(channel.status) ?? true) &&
			(types?.includes(channel.type) ?? true) &&
			(platforms?.includes(channel.platform) ?? true);
		return v3Page(request, channels.filter(isAsked), (channel) => channel, {
			above: settings.limitAboveMaximum,
		});
	});
}
