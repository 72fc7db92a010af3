import type { SosClient } from '../../../nodes/SosInventory/transport/client';
import { RememberedList } from '../../../nodes/SosInventory/memory/rememberedList';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** A service with records, and a list of them that is kept up to date. */
class Service {
	now = Date.UTC(2026, 5, 1);
	/** How much later than it is meant the service takes the moment it is asked for. */
	takesLaterMs = 0;
	/** How far back it was asked for changes, in hours, each time. */
	asked: number[] = [];
	private readonly rows = new Map<number, { id: number; text: string; changedAt: number }>();
	readonly client = { profile: { clock: { now: () => this.now } } } as unknown as SosClient;
	readonly list = new RememberedList<{ id: number; text: string }, string>({
		read: (_, { changedSince }) => this.read(changedSince),
		keep: ({ text }) => text,
	});

	set(id: number, text: string): void {
		this.rows.set(id, { id, text, changedAt: this.now });
	}

	create(id: number): void {
		this.set(id, `new ${id}`);
		this.list.learnCreated(this.client, { id, text: `new ${id}` });
	}

	async refresh(): Promise<number[]> {
		this.asked = [];
		await this.list.refresh(this.client);
		return this.asked;
	}

	private async *read(changedSince = -Infinity) {
		await Promise.resolve();
		if (Number.isFinite(changedSince)) this.asked.push(Math.round((this.now - changedSince) / HOUR));
		for (const row of this.rows.values()) if (row.changedAt >= changedSince + this.takesLaterMs) yield row;
	}
}

const filled = async (takesLaterMs = 0) => {
	const service = new Service();
	service.takesLaterMs = takesLaterMs;
	service.set(1, 'old');
	service.set(2, 'old');
	await service.list.readAll(service.client);
	return service;
};

it('asks for a day more than would do as long as nothing proves how SOS reads a moment', async () => {
	const service = await filled();
	service.now += HOUR;
	expect(await service.refresh()).toEqual([28]);
	service.now += HOUR;
	expect(await service.refresh()).toEqual([28]);
});

it.each([0, -7 * HOUR])(
	'asks for what changed since it last created something, once that is seen to come (%p)',
	async (takesLaterMs) => {
		const service = await filled(takesLaterMs);
		service.create(10);
		service.now += HOUR;
		expect(await service.refresh()).toEqual([28]);
		service.now += HOUR;
		service.set(1, 'changed');
		service.now += HOUR;
		expect(await service.refresh()).toEqual([3]);
		expect(service.list.records.get(1)).toBe('changed');
		service.create(11);
		service.now += HOUR;
		await service.refresh();
		service.now += HOUR;
		expect(await service.refresh()).toEqual([2]);
	},
);

it('asks again for more where SOS takes the moment for a later one', async () => {
	const service = await filled(8 * HOUR);
	service.create(10);
	service.now += HOUR;
	await service.refresh();
	service.now += HOUR;
	service.set(2, 'changed');
	service.now += HOUR;
	expect(await service.refresh()).toEqual([3, 29]);
	expect(service.list.records.get(2)).toBe('changed');
});

it('does not take a record for proof that was created after the last refresh', async () => {
	const service = await filled(4 * MINUTE);
	service.create(10);
	service.now += MINUTE;
	await service.refresh();
	service.now += 5 * MINUTE;
	service.set(1, 'changed');
	service.now += 25 * MINUTE;
	service.create(11);
	service.now += MINUTE;
	await service.refresh();
	expect(service.list.records.get(1)).toBe('changed');
});
