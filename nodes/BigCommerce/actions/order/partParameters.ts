import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { settingLabels } from '../../../shared/parameters/settingLabels';
import { simplify as simplifyParameter } from '../../../shared/parameters/simplify';
import { yesOrDefault } from '../../../shared/parameters/yesOrNo';
import type { OrderParts } from '../../api/orderParts';

export const includeLines: INodeProperties = {
	displayName: settingLabels['orders.includeLines'],
	name: 'includeLines',
	type: 'boolean',
	default: true,
	description: 'Whether the order comes with its lines, shipping addresses and fees, at no extra request',
};

export const includeCoupons: INodeProperties = {
	displayName: 'Include Coupons',
	name: 'includeCoupons',
	type: 'boolean',
	default: false,
	description: 'Whether the order comes with the coupons used, at one request per order',
};

export const simplify: INodeProperties = {
	...simplifyParameter,
	hint: 'Keeps what the import needs, in about half the memory',
};

export function chosenParts(context: IExecuteFunctions, itemIndex: number): OrderParts {
	return {
		lines: yesOrDefault(context, includeLines, itemIndex),
		coupons: yesOrDefault(context, includeCoupons, itemIndex),
		simplify: yesOrDefault(context, simplify, itemIndex),
	};
}
