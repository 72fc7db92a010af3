import { omit } from 'lodash';

export type JsonRecord = Record<string, unknown>;

/** What goes to one place, or to nobody. */
type Consignment = JsonRecord;

interface ConsignmentsByKind {
	pickups: Consignment[];
	shipping: Consignment[];
	downloads: Consignment[];
	giftCertificates: Consignment[];
}

/** The parts of an order that its consignments hold. */
export interface ConsignedParts {
	/** In the order they were bought; undefined when some are only linked. */
	lines: unknown[] | undefined;
	addresses: JsonRecord[];
	pickups: JsonRecord[];
}

/**
 * Takes an order's `consignments` apart, in the object structure or the older list structure, as an HTTP
 * Request node may have asked for them.
 * @returns undefined when they were not read
 */
export function consignedParts(raw: unknown): ConsignedParts | undefined {
	const consignments = consignmentsOf(raw);
	return (
		consignments && {
			lines: linesOf(consignments),
			addresses: consignments.shipping.map(withoutLines),
			pickups: consignments.pickups.map(withoutLines),
		}
	);
}

/** Whether it is an object: neither a list nor null. */
export function isRecord(value: unknown): value is JsonRecord {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether it is a list of lines: not a link, nor a list of links. What is neither is for the check of fields to find. */
export function isLineList(raw: unknown): raw is unknown[] {
	return Array.isArray(raw) && raw.every((line) => !isRecord(line) || 'quantity' in line);
}

function consignmentsOf(raw: unknown): ConsignmentsByKind | undefined {
	if (Array.isArray(raw)) return byKind(raw.filter(isRecord));
	if (!isRecord(raw)) return undefined;
	const kinds = ['pickups', 'shipping', 'downloads', 'email'];
	if (!kinds.some((kind) => kind in raw)) return undefined;
	const email = isRecord(raw.email) ? raw.email.gift_certificates : raw.email;
	return {
		pickups: records(raw.pickups),
		shipping: records(raw.shipping),
		downloads: records(raw.downloads),
		giftCertificates: records(email),
	};
}

/** The older structure: a list of objects that each hold some of the kinds, or of consignments that name their kind or show it. */
function byKind(list: Consignment[]): ConsignmentsByKind {
	const all: ConsignmentsByKind = { pickups: [], shipping: [], downloads: [], giftCertificates: [] };
	for (const entry of list) {
		const nested = consignmentsOf(entry);
		if (nested) {
			for (const kind of Object.keys(all) as Array<keyof ConsignmentsByKind>) all[kind].push(...nested[kind]);
		} else {
			all[kindOf(entry)].push(entry);
		}
	}
	return all;
}

function kindOf(entry: Consignment): keyof ConsignmentsByKind {
	const named = typeof entry.type === 'string' ? entry.type.toLowerCase() : '';
	if (named.includes('pickup') || 'pickup_method_id' in entry) return 'pickups';
	if (named.includes('download') || named.includes('digital')) return 'downloads';
	if (named.includes('gift') || named.includes('email')) return 'giftCertificates';
	return 'recipient_email' in entry ? 'downloads' : 'shipping';
}

function linesOf(consignments: ConsignmentsByKind): unknown[] | undefined {
	const lists = Object.values(consignments)
		.flat()
		.map((consignment: Consignment) => consignment.line_items);
	if (!lists.every(isLineList)) return undefined;
	const lines = lists.flat();
	return lines.length > 0 ? lines.sort((a, b) => lineId(a) - lineId(b)) : undefined;
}

function lineId(line: unknown): number {
	return isRecord(line) && typeof line.id === 'number' ? line.id : 0;
}

function withoutLines(consignment: Consignment): JsonRecord {
	return omit(consignment, 'line_items');
}

function records(raw: unknown): Consignment[] {
	return Array.isArray(raw) ? raw.filter(isRecord) : [];
}
