import type { Faker } from '@faker-js/faker';

/** An address as BigCommerce writes it on an order; the state is the full name. */
export interface Address {
	first_name: string;
	last_name: string;
	company: string;
	street_1: string;
	street_2: string;
	city: string;
	state: string;
	zip: string;
	country: string;
	country_iso2: string;
	phone: string;
	email: string;
}

/** Someone who buys; `customerId` 0 is a guest. */
export interface Shopper {
	customerId: number;
	address: Address;
}

/**
 * Makes up registered customers with ids from 1. The first two work for the same company, the third
 * has letters beyond ASCII in every field.
 */
export function createCustomers(faker: Faker, count: number): Shopper[] {
	const customers = Array.from({ length: count }, (_, index) => ({
		customerId: index + 1,
		address: createAddress(faker, index),
	}));
	const [first, second, third] = customers;
	if (second) second.address = { ...second.address, ...workplace(first.address) };
	if (third)
		Object.assign(third.address, {
			first_name: 'Zoë',
			last_name: 'Łukasiewicz-Ødegård',
			company: 'Käse & Söhne "Süd"',
			city: 'Šibenik',
		});
	return customers;
}

/** Makes up a shopper without an account. */
export function createGuest(faker: Faker): Shopper {
	return { customerId: 0, address: createAddress(faker, faker.number.int({ min: 10_000, max: 99_999 })) };
}

/** @param serial makes the e-mail address one nobody else has */
export function createAddress(faker: Faker, serial: number): Address {
	const first = faker.person.firstName();
	const last = faker.person.lastName();
	return {
		first_name: first,
		last_name: last,
		company: faker.datatype.boolean(0.3) ? faker.company.name() : '',
		street_1: faker.location.streetAddress(),
		street_2: faker.datatype.boolean(0.2) ? faker.location.secondaryAddress() : '',
		city: faker.location.city(),
		state: faker.location.state(),
		zip: faker.location.zipCode('#####'),
		country: 'United States',
		country_iso2: 'US',
		phone: faker.helpers.replaceSymbols('(###) 555-01##'),
		email: `${first}.${last}.${serial}@example.com`.toLowerCase().replace(/[^a-z0-9.@]/g, ''),
	};
}

function workplace(address: Address): Partial<Address> {
	const company = address.company || 'Harbor Supply Co';
	address.company = company;
	const { street_1, street_2, city, state, zip } = address;
	return { company, street_1, street_2, city, state, zip };
}
