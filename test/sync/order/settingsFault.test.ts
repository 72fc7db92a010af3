import { withDefaultSettings, type PartialSettings } from '../../../sync/order/settings';
import { settingsFault } from '../../../sync/order/settingsFault';
import { numberThatFitsNone } from '../../../sync/order/referenceNumber';

const fault = (settings: PartialSettings) => settingsFault(withDefaultSettings(settings));
const item = { id: 7 };

it.each<[string, PartialSettings]>([
	['nothing chosen', {}],
	['a fixed customer, by name', { customer: { mode: 'fixed', fixed: { name: 'Web Shop' } } }],
	['a customer for guests', { customer: { guests: 'fixed', guestCustomer: { id: 1 } } }],
	['an item for shipping', { amounts: { shipping: { as: 'itemLine', item } } }],
	['a prefix with room for one digit', { number: { prefix: '12345678901234567890' } }],
	['a custom field by name', { fields: { customFields: [{ name: 'Channel', value: 'Web' }] } }],
	['a time zone', { fields: { timeZone: 'America/Chicago' } }],
])('settings with %s can work', (_what, settings) => expect(fault(settings)).toBeUndefined());

it.each<[string, PartialSettings, string, string]>([
	[
		'no room',
		{ number: { prefix: '12345678901', suffix: '1234567890' } },
		'NUMBER_TOO_LONG',
		'21 characters',
	],
	['half a number', { number: { offset: 0.5 } }, 'NUMBER_INVALID', '{import.fields.numberOffset}'],
	['no number', { number: { offset: NaN } }, 'NUMBER_INVALID', '{import.fields.numberOffset}'],
	['no fixed customer', { customer: { mode: 'fixed' } }, 'SETTING_CUSTOMER_MISSING', 'fixed customer'],
	['no customer for guests', { customer: { guests: 'fixed' } }, 'SETTING_CUSTOMER_MISSING', 'guests'],
	['no placeholder', { lines: { unmatched: 'placeholder' } }, 'SETTING_ITEM_MISSING', 'placeholder item'],
	['no item for shipping', { amounts: { shipping: { as: 'itemLine' } } }, 'SETTING_ITEM_MISSING', 'shipping'],
	['no item for handling', { amounts: { handling: { as: 'itemLine' } } }, 'SETTING_ITEM_MISSING', 'handling'],
	[
		'no item for wrapping',
		{ amounts: { wrapping: { as: 'itemLine' } } },
		'SETTING_ITEM_MISSING',
		'gift wrapping',
	],
	['no item for fees', { amounts: { fees: { as: 'itemLine' } } }, 'SETTING_ITEM_MISSING', 'fees'],
	[
		'no item for discounts',
		{ amounts: { discounts: { as: 'itemLine' } } },
		'SETTING_ITEM_MISSING',
		'discounts',
	],
	[
		'an unnamed field',
		{ fields: { customFields: [{ value: 'Web' }] } },
		'SETTING_CUSTOM_FIELD_MISSING',
		'row 1',
	],
	['no such zone', { fields: { timeZone: 'Mars/Base' } }, 'SETTING_TIME_ZONE_UNKNOWN', 'Mars/Base'],
])('settings with %s cannot', (_what, settings, code, words) => {
	expect(fault(settings)).toMatchObject({ code, message: expect.stringContaining(words) });
});

it('blames prefix and suffix only when no order number fits', () => {
	expect(numberThatFitsNone(['1234567890123456789012', '123456789012345678901'])).toBeUndefined();
	expect(numberThatFitsNone(['1234567890123456789012', '1234567890123456789013'])?.code).toBe(
		'NUMBER_TOO_LONG',
	);
	expect(numberThatFitsNone([])).toBeUndefined();
});
