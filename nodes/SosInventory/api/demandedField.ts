import type { ApiFailure } from '../../shared/request/apiFailure';

/** What SOS may demand on a document, by the words that name it. */
const FIELDS = {
	location: /\blocation/i,
	channel: /\bchannel/i,
	department: /\bdepartment/i,
	terms: /\bterms/i,
	orderStage: /\bstage/i,
	salesRep: /\bsales ?rep/i,
	depositAccount: /\bdeposit/i,
	paymentMethod: /\bpayment ?method/i,
	taxCode: /\btax ?code/i,
};

/** A field of a document that refers to a record. */
export type DemandedField = keyof typeof FIELDS;

/** How a refusal says that something is lacking: no sentence of SOS about it is known. */
const DEMANDS =
	/\b(must|requires?|required|needs?|needed|select|choose|specify|provide|enter|missing|empty|blank|null)\b/i;

/** The fields that SOS may have demanded when it refused a document. Which ones a company has to fill in is not documented. */
export function demandedFields({ category, apiMessage }: ApiFailure): DemandedField[] {
	if (category !== 'invalid' || !DEMANDS.test(apiMessage)) return [];
	const names = Object.keys(FIELDS) as DemandedField[];
	return names.filter((name) => FIELDS[name].test(apiMessage));
}
