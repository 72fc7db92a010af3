import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { groupBy } from 'lodash';
import type { Reason } from '../../../../sync/reason';
import { withLabels } from '../../../shared/parameters/settingLabels';
import type { StockOutcome } from './outcomes';

/** More SKUs of one reason are counted and not named: n8n stores them with each run. */
const MOST_SKUS = 1000;

/** What has no SKU is named by the item or product it is. */
function nameOf({ sku, reason }: StockOutcome): string {
	const { itemId, productId } = reason?.details ?? {};
	if (sku !== '' || (itemId === undefined && productId === undefined)) return sku;
	return itemId === undefined ? `product ${String(productId)}` : `item ${String(itemId)}`;
}

/** One item for each reason, the most frequent first. The message is that of the first SKU. */
export function reasonItems(skipped: StockOutcome[]): INodeExecutionData[] {
	const groups = Object.values(groupBy(skipped, ({ reason }) => reason?.code));
	return groups
		.sort((one, other) => other.length - one.length)
		.map((alike) => {
			const { code, message, fix } = withLabels(alike[0].reason as Reason);
			const others =
				alike.length === 1
					? ''
					: ` ${alike.length - 1} more ${alike.length === 2 ? 'has' : 'have'} the same reason.`;
			const json = {
				reason: { code, message: message + others, fix },
				count: alike.length,
				skus: alike.slice(0, MOST_SKUS).map(nameOf),
			} as IDataObject;
			return { json, pairedItem: { item: alike[0].items[0] ?? 0 } };
		});
}
