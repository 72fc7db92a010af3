import type { INodeParameters } from 'n8n-workflow';
import { TestCompany } from '../../../testing/sandbox/testCompany';

let company: TestCompany;
beforeEach(async () => void (company = await TestCompany.start({ shop: { items: 5 } })));
afterEach(async () => await company.stop());

const create = async (name: string, additionalFields = {}) =>
	await company.run('customer: create', { name, additionalFields } as INodeParameters);
const added = () => company.server.state.customers.values().at(-1);

it('creates a customer with addresses and terms', async () => {
	const address = { line1: '1 Main St', city: 'Exampleton', postalCode: '75001' };
	const { outputs } = await create('  New Customer ', {
		email: 'new@example.com',
		companyName: 'Example Ltd',
		billing: { address },
		shipping: { address },
		terms: company.idIn('terms', 'Net 30'),
	});
	expect(added()).toMatchObject({
		name: 'New Customer',
		email: 'new@example.com',
		billing: address,
		shipping: address,
		terms: { name: 'Net 30' },
	});
	expect(outputs[0][0]).toMatchObject({ json: { id: added()?.id }, pairedItem: { item: 0 } });
	expect(JSON.stringify(outputs)).not.toMatch(/password|lastFour|hasCard/i);
});

it('takes terms by name, as an expression may give them', async () => {
	await create('By Name', { terms: 'Net 15' });
	expect(added()?.terms?.name).toBe('Net 15');
});

it.each([
	['   ', "'Name' is empty"],
	['x'.repeat(101), "'Name' has 101 characters"],
])('refuses the name %p', async (name, message) => {
	const { error } = await create(`={{ ${JSON.stringify(name)} }}`);
	expect(error?.message).toBe(message);
	expect(company.writes()).toBe(0);
});

it('hands on what SOS says about a name that is taken', async () => {
	const { error } = await create('Jordan Sample');
	expect(error?.message).toContain('A customer named "Jordan Sample" already exists');
	expect(company.writes()).toBe(1);
});

it.each(['resetAfterHandling', 'resetBeforeHandling', 'truncatedBody', 'serverError503'] as const)(
	'creates the customer once when %s meets the request',
	async (kind) => {
		company.server.faults.add({ kind, method: 'POST', times: 1 });
		const before = company.server.state.customers.size;
		const { outputs, error } = await create('Only Once', { email: 'once@example.com' });
		expect(error).toBeUndefined();
		expect(outputs[0][0].json).toMatchObject({ id: added()?.id, name: 'Only Once' });
		expect(company.server.state.customers.size).toBe(before + 1);
	},
);
