import type { ApiFailure } from '../../shared/request/apiFailure';

/**
 * Whether SOS refused a customer or an item because its name is taken. The wording is not documented;
 * SOS says in some way that the name is there already.
 */
export function saysNameTaken({ category, apiMessage }: ApiFailure): boolean {
	return category === 'invalid' && /duplicate|already|exists|unique|in use/i.test(apiMessage);
}
