import type { StockIndex } from './inventory/stockIndex';
import type { BigCommerceSettings } from './settings';
import type { BigCommerceState } from './state';

/** What every route needs: the data and how to behave. */
export interface Store {
	hash: string;
	state: BigCommerceState;
	settings: BigCommerceSettings;
	stockIndex: StockIndex;
	/** `http://127.0.0.1:port`, known once the server is up. */
	url: () => string;
}
