import type { Answer } from '../../shared/answer';
import type { Company } from '../company';
import { bodyOf } from '../reading/body';
import type { Stored } from '../records/stored';
import { invalid } from '../refusal';
import type { Resource } from '../resources/resource';
import { singleAnswer } from './envelope';
import { recordById } from './readRecords';

type Creatable<T extends Stored> = Resource<T> & Required<Pick<Resource<T>, 'create'>>;

type Replaceable<T extends Stored> = Resource<T> & Required<Pick<Resource<T>, 'replace'>>;

export function isCreatable<T extends Stored>(resource: Resource<T>): resource is Creatable<T> {
	return resource.create !== undefined;
}

export function isReplaceable<T extends Stored>(resource: Resource<T>): resource is Replaceable<T> {
	return resource.replace !== undefined;
}

/** Creates a record and answers with all of it. */
export function createRecord<T extends Stored>(
	resource: Creatable<T>,
	body: unknown,
	company: Company,
): Answer {
	const record = resource.create(bodyOf(body), company);
	return singleAnswer(resource.render({ company, query: {} })(record));
}

/**
 * Replaces a record with the body: what the body leaves out is cleared.
 * @throws Refusal when the body's id is not the path's, or its syncToken is not the current one
 */
export function replaceRecord<T extends Stored>(
	resource: Replaceable<T>,
	id: string,
	body: unknown,
	company: Company,
): Answer {
	const record = recordById(resource, id, company);
	const sent = bodyOf(body);
	if (Number(sent.id) !== record.id) throw invalid('The id of posted object is incorrect.');
	if (sent.synctoken === undefined || sent.synctoken === null || Number(sent.synctoken) !== record.syncToken)
		throw invalid('This record has been modified by someone else. Please reload it and try again.');
	return singleAnswer(resource.render({ company, query: {} })(resource.replace(record, sent, company)));
}
