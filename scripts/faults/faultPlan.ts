import { outageKinds, type FaultKind, type FaultRule } from '../../sandbox/shared/faultRule';

/** Rules for each of the two servers. */
export interface FaultPlan {
	sos: FaultRule[];
	bigCommerce: FaultRule[];
}

/** Only the APIs: what a user does in the browser to connect a credential goes well. */
const API = { path: '^/(api|stores)/' };

/** The nodes wait a second before they ask BigCommerce again, and SOS's own interval before they ask SOS. */
const USUAL = { sos: { probability: 0.1 }, bigCommerce: { probability: 0.1 } };

/** Where a kind is to come otherwise than usual. */
const CHANCES: Partial<Record<FaultKind, Partial<Record<keyof FaultPlan, Partial<FaultRule>>>>> = {
	// Says that a second has to pass.
	tooManyRequests: { sos: { probability: 0.03 } },
	// Longer than the time-out of the credential, which is three seconds.
	hang: {
		sos: { every: 60, delayMs: 8000 },
		bigCommerce: { every: 15, delayMs: 8000 },
	},
	// Ends the run, since a pasted token that is refused stays refused.
	tokenExpired: { sos: { every: 45 }, bigCommerce: { every: 25 } },
	// Few requests can meet these.
	staleRead: { sos: { probability: 0.4 }, bigCommerce: { probability: 0.4 } },
	shiftingPage: { sos: { probability: 0.5 }, bigCommerce: { probability: 0.5 } },
	editDuringRead: { bigCommerce: { probability: 0.6 } },
};

/** With all kinds at once each comes so many times more rarely. */
const THINNED = 6;

/** One kind of fault, wherever the server can make it. */
export function oneKind(kind: FaultKind, seed: number): FaultPlan {
	return { sos: rules('sos', kind, seed), bigCommerce: rules('bigCommerce', kind, seed) };
}

/** All kinds at once. */
export function allKinds(seed: number): FaultPlan {
	const plans = outageKinds.map((kind, index) => oneKind(kind, seed * 100 + index));
	return {
		sos: plans.flatMap(({ sos }) => sos).map(thinned),
		bigCommerce: plans.flatMap(({ bigCommerce }) => bigCommerce).map(thinned),
	};
}

export const noFaults: FaultPlan = { sos: [], bigCommerce: [] };

function rules(server: keyof FaultPlan, kind: FaultKind, seed: number): FaultRule[] {
	const isMade = server === 'sos' ? kind !== 'editDuringRead' : !kind.startsWith('throttleText');
	if (!isMade) return [];
	return [{ kind, seed, ...API, ...(CHANCES[kind]?.[server] ?? USUAL[server]) }];
}

function thinned(rule: FaultRule): FaultRule {
	const { every, probability } = rule;
	return {
		...rule,
		...(every !== undefined && { every: every * THINNED }),
		...(probability !== undefined && { probability: probability / THINNED }),
	};
}
