import { snakeCase } from 'lodash';
import { DateTime } from 'luxon';
import type { QueryValue } from '../../shared/request/apiProfile';
import { v2Date } from '../transport/dates';

/** What BigCommerce filters orders by, but for the status; the names are its own in camel case. */
export interface OrderFilters {
	cartId?: string;
	channelId?: string;
	customerId?: number;
	email?: string;
	externalOrderId?: string;
	maxDateCreated?: DateTime;
	maxDateModified?: DateTime;
	maxId?: number;
	maxTotal?: number;
	minDateCreated?: DateTime;
	minDateModified?: DateTime;
	minId?: number;
	minTotal?: number;
	paymentMethod?: string;
}

/** The filters as a request names them. BigCommerce takes one status at a time. */
export function orderQuery(filters: OrderFilters, status?: number): Record<string, QueryValue> {
	const query: Record<string, QueryValue> = {};
	for (const [name, value] of Object.entries(filters) as Array<[string, QueryValue | DateTime]>) {
		query[snakeCase(name)] = value instanceof DateTime ? v2Date(value) : value;
	}
	return { ...query, status_id: status };
}
