import type { Reason } from '../../reason';

/** What became of a figure that was sent, or should have been. */
export const applyReasons = {
	pushNotTaken,
	trackingNotSwitched,
	refusedByShop,
	notSent,
};

/** @param lastPushed what the last run left the shop with, and what the shop shows now */
function pushNotTaken(sku: string, { pushed, shop }: { pushed: number; shop: number | undefined }): Reason {
	return {
		code: 'STOCK_PUSH_NOT_TAKEN',
		message: `The last run left SKU ${sku} at ${pushed} on hand and the shop shows ${shop ?? 'nothing'}, although no order since then holds it.`,
		fix: "Look at the item's inventory history in BigCommerce: the change did not take, or somebody or another app changed the stock.",
		details: { pushed, shop },
	};
}

function trackingNotSwitched(sku: string, failure: string, fix: string): Reason {
	return {
		code: 'STOCK_TRACKING_NOT_SWITCHED',
		message: `Inventory tracking could not be switched on for SKU ${sku}: ${failure}`,
		fix,
	};
}

/** @param words BigCommerce's own */
function refusedByShop(sku: string, words: string): Reason {
	return {
		code: 'STOCK_REFUSED',
		message: `BigCommerce refused the stock of SKU ${sku}: ${words}`,
		fix: 'Correct on the product in BigCommerce what the message names. The other SKUs were set.',
	};
}

/** @param failure what stopped the run */
function notSent(sku: string, failure: string): Reason {
	return {
		code: 'STOCK_NOT_SENT',
		message: `It is not certain that the stock of SKU ${sku} was set, because the run stopped: ${failure}`,
		fix: 'Run again: what was set already is left alone.',
	};
}
