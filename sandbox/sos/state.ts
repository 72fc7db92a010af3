import { Collection } from '../shared/collection';
import type { Reference } from './records/reference';
import type { Balance } from './records/balance';
import type { Customer } from './records/customer';
import type { Hook, HookDelivery } from './records/hook';
import type { BomLine, Item } from './records/item';
import type {
	Account,
	Bin,
	CustomFieldDefinition,
	ItemClass,
	Location,
	NamedRow,
	OrderStage,
	PaymentMethod,
	PriceTier,
	Priority,
	SalesRep,
	ShipMethod,
	TaxCode,
	Terms,
	Uom,
	User,
	Warranty,
	Workcenter,
	Worker,
} from './records/referenceTables';
import type { SalesOrder, SalesReceipt } from './records/salesDocument';
import type { Adjustment, Shipment } from './records/stockDocuments';
import type { Vendor } from './records/vendor';

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

	readonly accounts = new Collection<Account>();

	readonly bins = new Collection<Bin>();

	readonly channels = new Collection<NamedRow>();

	readonly classes = new Collection<ItemClass>();

	readonly currencies = new Collection<NamedRow>();

	readonly customerTypes = new Collection<NamedRow>();

	readonly departments = new Collection<NamedRow>();

	readonly jobs = new Collection<NamedRow>();

	readonly orderStages = new Collection<OrderStage>();

	readonly paymentMethods = new Collection<PaymentMethod>();

	readonly priceTiers = new Collection<PriceTier>();

	readonly priorities = new Collection<Priority>();

	readonly salesReps = new Collection<SalesRep>();

	readonly shipMethods = new Collection<ShipMethod>();

	readonly terms = new Collection<Terms>();

	readonly uoms = new Collection<Uom>();

	readonly users = new Collection<User>();

	readonly vendors = new Collection<Vendor>();

	readonly warranties = new Collection<Warranty>();

	readonly workcenters = new Collection<Workcenter>();

	readonly workers = new Collection<Worker>();

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
