import { importChain, stockChain } from '../../../testing/templates/chains';
import { chain, type Subject } from './subject';

/** What the templates do, from end to end. */
export const chainSubjects: Subject[] = [
	chain('import, one customer', ({ sos }) => importChain({ customer: sos.state.customers.values()[0].id })),
	chain('import, customers found or created', () => importChain()),
	chain('import, items created', ({ sos }) => {
		const nodes = importChain({ customer: sos.state.customers.values()[0].id });
		return nodes.map((node) =>
			node.name === 'Create sales orders'
				? { ...node, parameters: { ...node.parameters, unmatched: 'createItem' } }
				: node,
		);
	}),
	chain('stock, planned', () => stockChain({ planOnly: true, circuitBreaker: false })),
	chain('stock, written', () => stockChain({ circuitBreaker: false })),
	chain('stock, within limits', () => {
		const limits = { changedPercent: 100, unitsLostPercent: 100, missingPercent: 100 };
		return stockChain({ orderStatuses: [11, 9], limits });
	}),
	chain('stock, compared', () => {
		const [getItems, setStock] = stockChain({ orderStatuses: [11] });
		return [getItems, { ...setStock, parameters: { ...setStock.parameters, operation: 'compare' } }];
	}),
];
