import { mapValues, omit } from 'lodash';
import type { IConnection, IConnections, IDataObject, INode } from 'n8n-workflow';
import type { Sandbox } from '../../sandbox';
import type { StoredWorkflow } from '../../testing/n8n/commands';

type Step = Pick<INode, 'name' | 'type' | 'typeVersion' | 'parameters' | 'onError'> & {
	/** Done for one item at a time, with a pause of so many seconds after each. */
	pauseSeconds?: number;
};

/** A chain of nodes behind a manual trigger, as n8n stores it. */
function chain(id: string, name: string, steps: Step[]): StoredWorkflow {
	const trigger: Step = {
		name: 'Run by hand',
		type: 'n8n-nodes-base.manualTrigger',
		typeVersion: 1,
		parameters: {},
	};
	const pieces = [trigger, ...steps].map(pieceOf);
	const connections: IConnections = {};
	pieces.forEach(({ nodes: [first], links }, index) => {
		const [next] = pieces[index + 1]?.nodes ?? [];
		connections[first.name] = { main: [next ? [to(next)] : [], ...(links[first.name] ?? [])] };
		Object.assign(
			connections,
			mapValues(omit(links, first.name), (main) => ({ main })),
		);
	});
	const nodes = pieces.flatMap((piece) => piece.nodes);
	return {
		id,
		name,
		nodes: nodes.map((node, index) => ({ ...node, id: `${id}-${index}`, position: [index * 200, 0] })),
		connections,
		settings: { executionOrder: 'v1' },
	};
}

interface Piece {
	/** The first is entered and, by its first output, left. */
	nodes: Array<Omit<Step, 'pauseSeconds'>>;
	/** Connections inside: of the first node those behind its first output, of the others all. */
	links: Record<string, IConnection[][]>;
}

/** n8n's own pattern for an API with a rate limit is a loop over the items with a Wait node in it. */
function pieceOf({ pauseSeconds, ...step }: Step): Piece {
	if (pauseSeconds === undefined) return { nodes: [step], links: {} };
	const loop: Step = {
		name: `${step.name}: loop`,
		type: 'n8n-nodes-base.splitInBatches',
		typeVersion: 3,
		parameters: { batchSize: 1, options: {} },
	};
	const wait: Step = {
		name: `${step.name}: wait`,
		type: 'n8n-nodes-base.wait',
		typeVersion: 1.1,
		parameters: { amount: pauseSeconds, unit: 'seconds' },
	};
	return {
		nodes: [loop, step, wait],
		links: { [loop.name]: [[to(step)]], [step.name]: [[to(wait)]], [wait.name]: [[to(loop)]] },
	};
}

const to = ({ name }: { name: string }): IConnection => ({ node: name, type: 'main', index: 0 });

/** One HTTP Request node with a token in a header, as most people start. */
function request(name: string, header: [name: string, value: string], parameters: IDataObject): Step {
	return {
		name,
		type: 'n8n-nodes-base.httpRequest',
		typeVersion: 4.2,
		parameters: {
			sendHeaders: true,
			headerParameters: {
				parameters: [
					{ name: header[0], value: header[1] },
					{ name: 'Accept', value: 'application/json' },
				],
			},
			...parameters,
		} as INode['parameters'],
	};
}

/** The import as it would be built from n8n's HTTP Request nodes: one look-up per line, one call per order. */
export function handBuiltImport({ bigCommerce, sos }: Sandbox, customerId: number): StoredWorkflow {
	const pauseSeconds = sos.settings.intervalMs / 1000;
	return chain('handBuiltImport', 'Import by hand', [
		request('Get orders', ['X-Auth-Token', bigCommerce.tokens.full], {
			url: `${bigCommerce.apiPath.replace('/v3/', '/v2/')}orders`,
			sendQuery: true,
			queryParameters: {
				parameters: [
					{ name: 'status_id', value: '11' },
					{ name: 'limit', value: '250' },
					{ name: 'include', value: 'consignments.line_items' },
					{ name: 'consignment_structure', value: 'object' },
				],
			},
			options: {
				pagination: {
					pagination: {
						parameters: { parameters: [{ type: 'qs', name: 'page', value: '={{ $pageCount + 1 }}' }] },
						paginationCompleteWhen: 'other',
						completeExpression: '={{ ($response.body?.length ?? 0) < 250 }}',
					},
				},
			},
		}),
		code(
			'Split lines',
			'return $input.all().filter(({ json }) => json.consignments).flatMap(({ json }) => json.consignments.shipping.flatMap(({ line_items }) => line_items.map((line) => ({ json: { order: json.id, date: json.date_created, sku: line.sku, quantity: line.quantity, price: Math.round(Number(line.price_ex_tax) * 100) / 100, name: line.name } }))));',
		),
		{
			...request('Look up item', ['Authorization', `Bearer ${sos.accessToken}`], {
				url: `${sos.url}/api/v2/item`,
				sendQuery: true,
				queryParameters: { parameters: [{ name: 'sku', value: '={{ $json.sku }}' }] },
			}),
			pauseSeconds,
		},
		code(
			'Build sales orders',
			`const lines = $('Split lines').all().map(({ json }, index) => ({ ...json, item: $input.all()[index].json.data[0] }));
const orders = new Map();
for (const line of lines) {
	const order = orders.get(line.order) ?? { number: 'HAND-' + line.order, date: new Date(line.date).toISOString().slice(0, 19), customer: { id: ${customerId} }, customerPO: String(line.order), lines: [] };
	order.lines.push({ item: { id: line.item.id }, description: line.name, quantity: line.quantity, unitprice: line.price, amount: Math.round(line.quantity * line.price * 100) / 100 });
	orders.set(line.order, order);
}
return [...orders.values()].map((json) => ({ json }));`,
		),
		{
			...request('Create sales order', ['Authorization', `Bearer ${sos.accessToken}`], {
				method: 'POST',
				url: `${sos.url}/api/v2/salesorder`,
				sendBody: true,
				specifyBody: 'json',
				jsonBody: '={{ JSON.stringify($json) }}',
			}),
			pauseSeconds,
		},
	]);
}

/** The stock update as it would be built by hand: the items page by page, then one call per SKU. */
export function handBuiltStock({ bigCommerce, sos }: Sandbox): StoredWorkflow {
	const { quota, windowMs } = bigCommerce.settings;
	// A third slower than BigCommerce allows: the node asks as often as it is told to, refused or not.
	const batchInterval = Math.ceil((windowMs / (quota ?? Infinity)) * 1.33);
	return chain('handBuiltStock', 'Stock by hand', [
		request('Get items', ['Authorization', `Bearer ${sos.accessToken}`], {
			url: `${sos.url}/api/v2/item`,
			options: {
				pagination: {
					pagination: {
						parameters: { parameters: [{ type: 'qs', name: 'start', value: '={{ $pageCount * 200 + 1 }}' }] },
						paginationCompleteWhen: 'other',
						completeExpression: '={{ ($response.body?.data?.length ?? 0) < 200 }}',
						requestInterval: 1.5 * sos.settings.intervalMs,
					},
				},
			},
		}),
		code(
			'Split items',
			'return $input.all().flatMap(({ json }) => json.data.filter(({ sku, updateBigCommerce }) => sku && updateBigCommerce).map(({ sku, available }) => ({ json: { sku, quantity: Math.max(0, Math.floor(Number(available))) } })));',
		),
		{
			...request('Set stock', ['X-Auth-Token', bigCommerce.tokens.full], {
				method: 'PUT',
				url: `${bigCommerce.apiPath}inventory/adjustments/absolute`,
				sendBody: true,
				specifyBody: 'json',
				jsonBody:
					'={{ JSON.stringify({ items: [{ location_id: 1, sku: $json.sku, quantity: $json.quantity }] }) }}',
				options: { batching: { batch: { batchSize: 1, batchInterval } } },
			}),
			onError: 'continueRegularOutput',
		},
	]);
}

function code(name: string, jsCode: string): Step {
	return { name, type: 'n8n-nodes-base.code', typeVersion: 2, parameters: { jsCode } };
}
