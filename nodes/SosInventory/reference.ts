import type { SosReference } from '../../sync/order/salesDocument';
import { picked } from './recordLocator';

/**
 * The value of a drop-down or locator as SOS takes it: an id, or a name where an expression gives one.
 * Undefined when nothing is chosen.
 */
export function reference(value: unknown): SosReference | undefined {
	const text = String(picked(value) ?? '').trim();
	if (text === '') return undefined;
	return /^\d+$/.test(text) ? { id: Number(text) } : { name: text };
}
