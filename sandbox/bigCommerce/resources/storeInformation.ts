import { bare, enveloped } from '../http/answers';
import { serverTime } from '../http/dates';
import type { Route } from '../http/routes';
import type { Store } from '../store';

const scopes = ['information' as const];

/** The store about itself: clock, profile, and how it counts stock. */
export const storeRoutes: readonly Route[] = [
	{
		method: 'GET',
		path: '/v2/time',
		scopes,
		answer: ({ store }) => bare({ time: Math.floor(serverTime(store.settings, Date.now()) / 1000) }),
	},
	{ method: 'GET', path: '/v2/store', scopes, answer: ({ store }) => bare(profileOf(store)) },
	{
		method: 'GET',
		path: '/v3/settings/inventory',
		scopes,
		answer: ({ store }) => enveloped(stockSettingsOf(store)),
	},
];

function profileOf({ hash, state }: Store): object {
	return {
		id: hash,
		account_uuid: '00000000-0000-4000-8000-000000000000',
		domain: 'sandbox.example.com',
		secure_url: 'https://sandbox.example.com',
		control_panel_base_url: `https://store-${hash}.example.com`,
		status: 'live',
		name: 'Harbor Supply',
		first_name: 'Ada',
		last_name: 'Example',
		address: '1 Harbor Road',
		country: 'United States',
		country_code: 'US',
		infrastructure_region: 'us-central1',
		phone: '(512) 555-0100',
		admin_email: 'owner@example.com',
		order_email: 'orders@example.com',
		favicon_url: '',
		timezone: {
			name: 'America/Chicago',
			raw_offset: -21_600,
			dst_offset: -18_000,
			dst_correction: true,
			date_format: { display: 'M jS Y', export: 'M jS Y', extended_display: 'M jS Y @ g:i A' },
		},
		language: 'en',
		currency: 'USD',
		currency_symbol: '$',
		decimal_separator: '.',
		thousands_separator: ',',
		decimal_places: 2,
		currency_symbol_location: 'left',
		weight_units: 'LBS',
		dimension_units: 'Inches',
		dimension_decimal_places: 2,
		dimension_decimal_token: '.',
		dimension_thousands_token: ',',
		plan_name: 'Sandbox',
		plan_level: 'Pro',
		plan_is_trial: false,
		industry: '',
		logo: [],
		is_price_entered_with_tax: state.taxInclusive,
		store_id: 1_000_000,
		default_channel_id: 1,
		default_site_id: 1000,
		active_comparison_modules: [],
		features: {
			stencil_enabled: true,
			sitewidehttps_enabled: true,
			facebook_catalog_id: '',
			checkout_type: 'optimized',
			wishlists_enabled: true,
			graphql_storefront_api_enabled: true,
			shopper_consent_tracking_enabled: false,
			multi_storefront_enabled: true,
			storefront_limits: { active: 3, total_including_inactive: 10 },
		},
	};
}

function stockSettingsOf({ settings }: Store): object {
	return {
		product_out_of_stock_behavior: 'do_nothing',
		option_out_of_stock_behavior: 'do_nothing',
		update_stock_behavior: settings.updateStockBehavior,
		edit_order_stock_adjustment: settings.editOrderStockAdjustment,
		refund_order_stock_adjustment: settings.refundOrderStockAdjustment,
		stock_level_display: 'dont_show',
		default_out_of_stock_message: 'Out of stock',
		hide_in_product_filtering: false,
		show_pre_order_stock_levels: false,
		show_out_of_stock_message: true,
	};
}
