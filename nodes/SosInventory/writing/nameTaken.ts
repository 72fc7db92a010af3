import type { ApiFailure } from '../../shared/request/apiFailure';

/**
 * Whether SOS refused a customer or an item because its name is taken. The wording is not documented;
 * SOS says in some way that the name is there already.
 */
export function isNameTaken({ category, apiMessage }: ApiFailure): boolean {
	return category === 'invalid' && /duplicate|already|exists|unique|in use/i.test(apiMessage);
}

/**
 * Whether a record may be there although creating it did not succeed: an answer was lost, or another
 * execution was faster. Names are unique in SOS, so looking for it and sending it again does no harm.
 */
export function mayBeThere(failure: ApiFailure): boolean {
	return failure.mayHaveBeenDone || isNameTaken(failure);
}
