import { flag, requiredName, text, type FieldValues } from '../reading/fields';
import type { Stored } from './stored';

/** The writable fields of a webhook. */
export const hookFields = {
	/** The only event there is: `item.quantity_updated`. */
	eventType: requiredName(100),
	postUri: requiredName(2000),
	/** Empty for the company's quantities, or a location id for that location's. */
	additionalData: text(),
	enabled: flag,
};

export type Hook = Stored & FieldValues<typeof hookFields>;

/** What is posted to a webhook. */
export interface QuantityUpdate {
	id: number;
	name: string;
	fullname: string;
	description: string | null;
	sku: string | null;
	onhand: number | null;
	available: number | null;
}

/** A delivery that was tried, and how it was answered; no status when nobody answered. */
export interface HookDelivery {
	hookId: number;
	body: QuantityUpdate;
	status?: number;
}
