import { createHash } from 'node:crypto';
import { isEqual } from 'lodash';
import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

/** By list, the number of the last order given from it. */
type Places = Record<string, number>;

/**
 * Where the runs of a node stopped in their lists. n8n keeps it with an active workflow: it gives each
 * execution what it has and stores it when the execution ends, also when that failed, but not when it
 * was stopped or killed, and never for a manual one. A place that is lost or old only means that orders
 * come again. Lists that a run does not read are forgotten, so that other filters begin anew.
 */
export class ListPlaces {
	private readonly kept?: IDataObject;

	private readonly before: Places;

	private readonly after: Places = {};

	constructor(context: IExecuteFunctions) {
		if (context.getMode() !== 'manual') this.kept = context.getWorkflowStaticData('node');
		this.before = { ...(this.kept?.places as Places | undefined) };
	}

	/** Where the run before stopped in a list. It stays unless {@link set} says otherwise. */
	of(list: string): number | undefined {
		const place = this.before[list];
		if (place !== undefined) this.after[list] ??= place;
		return place;
	}

	/** @param place undefined when the list came to its end */
	set(list: string, place: number | undefined): void {
		if (place === undefined) delete this.after[list];
		else this.after[list] = place;
	}

	/** Hands the places over to n8n, unless they are as before: it would store those of all nodes again. */
	keep(): void {
		if (this.kept !== undefined && !isEqual(this.before, this.after)) this.kept.places = this.after;
	}
}

/** Names a list by all that decides what is in it and in what order; a digest, since filters hold e-mail addresses. */
export function listName(...decisive: unknown[]): string {
	return createHash('sha256').update(JSON.stringify(decisive)).digest('hex');
}
