import type { INodePropertyOptions } from 'n8n-workflow';
import type { Catalogue } from '../../../testing/engine/catalogue';
import { bigCommerceSubjects } from './bigCommerceSubjects';
import { chainSubjects } from './chainSubjects';
import { credentialSubjects } from './credentialSubjects';
import { sosInventorySubjects } from './sosInventorySubjects';

export const allSubjects = [
	...bigCommerceSubjects,
	...sosInventorySubjects,
	...chainSubjects,
	...credentialSubjects,
];

/** Everything of both nodes that calls an API: "bigCommerce order: get", "sosInventory getTerms". */
export function coverable({ nodeTypes, nodeNames }: Catalogue): string[] {
	const types = nodeNames.map((name) => nodeTypes.getByNameAndVersion(name));
	const own = types.filter(({ description }) => description.credentials !== undefined);
	return own.flatMap(({ description: { name, properties }, methods }) => {
		const operations = properties
			.filter((property) => property.name === 'operation')
			.flatMap(({ options, displayOptions }) =>
				(options as INodePropertyOptions[]).map(
					({ value }) => `${String(displayOptions?.show?.resource?.[0])}: ${String(value)}`,
				),
			);
		const filling = Object.keys({ ...methods?.loadOptions, ...methods?.listSearch });
		return [...operations, ...filling].map((what) => `${name} ${what}`);
	});
}

/** Those of {@link coverable} that no subject is there for. */
export function uncovered(catalogue: Catalogue): string[] {
	const covered = new Set(allSubjects.flatMap(({ covers }) => covers));
	return coverable(catalogue).filter((what) => !covered.has(what));
}
