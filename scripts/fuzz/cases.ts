import { Draw } from './draw';
import { endpointOf, keyOf, listKeyOf, type Exchange } from './exchange';
import { fieldName, pathsIn, replaceAt, textsIn, valueAt, type Path } from './fields';
import type { Spoiling } from './front';
import { answerKinds, type Surroundings } from './spoil/answerKinds';
import { fieldKinds } from './spoil/fieldKinds';
import type { Subject } from './subjects/subject';
import type { Write } from './writes';

/** One request of a subject, with the answer it gets when nothing is wrong. */
export interface Target {
	subject: Subject;
	/** Counted within its subject. */
	number: number;
	exchange: Exchange;
	/** The places of each field, by its name. */
	fields: Map<string, Path[]>;
	/** What the subject writes, and how many requests it makes, when nothing is wrong. */
	usual: { writes: Write[]; requests: number };
}

/** One run with one answer spoiled; everything about it follows from its id. */
export interface Case {
	/** `seed/subject/target/turn`, to be run again by itself. */
	id: string;
	target: Target;
	kind: string;
	/** What is spoiled, for a report. */
	title: string;
	spoiling: Spoiling;
	/** Whether the client has to give up waiting. */
	isSlow: boolean;
	/** Texts that are not there any more, or are others. */
	lostTexts: string[];
}

/** So often at most the same endpoint is a target within a subject. */
const PER_ENDPOINT = 2;

/** The requests of a subject whose answers are worth spoiling. */
export function targetsOf(subject: Subject, exchanges: Exchange[], usual: Target['usual']): Target[] {
	const counts = new Map<string, number>();
	const chosen = exchanges.filter(({ question }) => {
		const endpoint = endpointOf(question);
		counts.set(endpoint, (counts.get(endpoint) ?? 0) + 1);
		return counts.get(endpoint)! <= PER_ENDPOINT;
	});
	return chosen.map((exchange, number) => ({
		subject,
		number,
		exchange,
		fields: fieldsOf(exchange.answer.body),
		usual,
	}));
}

function fieldsOf(body: string): Map<string, Path[]> {
	const fields = new Map<string, Path[]>();
	for (const path of pathsIn(bodyOf(body))) {
		const name = fieldName(path);
		fields.set(name, [...(fields.get(name) ?? []), path]);
	}
	return fields;
}

function bodyOf(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return undefined;
	}
}

/** These take a second or many megabytes each: a few of them, and the rest of the time for the others. */
const RARE: Record<string, number> = { drip: 0.006, hang: 0.002, tenMegabytes: 0.01 };

const usualAnswerKinds = Object.keys(answerKinds).filter((kind) => !(kind in RARE));

/** How many of the runs have one field spoiled rather than the whole answer. */
const FIELD_SHARE = 0.7;

/** In so many of the runs a question that is asked again is answered well. */
const ONCE_SHARE = 0.25;

/** @param id ends in the number of the turn; all chance comes from it */
export function drawCase(id: string, target: Target, surroundings: Surroundings): Case {
	const draw = new Draw(id);
	// What does not fit the answer is drawn again.
	for (;;) {
		const isField = draw.chance(FIELD_SHARE) && target.fields.size > 0;
		const found = isField ? fieldCase(target, draw) : answerCase(target, draw, surroundings);
		if (found !== undefined) return { id, target, ...found };
	}
}

/** With these a text may be lost that a service might as well not have: what is written then lacks it. */
const LOSING = ['missing', 'null', 'emptyObject', 'huge'];

type Drawn = Omit<Case, 'id' | 'target'>;

function fieldCase({ fields, exchange }: Target, draw: Draw): Drawn | undefined {
	const name = draw.pick([...fields.keys()]);
	const path = draw.pick(fields.get(name)!);
	const kind = draw.pick(Object.keys(fieldKinds));
	const before = valueAt(bodyOf(exchange.answer.body), path);
	const replacement = fieldKinds[kind](before, draw, path);
	if (replacement === undefined) return undefined;
	return {
		kind,
		title: `${kind} ${path.join('.')}`,
		isSlow: false,
		lostTexts: LOSING.includes(kind) ? textsIn(before) : [],
		spoiling: {
			fits: sameQuestion(exchange),
			isHandled: true,
			times: timesOf(draw),
			reply: (answer) => {
				const body = bodyOf(answer.body);
				replaceAt(body, path, replacement.value);
				return { ...answer, body: JSON.stringify(body) };
			},
		},
	};
}

function answerCase(
	{ subject, exchange }: Target,
	draw: Draw,
	surroundings: Surroundings,
): Drawn | undefined {
	const rare = Object.keys(RARE).find((kind) => draw.chance(RARE[kind] / (1 - FIELD_SHARE)));
	const kind = rare ?? draw.pick(usualAnswerKinds);
	// n8n's own words, and its own request, which has no end while bytes drip in: no node can reach them.
	if ((kind === 'quotesRequest' || kind === 'drip') && subject.isSaidByN8n) return undefined;
	const isSlow = kind === 'drip' || kind === 'hang';
	const isHandled = !['redirect', 'html', 'quotesRequest', 'hang'].includes(kind) || draw.chance(0.5);
	// The seed of what the kind itself leaves to chance: each answer of the run is spoiled the same way.
	const own = String(draw.number());
	const reply: Spoiling['reply'] = (answer, question) =>
		answerKinds[kind](answer, question, surroundings, new Draw(own));
	if (reply(exchange.answer, exchange.question) === undefined) return undefined;
	return {
		kind,
		title: kind,
		isSlow,
		lostTexts: [],
		spoiling: {
			fits: kind === 'repeatedPage' ? sameList(exchange) : sameQuestion(exchange),
			isHandled,
			// A read is sent nine times, which with these would take too long.
			times: kind === 'repeatedPage' ? Infinity : rare !== undefined ? 1 : timesOf(draw),
			reply: kind === 'repeatedPage' ? () => reply(exchange.answer, exchange.question) : reply,
		},
	};
}

function timesOf(draw: Draw): number {
	return draw.chance(ONCE_SHARE) ? 1 : Infinity;
}

function sameQuestion(exchange: Exchange): Spoiling['fits'] {
	const key = keyOf(exchange.question);
	return (question) => keyOf(question) === key;
}

function sameList(exchange: Exchange): Spoiling['fits'] {
	const key = listKeyOf(exchange.question);
	return (question) => listKeyOf(question) === key;
}
