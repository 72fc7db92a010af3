/** The entities of Latin-1, for the characters 160 to 255 in that order (HTML 4.01, 24.2). */
const LATIN1 =
	'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml';

/** Named entities that shop texts have, by their character. */
const NAMED = new Map<string, string>([
	...LATIN1.split(' ').map((name, index): [string, string] => [name, String.fromCharCode(160 + index)]),
	...Object.entries({
		amp: '&',
		lt: '<',
		gt: '>',
		quot: '"',
		apos: "'",
		ndash: '–',
		mdash: '—',
		lsquo: '‘',
		rsquo: '’',
		sbquo: '‚',
		ldquo: '“',
		rdquo: '”',
		bdquo: '„',
		bull: '•',
		hellip: '…',
		prime: '′',
		Prime: '″',
		trade: '™',
		euro: '€',
		minus: '−',
		hyphen: '‐',
		dash: '‐',
		ensp: '\u2002',
		emsp: '\u2003',
		thinsp: '\u2009',
		zwnj: '\u200c',
		zwj: '\u200d',
		OElig: 'Œ',
		oelig: 'œ',
		Scaron: 'Š',
		scaron: 'š',
	}),
]);

const ENTITY = /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([A-Za-z][A-Za-z\d]{1,7}));/g;

/** How often a text is decoded: shops and their imports escape what was escaped before. */
const MOST_TIMES = 3;

/**
 * The text with its HTML entities as the characters they stand for. What is not an entity stays.
 * @example withoutEntities('Mom &amp; Dad&#39;s') // "Mom & Dad's"
 * @example withoutEntities('R&D;') // 'R&D;'
 */
export function withoutEntities(text: string): string {
	let decoded = text;
	for (let times = 0; times < MOST_TIMES && decoded.includes('&'); times++) {
		const next = decoded.replace(ENTITY, (entity, decimal?: string, hex?: string, name?: string) => {
			if (name !== undefined) return NAMED.get(name) ?? entity;
			return character(decimal === undefined ? parseInt(hex!, 16) : Number(decimal)) ?? entity;
		});
		if (next === decoded) break;
		decoded = next;
	}
	return decoded;
}

/** A character that a text can have: no half of a pair, and no control character but tab and line breaks. */
function character(code: number): string | undefined {
	const isControl = code < 32 && ![9, 10, 13].includes(code);
	const isHalf = code >= 0xd800 && code <= 0xdfff;
	return isControl || isHalf || code > 0x10ffff ? undefined : String.fromCodePoint(code);
}
