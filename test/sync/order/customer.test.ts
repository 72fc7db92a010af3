import type { CustomerMatch } from '../../../sync/order/customer';
import { withCustomer } from '../../../sync/order/plan';
import { matchCustomer, uniqueCustomerName } from '../../../sync/order/customerMatch';
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
		['the order', {}, 'person', 'BigCommerce order 105'],
	] as const)('is named after %s', (_what, billing_address, nameFrom, name) => {
		expect(customerOf({ billing_address }, { nameFrom })).toMatchObject({ create: { name } });
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
});

it('makes a name unique within 100 characters', () => {
	expect(uniqueCustomerName('Jane Doe', [])).toBe('Jane Doe');
	expect(uniqueCustomerName('Jane Doe', ['JANE DOE ', 'Jane Doe (2)'])).toBe('Jane Doe (3)');
	const long = 'x'.repeat(100);
	expect(uniqueCustomerName(long, [long])).toBe(`${'x'.repeat(96)} (2)`);
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
