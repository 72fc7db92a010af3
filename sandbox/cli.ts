import Table from 'cli-table3';
import { Command, InvalidArgumentError } from 'commander';
import { chunk } from 'lodash';
import { startSandbox, type Sandbox } from '.';
import { summarise } from './bigCommerce/summary';
import { faultKinds } from './shared/faultRule';

/** @throws InvalidArgumentError for anything but a whole number of 0 or more */
function count(text: string): number {
	if (!/^\d+$/.test(text)) throw new InvalidArgumentError('Give a whole number.');
	return Number(text);
}

interface CliOptions {
	seed: number;
	items: number;
	orders: number;
	taxInclusive: boolean;
	bigcommercePort: number;
	sosPort: number;
	quota: number;
	window: number;
	interval: number;
	stockDelay: number;
}

const program = new Command('sandbox')
	.description('Starts a local BigCommerce and a local SOS Inventory, filled with the same made-up shop.')
	.option('--seed <number>', 'the same seed makes the same shop', count, 1)
	.option('--items <number>', 'things for sale, variants counted one by one', count, 150)
	.option('--orders <number>', 'orders placed so far', count, 90)
	.option('--tax-inclusive', 'a store that enters its prices with tax', false)
	.option('--bigcommerce-port <number>', 'port of the local BigCommerce', count, 4010)
	.option('--sos-port <number>', 'port of the local SOS Inventory', count, 4020)
	.option('--quota <number>', 'BigCommerce requests per window, 0 for no limit', count, 450)
	.option('--window <ms>', 'length of that window', count, 30_000)
	.option('--interval <ms>', 'time SOS Inventory wants between two requests, 0 for no limit', count, 500)
	.option('--stock-delay <ms>', 'time until a written stock figure shows in BigCommerce', count, 300);

async function main(): Promise<void> {
	const options = program.parse().opts<CliOptions>();
	const sandbox = await startSandbox({
		seed: options.seed,
		shop: { items: options.items, orders: options.orders, taxInclusive: options.taxInclusive },
		bigCommerce: {
			port: options.bigcommercePort,
			quota: options.quota === 0 ? null : options.quota,
			windowMs: options.window,
			stockVisibleAfterMs: options.stockDelay,
		},
		sos: { port: options.sosPort, intervalMs: options.interval },
	});
	console.log(`${addresses(sandbox)}\n\n${contents(sandbox)}\n\n${whereToLook(sandbox)}`);

	for (const signal of ['SIGINT', 'SIGTERM'] as const) {
		process.once(signal, () => void sandbox.stop());
	}
}

/** Without colours and without a line between rows. */
const compact = { style: { head: [], border: [], compact: true } };

function addresses({ bigCommerce, sos }: Sandbox): string {
	const table = new Table(compact);
	table.push(
		[{ colSpan: 2, content: 'BigCommerce' }],
		['API path', bigCommerce.apiPath],
		['Store hash', bigCommerce.storeHash],
		...Object.entries(bigCommerce.tokens).map(([name, token]) => [`Access token (${name})`, token]),
		['Client ID, secret', `${bigCommerce.accounts.full.clientId}, ${bigCommerce.accounts.full.clientSecret}`],
		[{ colSpan: 2, content: 'SOS Inventory' }],
		['Base URL', sos.url],
		['Access token to paste', sos.accessToken],
		['OAuth client ID, secret', `${sos.oauth.clientId}, ${sos.oauth.clientSecret}`],
		['Authorization URL', sos.oauth.authorizeUrl],
		['Access token URL', sos.oauth.tokenUrl],
		['Sign-in', `${sos.oauth.email}, ${sos.oauth.password}`],
	);
	return table.toString();
}

function contents({ bigCommerce, sos, shop }: Sandbox): string {
	const summary = summarise(bigCommerce.state);
	const table = new Table({ ...compact, head: ['What is in them', 'Count'] });
	table.push(
		['BigCommerce products, variants', `${summary.products}, ${summary.variants}`],
		...Object.entries(summary.stockItems).map(([tracking, items]) => [`  stock tracked: ${tracking}`, items]),
		['BigCommerce orders', summary.orders],
		...Object.entries(summary.ordersByStatus).map(([status, orders]) => [`  ${status}`, orders]),
		['BigCommerce customers', summary.customers],
		['SOS items made from the shop', shop.catalogue.filter((item) => item.sos !== null).length],
		['SOS items in all', sos.state.items.size],
	);
	return table.toString();
}

function whereToLook({ bigCommerce, sos }: Sandbox): string {
	return [
		'To look inside and to make things go wrong:',
		`  GET  ${bigCommerce.url}/sandbox/state`,
		`  GET  ${sos.url}/sandbox/state`,
		'  GET  …/sandbox/counters, POST …/sandbox/counters/reset   how often each route was called',
		'  GET, POST …/sandbox/settings                             limits and other behaviour',
		'  GET, POST, DELETE …/sandbox/faults                       for example {"kind": "tooManyRequests", "every": 3}',
		...chunk(faultKinds, 6).map((kinds) => `                                  ${kinds.join(', ')}`),
		'Press Ctrl-C to stop.',
	].join('\n');
}

main().catch((error: Error) => {
	console.error(error.message);
	process.exitCode = 1;
});
