import type { Reason } from '../../reason';
import { setting } from '../../settingName';

/** Why stock cannot be written to where it belongs. */
export const locationReasons = {
	unknown,
	disabled,
	notALocation,
	notMapped,
};

function unknown(locationId: number): Reason {
	return {
		code: 'STOCK_LOCATION_UNKNOWN',
		message: `The BigCommerce store has no location ${locationId}.`,
		fix: 'Choose another location in the settings: this one may have been deleted.',
		details: { locationId },
	};
}

function disabled(locationId: number): Reason {
	return {
		code: 'STOCK_LOCATION_DISABLED',
		message: `Location ${locationId} is disabled in BigCommerce, so its stock cannot be changed.`,
		fix: 'Enable the location in BigCommerce, or choose another in the settings.',
		details: { locationId },
	};
}

function notALocation(sku: string, location: string): Reason {
	return {
		code: 'STOCK_LOCATION_UNKNOWN',
		message: `The location of SKU ${sku} is "${location}", which is not a location ID.`,
		fix: `Choose ${setting('stock.location')} from the list, or give an ID such as 1.`,
	};
}

function notMapped(sku: string, sosLocation: string): Reason {
	return {
		code: 'STOCK_LOCATION_NOT_MAPPED',
		message: `The stock of SKU ${sku} is at the SOS location "${sosLocation}", which is not in the location map.`,
		fix: `Add the location to ${setting('stock.locationMap')}, or do not read it.`,
	};
}
