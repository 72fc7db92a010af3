import type { Reason } from '../../reason';
import { setting, settingIn, type SettingName } from '../../settingName';
import { textLimits } from '../../textLimits';

/** What the settings lack for an order. */
export const settingReasons = {
	itemMissing,
	customerMissing,
	customFieldMissing,
	timeZoneUnknown,
	offsetInvalid,
	noRoomForNumbers,
	numberInvalid,
	numberTooLong,
	orderTwiceInBatch,
	numberTwiceInBatch,
};

/** A setting that needs an SOS item and has none. */
function itemMissing(what: string, name: SettingName): Reason {
	return {
		code: 'SETTING_ITEM_MISSING',
		message: `no SOS item is chosen for ${what}.`,
		fix: `Choose ${settingIn(name)}.`,
		details: { setting: what },
	};
}

/** A setting that needs an SOS customer and has none. */
function customerMissing(what: string, name: SettingName): Reason {
	return {
		code: 'SETTING_CUSTOMER_MISSING',
		message: `no SOS customer is chosen for ${what}.`,
		fix: `Choose ${setting(name)} in the node, or let customers be found or created.`,
	};
}

/** @param row counted from 1 */
function customFieldMissing(row: number, value: string): Reason {
	return {
		code: 'SETTING_CUSTOM_FIELD_MISSING',
		message: `row ${row} of the setting ${setting('import.fields.customFields')} names no field: its value is "${value.slice(0, 40)}".`,
		fix: 'Choose the custom field in that row, or delete the row.',
		details: { row },
	};
}

function timeZoneUnknown(timeZone: string): Reason {
	return {
		code: 'SETTING_TIME_ZONE_UNKNOWN',
		message: `"${timeZone}" is not a time zone.`,
		fix: `Enter an IANA time zone such as America/Chicago in ${settingIn('import.fields.timeZone')}.`,
		details: { timeZone },
	};
}

function offsetInvalid(offset: number): Reason {
	return {
		code: 'NUMBER_INVALID',
		message: `${setting('import.fields.numberOffset')} is not a whole number.`,
		fix: `Enter a whole number for ${settingIn('import.fields.numberOffset')}, or remove it.`,
		details: { offset },
	};
}

/** @param length of prefix and suffix together */
function noRoomForNumbers(length: number): Reason {
	const limit = textLimits.number;
	return {
		code: 'NUMBER_TOO_LONG',
		message: `${setting('import.prefix')} and ${setting('import.suffix')} have ${length} characters together; SOS Inventory takes ${limit} with the order number.`,
		fix: `Shorten ${setting('import.prefix')} or ${setting('import.suffix')}.`,
		details: { length, limit },
	};
}

function numberInvalid(orderId: number, offset: number): Reason {
	return {
		code: 'NUMBER_INVALID',
		message: `with the offset ${offset} its number would be ${orderId + offset}.`,
		fix: `Choose a whole number for ${settingIn('import.fields.numberOffset')} that leaves every order number above 0.`,
		details: { orderId, offset },
	};
}

function numberTooLong(number: string): Reason {
	const { length } = number;
	const limit = textLimits.number;
	return {
		code: 'NUMBER_TOO_LONG',
		message: `the reference number "${number}" has ${length} characters; SOS Inventory takes ${limit}.`,
		fix: `Shorten ${setting('import.prefix')} or ${setting('import.suffix')}.`,
		details: { number, length, limit },
	};
}

function orderTwiceInBatch(orderId: number, number: string): Reason {
	return {
		code: 'ORDER_TWICE_IN_BATCH',
		message: 'it is in this batch more than once.',
		fix: 'Pass each order on once; the node "Remove Duplicates" on the field id does that.',
		details: { orderId, number },
	};
}

function numberTwiceInBatch(orderId: number, otherOrderId: number, number: string): Reason {
	return {
		code: 'NUMBER_TWICE_IN_BATCH',
		message: `order ${otherOrderId} of this batch would get the same reference number "${number}".`,
		fix: `Choose ${setting('import.prefix')}, ${setting('import.suffix')} and ${setting('import.fields.numberOffset')} so that each store has a series of its own.`,
		details: { orderId, otherOrderId, number },
	};
}
