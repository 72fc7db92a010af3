import type { SosClient } from '../transport/client';
import { CLOCK_MARGIN_MS, ZONE_MARGIN_MS } from '../transport/time';

interface Witness {
	id: number;
	/** In SOS's time. */
	createdAt: number;
}

/**
 * Knows from which moment on SOS has to be asked for what changed in a list.
 *
 * In which time zone SOS reads the moment is not known. So the changes are asked for since shortly before a record was
 * created that we know of. Where that one is not among them, or there is none, SOS is asked for a day more.
 */
export class Changes {
	/** Changes up to this moment are known, in SOS's time; undefined as long as nothing was read. */
	private knownUntil?: number;

	/** The latest record that was created through us, and when, in SOS's time. */
	private created?: Witness;

	/** A record that was created before `knownUntil`: changes that begin with it are all that are not known yet. */
	private witness?: Witness;

	/** Whether changes can be asked for, since something was read. */
	get canBeAskedFor(): boolean {
		return this.knownUntil !== undefined;
	}

	/** Some records were read, which nothing was known of before this moment. */
	beginAt(beganAt: number): void {
		this.knownUntil ??= beganAt;
	}

	/** All records were read. */
	areKnownUntil(beganAt: number): void {
		this.knownUntil = beganAt;
	}

	forget(): void {
		this.knownUntil = undefined;
	}

	/** Takes note of a record that was created through us just now, which makes the next but one question cheap. */
	sawCreated({ profile }: SosClient, id: number): void {
		this.created = { id, createdAt: profile.clock.now() };
	}

	/**
	 * Asks for what is not known yet.
	 *
	 * @param ask learns what changed since a moment (ms since 1970), and returns the ids of the records that came
	 * @throws what `ask` throws
	 */
	async catchUp(client: SosClient, ask: (changedSince: number) => Promise<Set<number>>): Promise<void> {
		const { knownUntil, witness } = this;
		if (knownUntil === undefined) return;
		const beganAt = await beginning(client, async () => {
			const changed = witness && (await ask(witness.createdAt - CLOCK_MARGIN_MS));
			if (!changed?.has(witness!.id)) await ask(knownUntil - ZONE_MARGIN_MS);
		});
		this.knownUntil = beganAt;
		if (this.created !== undefined && this.created.createdAt < beganAt) this.witness = this.created;
	}
}

/** @returns when the reading began, in SOS's time, which is known for sure only after an answer */
export async function beginning(client: SosClient, read: () => Promise<void>): Promise<number> {
	const startedAt = performance.now();
	await read();
	return client.profile.clock.now() - (performance.now() - startedAt);
}
