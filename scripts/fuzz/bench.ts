import { createHash } from 'node:crypto';
import type { Sandbox } from '../../sandbox';
import { sandboxCredentials } from '../../testing/sandbox/sandboxCredentials';
import { snapshot } from '../../testing/sandbox/snapshot';
import { Front, type FrontLog, type Spoiling } from './front';
import { openShop } from './shop';
import type { Seen, Subject } from './subjects/subject';

/** How a run is to go. */
export interface RunPlan {
	/** Told apart from all other runs by this; its tokens are made from it. */
	id: string;
	spoiling?: Spoiling;
	mostRequests: number;
	timeoutSeconds: number;
	/** A run that takes longer hangs. */
	mostMs: number;
}

/** What became of a run. */
export interface RunOutcome {
	seen: Seen;
	log: FrontLog;
	hasHung: boolean;
	/** What must not be seen. */
	secrets: string[];
}

/** A sandbox with a front, on which one run is made after the other, each from the same beginning. */
export class Bench {
	private constructor(
		private readonly sandbox: Sandbox,
		private readonly front: Front,
		private readonly restore: () => void,
	) {}

	static async open(): Promise<Bench> {
		const sandbox = await openShop();
		const { bigCommerce, sos } = sandbox;
		const restores = [snapshot(bigCommerce.state), snapshot(sos.state)];
		const front = await Front.open({ bigCommerce: bigCommerce.url, sos: sos.url });
		const restore = () => {
			for (const put of restores) put();
		};
		return new Bench(sandbox, front, restore);
	}

	async run(subject: Subject, plan: RunPlan): Promise<RunOutcome> {
		const shopToken = secretFrom(`shop ${plan.id}`);
		const sosToken = secretFrom(`company ${plan.id}`);
		const { bigCommerce, sos } = this.sandbox;
		const log = this.front.start({
			tokens: { [shopToken]: bigCommerce.tokens.full, [sosToken]: sos.accessToken },
			mostRequests: plan.mostRequests,
			spoiling: plan.spoiling,
		});
		const { timeoutSeconds } = plan;
		const saved = sandboxCredentials(this.sandbox);
		const credentials = {
			bigCommerceApi: {
				...saved.bigCommerceApi,
				timeoutSeconds,
				accessToken: shopToken,
				apiPath: bigCommerce.apiPath.replace(bigCommerce.url, this.front.url),
			},
			sosInventoryApi: {
				...saved.sosInventoryApi,
				timeoutSeconds,
				accessToken: sosToken,
				baseUrl: this.front.url,
			},
		};
		const stop = new AbortController();
		const cancelWhen = new Promise((resolve) => stop.signal.addEventListener('abort', resolve));
		const running = subject.run({ sandbox: this.sandbox, credentials, cancelWhen });
		const seen = await unlessItTakes(plan.mostMs, running);
		if (seen === undefined) stop.abort();
		if (this.front.hasWritten) this.restore();
		const secrets = [shopToken, sosToken];
		return { seen: seen ?? { given: undefined }, log, hasHung: seen === undefined, secrets };
	}

	async close(): Promise<void> {
		await this.front.close();
		await this.sandbox.stop();
	}
}

function secretFrom(text: string): string {
	return createHash('sha256').update(text).digest('hex').slice(0, 40);
}

/** Undefined when it takes longer. */
async function unlessItTakes<T>(ms: number, work: Promise<T>): Promise<T | undefined> {
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<undefined>((resolve) => {
		timer = setTimeout(() => resolve(undefined), ms);
	});
	try {
		return await Promise.race([work, late]);
	} finally {
		clearTimeout(timer);
	}
}
