import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { decodeLastPushed, encodeLastPushed } from '../../sync/stock/lastPushed';
import type { OpenShop } from '../sandbox/openShop';
import type { OperationRuns } from './operationRuns';

const all = { returnAll: true };
const locatorOf = (value: string) => ({ __rl: true, mode: 'id', value });

/** Needs the shop that is made up without options: its orders and products are of every kind. */
export const runs: OperationRuns<OpenShop> = {
	'inventory/update': async (shop) => {
		const run = async (available: number, options: INodeParameters = {}) =>
			await outputs(shop, 'inventory/update', options, [
				...stockRows(shop, available),
				{ sku: 'NO-SUCH', available },
			]);
		const planned = await run(50, { planOnly: true });
		const set = await run(50);
		loseLastUpdate(shop);
		return [...planned, ...set, ...(await run(50))];
	},
	'inventory/compare': async (shop) => {
		const before = await outputs(shop, 'inventory/compare', {}, stockRows(shop, 40));
		loseLastUpdate(shop);
		return [...before, ...(await outputs(shop, 'inventory/compare', {}, stockRows(shop, 40)))];
	},
	'inventory/getAll': async (shop) => await outputs(shop, 'inventory/getAll', all),
	'location/getAll': async (shop) => await outputs(shop, 'location/getAll', all),
	'order/getAll': async (shop) => {
		fillAnOrder(shop);
		return [
			...(await outputs(shop, 'order/getAll', { ...all, includeCoupons: true })),
			...(await outputs(shop, 'order/getAll', { ...all, includeParts: false })),
		];
	},
	'order/get': async (shop) => {
		const every = { orderId: '={{ $json.id }}', includeCoupons: true };
		const ids = shop.shop.orders.map(({ id }) => ({ id }));
		return [
			...(await outputs(shop, 'order/get', every, ids)),
			...(await outputs(shop, 'order/get', { ...every, includeParts: false }, ids)),
		];
	},
	'order/update': async (shop) =>
		await outputs(
			shop,
			'order/update',
			{ orderId: '={{ $json.id }}', updateFields: { staffNote: 'Packed' } },
			shop.shop.orders.map(({ id }) => ({ id })),
		),
	'order/markAsImported': async (shop) => {
		const [{ id }] = shop.shop.orders;
		const sos = { documentType: 'salesOrder', id: 1, number: `BC-${id}`, total: '1.00', hash: 'x' };
		const mark = async () => await outputs(shop, 'order/markAsImported', {}, [{ id, sos }]);
		return [...(await mark()), ...(await mark())];
	},
	'order/removeImportMark': async (shop) => {
		const [, { id }] = shop.shop.orders;
		const sos = { documentType: 'salesOrder', id: 1, number: `BC-${id}`, total: '1.00', hash: 'x' };
		await outputs(shop, 'order/markAsImported', {}, [{ id, sos }]);
		const remove = async () => await outputs(shop, 'order/removeImportMark', { orderId: String(id) }, [{}]);
		return [...(await remove()), ...(await remove())];
	},
	'product/getAll': async (shop) => {
		const { variants } = shop.server.state;
		variants.update(variants.values()[0].id, { price: 9.5 });
		return [
			...(await outputs(shop, 'product/getAll', { ...all, includeVariants: true })),
			...(await outputs(shop, 'product/getAll', all)),
		];
	},
	'product/get': async (shop) => {
		const products = [...new Set(shop.shop.items.map(({ productId }) => productId))].map((id) => ({ id }));
		const productId = locatorOf('={{ $json.id }}');
		return await outputs(shop, 'product/get', { productId, includeVariants: true }, products);
	},
	'store/get': async (shop) => [
		...(await outputs(shop, 'store/get')),
		...(await outputs(shop, 'store/get', { includeOwner: true })),
	],
	'variant/getAll': async (shop) => await outputs(shop, 'variant/getAll', all),
};

/** The items of all outputs. @throws what the node throws */
async function outputs(
	shop: OpenShop,
	id: string,
	parameters: INodeParameters = {},
	items?: IDataObject[],
): Promise<IDataObject[]> {
	const [resource, operation] = id.split('/');
	const { error, outputs } = await shop.run({ resource, operation, ...parameters }, { items });
	if (error) throw new Error(`${id} failed: ${error.message}`, { cause: error });
	return outputs.flat().map(({ json }) => json);
}

/** Gives one order what the made-up ones lack. */
function fillAnOrder({ server: { state } }: OpenShop): void {
	const { id, fields, lines } = state.orders.values()[0];
	const text = 'Text';
	const more = {
		external_source: text,
		external_id: text,
		external_merchant_id: text,
		credit_card_type: text,
	};
	const moreOfLine = { event_name: text, option_set_id: 1, external_id: text };
	state.orders.update(id, {
		fields: { ...fields, ...more },
		lines: lines.map((line) => ({ ...line, ...moreOfLine })),
	});
}

const stockRows = ({ shop }: OpenShop, available: number): IDataObject[] =>
	shop.items.map(({ item }) => ({ sku: item.sku, available }));

/** As if the last update had been half an hour ago and the shop had lost it since. */
function loseLastUpdate({ server }: OpenShop): void {
	for (const { id, value, resource_type } of server.state.metafields.values()) {
		if (resource_type !== 'location') continue;
		const [older] = encodeLastPushed(decodeLastPushed([value]).figures, Date.now() - 30 * 60_000);
		server.state.metafields.update(id, { value: older });
	}
	for (const { id, levels } of server.state.stock.values()) {
		const level = levels[1];
		if (level)
			server.state.stock.update(id, { levels: { ...levels, 1: { ...level, onhand: level.onhand + 1 } } });
	}
}
