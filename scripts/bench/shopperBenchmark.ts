import type { Sandbox } from '../../sandbox';
import { newStored } from '../../sandbox/sos/records/stored';
import type { Figure } from '../../testing/figures/figure';
import { importChain } from '../../testing/templates/chains';
import { CALM_INTERVAL_MS, importAll, linesFor, withShop } from './importRun';

/** Orders whose shoppers are found or created, in a company that has had many. */
export const shopperBenchmarks = {
	'known-shoppers': knownShoppers,
	'new-shoppers': newShoppers,
};

const CUSTOMERS = 5000;
const KNOWN = 100;
const NEW = 1000;

/** BigCommerce's statuses "Pending", which no import takes, and "Awaiting Fulfillment". */
const PENDING = 1;
const PAID = 11;

async function knownShoppers(): Promise<Figure[]> {
	return await withShop(async (sandbox, engine) => {
		const { bigCommerce, sos } = sandbox;
		const orders = bigCommerce.addOrders(2 * KNOWN, linesFor(2 * KNOWN));
		fillCompany(
			sandbox,
			orders.map(({ billing_address }) => billing_address.email),
		);
		const later = orders.slice(KNOWN).map(({ id }) => id);
		setStatus(sandbox, later, PENDING);
		sos.settings.intervalMs = 0;
		await importAll(sandbox, engine, importChain(), KNOWN);
		setStatus(sandbox, later, PAID);
		sos.settings.intervalMs = CALM_INTERVAL_MS;
		const second = await importAll(sandbox, engine, importChain(), KNOWN);
		return [
			{
				id: 'sosCallsPerOrderByEmail',
				title: 'SOS calls per order, all shoppers known among 5,000 customers, second run of 100',
				value: second.sos / KNOWN,
				unit: 'calls',
				bar: 1.05,
			},
		];
	});
}

async function newShoppers(): Promise<Figure[]> {
	return await withShop(async (sandbox, engine) => {
		const orders = sandbox.bigCommerce.addOrders(NEW, linesFor(NEW));
		giveEachItsShopper(
			sandbox,
			orders.map(({ id }) => id),
		);
		fillCompany(sandbox, []);
		const { sos } = await importAll(sandbox, engine, importChain(), NEW);
		return [
			{
				id: 'sosCallsPerOrderNewShoppers',
				title: 'SOS calls per order, 1,000 orders of new shoppers, reading 5,000 customers included',
				value: sos / NEW,
				unit: 'calls',
				bar: 2.1,
			},
		];
	});
}

/** Gives the company so many customers, those with the e-mail addresses among them, as if they had been there for long. */
function fillCompany({ sos: { state } }: Sandbox, emails: string[]): void {
	const [like] = state.customers.values();
	const wanted = new Set(emails);
	for (let index = state.customers.size; index < CUSTOMERS; index += 1) {
		const [known] = wanted;
		wanted.delete(known);
		const name = `Shopper ${index} of before`;
		const email = known ?? `shopper.${index}@example.org`;
		const billing = null;
		const stored = { ...newStored(state.nextId()), createdAt: 0, updatedAt: 0 };
		state.customers.load({ ...like, ...stored, name, fullname: name, email, companyName: null, billing });
	}
}

function giveEachItsShopper({ bigCommerce: { state } }: Sandbox, ids: number[]): void {
	for (const id of ids) {
		const { fields } = state.orders.get(id)!;
		const own = {
			first_name: 'Robin',
			last_name: `Newcomer ${id}`,
			company: '',
			email: `newcomer.${id}@example.com`,
		};
		const billing_address = { ...fields.billing_address, ...own };
		state.orders.update(id, { fields: { ...fields, billing_address, customer_id: 0 } });
	}
}

function setStatus({ bigCommerce: { state } }: Sandbox, ids: number[], status_id: number): void {
	for (const id of ids) {
		const { fields } = state.orders.get(id)!;
		state.orders.update(id, { fields: { ...fields, status_id }, modifiedAt: Date.now() });
	}
}
