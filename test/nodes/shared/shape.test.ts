import { flawInRecord, flawInRows, type Noun } from '../../../nodes/shared/request/noun';
import {
	decimal,
	figure,
	flag,
	id,
	list,
	oneOf,
	optional,
	record,
	text,
	wholeNumber,
	type Shaped,
} from '../../../nodes/shared/request/shape';

const shape = record({
	id,
	sku: optional(text),
	tracking: oneOf('none', 'product'),
	locations: list(record({ stock: wholeNumber, price: decimal, weight: figure, isOpen: flag })),
});
type Thing = Shaped<typeof shape>;

const THING: Noun<Thing> = { words: 'thing', shape, keyOf: ({ id }) => id };

const good: Thing = {
	id: 7,
	sku: null,
	tracking: 'none',
	locations: [{ stock: 0, price: '12.5000', weight: 0.5, isOpen: false }],
};
const at = (changes: object) => ({
	...good,
	locations: [...good.locations, { ...good.locations[0], ...changes }],
});

it.each([good, { ...good, sku: 'A' }, { ...good, sku: undefined, more: {} }, { ...good, locations: [] }])(
	'finds nothing in %j',
	(thing) => expect(flawInRecord(THING, thing)).toBeUndefined(),
);

it.each([
	[at({ stock: '5' }), 'thing 7: "locations[1].stock" is "5", not a whole number'],
	[at({ stock: 1.5 }), 'thing 7: "locations[1].stock" is 1.5, not a whole number'],
	[at({ stock: 1e300 }), 'thing 7: "locations[1].stock" is 1e+300, not a whole number'],
	[at({ stock: undefined }), 'thing 7: "locations[1].stock" is missing, not a whole number'],
	[at({ price: 'NaN' }), 'thing 7: "locations[1].price" is "NaN", not a number'],
	[at({ price: '' }), 'thing 7: "locations[1].price" is "", not a number'],
	[at({ weight: Infinity }), 'thing 7: "locations[1].weight" is Infinity, not a number'],
	[at({ isOpen: 'false' }), 'thing 7: "locations[1].isOpen" is "false", not true or false'],
	[{ ...good, sku: [] }, 'thing 7: "sku" is a list, not a text'],
	[{ ...good, tracking: 'simple' }, 'thing 7: "tracking" is "simple", not one of none, product'],
	[{ ...good, locations: {} }, 'thing 7: "locations" is an object, not a list'],
	[{ ...good, locations: [null] }, 'thing 7: "locations[0]" is null, not an object'],
	[{ ...good, id: 0 }, 'thing 0: "id" is 0, not an ID'],
	[{ ...good, id: undefined }, 'thing: "id" is missing, not an ID'],
	[null, 'instead of a thing came null'],
	[undefined, 'instead of a thing came nothing'],
	[[good], 'instead of a thing came a list'],
])('says of %j what is wrong', (thing, expected) => expect(flawInRecord(THING, thing)).toBe(expected));

it('looks at every row of a list', () => {
	expect(flawInRows(THING, [])).toBeUndefined();
	expect(flawInRows(THING, [good, at({ stock: null })])).toBe(
		'thing 7: "locations[1].stock" is null, not a whole number',
	);
	expect(flawInRows(THING, null)).toBe('instead of a list of things came something else');
});

it('names an entry by its own fields as long as they are there, and else by its place', () => {
	const stock = list(record({ location_id: id, stock: wholeNumber }), (one) => `location ${one.location_id}`);
	expect(stock.flawIn([{ location_id: 3, stock: '5' }])?.path).toBe('[location 3].stock');
	expect(stock.flawIn([{ stock: 5 }])?.path).toBe('[0].location_id');
	expect(stock.flawIn([[]])?.path).toBe('[0]');
});
