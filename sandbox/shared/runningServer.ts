import type { Faults } from './faults';
import type { RequestCounters } from './requestCounters';

/** A local server that is up. */
export interface RunningServer {
	/** `http://127.0.0.1:port`, without a slash at the end. */
	url: string;
	counters: RequestCounters;
	faults: Faults;
	/** Stops listening and cuts the connections that are still open. */
	stop(): Promise<void>;
}
