import { withoutEntities } from './htmlText';

/** Nothing but characters that a keyboard writes, and no entity: most SKUs, which look like no other one. */
const PLAIN = /^[\x20-\x25\x27-\x7e]*$/;

/**
 * Characters without a shape of their own: zero-width spaces and joiners, soft hyphens, byte order marks,
 * direction marks and variation selectors, and the fillers and the empty Braille cell that look like nothing.
 */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}\u2800\ufffc]/gu;

/** What JavaScript does not call a space: control characters, which no field shows. */
const CONTROL = /[^\P{Cc}\s\x85]/gu;

const SPACES = /[\s\x85]+/g;

const DASHES = /[\p{Pd}\u2212\u2043\u02d7]/gu;

const APOSTROPHES = /[\u2018\u2019\u201a\u201b\u2032\u02b9\u02bc\u00b4`]/g;

const QUOTES = /[\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb]/g;

const SLASHES = /[\u2044\u2215\u29f8]/g;

/** Cyrillic and Greek letters, and below each the Latin one it looks like (Unicode TR 39, confusables). */
const TWINS = 'АВЕЅІЈКМНОРСТУХҮԌԚԜаеѕіјорсухԁԛԝһӏΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹονρϲϳ';
const LATIN = 'ABESIJKMHOPCTYXYGQWaesijopcyxdqwhlABEZHIKMNOPTYXCovpcj';

const LATIN_TWIN = new Map([...TWINS].map((letter, index) => [letter, LATIN[index]]));

const TWIN = new RegExp(`[${TWINS}]`, 'g');

/**
 * The text as a person reads it: without what cannot be seen, with one kind of space, hyphen and quote, letters
 * composed and of the usual width (Unicode NFKC), entities as their characters, and Latin letters for those of
 * other alphabets that look the same. Case stays.
 * @example plainForm('MUG‑1\u200b') // 'MUG-1'
 */
export function plainForm(text: string): string {
	if (PLAIN.test(text)) return text.replace(SPACES, ' ').trim();
	return withoutEntities(text)
		.replace(DASHES, '-')
		.replace(APOSTROPHES, "'")
		.replace(QUOTES, '"')
		.replace(SLASHES, '/')
		.normalize('NFKC')
		.replace(INVISIBLE, '')
		.replace(CONTROL, '')
		.replace(TWIN, (letter) => LATIN_TWIN.get(letter)!)
		.replace(SPACES, ' ')
		.normalize('NFC')
		.trim();
}

/** What texts have in common that a person would call the same: {@link plainForm} in any case. */
export function lookAlikeKey(text: string): string {
	// Small letters of other alphabets have no twin where only their capitals do.
	return PLAIN.test(text)
		? plainForm(text).toLowerCase()
		: plainForm(withoutEntities(text).toUpperCase()).toLowerCase();
}

/**
 * What a text has that nobody sees or means: its first invisible character by its code point, or its first HTML
 * entity. Undefined where there is none.
 * @example hiddenIn('MUG-1\u200b') // 'U+200B after the 5th character'
 */
export function hiddenIn(text: string): string | undefined {
	if (PLAIN.test(text)) return undefined;
	const characters = [...text];
	const place = characters.findIndex((one) => one.replace(INVISIBLE, '').replace(CONTROL, '') === '');
	if (place >= 0) return `${codePoints([characters[place]])} ${placeAfter(place)}`;
	const entity = text.match(/&[^;\s]{2,10};/g)?.find((one) => withoutEntities(one) !== one);
	return entity === undefined ? undefined : `the HTML entity ${entity}`;
}

/** How many characters of a difference are shown. */
const SHOWN = 4;

/**
 * In what a text differs from one in SOS, by code points: what differs, from the first place to the last. Empty
 * for texts that are the same.
 * @param own whose the text is
 * @example differenceOf('MUG-1\u200b', 'MUG-1') // "the order's has U+200B after the 5th character"
 */
export function differenceOf(ownText: string, sosText: string, own = "the order's"): string {
	const [order, sos] = [[...ownText], [...sosText]];
	const shorter = Math.min(order.length, sos.length);
	let start = 0;
	while (start < shorter && order[start] === sos[start]) start++;
	let end = 0;
	while (end < shorter - start && order.at(-1 - end) === sos.at(-1 - end)) end++;
	const ofOrder = codePoints(order.slice(start, order.length - end));
	const ofSos = codePoints(sos.slice(start, sos.length - end));
	const place = placeAfter(start);
	if (ofOrder === '' && ofSos === '') return '';
	if (ofSos === '') return `${own} has ${ofOrder} ${place}`;
	if (ofOrder === '') return `the one in SOS has ${ofSos} ${place}`;
	return `${own} has ${ofOrder} ${place}, where the one in SOS has ${ofSos}`;
}

function placeAfter(characters: number): string {
	return characters === 0 ? 'at its beginning' : `after the ${nth(characters)} character`;
}

function codePoints(characters: string[]): string {
	const shown = characters.slice(0, SHOWN).map((character) => {
		const code = character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
		return `U+${code}`;
	});
	return [...shown, ...(characters.length > SHOWN ? ['…'] : [])].join(' ');
}

function nth(number: number): string {
	const isTeen = Math.floor((number % 100) / 10) === 1;
	const ending = isTeen ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th');
	return `${number}${ending}`;
}
