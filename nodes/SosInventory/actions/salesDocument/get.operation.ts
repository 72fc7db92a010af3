import type { IExecuteFunctions } from 'n8n-workflow';
import { forEachItem } from '../../../shared/run/forEachItem';
import type { Operation } from '../../../shared/run/operation';
import { recordId } from '../../../shared/parameters/recordId';
import { simplify } from '../../../shared/parameters/simplify';
import { findByNumber } from '../../api/salesDocuments';
import { getOne } from '../../getOne';
import { simpleDocument } from '../../simplify';
import type { SosClient } from '../../transport/client';
import type { SalesDocumentKind } from './kind';
import { refuse } from '../../../shared/parameters/refuse';

/** *Get* of a kind of sales document. */
export function getDocument(kind: SalesDocumentKind): Operation<SosClient> {
	const { noun, title } = kind;
	const { words } = noun;
	return {
		option: {
			name: 'Get',
			value: 'get',
			action: `Get ${words}`,
			description: `Retrieve one ${words}, by its reference number or its ID`,
		},
		parameters: [
			{
				displayName: 'Find By',
				name: 'findBy',
				type: 'options',
				default: 'number',
				options: [
					{ name: 'ID', value: 'id' },
					{ name: 'Reference Number', value: 'number' },
				],
			},
			{
				displayName: 'Reference Number',
				name: 'number',
				type: 'string',
				required: true,
				displayOptions: { show: { findBy: ['number'] } },
				default: '',
				placeholder: 'e.g. BC-10234',
				description: 'The whole number, with its prefix and suffix',
			},
			{
				displayName: `${title} ID`,
				name: 'documentId',
				type: 'string',
				required: true,
				displayOptions: { show: { findBy: ['id'] } },
				default: '',
				placeholder: 'e.g. 1234',
			},
			simplify,
		],
		async execute(context, company) {
			const items = await forEachItem(context, async (itemIndex) => {
				const byId = context.getNodeParameter('findBy', itemIndex) === 'id';
				const id = byId
					? recordId(context, 'documentId', `${title} ID`, itemIndex)
					: await idOfNumber(context, company, kind, itemIndex);
				// Also by number: a list may leave fields out that the single record has.
				return await getOne(context, company, { noun, id, simple: simpleDocument }, itemIndex);
			});
			return [items];
		},
	};
}

async function idOfNumber(
	context: IExecuteFunctions,
	company: SosClient,
	{ noun }: SalesDocumentKind,
	itemIndex: number,
): Promise<number> {
	const number = String(context.getNodeParameter('number', itemIndex) ?? '').trim();
	const found = number === '' ? undefined : await findByNumber(company, noun, number);
	if (found !== undefined) return found.id;
	throw refuse(
		context,
		number === '' ? "'Reference Number' is empty" : `SOS Inventory has no ${noun.words} ${number}`,
		'Give the whole number, with its prefix and suffix.',
		itemIndex,
	);
}
