import type { Reason } from '../../reason';

/** What the source of the figures lacks, or gives twice. */
export const sourceReasons = {
	noSku,
	duplicate,
	notInSource,
};

function noSku(): Reason {
	return {
		code: 'STOCK_NO_SKU',
		message: 'A row of the input has no SKU.',
		fix: 'Give every row the SKU whose stock it sets.',
	};
}

function duplicate(sku: string): Reason {
	return {
		code: 'STOCK_DUPLICATE_IN_INPUT',
		message: `SKU ${sku} is in the input more than once for the same location.`,
		fix: 'Keep one row per SKU and location.',
	};
}

/** @param sosSku what it is in SOS, by its alias */
function notInSource(sku: string, sosSku: string): Reason {
	return {
		code: 'STOCK_NOT_IN_SOS',
		message:
			sosSku === sku
				? `SKU ${sku} has no stock figure in SOS Inventory.`
				: `SKU ${sku} stands for SKU ${sosSku}, which has no stock figure in SOS Inventory.`,
		fix: 'Give the SOS item this SKU, or add an alias for it.',
	};
}
