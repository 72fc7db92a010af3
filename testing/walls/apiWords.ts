import type { Breach } from './breach';
import { filesIn } from './files';
import { literalsIn, type Literal } from './literals';

const isBehindWall = (path: string) => /^nodes\/[^/]+\/api\//.test(path);

/** `/v3/catalog/products`, also behind a host or an expression. A whole address, as in a hint, is not meant. */
const shopPath = /^(?!https?:).*\/v[23]\/[a-z…]/;

/** SOS's names for its tables where they are no English words, and any of them as a path. */
const sosTable =
	/^\/?(salesorder|salesreceipt|orderstage|paymentmethod|shipmethod|salesrep|taxcode|customfield|rmareturn|purchaseorder)(\/|\?|$)/;
const sosPath =
	/^\/(item|customer|location|class|department|channel|term|terms|account|shipment|hook)s?(\/|\?|$)/;

/** How the services word a refusal; who has to know asks the noun. */
const wording =
	/no line items|modified by someone else|duplicate|already|\bexists?\b|\bunique\b|in use|not found/i;

/** API paths and the services' own words outside the `api/` rooms. */
export function apiWordsElsewhere(root: string): Breach[] {
	return filesIn(root, ['nodes', 'sync'], ['.ts'])
		.filter(({ path }) => !isBehindWall(path))
		.flatMap(literalsIn)
		.filter(isApiWord)
		.map(({ value, place }) => ({
			place,
			what: `"${value}" belongs in the api/ room of its service, in the file of its noun`,
		}));
}

function isApiWord({ kind, value }: Literal): boolean {
	if (kind === 'pattern') return wording.test(value);
	return shopPath.test(value) || sosTable.test(value) || sosPath.test(value);
}
