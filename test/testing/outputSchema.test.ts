import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { outputSchema } from '../../testing/operations/outputSchema';
import { schemaFiles, staleSchemas } from '../../testing/operations/schemaFiles';

describe('a schema made of what came out', () => {
	it('has every field in the order in which it first came', () => {
		const schema = outputSchema([
			{ b: 1, a: 'x' },
			{ c: true, a: 'y' },
		]);
		expect(Object.entries(schema.properties!)).toEqual([
			['b', { type: 'number' }],
			['a', { type: 'string' }],
			['c', { type: 'boolean' }],
		]);
	});

	it('names all types of a single value, null last', () => {
		const schema = outputSchema([
			{ a: null, b: 'x' },
			{ a: 1, b: 1 },
			{ a: 2, b: null },
		]);
		expect(schema.properties).toEqual({
			a: { type: ['number', 'null'] },
			b: { type: ['number', 'string', 'null'] },
		});
	});

	it('keeps objects and lists open to the editor where some are null', () => {
		const schema = outputSchema([
			{ a: null, b: null, c: [] },
			{ a: { x: 1 }, b: [{ y: 'z' }, { y: null }], c: [] },
		]);
		expect(schema.properties).toEqual({
			a: { type: 'object', properties: { x: { type: 'number' } } },
			b: { type: 'array', items: { type: 'object', properties: { y: { type: ['string', 'null'] } } } },
			c: { type: 'array' },
		});
	});

	it('does not list the details of reasons, which differ', () => {
		expect(outputSchema([{ details: { total: 1 } }]).properties).toEqual({ details: { type: 'object' } });
	});
});

it('a schema that is stale, missing or of nothing is found', () => {
	const root = mkdtempSync(join(tmpdir(), 'schemas-'));
	const outputs = {
		Toy: { 'order/get': [{ id: 1 }], 'order/getAll': [{ id: 1 }], 'order/update': [{ id: 1 }] },
	};
	const files = schemaFiles(outputs);
	const [fresh, stale, missing] = Object.keys(files);
	const gone = fresh.replace('get', 'gone');
	for (const [path, text] of [
		[fresh, files[fresh]],
		[stale, files[stale].replace('number', 'string')],
		[gone, '{}'],
	]) {
		mkdirSync(dirname(join(root, path)), { recursive: true });
		writeFileSync(join(root, path), text);
	}
	expect(staleSchemas(root, outputs).sort()).toEqual([stale, missing, gone].sort());
	rmSync(root, { recursive: true });
});
