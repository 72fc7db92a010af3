import { forEachItem } from '../../../shared/run/forEachItem';
import type { Operation } from '../../../shared/run/operation';
import { recordId } from '../../../shared/parameters/recordId';
import { removeMark } from '../../api/orderClaims';
import { isFreshClaim, readMarks } from '../../api/orderMarks';
import { forgetMark } from '../../marks/markMemory';
import type { BigCommerceClient } from '../../transport/client';
import { beingImported } from './beingImported';
import { orderNumber } from './get.operation';

export const removeImportMark: Operation<BigCommerceClient> = {
	option: {
		name: 'Remove Import Mark',
		value: 'removeImportMark',
		action: 'Remove import mark from order',
		description:
			'Take the import mark off an order, so that it is imported again. For an order whose document was deleted in SOS Inventory. Where n8n has several workers, the others notice it within three hours.',
	},
	parameters: [orderNumber],
	async execute(context, store) {
		const removed = await forEachItem(context, async (itemIndex) => {
			const orderId = recordId(context, 'orderId', 'Order Number', itemIndex);
			const found = await readMarks(store, orderId);
			if (found.some((mark) => isFreshClaim(store, mark))) throw beingImported(context, orderId, itemIndex);
			const removals = await Promise.allSettled(found.map(async (mark) => await removeMark(store, mark)));
			forgetMark(store, orderId);
			// One of another API account cannot be taken off; the others are by now.
			for (const removal of removals) if (removal.status === 'rejected') throw removal.reason;
			const [first] = found;
			return {
				orderId,
				removed: found.length > 0,
				mark: first === undefined || first.value.kind === 'claimed' ? {} : first.value.mark,
			};
		});
		return [removed];
	},
};
