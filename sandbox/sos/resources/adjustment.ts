import type { Company } from '../company';
import { fromCents, quantity, toCents } from '../decimal';
import { documentDate } from '../documents/dating';
import { linesWithItem } from '../documents/lines';
import { documentNumber } from '../documents/numbering';
import { archivedFilter, dateFilter, locationFilter, searching, sinceFilter } from '../listing/query';
import type { LowerCaseObject } from '../reading/body';
import { readFields } from '../reading/fields';
import type { Reference } from '../records/reference';
import { adjustmentFields, type Adjustment, type AdjustmentLine } from '../records/stockDocuments';
import { changed, newStored } from '../records/stored';
import { invalid } from '../refusal';
import { balanceOf, post, reversed, type Posting } from '../stock/balances';
import { notifyOfStock } from '../stock/hookDelivery';
import { holdsStock } from '../stock/shipping';
import { withoutTimes, type Resource } from './resource';

/** `/adjustment`: the direct way to change what is in stock. */
export const adjustmentResource: Resource<Adjustment> = {
	path: 'adjustment',
	collection: (state) => state.adjustments,
	filters: [
		searching(
			(adjustment) => adjustment.number,
			(adjustment) => adjustment.id,
			(adjustment) => adjustment.comment,
			(adjustment) => adjustment.location.name,
		),
		archivedFilter,
		dateFilter,
		locationFilter,
		sinceFilter,
	],
	render: () => (adjustment) => ({
		...withoutTimes(adjustment),
		summaryOnly: false,
		hasSignature: false,
		forceSave: false,
	}),
	renderSummary:
		() =>
		({ id, syncToken, starred, number, date, location, total, archived }) => ({
			id,
			syncToken,
			starred,
			number,
			date,
			location,
			total,
			archived,
			summaryOnly: true,
		}),
	create(body, company) {
		if (body.id && company.settings.idOnCreate === 'refused')
			throw invalid('The id of a new adjustment must not be provided.');
		const adjustment: Adjustment = {
			...newStored(company.state.nextId()),
			...contentOf(body, company),
			archived: false,
		};
		notifyOfStock(company, post(company, postingsOf(adjustment)));
		return company.state.adjustments.set(adjustment);
	},
	replace(before, body, company) {
		const after = changed(before, contentOf(body, company, before));
		notifyOfStock(company, post(company, [...reversed(postingsOf(before)), ...postingsOf(after)]));
		return company.state.adjustments.set(after);
	},
};

function postingsOf({ lines, location }: Adjustment): Posting[] {
	return lines.map(({ item, quantityDiff }) => ({
		itemId: item.id,
		locationId: location.id,
		figure: 'onhand',
		change: quantityDiff,
	}));
}

function contentOf(body: LowerCaseObject, company: Company, before?: Adjustment) {
	const values = readFields(adjustmentFields, body, company);
	if (!values.account && company.settings.adjustmentAccountRequired)
		throw invalid('You must select an account.');
	const location = values.location ?? company.state.defaultLocation();
	const stocked = values.lines.filter(({ item }) => item && holdsStock(company, item.id));
	const lines = linesWithItem(stocked, 'an adjustment').map((line, index): AdjustmentLine => ({
		...line,
		...figuresOf(line, stockWithout(before, line.item.id, location.id, company), company),
		id: before?.lines.find(({ id }) => id === line.id)?.id ?? company.state.nextId(),
		lineNumber: line.lineNumber ?? index + 1,
	}));
	return {
		...values,
		location,
		lines,
		date: documentDate(values.date, company, before),
		number: documentNumber(values.number, company.state.adjustments, 'adjustment', before?.id),
		total: fromCents(lines.reduce((sum, { valueDiff }) => sum + toCents(valueDiff), 0)),
	};
}

/** What would lie at a location if `adjustment`, which is about to be replaced, had never been. */
function stockWithout(
	adjustment: Adjustment | undefined,
	itemId: number,
	locationId: number,
	company: Company,
): number {
	const own = adjustment?.location.id === locationId ? adjustment.lines : [];
	const ownDiff = own
		.filter(({ item }) => item.id === itemId)
		.reduce((sum, { quantityDiff }) => sum + quantityDiff, 0);
	return quantity((balanceOf(company, itemId).onhand[locationId] ?? 0) - ownDiff);
}

type SentLine = ReturnType<(typeof adjustmentFields)['lines']>[number];

function figuresOf(line: SentLine & { item: Reference }, onhand: number, { settings, state }: Company) {
	const prefersTarget = settings.adjustmentPrecedence === 'newQuantity' || line.quantityDiff === null;
	const target = prefersTarget ? line.newQuantity : null;
	const quantityDiff = target === null ? (line.quantityDiff ?? 0) : quantity(target - onhand);
	const cost = state.items.get(line.item.id)?.purchaseCost ?? 0;
	return {
		quantityDiff,
		newQuantity: quantity(onhand + quantityDiff),
		valueDiff: line.valueDiff ?? fromCents(toCents(quantityDiff * cost)),
	};
}
