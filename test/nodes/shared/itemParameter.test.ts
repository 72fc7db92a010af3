import type { IDataObject, IExecuteFunctions, INodeParameters } from 'n8n-workflow';
import { areSameForAllItems, itemParameter } from '../../../nodes/shared/parameters/itemParameter';

/** A context that tells what n8n was asked to work out. */
function contextOf(parameters: INodeParameters, json: IDataObject = {}) {
	const workedOut: string[] = [];
	const context = {
		getNode: () => ({ parameters }),
		getInputData: () => [{ json: {} }, { json }],
		getNodeParameter: (name: string) => {
			workedOut.push(name);
			return 'by n8n';
		},
	};
	return { context: context as unknown as IExecuteFunctions, workedOut };
}

describe('itemParameter', () => {
	it.each([
		['={{ $json.id }}', 7],
		['={{$json.sos.number}}', 'BC-7'],
		['={{ $json.sos.id }}', undefined],
		['={{ $json.sos.missing }}', undefined],
		['={{ $json.missing.number }}', undefined],
	])('looks %s up in the item', (written, expected) => {
		const { context, workedOut } = contextOf(
			{ it: written },
			{ id: 7, 'sos.id': 8, sos: { number: 'BC-7' } },
		);
		expect(itemParameter(context, 'it', 1)).toEqual(expected);
		expect(workedOut).toEqual([]);
	});

	it.each([
		'7',
		'{{ $json.id }}',
		'={{ $json.id + 1 }}',
		'=BC-{{ $json.id }}',
		'={{ $json.lines[0].id }}',
		'={{ $json.name.length() }}',
		"={{ $('Settings').first().json.id }}",
		{ __rl: true, mode: 'id', value: '={{ $json.id }}' },
	])('leaves %j to n8n', (written) => {
		const { context, workedOut } = contextOf({ it: written as string }, { id: 7 });
		expect(itemParameter(context, 'it', 1)).toBe('by n8n');
		expect(workedOut).toEqual(['it']);
	});
});

describe('areSameForAllItems', () => {
	const settings = "={{ $('Settings').first().json.prefix }}";

	it.each<INodeParameters>([
		{},
		{ prefix: 'BC-', planOnly: false, fields: { numberOffset: 5, list: ['a', 'b'] } },
		{ prefix: settings, fields: { terms: { __rl: true, value: settings } } },
	])('says so of %j', (parameters) => {
		expect(areSameForAllItems(contextOf(parameters).context)).toBe(true);
	});

	it.each<INodeParameters>([
		{ prefix: '={{ $json.channel_id }}-' },
		{ prefix: 'BC-', fields: { comment: '={{ $json.id }}' } },
		{ fields: { list: ['a', '={{ $itemIndex }}'] } },
		{ prefix: `${settings}{{ $json.id }}` },
		{ prefix: "={{ $('Settings').first().json.prefix + $json.id }}" },
		{ prefix: "={{ $('Settings').item.json.prefix }}" },
	])('does not say so of %j', (parameters) => {
		expect(areSameForAllItems(contextOf(parameters).context)).toBe(false);
	});
});
