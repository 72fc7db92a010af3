import { Collection } from '../shared/collection';
import type { Reference } from './reading/references';
import type { Customer } from './records/customer';
import type { Hook, HookDelivery } from './records/hook';
import type { BomLine, Item } from './records/item';
import type { CustomFieldDefinition, Location, TableRow, TaxCode } from './records/referenceTables';
import type { SalesOrder, SalesReceipt } from './records/salesDocument';
import type { Adjustment, Shipment } from './records/stockDocuments';
import type { Balance } from './stock/balances';

/** Everything one company holds. */
export class SosState {
	readonly items = new Collection<Item>();

	/** Quantities of items that have any, by item id. */
	readonly balances = new Collection<Balance>();

	/** Components of kits and assemblies, by item id. */
	readonly boms = new Map<number, BomLine[]>();

	readonly customers = new Collection<Customer>();

	readonly salesOrders = new Collection<SalesOrder>();

	readonly salesReceipts = new Collection<SalesReceipt>();

	readonly shipments = new Collection<Shipment>();

	readonly adjustments = new Collection<Adjustment>();

	readonly hooks = new Collection<Hook>();

	/** Every webhook delivery so far, in order. */
	readonly hookDeliveries: HookDelivery[] = [];

	readonly locations = new Collection<Location>();

	readonly taxCodes = new Collection<TaxCode>();

	readonly customFields = new Collection<CustomFieldDefinition>();

	readonly accounts = new Collection<TableRow>();

	readonly bins = new Collection<TableRow>();

	readonly channels = new Collection<TableRow>();

	readonly classes = new Collection<TableRow>();

	readonly currencies = new Collection<TableRow>();

	readonly customerTypes = new Collection<TableRow>();

	readonly departments = new Collection<TableRow>();

	readonly jobs = new Collection<TableRow>();

	readonly orderStages = new Collection<TableRow>();

	readonly paymentMethods = new Collection<TableRow>();

	readonly priceTiers = new Collection<TableRow>();

	readonly priorities = new Collection<TableRow>();

	readonly salesReps = new Collection<TableRow>();

	readonly shipMethods = new Collection<TableRow>();

	readonly terms = new Collection<TableRow>();

	readonly uoms = new Collection<TableRow>();

	readonly users = new Collection<TableRow>();

	readonly vendors = new Collection<TableRow>();

	readonly warranties = new Collection<TableRow>();

	readonly workcenters = new Collection<TableRow>();

	readonly workers = new Collection<TableRow>();

	private lastId = 0;

	/** A new id; no two records of a company share one. */
	nextId(): number {
		this.lastId += 1;
		return this.lastId;
	}

	/** The location documents get that name none. */
	defaultLocation(): Reference {
		const location = this.locations.values().find(({ defaultLocation }) => defaultLocation);
		if (!location) throw new Error('The company has no default location.');
		return { id: location.id, name: location.name };
	}
}

/** The tables a record can point at. */
export type ReferenceTable =
	| 'accounts'
	| 'bins'
	| 'channels'
	| 'classes'
	| 'currencies'
	| 'customers'
	| 'customerTypes'
	| 'departments'
	| 'items'
	| 'jobs'
	| 'locations'
	| 'orderStages'
	| 'paymentMethods'
	| 'priceTiers'
	| 'priorities'
	| 'salesReps'
	| 'shipMethods'
	| 'taxCodes'
	| 'terms'
	| 'uoms'
	| 'users'
	| 'vendors'
	| 'workcenters';
