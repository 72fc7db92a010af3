import { ApiProblem, invalidField } from './apiProblem';

/** The query of a request, read by type. A value that cannot be read is refused with 400. */
export class Query {
	constructor(private readonly values: Readonly<Record<string, string | string[] | undefined>>) {}

	/** The text, the last one if the parameter was repeated; undefined when it is missing. */
	text(name: string): string | undefined {
		const value = this.values[name];
		return Array.isArray(value) ? value[value.length - 1] : value;
	}

	integer(name: string): number | undefined {
		return this.read(name, (text) => (/^-?\d+$/.test(text.trim()) ? Number(text) : undefined));
	}

	number(name: string): number | undefined {
		return this.read(name, (text) =>
			text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : undefined,
		);
	}

	boolean(name: string): boolean | undefined {
		return this.read(
			name,
			(text) => ({ true: true, '1': true, false: false, '0': false })[text.toLowerCase()],
		);
	}

	/** A comma list; a comma inside a value cannot be told from one between values. */
	list(name: string): string[] | undefined {
		return this.text(name)
			?.split(',')
			.map((text) => text.trim())
			.filter((text) => text !== '');
	}

	integers(name: string): number[] | undefined {
		return this.list(name)?.map((text) => {
			if (!/^-?\d+$/.test(text)) throw invalidField(name);
			return Number(text);
		});
	}

	/** RFC 2822, or ISO 8601, which is taken as UTC where it has no offset. Milliseconds since 1970. */
	date(name: string): number | undefined {
		return this.read(name, (text) => {
			const hasOffset = /([+-]\d{2}:?\d{2}|Z|GMT|UTC)$/i.test(text.trim());
			const time = Date.parse(hasOffset ? text : `${text.trim()}${/T/.test(text) ? 'Z' : ' UTC'}`);
			return Number.isNaN(time) ? undefined : time;
		});
	}

	/** `page` from 1 and `limit` within 1 and `maximum`, with BigCommerce's answers to what lies outside. */
	page({ normal, maximum, above }: { normal: number; maximum: number; above: 'refused' | 'clamped' }): {
		page: number;
		limit: number;
	} {
		const page = this.integer('page') ?? 1;
		const limit = this.integer('limit') ?? normal;
		if (page < 1) throw invalidField('page');
		if (limit < 1) throw invalidField('limit');
		if (limit > maximum && above === 'refused') throw new ApiProblem(413, `The maximum limit is ${maximum}.`);
		return { page, limit: Math.min(limit, maximum) };
	}

	private read<T>(name: string, parse: (text: string) => T | undefined): T | undefined {
		const text = this.text(name);
		if (text === undefined) return undefined;
		const value = parse(text);
		if (value === undefined) throw invalidField(name);
		return value;
	}
}
