import { skuText } from '../sku';
import { isKit } from '../sosItem';
import { readQuantity } from './quantity';
import type { GivenStockRow, SosStockItem, SosStockRead, StockFigure, StockSource } from './stockPlan';
import type { StockRuleInput } from './stockRule';

/** The figure of one SKU for one BigCommerce location. */
export interface SourceFigure {
	locationId: number;
	/** The sum over the reads for this location, as far as they were numbers. */
	value: number;
	/** What was read in place of a number. */
	unreadable?: { raw: unknown };
	/** In how many reads the item was found, and in which of them last. */
	reads: number;
	lastRead: number;
}

/** What the source says about one SKU. */
export interface SourceEntry {
	/** As the source spells it. */
	sku: string;
	/** undefined when the figures were given without SOS. */
	item: SosStockItem | undefined;
	rule: StockRuleInput | undefined;
	figures: SourceFigure[];
	/** Every item with this SKU, where there is more than one. */
	duplicates?: SosStockItem[];
	/** A given SKU came twice for one location. */
	repeated?: boolean;
	/** Set by the matching: some SKU of the shop stands for this entry. */
	wanted?: boolean;
}

export interface SourceStock {
	bySku: Map<string, SourceEntry>;
	itemsWithoutSku: SosStockItem[];
	rowsWithoutSku: number;
	rows: number;
	/** How many reads go to each location: an item must be in all of them. */
	readsPerLocation: Map<number, number>;
	/** The reads with fewer rows than SOS said there are. */
	halfRead: Array<{ location?: string; rows: number; total: number }>;
	/** What went wrong while it was read. */
	failure?: string;
}

/** Gathers the figures of the source by SKU. Rows that paging returned twice count once. */
export function readSource(
	source: StockSource,
	figure: StockFigure,
	keyOf: (sku: string) => string,
): SourceStock {
	const stock: SourceStock = {
		bySku: new Map(),
		itemsWithoutSku: [],
		rowsWithoutSku: 0,
		rows: 0,
		readsPerLocation: new Map(),
		halfRead: [],
		failure: source.failure,
	};
	if (source.kind === 'given') readGiven(stock, source.rows, keyOf);
	else source.reads.forEach((read, number) => readSos(stock, read, number, figure, keyOf));
	return stock;
}

function readGiven(stock: SourceStock, rows: Iterable<GivenStockRow>, keyOf: (sku: string) => string): void {
	for (const row of rows) {
		stock.rows++;
		const sku = skuText(row.sku);
		if (sku === undefined) {
			stock.rowsWithoutSku++;
			continue;
		}
		const key = keyOf(sku);
		let entry = stock.bySku.get(key);
		if (!entry) stock.bySku.set(key, (entry = { sku, item: undefined, rule: row.rule, figures: [] }));
		if (entry.figures.some(({ locationId }) => locationId === row.locationId)) entry.repeated = true;
		else addFigure(entry, row.locationId, 0, row.quantity);
	}
}

function readSos(
	stock: SourceStock,
	read: SosStockRead,
	readNumber: number,
	figure: StockFigure,
	keyOf: (sku: string) => string,
): void {
	const { bySku, readsPerLocation } = stock;
	const firstRow = stock.rows;
	readsPerLocation.set(read.locationId, (readsPerLocation.get(read.locationId) ?? 0) + 1);
	for (const item of read.items) {
		stock.rows++;
		const sku = skuText(item.sku);
		if (sku === undefined) {
			if (readNumber === 0) stock.itemsWithoutSku.push(item);
			continue;
		}
		const key = keyOf(sku);
		let entry = bySku.get(key);
		if (!entry || (entry.item?.archived && !item.archived && entry.item.id !== item.id)) {
			bySku.set(key, (entry = { sku, item, rule: item.rule, figures: [] }));
		} else if (entry.item && entry.item.id !== item.id) {
			if (!item.archived) addDuplicate(entry, entry.item, item);
			continue;
		}
		addFigure(entry, read.locationId, readNumber, quantityOf(item, figure));
	}
	const rows = stock.rows - firstRow;
	if (read.total !== undefined && rows < read.total) {
		stock.halfRead.push({ location: read.location, rows, total: read.total });
	}
}

function addDuplicate(entry: SourceEntry, first: SosStockItem, item: SosStockItem): void {
	entry.duplicates ??= [first];
	if (!entry.duplicates.some(({ id }) => id === item.id)) entry.duplicates.push(item);
}

function addFigure(entry: SourceEntry, locationId: number, readNumber: number, raw: unknown): void {
	let figure = entry.figures.find((known) => known.locationId === locationId);
	if (!figure) entry.figures.push((figure = { locationId, value: 0, reads: 0, lastRead: -1 }));
	if (figure.lastRead === readNumber) return;
	const quantity = readQuantity(raw);
	if (quantity === undefined) figure.unreadable = { raw };
	else figure.value += quantity;
	figure.reads++;
	figure.lastRead = readNumber;
}

/** Kits have no on hand of their own in SOS: theirs is worked out from their parts, as available. */
function quantityOf(item: SosStockItem, figure: StockFigure): unknown {
	if (figure === 'given') return item.quantity;
	return figure === 'onHand' && !isKit(item.type) ? item.onhand : item.available;
}
