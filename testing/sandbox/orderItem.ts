import { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';
import type { OrderRecord } from '../../sandbox/shop/orders/orderRecord';

/** The order as 'BigCommerce: Order: Get Many' hands it on, with its lines and addresses. */
export function orderItem(record: OrderRecord): IDataObject {
	return {
		id: record.id,
		...record.fields,
		date_created: DateTime.fromMillis(record.createdAt, { zone: 'utc' }).toRFC2822(),
		products: record.lines,
		shipping_addresses: record.addresses,
		pickups: record.pickups,
		fees: record.fees,
		coupons: record.coupons,
	} as unknown as IDataObject;
}
