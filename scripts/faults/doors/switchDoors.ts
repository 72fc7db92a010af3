import { defaultUnknowns as bigCommerceDefaults } from '../../../sandbox/bigCommerce/unknowns';
import type { Unknowns as BigCommerceUnknowns } from '../../../sandbox/bigCommerce/unknowns';
import { defaultUnknowns as sosDefaults } from '../../../sandbox/sos/unknowns';
import type { Unknowns as SosUnknowns } from '../../../sandbox/sos/unknowns';
import { breakMarks, mendMarks, setting, type Door } from './door';

/** Every answer of every switch; the compiler misses none. */
type Answers<T> = { [Name in keyof T]: ReadonlyArray<T[Name]> };

const yesOrNo = [true, false] as const;

const sosAnswers: Answers<SosUnknowns> = {
	archivedDefault: ['no', 'any'],
	skuFindsArchived: yesOrNo,
	skuMatch: ['exact', 'ignoreCase', 'ignoreCaseAndSpaces'],
	customerEmailMatch: ['exact', 'substring'],
	listOrder: ['oldestFirst', 'newestFirst'],
	unknownLocationName: ['noRows', 'refused'],
	itemLocationFilter: ['allItems', 'stockedThere'],
	zoneOfFilters: ['utc', 'company', 'companyWhateverSent'],
	stockChangeTouchesItem: ['no', 'updatedsince', 'updatedsinceAndSyncToken'],
	quantitiesOfNonStockItems: ['zero', 'null'],
	overlongValue: ['refused', 'cut', 'accepted'],
	unknownReference: ['refused', 'blank'],
	ambiguousName: ['first', 'refused'],
	amountComparison: ['exact', 'cents'],
	amountMismatch: ['refused', 'corrected', 'kept'],
	documentLocation: ['defaulted', 'required'],
	expandedKitMoney: ['onFirst', 'byComponentPrice'],
	// Where it is ignored people have work to do: a door of its own.
	headerTaxAmount: ['kept'],
	lineDescriptionDefault: ['blank', 'fromItem'],
	idOnCreate: ['refused', 'ignored'],
	adjustmentPrecedence: ['quantityDiff', 'newQuantity'],
	adjustmentAccountRequired: yesOrNo,
	missingLastName: ['shown', 'hidden'],
	shipmentQuantity: ['quantity', 'shipped'],
	salesOrderFiresHook: yesOrNo,
	channelForm: ['reference', 'name'],
};

const bigCommerceAnswers: Answers<BigCommerceUnknowns> = {
	badAdjustmentRow: ['rejectsBatch', 'othersApplied'],
	repeatedAdjustmentRow: ['refused', 'lastWins'],
	skuOfProductTrackedItem: ['refused', 'accepted'],
	untrackedAdjustment: ['refused', 'ignored'],
	negativeAbsolute: ['refused', 'accepted'],
	negativeAvailable: yesOrNo,
	untrackedInInventory: yesOrNo,
	inventorySkuMatch: ['exact', 'ignoreCase'],
	baseVariantsBySku: yesOrNo,
	archivedOrdersListed: yesOrNo,
	isDeletedFilter: yesOrNo,
	incompleteOrdersListed: yesOrNo,
	dateBounds: ['inclusive', 'exclusive'],
	numberBounds: ['inclusive', 'exclusive'],
	limitAboveMaximum: ['refused', 'clamped'],
	consignmentLineLimit: [null, 3],
	lineLimitCounts: ['perConsignment', 'perOrder'],
	bundledInItemsTotal: yesOrNo,
	feesForm: ['object', 'list'],
	feeMoney: ['text', 'number'],
	unknownStatusId: ['refused', 'ignored'],
	shipmentMovesStatus: yesOrNo,
	tooLargeShipment: ['refused', 'accepted'],
	unknownHookScope: ['refused', 'accepted'],
	hookAnswer: ['data', 'bare'],
	statusAfterRefund: ['moves', 'stays'],
	refundFeedsLines: yesOrNo,
	batchOfDuplicates: ['unprocessable', 'conflict'],
	batchErrorsNameRow: yesOrNo,
	shipmentTouchesOrder: yesOrNo,
	refundTouchesOrder: yesOrNo,
	metafieldTouchesOrder: yesOrNo,
	metafieldsTurn: yesOrNo,
};

/** What makes a switch matter, or lets an import go on where it does. */
const beside: Record<string, Pick<Door, 'sos' | 'bigCommerce'>> = {
	zoneOfFilters: { sos: { timeZone: 'Pacific/Auckland' } },
	expandedKitMoney: { sos: { expandKitsOnSalesOrders: true } },
	lineLimitCounts: { bigCommerce: { consignmentLineLimit: 2 } },
};

/** One switch with one answer. */
interface Reading extends Pick<Door, 'sos' | 'bigCommerce'> {
	name: string;
}

/** Both readings of every switch, each in a small shop with an interruption, overlapping runs and a refund before the import. */
export function everySwitch(orders: number): Door[] {
	const all: Reading[] = [
		{ name: 'defaults' },
		...others(sosAnswers, sosDefaults).map(([name, value]) => ({ name, sos: { [name]: value } })),
		...others(bigCommerceAnswers, bigCommerceDefaults).map(([name, value]) => ({
			name,
			bigCommerce: { [name]: value },
		})),
	];
	return all.map(({ name, ...servers }) => ({
		group: 'switches of what is unknown',
		title: `${name}: ${JSON.stringify(Object.values({ ...servers.sos, ...servers.bigCommerce })[0])}`,
		setting: setting(Math.ceil(orders / all.length), {
			customers: 'findOrCreate',
			executions: 2,
			settings: name === 'documentLocation' ? { sosLocation: 'Main Warehouse' } : {},
		}),
		sos: { ...beside[name]?.sos, ...servers.sos },
		bigCommerce: { ...beside[name]?.bigCommerce, ...servers.bigCommerce },
		story: [
			{ before: (world) => (world.shop.refundLatest(), breakMarks.before!(world)) },
			{ before: mendMarks, meanwhile: ({ shop }) => shop.sell(3) },
		],
	}));
}

/** The answers that are not the default. */
function others<T extends object>(answers: Answers<T>, defaults: T): Array<[name: string, value: unknown]> {
	return (Object.keys(answers) as Array<keyof T & string>).flatMap((name) =>
		answers[name]
			.filter((value) => value !== defaults[name])
			.map((value): [string, unknown] => [name, value]),
	);
}
