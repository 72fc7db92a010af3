const base = require('./jest.config');

/** The tests that run the templates in a real n8n: one after the other, each with minutes to spare. */
module.exports = {
	...base,
	testMatch: ['<rootDir>/test/templates/**/*.test.ts'],
	testPathIgnorePatterns: ['/node_modules/'],
	testTimeout: 900_000,
	maxWorkers: 1,
};
