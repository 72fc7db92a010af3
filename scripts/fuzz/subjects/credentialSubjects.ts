import { testCredential } from '../../../testing/engine/testCredential';
import type { Subject } from './subject';

/** What n8n does when a user saves a credential. */
function tested(type: string): Subject {
	return {
		name: `${type} tested`,
		covers: [],
		isSaidByN8n: true,
		run: async ({ credentials }) => ({ given: await testCredential(type, credentials[type]) }),
	};
}

/** The credentials with a token that is pasted; for OAuth2, n8n itself does all that is asked of a service. */
export const credentialSubjects: Subject[] = [tested('bigCommerceApi'), tested('sosInventoryApi')];
