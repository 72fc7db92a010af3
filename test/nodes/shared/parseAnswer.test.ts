import fc from 'fast-check';
import { parseAnswer } from '../../../nodes/shared/request/parseAnswer';

/** Text is parsed record by record from this length on. */
const padding = ' '.repeat(100_000);

function inPieces(text: string, lengths: number[]): string[] {
	const pieces: string[] = [];
	let at = 0;
	for (const length of lengths) {
		pieces.push(text.slice(at, at + length));
		at += length;
	}
	return [...pieces, text.slice(at)];
}

const outcome = (work: () => unknown) => {
	try {
		return { value: work() };
	} catch (error) {
		return { error: (error as Error).name };
	}
};

const lengths = fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 20 });

it('a long list comes out as one parse would give it, wherever its pieces end', () => {
	const list = fc.array(fc.dictionary(fc.string(), fc.jsonValue()), { maxLength: 5 });
	fc.assert(
		fc.property(list, lengths, fc.boolean(), (records, cuts, isIndented) => {
			const text = JSON.stringify(records, null, isIndented ? 1 : undefined) + padding;
			expect(parseAnswer(inPieces(text, cuts))).toEqual(JSON.parse(text));
		}),
	);
});

it('any other text comes out as one parse would give it, too', () => {
	const token = fc.constantFrom('[', ']', '{', '}', ',', '"', '\\', '"a":1', '{}', ' ', 'null', '1');
	fc.assert(
		fc.property(fc.array(token, { maxLength: 8 }), lengths, (tokens, cuts) => {
			const text = padding + tokens.join('');
			expect(outcome(() => parseAnswer(inPieces(text, cuts)))).toEqual(
				outcome(() => JSON.parse(text) as unknown),
			);
		}),
		{ numRuns: 500 },
	);
});

it.each(['[{"a":1},]', '[{"a":1} {"a":2}]', '[{"a":1}', '[{"a":[}]', '[{"a":1}]]', '', '[{"a":1}] x'])(
	'%s is not JSON, however long',
	(text) => expect(() => parseAnswer([padding, text])).toThrow(SyntaxError),
);

it.each(['[]', '[1,2]', '{"data":[{"a":1}]}', 'null', '[{"a":"]}"},{"b":"\\\\"}]'])('%s is', (text) =>
	expect(parseAnswer([padding, text])).toEqual(JSON.parse(text)),
);
