import { isNamed, recordName, type Named } from '../../../nodes/SosInventory/api/recordName';

it.each<[Named, string, string[]]>([
	[{ id: 1, name: 'Net 30' }, 'Net 30', ['net 30', ' Net 30 ']],
	[{ id: 2, name: 'Sales', fullname: 'Income:Sales' }, 'Income:Sales', ['Sales', 'income:sales']],
	[{ id: 3, name: 'East', fullName: 'Retail:East' }, 'Retail:East', ['east', 'retail:east']],
	[{ id: 4, firstName: 'Pat', lastName: 'Lee' }, 'Pat Lee', ['pat lee']],
	[
		{ id: 5, firstName: 'Web Shop', lastName: '[no last name]' },
		'Web Shop',
		['web shop', 'Web Shop [no last name]'],
	],
	[{ id: 6, firstName: ' ', lastName: 'Lee' }, 'Lee', ['lee']],
	[{ id: 7, name: null, firstName: 'Pat', lastName: null }, 'Pat', ['pat']],
	[{ id: 8, name: 'P. Lee', firstName: 'Pat', lastName: 'Lee' }, 'P. Lee', ['p. lee', 'Pat Lee']],
	[{ id: 9, number: 'A-12' }, 'A-12', ['a-12']],
	[{ id: 10, name: '', fullname: null, number: ' ' }, '#10', []],
	[{}, '#?', []],
])('%j is known as %s', (record, name, names) => {
	expect(recordName(record)).toBe(name);
	for (const one of names) expect(isNamed(record, one)).toBe(true);
	for (const other of ['', ' ', '[no last name]', 'Somebody', '#10'])
		expect(isNamed(record, other)).toBe(false);
});
