import type { MatchedOrder, NormalizedOrder } from '../../../sync/bigCommerceOrder';
import { normalizeOrder } from '../../../sync/normalizeOrder';
import { addressed, type AddressedPlan, type SalesDocumentPlan } from '../../../sync/order/plan';
import { planSalesDocument } from '../../../sync/order/planSalesDocument';
import { defaultSettings } from '../../../sync/order/settings';
import { compareWithWritten } from '../../../sync/order/written';
import { matchOrder, withMatches, type SkuIndex } from '../../../sync/skuMatching';
import { line, orderOf } from '../support/orders';

/** `npm run typecheck` fails when the compiler lets one of these through. They are not run. */
export const refused = {
	anItemNobodyLookedAt: (json: unknown, index: SkuIndex) => {
		// @ts-expect-error -- an item from another node must go through normalizeOrder
		matchOrder(json, index);
	},
	anOrderThatWasNotMatched: (order: NormalizedOrder) => {
		// @ts-expect-error -- its lines may carry no SOS items
		planSalesDocument(order, defaultSettings);
	},
	settingsInPart: (order: MatchedOrder) => {
		// @ts-expect-error -- withDefaultSettings makes them whole
		planSalesDocument(order, { type: 'salesOrder' });
	},
	aPlanOfAnyKind: (plan: SalesDocumentPlan) => {
		// @ts-expect-error -- it may be held, or its items may have to be created first
		addressed(plan, { id: 1 });
	},
	theDocumentOfAHeldPlan: (plan: SalesDocumentPlan) => {
		// @ts-expect-error -- only what may be written has a document
		return plan.document;
	},
	aPlanWithoutItsCustomer: (plan: SalesDocumentPlan, answer: unknown) => {
		if (plan.kind !== 'ready') return;
		// @ts-expect-error -- its document may have no customer yet
		compareWithWritten(plan, answer);
	},
	aMisspelledField: (order: NormalizedOrder) => {
		// @ts-expect-error -- fields that are not checked cannot be read
		return order.total_inc_taxes;
	},
	aMisspelledFieldOfALine: ({ products: [first] }: NormalizedOrder) => {
		// @ts-expect-error -- fields that are not checked cannot be read
		return first.qauntity;
	},
};

it('leads from an item to a document that may be written', () => {
	const { order } = normalizeOrder(orderOf([line(1, '10.0000')]));
	const plan = planSalesDocument(withMatches(order!), defaultSettings);
	const sent: AddressedPlan | undefined = plan.kind === 'ready' ? addressed(plan, { id: 15 }) : undefined;
	expect(sent?.document).toMatchObject({ number: '105', customer: { id: 15 } });
	expect(sent && compareWithWritten(sent, { total: 10, lines: [{}] })).toBeUndefined();
});
