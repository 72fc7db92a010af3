import type { SosSettings } from './settings';
import type { SosState } from './state';

/** One SOS Inventory company: what it holds and how it behaves. A token opens exactly one. */
export interface Company {
	id: number;
	name: string;
	state: SosState;
	settings: SosSettings;
}
