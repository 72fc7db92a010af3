import { breakMarks, mendMarks, setting, type Chapter, type Door, type World } from './door';

const receiptsCount = { includeSalesReceiptsInAvailable: true };

/** Runs that overlap: three at a time, each starting while the one before it writes; all shoppers are new. */
export function overlap(orders: number): Door[] {
	return [true, false].map((startApart) => ({
		group: 'overlapping runs',
		title: `overlapping runs, ${startApart ? 'one after the other' : 'at the same moment'}`,
		setting: setting(orders / 2, { customers: 'findOrCreate', executions: 3, startApart }),
		story: [selling(orders / 20), selling(orders / 20), {}],
	}));
}

/** By payment an order goes to one book or the other, and payments are captured between the reads of two runs. */
export function twoBooks(orders: number): Door[] {
	return [1, 2].map((seed) => ({
		group: 'payments captured meanwhile',
		title: `payments captured meanwhile, seed ${seed}`,
		kinds: ['authorizedOnly', 'plain', 'twoTaxRates', 'authorizedOnly', 'giftWrapping'],
		setting: setting(orders / 2, {
			seed,
			executions: 2,
			startApart: true,
			settings: { transactionType: 'byPayment' },
		}),
		sos: receiptsCount,
		story: [
			{ ...breakMarks, meanwhile: capture },
			{ before: mendMarks, meanwhile: capture },
			selling(orders / 20, capture),
		],
	}));
}

/** Settings change while documents are written and not marked. */
export function changedSettings(orders: number): Door[] {
	const changes: Array<[string, Record<string, unknown>]> = [
		['prefix', { prefix: 'NEW-' }],
		['suffix', { suffix: '-B' }],
		['type', { transactionType: 'salesReceipt' }],
		['type and prefix', { transactionType: 'salesReceipt', prefix: 'R' }],
	];
	const ways = (['whileWriting', 'afterwards'] as const).flatMap((marks) =>
		changes.map(([words, settings]) => ({ marks, words, settings })),
	);
	return ways.map(({ marks, words, settings }) => ({
		group: 'settings changed while unmarked',
		title: `settings changed while unmarked: ${words}, marked ${marks}`,
		setting: setting(orders / ways.length, { marks }),
		sos: receiptsCount,
		story: [
			breakMarks,
			{
				before: async (world) => {
					mendMarks(world);
					await world.templates.change(settings);
				},
			},
			selling(5),
		],
	}));
}

function selling(count: number, work: (world: World) => void = () => undefined): Chapter {
	return {
		meanwhile: (world) => {
			world.shop.sell(Math.ceil(count));
			work(world);
		},
	};
}

/** Every second payment that was only authorized is captured. */
function capture({ bigCommerce: { state } }: World): void {
	const authorized = state.orders.values().filter(({ fields }) => fields.payment_status === 'authorized');
	for (const { id, fields } of authorized.filter((_, index) => index % 2 === 0)) {
		state.orders.update(id, { fields: { ...fields, payment_status: 'captured' }, modifiedAt: Date.now() });
	}
}
