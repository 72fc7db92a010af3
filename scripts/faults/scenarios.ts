import { outageKinds } from '../../sandbox/shared/faultRule';
import { allKinds, noFaults, oneKind, type FaultPlan } from './faultPlan';

/** One shop, what happens to it, and how its orders are imported. */
export interface Scenario {
	/** The row of the table it is counted in. */
	group: string;
	title: string;
	faults: FaultPlan;
	setting: ImportSetting;
}

/** All that decides what an import without faults costs. */
export interface ImportSetting {
	seed: number;
	orders: number;
	customers: 'fixed' | 'findOrCreate';
	/** Executions of the import that run at the same time. */
	executions: number;
	/** Whether items that SOS lacks are created. */
	createsItems: boolean;
	signIn: 'pastedToken' | 'oAuth2';
	/** Whether the node that writes claims and marks orders, or a node behind it marks them. */
	marks: 'whileWriting' | 'afterwards';
	/** Values of the import template's settings that differ from the campaign's. */
	settings?: Record<string, unknown>;
	/** Whether each execution of a round starts when the one before it has begun to write, instead of all at once. */
	startApart?: boolean;
}

type Variant = Omit<ImportSetting, 'seed' | 'orders'>;

const oneCustomer: Variant = {
	customers: 'fixed',
	executions: 1,
	createsItems: false,
	signIn: 'pastedToken',
	marks: 'whileWriting',
};
const byEmail: Variant = { ...oneCustomer, customers: 'findOrCreate' };

const SEEDS = [11, 12, 13, 14, 15, 16, 17, 18];

/** Every kind of fault by itself, with both ways to come by customers; `orders` in all. */
export function oneKindAtATime(orders: number): Scenario[] {
	const each = Math.ceil(orders / (2 * outageKinds.length));
	return outageKinds.flatMap((kind) =>
		[oneCustomer, byEmail].map((variant, index) => {
			const setting = { ...variant, seed: index + 1, orders: each };
			const title = `${kind}, ${inWords(variant)}`;
			return { group: kind, title, faults: oneKind(kind, index + 1), setting };
		}),
	);
}

/** All kinds of fault together, at several seeds; `orders` in all. */
export function allKindsTogether(orders: number): Scenario[] {
	const each = Math.ceil(orders / (2 * SEEDS.length));
	return SEEDS.flatMap((seed, index) => {
		const isEven = index % 2 === 0;
		const variants: Variant[] = [
			{ ...oneCustomer, ...(isEven ? { marks: 'afterwards' } : { signIn: 'oAuth2' }) },
			{ ...byEmail, executions: 2, createsItems: isEven },
		];
		return variants.map((variant) => ({
			group: `all kinds, ${inWords(variant)}`,
			title: `all kinds, seed ${seed}, ${inWords(variant)}`,
			faults: allKinds(seed),
			setting: { ...variant, seed, orders: each },
		}));
	});
}

/** The same shop without faults: what the calls of a scenario are held against. */
export function withoutFaults({ setting }: Scenario): Scenario {
	const title = `no faults, seed ${setting.seed}, ${inWords(setting)}`;
	return { group: 'no faults', title, faults: noFaults, setting };
}

function inWords({ customers, executions, createsItems, signIn, marks }: Variant): string {
	return [
		customers === 'fixed' ? 'one customer' : 'customers by e-mail',
		executions > 1 && `${executions} executions at once`,
		createsItems && 'items created',
		signIn === 'oAuth2' && 'OAuth2',
		marks === 'afterwards' && 'marked afterwards',
	]
		.filter(Boolean)
		.join(', ');
}
