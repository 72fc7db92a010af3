import type { ApiFailure } from '../../shared/request/apiFailure';
import { saysNameTaken } from '../api/takenName';

/**
 * Whether a record may be there although creating it did not succeed: an answer was lost, or another
 * execution was faster. Names are unique in SOS, so looking for it and sending it again does no harm.
 */
export function mayBeThere(failure: ApiFailure): boolean {
	return failure.mayHaveBeenDone || saysNameTaken(failure);
}
