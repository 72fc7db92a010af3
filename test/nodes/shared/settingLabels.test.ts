import type { INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';
import { BigCommerce } from '../../../nodes/BigCommerce/BigCommerce.node';
import { settingLabels, withLabels } from '../../../nodes/shared/parameters/settingLabels';
import { SosInventory } from '../../../nodes/SosInventory/SosInventory.node';
import { setting, settingIn, type SettingName } from '../../../sync/settingName';

type Entry = INodeProperties | INodePropertyCollection | INodePropertyOptions;

const nodes = [new BigCommerce(), new SosInventory()];
const properties = nodes.flatMap(({ description }) => description.properties);

/** The labels of all fields with that name, however deep. */
function labelsOf(name: string, entries: Entry[] = properties): string[] {
	return entries.flatMap((entry) => {
		const own = 'displayName' in entry && entry.name === name ? [entry.displayName] : [];
		const inner = 'values' in entry ? entry.values : 'options' in entry ? (entry.options ?? []) : [];
		return [...own, ...labelsOf(name, inner as Entry[])];
	});
}

/** As an editor names them: `Order: Get Many`. */
const operations = nodes.flatMap(({ description }) => {
	const resources = description.properties.find(({ name }) => name === 'resource')?.options ?? [];
	return description.properties
		.filter(({ name }) => name === 'operation')
		.flatMap(({ displayOptions, options = [] }) => {
			const [resource] = displayOptions?.show?.resource ?? [];
			const owner = resources.find((one) => 'value' in one && one.value === resource);
			return options.map(({ name }) => `${owner?.name}: ${name}`);
		});
});

const names = Object.keys(settingLabels) as SettingName[];

it.each(names)('%s is on the screen under its label', (name) => {
	const label = settingLabels[name];
	const fields = labelsOf(name.slice(name.lastIndexOf('.') + 1));
	expect([...operations, ...fields.map((one) => one.replace(/ Name or ID$/, ''))]).toContain(label);
});

it.each(names)('a reason that names %s says its label', (name) => {
	const { message, fix } = withLabels({ code: 'X', message: `See ${setting(name)}.`, fix: setting(name) });
	expect([message, fix]).toEqual([`See '${settingLabels[name]}'.`, `'${settingLabels[name]}'`]);
});

it('a reason can say where the setting is', () => {
	const reason = withLabels({ code: 'X', message: '', fix: settingIn('import.eligibility.statusIds') });
	expect(reason.fix).toBe("'Statuses' under 'Which Orders'");
});

it('leaves braces of data alone', () => {
	const reason = { code: 'X', message: 'SKU "{MUG}" {constructor} {}', fix: 'None.' };
	expect(withLabels(reason)).toEqual(reason);
});
