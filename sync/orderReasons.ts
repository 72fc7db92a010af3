import type { Reason } from './reason';
import { setting } from './settingName';
import type { Flaw } from './shape';
import type { UnitCount } from './unitCount';

/**
 * The reason with the order it is about put in front: the one place where reasons get their "Order 105:".
 * The reasons of a catalog begin with what happened, and know no order.
 */
export function ofOrder(orderId: number, reason: Reason): Reason {
	return { ...reason, message: `Order ${orderId}: ${reason.message}` };
}

/** What is wrong with an item that should be an order. */
export const orderReasons = {
	notAnOrder,
	linesNotRead,
	withoutLines,
	fieldUnreadable,
	lineUnmatched,
	unitsDiffer,
};

function notAnOrder(id: unknown): Reason {
	const shown =
		typeof id === 'string' || typeof id === 'number' ? ` (its id is "${String(id).slice(0, 40)}")` : '';
	return {
		code: 'NOT_AN_ORDER',
		message: `This item is not a BigCommerce order${shown}.`,
		fix: `Pass orders on as ${setting('orders.getAll')} of the BigCommerce node returns them, one per item.`,
	};
}

function linesNotRead(orderId: number): Reason {
	return {
		code: 'LINES_NOT_READ',
		message: 'it carries only links to its lines.',
		fix: `Switch on ${setting('orders.includeLines')} in the node that reads the order.`,
		details: { orderId },
	};
}

function withoutLines(): Reason {
	return {
		code: 'ORDER_WITHOUT_LINES',
		message: 'it has no lines.',
		fix: `Switch on ${setting('orders.includeLines')} in the node that reads the order.`,
	};
}

/** A field that is not of its type: the order was changed on its way, or does not come from BigCommerce. */
function fieldUnreadable(orderId: number, { path, found, wanted }: Flaw): Reason {
	return {
		code: 'ORDER_FIELD_UNREADABLE',
		message: `its field ${path} is ${found} instead of ${wanted}.`,
		fix: `Read the order again with ${setting('orders.getAll')} or ${setting('orders.get')}, and pass it on unchanged.`,
		details: { orderId, field: path },
	};
}

/** Nothing has looked the order's SKUs up. */
function lineUnmatched(): Reason {
	return {
		code: 'LINES_NOT_MATCHED',
		message: 'its lines carry no SOS items yet.',
		fix: `Put ${setting('match')} of the SOS Inventory node before this node.`,
	};
}

/** Lines are missing, or there are more than belong to the order. */
function unitsDiffer({ counted, came }: UnitCount): Reason {
	return {
		code: 'UNITS_DIFFER',
		message: `BigCommerce counts ${counted} units (items_total), and its lines have ${came}.`,
		fix: `Read the order again with ${setting('orders.getAll')} or ${setting('orders.get')}, and pass it on with all its lines. If that changes nothing, open the order in BigCommerce and enter it in SOS Inventory by hand.`,
		details: { counted, came },
	};
}
