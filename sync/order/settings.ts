import { cloneDeep, isPlainObject, mergeWith } from 'lodash';
import { statusesToShip } from './orderStatuses';
import type { SosCustomField, SosReference } from './salesDocument';

/** When an order may be imported. An empty list means "any". */
export interface EligibilitySettings {
	/** BigCommerce status ids. */
	statusIds: number[];
	channelIds: number[];
	/**
	 * Only orders created at or after this moment: ISO 8601, in `fields.timeZone` unless it has an offset;
	 * empty for no limit.
	 */
	createdFrom: string;
	/** `paid` and `authorised` look at the payment status; `always` does not. */
	payment: PaymentRule;
	/** Another payment rule for some payment methods, by the name the order carries, whatever its case. */
	paymentByMethod: Record<string, PaymentRule>;
	includeArchived: boolean;
	testOrders: {
		/** Orders with a total below this many major units are taken for tests; 0 for no limit. */
		minimumTotal: number;
		/** E-mail patterns with `*` for any text, such as `*@example.com`. */
		emailPatterns: string[];
	};
	/** `oneDocument` ships all to the first address and lists the others in the comment. */
	severalAddresses: 'oneDocument' | 'hold';
	/** What to do with an order of which units were refunded before the import; `leaveOut` imports the rest. */
	refundedUnits: 'hold' | 'leaveOut';
	/** SKUs, with `*` for any text, whose orders are not imported: of invoice payments, for example. */
	skusNotImported: string[];
}

export type PaymentRule = 'always' | 'authorised' | 'paid';

export interface CustomerSettings {
	/** `fixed` books every order on one customer. */
	mode: 'fixed' | 'findOrCreate';
	fixed?: SosReference;
	/** What to do with shoppers without an account: the same as with others, or one customer for all. */
	guests: 'same' | 'fixed';
	guestCustomer?: SosReference;
	/** What to do with orders that carry neither a name, a company nor an e-mail, such as sales at a register. */
	walkIns: 'oneCustomer' | 'hold';
	/** What the customer for those is called. */
	walkInName: string;
	/** Tried one after the other. */
	matchBy: CustomerMatchRule[];
	/** Whose e-mail addresses change with each order, so that shoppers are found by name and address: see `isRelayed`. */
	relays: string[];
	/** What a new customer is called. */
	nameFrom: 'person' | 'company';
	/** Put on customers that are created. */
	newCustomer: {
		terms?: SosReference;
		salesRep?: SosReference;
		notes?: string;
	};
}

export type CustomerMatchRule = 'email' | 'companyAndPostalCode' | 'name';

/** The rules that can be chosen, and the one that goes by name and address where e-mail addresses change. */
export type CustomerRule = CustomerMatchRule | 'nameAndAddress';

/** `createItem` only applies to a SKU that SOS does not know; every other mismatch is then held. */
export type UnmatchedPolicy = 'hold' | 'placeholder' | 'skipZero' | 'createItem';

export interface LineSettings {
	unmatched: UnmatchedPolicy;
	placeholderItem?: SosReference;
	/** For lines without a SKU, such as those typed in by staff; the policy above applies when missing. */
	itemWithoutSku?: SosReference;
	/** For gift certificates that were sold. */
	giftCertificateItem?: SosReference;
	/** The items that are created, apart from name, SKU and description. */
	newItem: { type: string; incomeAccount?: SosReference; taxable: boolean; updateBigCommerce: boolean };
	/** true: the SOS item's own description instead of the product name and options of the order. */
	overrideDescription: boolean;
	/** Put on every line; each item's own class when missing. */
	class?: SosReference;
	/** `fromOrder`: a line is taxable when the order charged tax on it. */
	taxable: 'fromOrder' | 'fromItem';
}

/** Where a charge goes: into the document's shipping amount, or on a line of its own. */
export interface ChargeSettings {
	as: 'shippingAmount' | 'itemLine';
	item?: SosReference;
}

export interface AmountSettings {
	discounts: {
		/** `spread` lowers the lines the discount applies to. */
		as: 'header' | 'spread' | 'itemLine';
		item?: SosReference;
	};
	shipping: ChargeSettings;
	handling: ChargeSettings;
	wrapping: ChargeSettings;
	fees: ChargeSettings;
	tax: {
		/** `taxCode` names the tax codes next to the amount; BigCommerce's amount is always sent. */
		as: 'amount' | 'taxCode';
		taxCode?: SosReference;
		/** For lines that bear no tax. */
		exemptTaxCode?: SosReference;
	};
	/**
	 * Whether the store enters prices with tax (`is_price_entered_with_tax` of the store). Only read when
	 * the order itself does not say; worked out from the order's figures when this is missing too.
	 */
	pricesEnteredWithTax?: boolean;
	/**
	 * Allowed Rounding Difference: by how many of the currency's smallest unit the order's own figures may
	 * contradict each other. The difference is put on a line, with a warning.
	 */
	allowedRounding: number;
}

export interface PaymentSettings {
	/** A receipt's payment method by the order's payment method. */
	methods: Record<string, SosReference>;
	defaultMethod?: SosReference;
	depositAccount?: SosReference;
	/**
	 * What a sales order shows as already paid: nothing, what gift certificates and store credit paid, or
	 * for a paid order everything. A sales receipt is paid by its nature.
	 */
	deposit: 'none' | 'giftCertificatesAndStoreCredit' | 'everythingPaid';
}

export interface FieldSettings {
	location?: SosReference;
	channel?: SosReference;
	department?: SosReference;
	/** Sales orders only. */
	terms?: SosReference;
	orderStage?: SosReference;
	salesRep?: SosReference;
	customFields: SosCustomField[];
	comment: { customerMessage: boolean; staffNotes: boolean; shippingMethod: boolean };
	/** An IANA name such as `America/Chicago`. */
	timeZone: string;
	/** SOS ship methods by the order's shipping method. Sales receipts only: sales orders have no such field. */
	shipMethods: Record<string, SosReference>;
	defaultShipMethod?: SosReference;
}

export interface CurrencySettings {
	/** ISO code; empty: the store's default currency. */
	home: string;
	/** SOS currencies by ISO code. `exchangeRate`, home currency per unit, replaces the order's own. */
	foreign: Record<string, SosReference & { exchangeRate?: number }>;
}

/** What an order becomes. */
export type SalesDocumentType = 'salesOrder' | 'salesReceipt';

/** Everything a shop-keeper can choose about turning orders into sales documents. */
export interface SalesDocumentSettings {
	/** `byPayment`: a sales receipt when the order is paid, else a sales order. */
	type: SalesDocumentType | 'byPayment';
	/** Reference number = prefix + (order number + offset) + suffix. */
	number: { prefix: string; suffix: string; offset: number };
	eligibility: EligibilitySettings;
	customer: CustomerSettings;
	lines: LineSettings;
	amounts: AmountSettings;
	payment: PaymentSettings;
	fields: FieldSettings;
	currency: CurrencySettings;
}

/** Works without naming a single SOS record. */
export const defaultSettings: SalesDocumentSettings = {
	type: 'salesOrder',
	number: { prefix: '', suffix: '', offset: 0 },
	eligibility: {
		statusIds: [...statusesToShip],
		channelIds: [],
		createdFrom: '',
		payment: 'always',
		paymentByMethod: {},
		includeArchived: false,
		testOrders: { minimumTotal: 0, emailPatterns: [] },
		severalAddresses: 'oneDocument',
		refundedUnits: 'hold',
		skusNotImported: [],
	},
	customer: {
		mode: 'findOrCreate',
		guests: 'same',
		walkIns: 'oneCustomer',
		walkInName: 'Walk-in Sales',
		matchBy: ['email', 'companyAndPostalCode', 'name'],
		relays: [],
		nameFrom: 'person',
		newCustomer: {},
	},
	lines: {
		unmatched: 'hold',
		newItem: { type: 'Inventory Item', taxable: true, updateBigCommerce: false },
		overrideDescription: false,
		taxable: 'fromOrder',
	},
	amounts: {
		discounts: { as: 'header' },
		shipping: { as: 'shippingAmount' },
		handling: { as: 'shippingAmount' },
		wrapping: { as: 'shippingAmount' },
		fees: { as: 'shippingAmount' },
		tax: { as: 'amount' },
		allowedRounding: 0,
	},
	payment: { methods: {}, deposit: 'giftCertificatesAndStoreCredit' },
	fields: {
		customFields: [],
		comment: { customerMessage: true, staffNotes: false, shippingMethod: true },
		timeZone: 'UTC',
		shipMethods: {},
	},
	currency: { home: '', foreign: {} },
};

export type PartialSettings<T = SalesDocumentSettings> = {
	[K in keyof T]?: T[K] extends unknown[]
		? T[K]
		: T[K] extends object | undefined
			? PartialSettings<T[K]>
			: T[K];
};

/** The default settings with those given put over them. Lists replace the default list, they are not merged into it. */
export function withDefaultSettings(given: PartialSettings = {}): SalesDocumentSettings {
	return mergeWith(cloneDeep(defaultSettings), given, (_, value: unknown) =>
		isPlainObject(value) || value === undefined ? undefined : value,
	);
}
