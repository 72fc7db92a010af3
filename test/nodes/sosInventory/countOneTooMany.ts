import type { TestCompany } from '../../../testing/sandbox/testCompany';

/** From now on lists of items count a row that they never give. */
export function countOneTooMany({ server }: TestCompany): () => void {
	const { items } = server.state;
	const values = items.values.bind(items);
	items.values = () => [...values(), values()[0]];
	return () => {
		items.values = values;
	};
}
