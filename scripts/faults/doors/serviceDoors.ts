import { breakMarks, mendMarks, setting, type Door } from './door';
import type { Findings } from '../findings';

const SIX_HOURS = 6 * 3_600_000;

/** Clocks of n8n and the services six hours apart, while documents stay unmarked, items move and orders come in. */
export function clocksApart(orders: number): Door[] {
	const clocks = [-SIX_HOURS, 0, SIX_HOURS];
	const apart = clocks
		.flatMap((sos) => clocks.map((bigCommerce) => ({ sos, bigCommerce })))
		.filter(({ sos, bigCommerce }) => sos !== 0 || bigCommerce !== 0);
	return apart.map(({ sos, bigCommerce }) => ({
		group: 'clocks six hours apart',
		title: `clocks apart: SOS ${hours(sos)}, BigCommerce ${hours(bigCommerce)}`,
		setting: setting(orders / apart.length, { customers: 'findOrCreate', executions: 2, createsItems: true }),
		sos: { clockAheadMs: sos },
		bigCommerce: { clockAheadMs: bigCommerce },
		story: [breakMarks, { before: mendMarks, meanwhile: ({ shop }) => shop.sell(5) }, {}],
	}));
}

function hours(ms: number): string {
	return `${ms > 0 ? '+' : ''}${ms / 3_600_000} h`;
}

/** The company replaces kits by their components: each way to spread the money, with documents written and unmarked. */
export function expandedKits(orders: number): Door[] {
	return (['onFirst', 'byComponentPrice'] as const).map((expandedKitMoney) => ({
		group: 'kits expanded',
		title: `kits expanded, money ${expandedKitMoney}`,
		kinds: ['kit', 'plain', 'kit', 'twoTaxRates', 'couponPercentage'],
		setting: setting(orders / 2),
		sos: { expandKitsOnSalesOrders: true, expandedKitMoney },
		story: [breakMarks, { before: mendMarks }],
	}));
}

/** Lists that hold only so many lines of an order. */
export function cutLines(orders: number): Door[] {
	const limits = [1, 2, 7, 50];
	const ways = (['perConsignment', 'perOrder'] as const).flatMap((lineLimitCounts) =>
		limits.map((consignmentLineLimit) => ({ lineLimitCounts, consignmentLineLimit })),
	);
	return ways.map((way) => ({
		group: 'lines cut in lists',
		title: `lines cut at ${way.consignmentLineLimit} ${way.lineLimitCounts}`,
		kinds: ['pickList', 'manyLines', 'plain', 'severalAddresses', 'giftWrapping', 'everythingAtOnce'],
		setting: setting(orders / ways.length),
		bigCommerce: way,
		story: [{ meanwhile: ({ shop }) => shop.sell(2) }],
	}));
}

/** So many documents may be written before a difference that is the same on each ends the run. */
const MOST_ALIKE = 3;

/** SOS ignores the header tax until the user has set its company up: no flood of wrong documents, and then all the others. */
export function ignoredTax(orders: number): Door[] {
	let written = 0;
	return [
		{
			group: 'tax ignored',
			title: 'tax ignored until it is set up',
			kinds: ['plain', 'twoTaxRates', 'giftWrapping'],
			setting: setting(orders),
			sos: { headerTaxAmount: 'recomputed' },
			story: [
				{},
				{
					before: ({ sos, shop }) => {
						written = sos.state.salesOrders.values().filter(({ id }) => id > shop.before.lastId).length;
						sos.settings.headerTaxAmount = 'kept';
					},
				},
			],
			judge: (findings) => onlySo(findings, written, MOST_ALIKE),
		},
	];
}

/** What is wrong beside so many documents that are a tax short, which people have to correct. */
function onlySo(findings: Findings, written: number, most: number): Findings {
	const isShort = (text: string) => text.includes(' comes to ');
	const short = findings.wrong.filter(isShort);
	const isTooMany = written > most || short.length > written;
	return {
		...findings,
		losses: findings.losses.filter((text) => !text.startsWith('mark of order')).slice(0),
		wrong: [
			...findings.wrong.filter((text) => !isShort(text)),
			...(isTooMany ? [`${written} documents were written without tax`] : []),
		],
	};
}
