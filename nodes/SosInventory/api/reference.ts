import { id, optional, record, type Shape, text } from '../../shared/request/shape';

/** How a record names another one. */
export interface Reference {
	id: number;
	name?: string | null;
}

export const reference: Shape<Reference> = record({ id, name: optional(text) });

/** Some references come back as the ID alone. */
export const referenceOrId: Shape<Reference | number> = {
	wanted: reference.wanted,
	flawIn: (value) => (typeof value === 'number' ? id : reference).flawIn(value),
};
