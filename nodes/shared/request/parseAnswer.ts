/** Text as it came, piece by piece. */
export type Pieces = readonly string[];

/** Shorter text is parsed at once. */
const LONG = 100_000;

/**
 * The JSON in a text. A long list of records, such as a page of orders with their lines, is parsed record by
 * record: as one string it would stay in memory until n8n cleans up everything, and a run reads hundreds.
 *
 * @throws {SyntaxError}
 */
export function parseAnswer(pieces: Pieces): unknown {
	const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
	return (length < LONG ? undefined : recordsIn(pieces)) ?? JSON.parse(pieces.join(''));
}

const QUOTE = 34;
const BACKSLASH = 92;
const COMMA = 44;
const LIST_BEGINS = 91;
const LIST_ENDS = 93;
const RECORD_BEGINS = 123;
const RECORD_ENDS = 125;
const WHITE_SPACE = new Set([9, 10, 13, 32]);

/** The records of a list; undefined for anything but a list of nothing but records. */
function recordsIn(pieces: Pieces): unknown[] | undefined {
	const reader = new RecordReader();
	try {
		return pieces.every((piece) => reader.read(piece)) ? reader.end() : undefined;
	} catch {
		return undefined;
	}
}

/** What may come next between the records of a list. */
type Between = 'list' | 'recordOrEnd' | 'record' | 'commaOrEnd' | 'nothing';

class RecordReader {
	private readonly records: unknown[] = [];

	private between: Between = 'list';

	/** How deep inside the record that is being read; 0 between records. */
	private depth = 0;

	private isInText = false;

	private isEscaped = false;

	/** The record so far, from earlier pieces. */
	private begun = '';

	/** @returns false when the text is not a list of records */
	read(piece: string): boolean {
		let start = 0;
		for (let at = 0; at < piece.length; at++) {
			const char = piece.charCodeAt(at);
			if (this.depth === 0) {
				if (WHITE_SPACE.has(char)) continue;
				if (!this.goOn(char)) return false;
				if (char === RECORD_BEGINS) start = at;
			} else if (this.endsRecord(char)) {
				this.records.push(JSON.parse(this.begun + piece.slice(start, at + 1)));
				this.begun = '';
				this.between = 'commaOrEnd';
			}
		}
		if (this.depth > 0) this.begun += piece.slice(start);
		return true;
	}

	end(): unknown[] | undefined {
		return this.between === 'nothing' ? this.records : undefined;
	}

	private goOn(char: number): boolean {
		const { between } = this;
		if (between === 'list' && char === LIST_BEGINS) this.between = 'recordOrEnd';
		else if (between.startsWith('record') && char === RECORD_BEGINS) this.depth = 1;
		else if (between === 'commaOrEnd' && char === COMMA) this.between = 'record';
		else if (between.endsWith('OrEnd') && char === LIST_ENDS) this.between = 'nothing';
		else return false;
		return true;
	}

	/** Brackets of either kind are counted alike: whether they match is seen when the record is parsed. */
	private endsRecord(char: number): boolean {
		if (this.isInText) {
			if (this.isEscaped) this.isEscaped = false;
			else if (char === BACKSLASH) this.isEscaped = true;
			else if (char === QUOTE) this.isInText = false;
			return false;
		}
		if (char === QUOTE) this.isInText = true;
		else if (char === RECORD_BEGINS || char === LIST_BEGINS) this.depth++;
		else if (char === RECORD_ENDS || char === LIST_ENDS) this.depth--;
		return this.depth === 0;
	}
}
