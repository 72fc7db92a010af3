import { IANAZone } from 'luxon';
import type { Reason } from '../reason';
import type { SettingName } from '../settingName';
import { textLimits } from '../textLimits';
import { settingReasons } from './reasons/settingReasons';
import type { ChargeSettings, CustomerSettings, SalesDocumentSettings } from './settings';

/**
 * Why the settings can work for no order, or not for those that need what they lack. One look at them before the
 * first order saves a run in which every order is held for the same thing.
 *
 * @returns a reason about the settings alone, which names no order; undefined when they can work
 */
export function settingsFault(settings: SalesDocumentSettings): Reason | undefined {
	return (
		numberFault(settings) ??
		customerFault(settings.customer) ??
		itemFault(settings) ??
		customFieldFault(settings) ??
		timeZoneFault(settings)
	);
}

function numberFault({ number: { prefix, suffix, offset } }: SalesDocumentSettings): Reason | undefined {
	if (!Number.isSafeInteger(offset)) return settingReasons.offsetInvalid(offset);
	const length = prefix.length + suffix.length;
	return length < textLimits.number ? undefined : settingReasons.noRoomForNumbers(length);
}

function customerFault(customer: CustomerSettings): Reason | undefined {
	const { mode, fixed, guests, guestCustomer } = customer;
	if (mode === 'fixed') {
		return isChosen(fixed)
			? undefined
			: settingReasons.customerMissing('the fixed customer', 'import.fixedCustomer');
	}
	return guests === 'same' || isChosen(guestCustomer)
		? undefined
		: settingReasons.customerMissing('guests', 'import.customers.guestCustomer');
}

function isChosen(reference: CustomerSettings['fixed']): boolean {
	return reference?.id !== undefined || Boolean(reference?.name);
}

function itemFault({ lines, amounts }: SalesDocumentSettings): Reason | undefined {
	if (lines.unmatched === 'placeholder' && lines.placeholderItem === undefined) {
		return settingReasons.itemMissing('the placeholder item', 'import.lines.placeholderItem');
	}
	const { discounts, shipping, handling, wrapping, fees } = amounts;
	const charges: Array<[Pick<ChargeSettings, 'item'> & { as: string }, string, SettingName]> = [
		[shipping, 'shipping', 'import.amounts.shippingItem'],
		[handling, 'handling', 'import.amounts.handlingItem'],
		[wrapping, 'gift wrapping', 'import.amounts.wrappingItem'],
		[fees, 'fees', 'import.amounts.feesItem'],
		[discounts, 'discounts', 'import.amounts.discountsItem'],
	];
	const lacking = charges.find(([{ as, item }]) => as === 'itemLine' && item === undefined);
	return lacking && settingReasons.itemMissing(lacking[1], lacking[2]);
}

function customFieldFault({ fields }: SalesDocumentSettings): Reason | undefined {
	const index = fields.customFields.findIndex(({ id, name }) => id === undefined && !name);
	return index < 0
		? undefined
		: settingReasons.customFieldMissing(index + 1, fields.customFields[index].value);
}

function timeZoneFault({ fields: { timeZone } }: SalesDocumentSettings): Reason | undefined {
	return IANAZone.create(timeZone).isValid ? undefined : settingReasons.timeZoneUnknown(timeZone);
}
