import { boolean, Misfit, nullable, text, textsByName, type FieldReader } from '../reading/fields';

/** A subscription of one API account; times are Unix seconds, as the API shows them. */
export interface Webhook {
	id: number;
	client_id: string;
	store_hash: string;
	scope: string;
	destination: string;
	headers: Record<string, string> | null;
	is_active: boolean;
	created_at: number;
	updated_at: number;
}

/** BigCommerce calls only public addresses, by HTTPS at its usual port. */
const destination: FieldReader<string> = (value) => {
	const address = text()(value);
	const { protocol, port } = URL.canParse(address) ? new URL(address) : { protocol: '', port: '' };
	if (protocol === 'https:' && port === '') return address;
	throw new Misfit('The destination must be an HTTPS address on port 443.');
};

/** The fields a client can set. */
export const webhookFields = {
	scope: text(),
	destination,
	headers: nullable(textsByName),
	is_active: boolean,
};
