import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INodeProperties } from 'n8n-workflow';
import { parameters } from '../../../nodes/SosInventory/actions/salesOrder/fromBigCommerce/parameters';

const root = join(__dirname, '../../..');
const reference = readFileSync(join(root, 'docs/sos-inventory-node.md'), 'utf8');

/** The first column of each table, under the heading above it. */
const settingsBelow = (heading: string) =>
	(reference.split(new RegExp(`^#+ ${heading}$`, 'm'))[1] ?? '')
		.split(/^#/m)[0]
		.split('\n')
		.flatMap((row) => /^\| ([^|]+) \|/.exec(row)?.[1].split(', ') ?? []);

const label = ({ displayName }: INodeProperties) => displayName.replace(/ Name or ID$/, '');
const collections = parameters.filter(({ type }) => type === 'collection');
const onTop = parameters.filter(({ type }) => type !== 'collection' && type !== 'notice');

it.each(onTop.map(label))('the parameter %s is in the reference', (name) => {
	expect(settingsBelow('Create From BigCommerce Order')).toContain(name);
});

it.each(
	collections.flatMap((collection) =>
		(collection.options as INodeProperties[]).map((option) => [label(option), collection.displayName]),
	),
)('the setting %s of %s is in the reference', (name, collection) => {
	expect(settingsBelow(collection)).toContain(name);
});

it.each([
	['BigCommerce', 'bigcommerce-node.md'],
	['SosInventory', 'sos-inventory-node.md'],
])("n8n's help of the %s node opens docs/%s", (node, page) => {
	const file = join(root, `nodes/${node}/${node}.node.json`);
	const { resources } = JSON.parse(readFileSync(file, 'utf8')) as {
		resources: { primaryDocumentation: Array<{ url: string }> };
	};
	expect(resources.primaryDocumentation[0].url).toMatch(new RegExp(`/blob/main/docs/${page}$`));
	expect(readFileSync(join(root, 'docs', page), 'utf8')).toMatch(/^# The /);
});
