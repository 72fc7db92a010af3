const { availableParallelism } = require('node:os');

/** Unit, property and node tests. The tests that need a real n8n have jest.templates.config.js. */
module.exports = {
	testEnvironment: 'node',
	// All rooms, so that `--findRelatedTests` sees what needs what.
	roots: ['credentials', 'nodes', 'sandbox', 'scripts', 'sync', 'test', 'testing'].map(
		(room) => `<rootDir>/${room}`,
	),
	testMatch: ['<rootDir>/test/**/*.test.ts'],
	testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/templates/'],
	// Far beyond what any test needs: on a busy machine the ones that talk to the local servers can take long.
	testTimeout: 120_000,
	// More than cores, since many tests wait for a paced or slow answer.
	maxWorkers: Math.ceil(availableParallelism() * 1.5),
	testSequencer: '<rootDir>/testing/longestFirst.js',
	transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } } }] },
	globalSetup: '<rootDir>/testing/engine/isolateN8n.ts',
	globalTeardown: '<rootDir>/testing/engine/removeN8nFolder.ts',
};
