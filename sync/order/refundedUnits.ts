import { sum } from 'lodash';
import type { MatchedLine, MatchedOrder } from '../bigCommerceOrder';

/** A line of which units were refunded. */
export interface RefundedLine {
	line: MatchedLine;
	/** Undefined where BigCommerce says that the line is refunded, and not how many of its units. */
	units: number | undefined;
}

/** The lines of an order that BigCommerce says units were refunded of. */
export function refundedLines({ products }: MatchedOrder): RefundedLine[] {
	return products.flatMap((line): RefundedLine[] => {
		const units = Number(line.quantity_refunded ?? 0);
		if (units !== 0) return [{ line, units }];
		return line.is_refunded === true && line.quantity > 0 ? [{ line, units: undefined }] : [];
	});
}

/** For people, such as "3 of 10 units of line 7 (JAM)". */
export function inWords(lines: RefundedLine[]): string {
	return lines
		.map(({ line, units }) => {
			const name = `line ${line.id} (${line.sku || line.name || 'no name'})`;
			return units === undefined
				? `an unknown number of units of ${name}`
				: `${units} of ${line.quantity} units of ${name}`;
		})
		.join(', ');
}

/** Whether the refunded units are whole numbers that the lines have, and some unit is left. */
export function canBeLeftOut(order: MatchedOrder, refunded: RefundedLine[]): boolean {
	const isPart = ({ line, units }: RefundedLine) =>
		Number.isSafeInteger(units) &&
		units! > 0 &&
		Number.isSafeInteger(line.quantity) &&
		units! <= line.quantity;
	const left =
		sum(order.products.map(({ quantity }) => quantity)) - sum(refunded.map(({ units }) => units ?? 0));
	return refunded.every(isPart) && left > 0;
}
