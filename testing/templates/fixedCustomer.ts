import { locator } from '../engine/locator';

/** The parameters of "Create From BigCommerce Order" that book every order on one SOS customer. */
export function fixedCustomer(id: number) {
	return { customerMode: 'fixed', fixedCustomer: locator(id) };
}
