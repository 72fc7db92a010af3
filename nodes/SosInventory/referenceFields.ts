import type { INodeProperties } from 'n8n-workflow';
import type { SosReference } from '../../sync/order/salesDocument';
import { picked } from './recordLocator';

/** A drop-down filled from one of SOS's reference tables, or an id by expression. */
export function referenceField(
	displayName: string,
	name: string,
	loadOptionsMethod: string,
	about?: string,
): INodeProperties {
	const pick =
		'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>';
	return {
		displayName: `${displayName} Name or ID`,
		name,
		type: 'options',
		typeOptions: { loadOptionsMethod },
		default: '',
		description: about === undefined ? pick : `${about}. ${pick}.`,
	};
}

/**
 * The value of a drop-down or locator as SOS takes it: an id, or a name where an expression gives one.
 * Undefined when nothing is chosen.
 */
export function reference(value: unknown): SosReference | undefined {
	const text = String(picked(value) ?? '').trim();
	if (text === '') return undefined;
	return /^\d+$/.test(text) ? { id: Number(text) } : { name: text };
}
