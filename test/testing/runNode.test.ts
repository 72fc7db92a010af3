import {
	echoApi,
	echoBodyTestedApi,
	echoCodeTestedApi,
	echoOAuth2Api,
} from '../../testing/engine/fixtures/echoCredentials';
import { echoNode } from '../../testing/engine/fixtures/echoNode';
import { startEchoServer } from '../../testing/engine/fixtures/echoServer';
import { listSearch, loadOptions } from '../../testing/engine/nodeMethods';
import { runNode, runWorkflow } from '../../testing/engine/runNode';
import { testCredential } from '../../testing/engine/testCredential';

const extraTypes = {
	nodes: [echoNode],
	credentials: [echoApi, echoBodyTestedApi, echoCodeTestedApi, echoOAuth2Api],
};
let server: Awaited<ReturnType<typeof startEchoServer>>;
beforeAll(async () => void (server = await startEchoServer()));
afterAll(async () => await server.close());

const good = () => ({ echoApi: { token: 'good', baseUrl: server.baseUrl } });
const paths = [{ path: '/a' }, { path: '/missing' }, { path: '/c' }];
const echo = (parameters = {}) => ({
	node: 'test.echo',
	parameters: { path: '={{ $json.path }}', ...parameters },
	credentials: good(),
	extraTypes,
});

describe('runNode', () => {
	it('resolves expressions per item, authenticates and pairs items', async () => {
		const { outputs, status } = await runNode({ ...echo(), items: [{ path: '/a' }, { path: '/b' }] });
		expect(status).toBe('success');
		expect(outputs).toEqual([
			[
				{ json: { path: '/a' }, pairedItem: { item: 0 } },
				{ json: { path: '/b' }, pairedItem: { item: 1 } },
			],
		]);
	});

	it('returns the error that stopped the run', async () => {
		const { error, outputs, status } = await runNode({ ...echo(), items: paths });
		expect({ status, outputs }).toEqual({ status: 'error', outputs: [] });
		expect(error).toMatchObject({ name: 'NodeApiError', httpCode: '404' });
	});

	it('sends failed items to the error output with their input', async () => {
		const { outputs, status } = await runNode({ ...echo(), items: paths, onError: 'continueErrorOutput' });
		expect(status).toBe('success');
		expect(outputs.map((items) => items.map(({ json }) => json.path))).toEqual([['/a', '/c'], ['/missing']]);
		expect(outputs[1][0].json.error).toContain('could not be found');
	});

	it.each([{ onError: 'continueRegularOutput' as const }, { continueOnFail: true }])(
		'keeps failed items in place with %p',
		async (setting) => {
			const { outputs } = await runNode({ ...echo(), items: paths, ...setting });
			expect(outputs.map((items) => items.map(({ json }) => Object.keys(json)))).toEqual([
				[['path'], ['error'], ['path']],
			]);
		},
	);

	it('works out outputs that depend on a parameter, and puts the error output last', async () => {
		const parameters = { split: true };
		const { outputs } = await runNode({ ...echo(parameters), items: paths, onError: 'continueErrorOutput' });
		expect(outputs.map((items) => items.length)).toEqual([2, 0, 1]);
	});

	it('hands on its input when the node is disabled', async () => {
		const { outputs } = await runNode({ ...echo(), items: paths, disabled: true });
		expect(outputs[0].map(({ json }) => json)).toEqual(paths);
	});

	it('names what is not filled in before anything is sent', async () => {
		const { error, status } = await runNode({ ...echo({ path: '' }) });
		expect({ status, name: error?.name }).toEqual({ status: 'error', name: 'WorkflowHasIssuesError' });
	});

	it('stops a request that is under way when the run is cancelled', async () => {
		const { status } = await runNode({ ...echo({ path: '/slow' }), cancelWhen: server.asked });
		expect(status).toBe('canceled');
	});

	it('refreshes an OAuth2 token and writes it back', async () => {
		const oauthTokenData = { access_token: 'stale', refresh_token: 'old' };
		const echoOAuth2Api = { baseUrl: server.baseUrl, clientId: 'id', clientSecret: 'secret', oauthTokenData };
		const run = { ...echo({ useOAuth: true, path: '/a' }), credentials: { echoOAuth2Api } };
		const { outputs } = await runNode(run);
		expect(outputs[0][0].json).toEqual({ path: '/a' });
		expect(echoOAuth2Api.oauthTokenData).toMatchObject({
			access_token: 'fresh-old-secret',
			refresh_token: 'next',
		});
	});
});

describe('runWorkflow', () => {
	it('follows connections by output', async () => {
		const { outputsOf } = await runWorkflow({
			nodes: [
				{ name: 'First', node: 'test.echo', parameters: { path: '={{ $json.path }}', split: true } },
				{ name: 'Odd', node: 'test.echo', parameters: { path: "={{ '/odd' + $('Items').item.json.path }}" } },
			],
			connections: [['First', 'Odd', 1]],
			items: [{ path: '/a' }, { path: '/b' }],
			credentials: good(),
			extraTypes,
		});
		expect(outputsOf('Odd')[0].map(({ json }) => json)).toEqual([{ path: '/odd/b' }]);
	});
});

describe('drop-downs', () => {
	it('load options with the parameters on screen', async () => {
		const options = await loadOptions({ ...echo({ path: 'typed' }), method: 'getPaths' });
		expect(options).toEqual([{ name: '/options', value: 'typed' }]);
	});

	it('search lists', async () => {
		const { results } = await listSearch({ ...echo(), method: 'searchPaths', filter: 'x' });
		expect(results).toEqual([{ name: '/search/x', value: '/search/x' }]);
	});

	it('let a refusal surface', async () => {
		const credentials = { echoApi: { token: 'bad', baseUrl: server.baseUrl } };
		await expect(loadOptions({ ...echo(), credentials, method: 'getPaths' })).rejects.toThrow(
			'Authorization failed',
		);
	});
});

describe('testCredential', () => {
	it.each([
		['echoBodyTestedApi', 'good', { status: 'OK', message: 'Connection successful!' }],
		['echoBodyTestedApi', 'bad', { status: 'Error', message: 'The server is not well' }],
		['echoBodyTestedApi', 'unscoped', { status: 'Error', message: 'Forbidden' }],
		['echoCodeTestedApi', 'unscoped', { status: 'Error', message: 'The token lacks a scope' }],
	])('judges the answer by the rules of %s for a %s token', async (type, token, expected) => {
		expect(await testCredential(type, { token, baseUrl: server.baseUrl }, extraTypes)).toEqual(expected);
	});

	it('says that a server is not there', async () => {
		const data = { token: 'good', baseUrl: 'http://127.0.0.1:1' };
		expect(await testCredential('echoBodyTestedApi', data, extraTypes)).toMatchObject({
			status: 'Error',
			message: 'ECONNREFUSED',
		});
	});

	it('uses the function a node names, on data with defaults filled in', async () => {
		expect(await testCredential('echoApi', { token: 'x' }, extraTypes)).toMatchObject({
			message: 'Not the echo server',
		});
		expect(await testCredential('echoApi', good().echoApi, extraTypes)).toMatchObject({ message: 'Fine' });
	});
});
