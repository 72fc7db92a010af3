import type { Faker } from '@faker-js/faker';
import { faker } from '@faker-js/faker/locale/en';

/** The class by way of an instance: the package's main entry loads all 70 languages, at a tenth of a second each time. */
const EnglishFaker = faker.constructor as typeof Faker;

/** A source of made-up data and of chance that repeats itself for the same seed. */
export function seededFaker(seed: number): Faker {
	return new EnglishFaker({ locale: faker.rawDefinitions, seed });
}
