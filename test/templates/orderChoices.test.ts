import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { compareOrders } from '../../testing/sandbox/compareOrders';
import { locator } from '../../testing/engine/locator';
import { storeAndRun } from '../../testing/n8n/runStored';
import { fixedCustomer } from '../../testing/templates/fixedCustomer';
import { setUpTemplate, templateFiles } from '../../testing/templates/setUpTemplate';
import { openWorkbench, type Workbench } from '../../testing/n8n/workbench';

const DISCOUNTS = ['header', 'spread', 'itemLine'];
const SHIPPING = ['shippingAmount', 'itemLine'];

/** SKUs that SOS does not know, beside orders that can be imported whatever the policy. */
const ORDERS = {
	cases: ['plain', 'skuMissingInSos', 'itemArchivedInSos', 'pickList', 'manualDiscount'],
};

interface Imported {
	imported: IDataObject[];
	held: IDataObject[];
}

/** Runs the import template with other parameters on the node that creates, and without marking. */
async function importWith(bench: Workbench, prefix: string, parameters: INodeParameters): Promise<Imported> {
	deleteImported(bench);
	const { planOnly = false, ...onNode } = parameters;
	const template = await setUpTemplate(templateFiles.importOrders, prefix, {
		credentials: bench.credentials,
		settings: { planOnly, prefix },
		parameters: { 'Create sales orders': { ...onNode, markOrders: false } },
	});
	const { itemsFrom } = await storeAndRun(bench.host, template);
	const [imported = [], held = []] = itemsFrom('salesOrder', 'createFromBigCommerceOrder');
	return { imported, held };
}

/** Orders are known under any number: to come again, their documents must be gone. */
function deleteImported({ sandbox }: Workbench): void {
	const { salesOrders } = sandbox.sos.state;
	for (const { id, number } of salesOrders.values()) if (!number.startsWith('SO-')) salesOrders.delete(id);
}

/** An item of the company that can stand for charges, discounts and what else is no product. */
function anyServiceItem({ sandbox }: Workbench): number {
	return sandbox.sos.state.items.values().find(({ type, archived }) => type === 'Service' && !archived)!.id;
}

describe.each([
	['without tax', false],
	['with tax', true],
])('a store that enters its prices %s', (_, taxInclusive) => {
	let bench: Workbench;
	beforeAll(async () => {
		bench = await openWorkbench({ shop: { orders: 60, taxInclusive }, sos: { intervalMs: 5 } });
	});
	afterAll(async () => await bench?.close());

	const choices = DISCOUNTS.flatMap((discounts) => SHIPPING.map((shipping) => [discounts, shipping]));

	it.each(choices)(
		'gets equal totals with discounts as %s and shipping as %s',
		async (discountsAs, shippingAs) => {
			const item = anyServiceItem(bench);
			// The same orders again and again, each time under other numbers.
			const prefix = `D${DISCOUNTS.indexOf(discountsAs)}S${SHIPPING.indexOf(shippingAs)}-`;
			const { imported, held } = await importWith(bench, prefix, {
				amounts: {
					discountsAs,
					discountsItem: locator(item),
					shippingAs,
					shippingItem: locator(item),
					handlingAs: shippingAs,
					handlingItem: locator(item),
				},
			});
			expect(imported.length).toBeGreaterThan(25);
			expect(compareOrders(bench.sandbox, prefix)).toEqual({
				imported: imported.length,
				different: [],
				repeated: [],
			});
			const reasons = held.map(({ reason }) => (reason as IDataObject).code);
			expect(reasons.filter((code) => /TOTAL|ROUND|AMOUNT/.test(String(code)))).toEqual([]);
		},
	);
});

describe('SKUs without an item', () => {
	let bench: Workbench;
	beforeAll(async () => {
		bench = await openWorkbench({ shop: { orders: 10, orderOptions: ORDERS }, sos: { intervalMs: 5 } });
	});
	afterAll(async () => await bench?.close());

	const codes = (held: IDataObject[]) => held.map(({ reason }) => (reason as IDataObject).code);

	it('hold the order', async () => {
		const { held } = await importWith(bench, 'H-', { unmatched: 'hold' });
		expect(codes(held)).toEqual(expect.arrayContaining(['SKU_NOT_FOUND', 'ITEM_ARCHIVED']));
	});

	it('are booked on a placeholder', async () => {
		const lines = { placeholderItem: locator(anyServiceItem(bench)) };
		const { held } = await importWith(bench, 'P-', { unmatched: 'placeholder', lines });
		expect(held).toEqual([]);
		expect(compareOrders(bench.sandbox, 'P-').different).toEqual([]);
	});

	it('are created once, so that a second run needs no new item', async () => {
		const items = () => bench.sandbox.sos.state.items.size;
		const before = items();
		await importWith(bench, 'C-', { unmatched: 'createItem' });
		const after = items();
		expect(after).toBeGreaterThan(before);
		const { held } = await importWith(bench, 'D-', { unmatched: 'createItem' });
		expect(items()).toBe(after);
		expect(codes(held)).not.toContain('SKU_NOT_FOUND');
	});

	it('make the same document in a plan and when applied', async () => {
		const fixed = fixedCustomer(bench.sandbox.sos.state.customers.values()[0].id);
		const hashes = ({ imported }: Imported) =>
			imported.map(({ id, sos }) => [id, (sos as IDataObject).hash, (sos as IDataObject).number]);
		const planned = await importWith(bench, 'S-', { ...fixed, planOnly: true });
		const applied = await importWith(bench, 'S-', fixed);
		expect(planned.imported.length).toBeGreaterThan(0);
		expect(hashes(applied)).toEqual(hashes(planned));
	});
});
