import type { Reason } from '../reason';

export function notALocation(sku: string, location: string): Reason {
	return {
		code: 'STOCK_LOCATION_UNKNOWN',
		message: `The location of SKU ${sku} is "${location}", which is no location ID.`,
		fix: "Choose 'Location Name or ID' from the list, or give an ID such as 1.",
	};
}

export function locationNotMapped(sku: string, sosLocation: string): Reason {
	return {
		code: 'STOCK_LOCATION_NOT_MAPPED',
		message: `The stock of SKU ${sku} is at the SOS location "${sosLocation}", which is not in the location map.`,
		fix: "Add the location to 'Location Map', or do not read it.",
	};
}

export function switchedOff(sku: string): Reason {
	return {
		code: 'STOCK_UPDATE_OFF',
		message: `"Update inventory in BigCommerce" is off in SOS Inventory for SKU ${sku}.`,
		fix: 'Tick "Update inventory in BigCommerce" on the item in SOS Inventory.',
	};
}

export function archivedInSos(sku: string): Reason {
	return {
		code: 'STOCK_ARCHIVED',
		message: `The SOS item with SKU ${sku} is archived.`,
		fix: 'Restore the item in SOS Inventory, or take the product off sale in BigCommerce.',
	};
}

/** @param lastPushed what the last run left the shop with, and what the shop shows now */
export function pushNotTaken(sku: string, { pushed, shop }: { pushed: number; shop: number | null }): Reason {
	return {
		code: 'STOCK_PUSH_NOT_TAKEN',
		message: `The last run left SKU ${sku} at ${pushed} on hand and the shop shows ${shop ?? 'nothing'}, although no order since then holds it.`,
		fix: "Look at the item's inventory history in BigCommerce: the change did not take, or somebody or another app changed the stock.",
		details: { pushed, shop },
	};
}

export function trackingNotSwitched(sku: string, failure: string, fix: string): Reason {
	return {
		code: 'STOCK_TRACKING_NOT_SWITCHED',
		message: `Inventory tracking could not be switched on for SKU ${sku}: ${failure}`,
		fix,
	};
}

/** @param words BigCommerce's own */
export function refusedByShop(sku: string, words: string): Reason {
	return {
		code: 'STOCK_REFUSED',
		message: `BigCommerce refused the stock of SKU ${sku}: ${words}`,
		fix: 'Correct on the product in BigCommerce what the message names. The other SKUs were set.',
	};
}

/** @param failure what stopped the run */
export function notSent(sku: string, failure: string): Reason {
	return {
		code: 'STOCK_NOT_SENT',
		message: `It is not certain that the stock of SKU ${sku} was set, because the run stopped: ${failure}`,
		fix: 'Run again: what was set already is left alone.',
	};
}
