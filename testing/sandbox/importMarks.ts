import type { BigCommerceServer } from '../../sandbox';

/** What stands on an order where import marks stand. */
export interface StoredMark {
	orderId: number;
	/** Of the document it names; undefined for a claim. */
	documentId?: string;
	isClaim: boolean;
}

/** The import marks and claims of all API accounts. */
export function readMarks({ state }: BigCommerceServer): StoredMark[] {
	const marks = state.metafields.values().filter(({ key }) => key === 'imported');
	return marks.map(({ resource_id, value }) => {
		const { id, state: kind } = JSON.parse(value) as { id?: string; state?: string };
		return { orderId: resource_id, documentId: id, isClaim: kind === 'claimed' };
	});
}
