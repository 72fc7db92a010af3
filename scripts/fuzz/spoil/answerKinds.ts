import { memoize } from 'lodash';
import type { Draw } from '../draw';
import type { Answer, Question, Reply } from '../exchange';
import { quoting } from './quoting';
import { nextPageOf } from './repeatedPage';

export interface Surroundings {
	/** Where redirects lead; whoever comes there is counted. */
	elsewhere: string;
}

type AnswerKind = (
	answer: Answer,
	question: Question,
	surroundings: Surroundings,
	draw: Draw,
) => Reply | undefined;

const page = (text: string) => `<!DOCTYPE html><html><body><h1>${text}</h1></body></html>`;

const html = (status: number, text: string): Reply => ({
	status,
	headers: { 'content-type': 'text/html' },
	body: page(text),
});

const json = (status: number, body: string): Reply => ({
	status,
	headers: { 'content-type': 'application/json' },
	body,
});

const TEN_MB = 10 * 2 ** 20;

/** Made when it is needed, and once: it takes longer than most runs. */
const longText = memoize(() => 'x'.repeat(TEN_MB));
const longList = memoize(() =>
	JSON.stringify(Array.from({ length: TEN_MB / 64 }, (_, id) => ({ id, a: 'x'.repeat(40) }))),
);

/** What can be wrong with a whole answer; undefined where it does not fit. */
export const answerKinds: Record<string, AnswerKind> = {
	html: (_, _question, _where, draw) => html(draw.pick([200, 200, 403, 500, 502]), 'Checking your browser'),
	notJson: () => json(200, 'upstream answered: OK'),
	halfJson: ({ body }) => json(200, body.slice(0, Math.floor(body.length / 2))),
	cutInBody: (answer) => ({ ...answer, sending: 'cut' }),
	brokenCompression: (answer) => ({ ...answer, headers: { ...answer.headers, 'content-encoding': 'gzip' } }),
	empty200: () => json(200, ''),
	null200: () => json(200, 'null'),
	emptyArray: ({ body }) => (body.startsWith('[') ? undefined : json(200, '[]')),
	emptyObject: () => json(200, '{}'),
	arrayForObject: ({ body }) => (body.startsWith('{') ? json(200, `[${body}]`) : undefined),
	objectForArray: ({ body }) => (body.startsWith('[') ? json(200, `{"data":${body}}`) : undefined),
	repeatedPage: (answer, question) => nextPageOf(answer, question),
	redirect: (_, question, { elsewhere }, draw) => ({
		status: draw.pick([301, 302, 303, 307, 308]),
		headers: { location: `${elsewhere}${question.url}` },
		body: '',
	}),
	quotesRequest: (_, question, _where, draw) => quoting(question, draw),
	tenMegabytes: ({ body }, _question, _where, draw) => {
		const kinds = [
			() => html(200, longText()),
			() => json(200, longList()),
			() => json(200, body.replace(/"":""|"[^"]{3,}"(?=[,}])/, `"${longText()}"`)),
		];
		return draw.pick(kinds)();
	},
	drip: (answer) => ({ ...answer, sending: 'drip' }),
	hang: (answer) => ({ ...answer, sending: 'hang' }),
};
