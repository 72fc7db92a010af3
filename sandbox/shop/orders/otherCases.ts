import type { ShopItem } from '../shopItem';
import type { OrderCase } from './orderCase';
import type { OrderPlan } from './orderPlan';
import { planLine, type Shop } from './planOrder';

/** Orders that differ in who ordered, where from and how they get the goods. */
export const personCases: Readonly<Record<string, OrderCase>> = {
	firstOfCompany: (plan, shop) => orderedBy(plan, shop, 0),
	secondOfCompany: (plan, shop) => orderedBy(plan, shop, 1),
	lettersBeyondAscii: (plan, shop) => orderedBy(plan, shop, 2),
	sameShopper: (plan, shop) => orderedBy(plan, shop, 3),
	sameShopperAgain: (plan, shop) => orderedBy(plan, shop, 3),
	otherChannel: (plan) => (plan.channelId = 1001),
	typedInByStaff: (plan) => {
		Object.assign(plan, {
			source: 'manual',
			paymentMethod: 'Check',
			paymentStatus: 'pending',
			staffNotes: 'Phoned in; call before delivery.',
		});
	},
	withNotes: (plan) => {
		Object.assign(plan, {
			staffNotes: 'Regular customer.\nPack with care.',
			customerMessage: 'Gift: "for Mum" & <no invoice>',
		});
	},
	testOrder: (plan) => {
		const address = {
			...plan.shopper.address,
			first_name: 'Test',
			last_name: 'Order',
			email: 'test@example.com',
		};
		Object.assign(plan, {
			shopper: { customerId: 0, address },
			destinations: [address],
			paymentMethod: 'Test Payment Gateway',
		});
	},
	pickup: (plan) => {
		Object.assign(plan, {
			isPickup: true,
			destinations: [],
			shippingMinor: 0,
			shippingMethod: '',
			statusId: 8,
		});
		plan.lines.forEach((line) => (line.destination = undefined));
	},
	digitalOnly: (plan) => {
		Object.assign(plan, { destinations: [], shippingMinor: 0, shippingMethod: '', statusId: 10 });
		plan.lines = plan.lines.slice(0, 1).map((line) => ({ ...line, type: 'digital', destination: undefined }));
	},
	personalised: (plan) => (plan.lines[0].engraving = 'For Ada — "always"'),
};

/** Orders with an item whose SKU is not simply the same in SOS Inventory. */
export const skuCases: Readonly<Record<string, OrderCase>> = {
	skuMissingInSos: withItem(({ sos, sku }) => sos === null && sku !== ''),
	skuInOtherCase: withItem(
		({ sos, sku }) => sos !== null && sos.sku !== sku && sos.sku.toUpperCase() === sku,
	),
	skuWithSpaces: withItem(({ sos, sku }) => sos !== null && sos.sku !== sku && sos.sku.trim() === sku),
	skuWithComma: withItem(({ sku }) => sku.includes(',')),
	skuTwiceInSos: withItem((item, items) => items.some(({ sos }) => sos?.duplicateOf === item.sku)),
	itemArchivedInSos: withItem(({ sos }) => sos?.archived === true),
	itemWithoutSku: withItem(({ sku }) => sku === ''),
	kit: withItem(({ sos }) => sos?.type === 'Item Group'),
};

/** One order per status other than the usual one, an archived one, and what staff did after the sale. */
export const statusCases: Readonly<Record<string, OrderCase>> = {
	incomplete: (plan) => status(plan, 0, ''),
	pending: (plan) => status(plan, 1, 'pending'),
	shipped: (plan) => {
		status(plan, 2, 'captured');
		plan.shipped = plan.lines.map((line, index) => ({
			line: index,
			quantity: line.quantity,
			trackingNumber: `1Z999AA1${index}`,
		}));
	},
	shippedByStatusOnly: (plan) => status(plan, 2, 'captured'),
	partiallyShipped: (plan) => {
		status(plan, 3, 'captured');
		plan.lines[0].quantity += 1;
		plan.shipped = [{ line: 0, quantity: 1, trackingNumber: '1Z999AA10123456784' }];
	},
	refunded: (plan) => {
		status(plan, 4, 'refunded');
		plan.refunds = plan.lines.map((line, index) => ({
			line: index,
			quantity: line.quantity,
			reason: 'Returned',
		}));
	},
	cancelled: (plan) => status(plan, 5, 'void'),
	declined: (plan) => status(plan, 6, 'declined'),
	awaitingPayment: (plan) => {
		status(plan, 7, 'pending');
		plan.paymentMethod = 'Bank Deposit';
	},
	awaitingPickup: (plan) => status(plan, 8, 'captured'),
	awaitingShipment: (plan) => status(plan, 9, 'captured'),
	completed: (plan) => status(plan, 10, 'captured'),
	authorizedOnly: (plan) => status(plan, 11, 'authorized'),
	manualVerification: (plan) => status(plan, 12, 'held for review'),
	disputed: (plan) => status(plan, 13, 'captured'),
	partiallyRefunded: (plan) => {
		status(plan, 14, 'partially refunded');
		plan.refunds = [{ line: 0, quantity: 1, reason: 'Damaged' }];
	},
	archived: (plan) => (plan.isDeleted = true),
};

/** Orders that another system handed over, with a number of its own. */
export const sourceCases: Readonly<Record<string, OrderCase>> = {
	fromMarketplace: (plan) =>
		Object.assign(plan, {
			source: 'external',
			foreign: { orderId: 'MP-114-2203718', source: 'Marketplace' },
		}),
};

function orderedBy(plan: OrderPlan, shop: Shop, index: number): void {
	const shopper = shop.customers[index % shop.customers.length];
	Object.assign(plan, { shopper, destinations: [shopper.address] });
}

function status(plan: OrderPlan, statusId: number, paymentStatus: string): void {
	Object.assign(plan, { statusId, paymentStatus });
}

/** Adds a line of the first item that fits; in a shop too small to have one, the order stays ordinary. */
function withItem(fits: (item: ShopItem, items: ShopItem[]) => boolean): OrderCase {
	return (plan, shop) => {
		const items = shop.items.map(({ item }) => item);
		const sold = shop.items.find(({ item }) => fits(item, items));
		if (sold) plan.lines.push(planLine(sold, 1));
	};
}
