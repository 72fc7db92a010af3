import { base, en, Faker } from '@faker-js/faker';

/** A source of made-up data and of chance that repeats itself for the same seed. */
export function seededFaker(seed: number): Faker {
	return new Faker({ locale: [en, base], seed });
}
