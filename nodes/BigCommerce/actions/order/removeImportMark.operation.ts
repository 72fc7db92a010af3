import { forEachItem } from '../../../shared/run/forEachItem';
import type { Operation } from '../../../shared/run/operation';
import { recordId } from '../../../shared/parameters/recordId';
import { removeMark } from '../../api/orderClaims';
import { readMarks } from '../../api/orderMarks';
import { forgetMark } from '../../marks/markMemory';
import type { BigCommerceClient } from '../../transport/client';
import { orderNumber } from './get.operation';

export const removeImportMark: Operation<BigCommerceClient> = {
	option: {
		name: 'Remove Import Mark',
		value: 'removeImportMark',
		action: 'Remove import mark from order',
		description:
			'Take off an order what Mark as Imported has put on it, so that the next run imports it again. For an order whose document was deleted in SOS Inventory.',
	},
	parameters: [{ ...orderNumber, default: '={{ $json.id }}' }],
	async execute(context, store) {
		const removed = await forEachItem(context, async (itemIndex) => {
			const orderId = recordId(context, 'orderId', 'Order Number', itemIndex);
			const found = await readMarks(store, orderId);
			for (const mark of found) await removeMark(store, mark);
			forgetMark(store, orderId);
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
