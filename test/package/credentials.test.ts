import type { INodeTypeDescription } from 'n8n-workflow';
import { BigCommerce } from '../../nodes/BigCommerce/BigCommerce.node';
import { SosInventory } from '../../nodes/SosInventory/SosInventory.node';

const descriptions = [new BigCommerce(), new SosInventory()].map(({ description }) => description);

/** n8n's editor takes every parameter that a credential names for one of signing in, and hides it. */
const hiddenBy = ({ credentials = [] }: INodeTypeDescription) =>
	credentials.flatMap(({ displayOptions }) => Object.keys(displayOptions?.show ?? {}));

it.each(descriptions.map((description) => [description.displayName, description] as const))(
	'the credentials of the %s node hide no parameter but the choice between them',
	(_, description) => {
		const hidden = hiddenBy(description).filter((name) => name !== 'authentication' && !name.startsWith('/'));
		expect(hidden).toEqual([]);
	},
);
