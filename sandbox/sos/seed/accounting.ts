import type { SosState } from '../state';
import { fill } from './fill';

const unsynchronized = { syncMessage: null, lastSync: null };

/** Fills the tables that come from the bookkeeping: accounts, classes, terms, ways to pay, prices, taxes. */
export function seedAccounting(state: SosState): void {
	fill(state, state.accounts, [
		account('Product Sales', 'Income'),
		account('Shipping Income', 'Income'),
		account('Cost of Goods Sold', 'Cost of Goods Sold'),
	]);
	addSubaccount(state, 'Shipping Income', 'Postage');
	addSubaccount(state, 'Cost of Goods Sold', 'Postage');
	fill(state, state.accounts, [
		account('Inventory Asset', 'Other Current Asset'),
		account('Inventory Shrinkage', 'Expense'),
		account('Undeposited Funds', 'Other Current Asset'),
		account('Checking', 'Bank', '1010'),
	]);
	fill(
		state,
		state.classes,
		['Retail', 'Wholesale', 'Retail:Web'].map((fullName) => ({
			name: fullName.split(':').at(-1) ?? fullName,
			fullName,
			...unsynchronized,
		})),
	);
	fill(state, state.paymentMethods, [
		{ name: 'Credit Card', sosPayType: 'CreditCard' },
		{ name: 'PayPal', sosPayType: '' },
		{ name: 'Cash', sosPayType: 'Cash' },
		{ name: 'Check', sosPayType: 'Check' },
		{ name: 'Bank Deposit', sosPayType: '' },
	]);
	fill(state, state.priceTiers, [
		{ name: 'Reseller', percentDiscount: 20, flatDiscount: null },
		{ name: '$1 Discount', percentDiscount: null, flatDiscount: 1 },
	]);
	fill(state, state.terms, [terms('Due on receipt', 0), terms('Net 15', 15), terms('Net 30', 30)]);
	fill(state, state.taxCodes, [
		taxCode('Taxable', 8.25, state.nextId()),
		taxCode('Exempt', 0, state.nextId()),
	]);
}

function account(name: string, accountType: string, accountNumber: string | null = null) {
	const place = { fullname: name, parentId: null, sublevel: 0 };
	return { name, ...place, accountType, accountNumber, ...unsynchronized, description: null };
}

/** Accounts of one name can stand below several others. */
function addSubaccount(state: SosState, parentName: string, name: string): void {
	const parent = state.accounts.values().find((candidate) => candidate.name === parentName);
	if (!parent) throw new Error(`There is no account "${parentName}".`);
	const place = { fullname: `${parentName}:${name}`, parentId: parent.id, sublevel: 1 };
	fill(state, state.accounts, [{ ...account(name, parent.accountType), ...place }]);
}

function terms(name: string, dueDays: number) {
	return {
		name,
		dueDays,
		discountDays: null,
		discountPercent: null,
		dayOfMonthDue: null,
		discountDayOfMonth: null,
		dateDiscountPercent: null,
		dueNextMonthDays: null,
		...unsynchronized,
	};
}

function taxCode(name: string, rate: number, rateId: number) {
	return {
		name,
		salesTaxRate: rate,
		purchaseTaxRate: rate,
		isSalesTaxType: true,
		isPurchaseTaxType: false,
		taxRates: rate === 0 ? [] : [{ id: rateId, name: `${name} ${rate}%`, rate }],
	};
}
