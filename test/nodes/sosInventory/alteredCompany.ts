import type { INodeParameters } from 'n8n-workflow';
import { listSearch, loadOptions } from '../../../testing/engine/nodeMethods';
import { orderItem } from '../../../testing/sandbox/orderItem';
import { TestCompany } from '../../../testing/sandbox/testCompany';
import { alteringProxy } from './alteringProxy';

/** A company whose answers a test changes on their way; `shared` when the test leaves it as it is. */
export async function startAlteredCompany(shared?: TestCompany) {
	const company = shared ?? (await startCompany());
	const proxy = await alteringProxy(company.server.url);
	const credentials = {
		sosInventoryApi: { accessToken: company.server.accessToken, baseUrl: proxy.url, minimumInterval: 0 },
	};
	const method = (name: string) => ({ node: 'sosInventory', method: name, credentials });
	return {
		company,
		alter: proxy.alter,
		credentials,
		orders: () => company.shop.orders.map(orderItem),
		run: async (operation: string, parameters: INodeParameters = {}, items?: object[]) =>
			await company.run(operation, parameters, { credentials, items: items as never }),
		importOrders: async (parameters: INodeParameters = {}) =>
			await company.importOrders(company.shop.orders.map(orderItem), parameters, { credentials }),
		options: async (name: string) => await loadOptions(method(name)),
		search: async (name: string, filter?: string) => await listSearch({ ...method(name), filter }),
		/** How many requests had such a path. */
		asked: (path: RegExp) => proxy.requests.filter((one) => path.test(one.path)).length,
		/** What was posted there. */
		posted: (path: string) =>
			proxy.requests
				.filter((one) => one.method === 'POST' && one.path.endsWith(path))
				.map(({ body }) => JSON.parse(body) as Record<string, unknown>),
		stop: async () => {
			await proxy.stop();
			if (shared === undefined) await company.stop();
		},
	};
}

/** A company with three orders to import. */
export async function startCompany(items = 60): Promise<TestCompany> {
	const orderOptions = { onlyEligible: true, cases: ['plain', 'handling', 'noTax'] };
	return await TestCompany.start({ shop: { items, orders: 3, orderOptions } });
}

export type AlteredCompany = Awaited<ReturnType<typeof startAlteredCompany>>;

/** The failure of something that fails; nothing of what goes well. */
export async function errorOf(work: Promise<unknown>): Promise<Error | undefined> {
	return await work.then(
		(result) => (result as { error?: Error }).error,
		(error: Error) => error,
	);
}
