import type { CustomerMatch } from '../../../sync/order/customer';
import { withCustomer } from '../../../sync/order/plan';
import { alreadyCreated, matchCustomer, takenBy } from '../../../sync/order/customerMatch';
import { uniqueCustomerName } from '../../../sync/order/customerName';
import { withoutCustomerSecrets, type SosCustomer } from '../../../sync/order/sosCustomer';
import type { PartialSettings } from '../../../sync/order/settings';
import { codes, line, orderOf, plan, type BigCommerceOrder } from '../support/orders';

const shop = (fields: Partial<BigCommerceOrder> = {}) => orderOf([line(1, '10.0000')], fields);
const customerOf = (fields: Partial<BigCommerceOrder> = {}, customer: PartialSettings['customer'] = {}) =>
	plan(shop(fields), { customer }).customer;

describe('the customer of a document', () => {
	it('is looked for by e-mail, company and name, and created with a flat address', () => {
		const shipping = {
			id: 4,
			first_name: 'Jo',
			street_1: '1 Main',
			street_2: 'Flat 2',
			city: 'Bonn',
			zip: 53_111,
			country: 'Germany',
		};
		const billing = { ...shop().billing_address, company: ' Laser: Ltd ' };
		expect(customerOf({ billing_address: billing, shipping_addresses: [shipping] })).toEqual({
			kind: 'findOrCreate',
			match: {
				by: ['email', 'companyAndPostalCode', 'name'],
				email: 'jane.doe@example.com',
				company: 'Laser: Ltd',
				postalCode: '78108',
				name: 'Jane Doe',
			},
			create: {
				name: 'Jane Doe',
				email: 'Jane.Doe@example.com',
				phone: '512-555-0100',
				companyName: 'Laser: Ltd',
				contact: { firstName: 'Jane', lastName: 'Doe' },
				billing: {
					line1: '555 East Street',
					city: 'Austin',
					stateProvince: 'Texas',
					postalCode: '78108',
					country: 'US',
				},
				shipping: { line1: '1 Main', line2: 'Flat 2', city: 'Bonn', postalCode: '53111', country: 'Germany' },
			},
		});
	});

	it('carries what is set for new customers', () => {
		const newCustomer = { terms: { id: 1 }, salesRep: { id: 2 }, notes: 'From the shop' };
		expect(customerOf({}, { newCustomer })).toMatchObject({ create: newCustomer });
	});

	it.each([
		['the person', { first_name: ' Jane ', last_name: 'Doe', company: 'Laser' }, 'person', 'Jane Doe'],
		['the company', { first_name: 'Jane', company: 'Laser: Berlin' }, 'company', 'Laser - Berlin'],
		['the company, without a person', { company: 'Laser' }, 'person', 'Laser'],
		['the e-mail', { email: 'x@example.com' }, 'person', 'x@example.com'],
	] as const)('is named after %s', (_what, billing_address, nameFrom, name) => {
		expect(customerOf({ billing_address }, { nameFrom })).toMatchObject({ create: { name } });
	});

	describe('of a sale that names nobody', () => {
		const nobody = {
			billing_address: { first_name: ' ', last_name: '-', company: '', email: '', zip: '75001' },
		};

		it('is one for all of them', () => {
			expect(customerOf(nobody, { newCustomer: { terms: { id: 1 } } })).toEqual({
				kind: 'findOrCreate',
				match: { by: ['name'], email: '', company: '', postalCode: '', name: 'Walk-in Sales' },
				create: { name: 'Walk-in Sales', terms: { id: 1 } },
			});
			expect(customerOf({ billing_address: null }, { walkInName: 'Counter: Front' })).toMatchObject({
				create: { name: 'Counter - Front' },
			});
		});

		it('holds the order by choice', () => {
			const { held } = plan(shop(nobody), { customer: { walkIns: 'hold' } });
			expect(held).toEqual([
				expect.objectContaining({
					code: 'CUSTOMER_NAMELESS',
					message: 'Order 105: it has neither a name, a company nor an e-mail.',
				}),
			]);
		});

		it('is the customer for guests where one is chosen', () => {
			const guests = { guests: 'fixed', guestCustomer: { id: 5 } } as const;
			expect(customerOf({ ...nobody, customer_id: 0 }, { ...guests, walkIns: 'hold' })).toEqual({
				kind: 'fixed',
				id: 5,
			});
		});

		it.each([
			[{ email: 'x@example.com' }, []],
			[{ company: 'Laser' }, []],
			[{ first_name: '7' }, []],
			[{ email: '' }, [{ id: 1, last_name: 'Doe' }]],
		])(
			'is not what an order with %p and the shipping addresses %p is',
			(billing_address, shipping_addresses) => {
				expect(customerOf({ billing_address, shipping_addresses })).not.toMatchObject({
					create: { name: 'Walk-in Sales' },
				});
			},
		);
	});

	describe('with an e-mail address of a relay', () => {
		const matchOf = (fields: Partial<BigCommerceOrder>, ...relays: string[]) => {
			const customer = customerOf(fields, { relays });
			return customer?.kind === 'findOrCreate' ? customer.match : undefined;
		};

		it('is looked for by name and address as well', () => {
			expect(matchOf({ external_source: 'Amazon' }, 'AMAZON ')).toMatchObject({
				by: ['email', 'nameAndAddress', 'companyAndPostalCode', 'name'],
				address: { line1: '555 East Street', city: 'Austin', postalCode: '78108' },
			});
		});

		it.each(['example.com', '@Example.com', '*.com', 'www'])('is known by %p', (relay) => {
			expect(matchOf({ order_source: 'www' }, 'other.example', relay)?.by).toContain('nameAndAddress');
		});

		it.each(['ample.com', 'example.com.org', '', ' ', 'jane.doe'])('is not known by %p', (relay) => {
			expect(matchOf({ order_source: 'www' }, relay)?.by).not.toContain('nameAndAddress');
		});

		it('knows a domain below the one that is given', () => {
			const billing_address = { ...shop().billing_address, email: 'a@mail.relay.example' };
			expect(matchOf({ billing_address }, 'relay.example')?.by).toContain('nameAndAddress');
		});
	});

	it('has a name of 100 characters at most, and the plan says it was cut', () => {
		const order = shop({ billing_address: { first_name: 'J'.repeat(60), last_name: 'D'.repeat(60) } });
		const { customer, warnings, held } = plan(order);
		expect(customer).toMatchObject({ create: { name: `${'J'.repeat(60)} ${'D'.repeat(39)}` } });
		expect(held).toEqual([]);
		expect(warnings).toContainEqual(
			expect.objectContaining({
				code: 'TEXT_CUT',
				details: { field: 'customerName', length: 121, limit: 100 },
			}),
		);
	});

	it('may be fixed, for all or for guests', () => {
		const fixed = { id: 15, name: 'Web shop' };
		expect(plan(shop(), { customer: { mode: 'fixed', fixed } })).toMatchObject({
			customer: { kind: 'fixed', id: 15, name: 'Web shop' },
			document: { customer: fixed },
			held: [],
		});
		const forGuests = { guests: 'fixed' as const, guestCustomer: fixed };
		expect(customerOf({ customer_id: 0 }, forGuests)).toEqual({ kind: 'fixed', ...fixed });
		expect(customerOf({ customer_id: 11 }, forGuests).kind).toBe('findOrCreate');
	});

	it('must be chosen when it is fixed', () => {
		const planned = plan(shop(), { customer: { mode: 'fixed' } });
		expect(codes(planned.held)).toEqual(['SETTING_CUSTOMER_MISSING']);
	});

	it('comes into the document at the same place, found or fixed', () => {
		const fixed = plan(shop(), { customer: { mode: 'fixed', fixed: { id: 15 } } }).document;
		const found = withCustomer(plan(shop()).document, { id: 15 });
		expect(JSON.stringify(found)).toBe(JSON.stringify(fixed));
	});
});

describe('matchCustomer', () => {
	const wanted: CustomerMatch = {
		by: ['email', 'companyAndPostalCode', 'name'],
		email: 'jane@example.com',
		company: 'Laser Ltd',
		postalCode: 'SW1A 1AA',
		name: 'Jane Doe',
	};
	const customer = (id: number, fields: Partial<SosCustomer> = {}): SosCustomer => ({
		id,
		name: `C${id}`,
		...fields,
	});
	const result = (candidates: SosCustomer[], match: Partial<CustomerMatch> = {}) => {
		const found = matchCustomer(candidates, { ...wanted, ...match });
		return found.kind === 'match' ? [found.customer.id, found.by] : found.kind;
	};

	it('prefers the e-mail, then company and postal code, then the name', () => {
		const byName = customer(1, { name: 'jane doe' });
		const byCompany = customer(2, { companyName: 'LASER LTD', shipping: { postalCode: 'sw1a1aa' } });
		const byEmail = customer(3, { email: ' Jane@Example.com ' });
		expect(result([byName, byCompany, byEmail])).toEqual([3, 'email']);
		expect(result([byName, byCompany])).toEqual([2, 'companyAndPostalCode']);
		expect(result([byName])).toEqual([1, 'name']);
		expect(result([byName, byCompany, byEmail], { by: ['name'] })).toEqual([1, 'name']);
		expect(result([customer(4, { email: 'joe@example.com' })])).toBe('none');
	});

	it('does not take a namesake with another e-mail', () => {
		expect(result([customer(1, { name: 'Jane Doe', email: 'other@example.com' })])).toBe('none');
		expect(result([customer(1, { name: 'Jane Doe', email: 'other@example.com' })], { email: '' })).toEqual([
			1,
			'name',
		]);
	});

	it('needs company and postal code both', () => {
		expect(result([customer(1, { companyName: 'Laser Ltd', billing: { postalCode: '10115' } })])).toBe(
			'none',
		);
		expect(result([customer(1, { companyName: 'Laser Ltd', billing: {} })], { postalCode: '' })).toBe('none');
	});

	it('asks a person when several fit, unless one has the name', () => {
		const two = [customer(1, { email: 'jane@example.com' }), customer(2, { email: 'jane@example.com' })];
		expect(matchCustomer(two, wanted)).toMatchObject({
			kind: 'several',
			reason: { code: 'CUSTOMER_AMBIGUOUS', details: { by: 'email', customerIds: [1, 2] } },
		});
		expect(result([...two, customer(3, { email: 'jane@example.com', name: 'Jane Doe' })])).toEqual([
			3,
			'email',
		]);
		expect(result([two[0], two[0]])).toEqual([1, 'email']);
	});

	it('keeps personal data out of the reason', () => {
		const two = [customer(1, { email: 'jane@example.com' }), customer(2, { email: 'jane@example.com' })];
		expect(JSON.stringify(matchCustomer(two, wanted))).not.toContain('jane');
	});

	it('uses neither archived customers nor those deleted in QuickBooks', () => {
		const email = 'jane@example.com';
		expect(
			result([customer(1, { email, archived: true }), customer(2, { email, name: 'Jane (deleted)' })]),
		).toBe('none');
		expect(result([customer(1, { email, name: 'Undeletedish Ltd' })])).toEqual([1, 'email']);
	});

	it.each([
		'Deleted Scenes Records',
		'Deleted',
		'Un-deleted',
		'Jane Deleted',
		'(Deleted) Scenes',
		'Band (deleted tracks)',
		'Jane (deleted) Doe',
		'Jane Doe [deleted]',
	])('takes the word in the name %p for no mark', (name) => {
		expect(result([customer(1, { email: 'jane@example.com', name })])).toEqual([1, 'email']);
	});

	it.each(['Jane Doe (deleted)', 'Jane Doe (Deleted) ', 'Deleted Scenes (DELETED)'])(
		'knows the mark of QuickBooks in %p',
		(name) => {
			expect(result([customer(1, { email: 'jane@example.com', name })])).toBe('none');
		},
	);

	it('finds a customer with several addresses by each of them', () => {
		const several = customer(1, { name: 'Jane Doe', email: 'office@example.com; Jane@example.com' });
		expect(result([several])).toEqual([1, 'email']);
		expect(result([several], { email: 'other@example.com' })).toBe('none');
		expect(result([several], { email: 'ane@example.com' })).toBe('none');
	});

	it('never merges two people of one company whose e-mails differ', () => {
		const place = { companyName: 'Laser Ltd', billing: { postalCode: 'SW1A 1AA' } };
		expect(result([customer(1, { ...place, email: 'joe@example.com' })])).toBe('none');
		expect(result([customer(1, place)])).toEqual([1, 'companyAndPostalCode']);
		expect(result([customer(1, { ...place, email: 'joe@example.com' })], { email: '' })).toEqual([
			1,
			'companyAndPostalCode',
		]);
	});

	it('reads US postal codes with and without their last four figures', () => {
		const place = { companyName: 'Laser Ltd', shipping: { postalCode: '75001-1234' } };
		expect(result([customer(1, place)], { postalCode: '75001' })).toEqual([1, 'companyAndPostalCode']);
		expect(result([customer(1, place)], { postalCode: '75002' })).toBe('none');
	});

	it('takes accented letters as they are stored for the same', () => {
		expect(result([customer(1, { name: 'Jose\u0301  Doe' })], { name: 'Jos\u00e9 Doe' })).toEqual([
			1,
			'name',
		]);
	});

	describe('where e-mail addresses change', () => {
		const address = { line1: '12 High St', postalCode: '78701', city: 'Austin' };
		const relayed = { by: ['email', 'nameAndAddress', 'name'] as CustomerMatch['by'], address };
		const jane = { name: 'Jane Doe', email: 'relay-0@marketplace.example', billing: address };

		it('goes by name and address', () => {
			expect(result([customer(1, jane)], relayed)).toEqual([1, 'nameAndAddress']);
			expect(result([customer(1, { ...jane, name: 'jane doe (2)' })], relayed)).toEqual([
				1,
				'nameAndAddress',
			]);
			const street = { line1: '12  HIGH St.', postalCode: '78701-0001' };
			expect(result([customer(1, { ...jane, billing: null, shipping: street })], relayed)).toEqual([
				1,
				'nameAndAddress',
			]);
		});

		it.each([
			{ ...jane, name: 'Joe Doe' },
			{ ...jane, billing: { ...address, line1: '13 High St' } },
			{ ...jane, billing: { ...address, postalCode: '78702' } },
			{ ...jane, billing: null },
		])('takes nobody who differs in one of them', (fields) => {
			expect(result([customer(1, fields)], relayed)).toBe('none');
		});

		it('needs a street, and goes by the city where there are no postal codes', () => {
			const noCode = { line1: '1 Main', city: 'Dubai' };
			expect(result([customer(1, { ...jane, billing: {} })], { ...relayed, address: {} })).toBe('none');
			expect(result([customer(1, { ...jane, billing: noCode })], { ...relayed, address: noCode })).toEqual([
				1,
				'nameAndAddress',
			]);
		});
	});
});

describe('alreadyCreated', () => {
	const create = { name: 'Jane Doe', email: 'jane@example.com' };

	it.each(['Jane Doe', 'JANE DOE (12)'])('knows a shopper again under the name %p', (name) => {
		expect(alreadyCreated([{ id: 1, name, email: 'Jane@Example.com' }], create)?.id).toBe(1);
	});

	it('goes by the name alone where neither has an e-mail', () => {
		expect(alreadyCreated([{ id: 1, name: 'Jane Doe (2)', email: null }], { name: 'Jane Doe' })?.id).toBe(1);
	});

	it.each([
		{ name: 'Jane Doe', email: 'other@example.com' },
		{ name: 'Jane Doe', email: '' },
		{ name: 'Jane Doering', email: 'jane@example.com' },
		{ name: 'Jane Doe', email: 'jane@example.com', archived: true },
	])('takes nobody else: %p', (fields) => {
		expect(alreadyCreated([{ id: 1, ...fields }], create)).toBeUndefined();
	});
});

describe('takenBy', () => {
	const wanted: CustomerMatch = {
		by: [],
		email: 'jane@example.com',
		company: 'Laser',
		postalCode: '',
		name: '',
	};

	it('gives a customer without an e-mail the one of the shopper, so that no other namesake gets it', () => {
		expect(takenBy({ id: 1, name: 'Jane Doe' }, wanted).email).toBe('jane@example.com');
		expect(takenBy({ id: 1, name: 'Jane Doe' }, { ...wanted, email: '' }).email).toBeUndefined();
		expect(takenBy({ id: 1, email: 'joe@example.com' }, wanted).email).toBe('joe@example.com');
	});

	it('leaves the account of a company open to all who buy for it', () => {
		expect(takenBy({ id: 1, name: 'LASER Ltd' }, wanted).email).toBeUndefined();
	});
});

it('makes a name unique within 100 characters', () => {
	const unique = (name: string, ...taken: string[]) =>
		uniqueCustomerName(name, (candidate) => taken.includes(candidate));
	expect(unique('Jane Doe')).toBe('Jane Doe');
	expect(unique('Jane Doe', 'Jane Doe', 'Jane Doe (2)')).toBe('Jane Doe (3)');
	const long = 'x'.repeat(100);
	expect(unique(long, long)).toBe(`${'x'.repeat(96)} (2)`);
});

it('takes secrets off a customer, whatever their case', () => {
	const customer = {
		id: 1,
		name: 'Jane',
		portalPassword: 'x',
		PortalPassword: 'x',
		hasCardOnFile: true,
		lastFour: '4242',
		expMonth: 1,
		expYear: 2030,
		tokenType: 'x',
	};
	expect(withoutCustomerSecrets(customer)).toEqual({ id: 1, name: 'Jane' });
	expect(customer.portalPassword).toBe('x');
});
