import { createEngine, type Engine } from './engine';
import { cloneDeep } from 'lodash';
import { WorkflowExecute } from 'n8n-core';
import {
	createRunExecutionData,
	type ExecutionStatus,
	type IDataObject,
	type INode,
	type INodeExecutionData,
	type IRun,
	type IRunData,
	type Workflow,
	type WorkflowExecuteMode,
} from 'n8n-workflow';
import type { ExtraTypes } from './catalogue';
import type { CredentialData } from './credentialsHelper';
import {
	buildWorkflow,
	sourceName,
	type NamedTestNode,
	type TestConnection,
	type TestNode,
} from './testWorkflow';

interface RunOptions {
	/** By credential type. A token refreshed in the run is written back into these objects, as n8n stores it. */
	credentials?: CredentialData;
	/** What the first node receives: items, or only their `json`. One empty item when left out. */
	items?: Array<INodeExecutionData | IDataObject>;
	/** What `getMode()` answers; `trigger` when left out. */
	mode?: WorkflowExecuteMode;
	/** Stops the run, as the button in the editor does, after so long … */
	cancelAfterMs?: number;
	/** … or as soon as this resolves. */
	cancelWhen?: Promise<unknown>;
	extraTypes?: ExtraTypes;
	/** What n8n keeps with the workflow from run to run; changed at the end of a run as n8n would store it. */
	staticData?: IDataObject;
}

export interface NodeRunOptions extends RunOptions, Omit<TestNode, 'credentials'> {}

export interface WorkflowRunOptions extends RunOptions {
	/** The first receives the items. */
	nodes: NamedTestNode[];
	/** A chain in the order of `nodes` when left out. */
	connections?: TestConnection[];
}

/** The fields of n8n's NodeApiError and NodeOperationError that a user gets to see. */
export interface RunError extends Error {
	description?: string | null;
	httpCode?: string | null;
	context?: IDataObject;
}

export interface WorkflowRunResult {
	status: ExecutionStatus;
	/** What stopped the run. A copy, as n8n stores it: it has `name` and all fields of the error, but not its class. */
	error?: RunError;
	/** n8n's own record of the run, by node name. */
	runData: IRunData;
	/** Items by output of a node's last run; empty when it did not run. */
	outputsOf(nodeName: string): INodeExecutionData[][];
}

export interface NodeRunResult extends WorkflowRunResult {
	/** Items by output; an output that got none is an empty list. */
	outputs: INodeExecutionData[][];
}

/** Runs one node in n8n's engine, fed by another node as in any workflow. What the node throws is returned, not thrown. */
export async function runNode(options: NodeRunOptions): Promise<NodeRunResult> {
	const { credentials, items, mode, cancelAfterMs, cancelWhen, extraTypes, staticData, ...node } = options;
	const name = node.name ?? 'Node under test';
	const run = { credentials, items, mode, cancelAfterMs, cancelWhen, extraTypes, staticData };
	const result = await runWorkflow({ ...run, nodes: [{ ...node, name }] });
	return { ...result, outputs: result.outputsOf(name) };
}

/** Runs several nodes as one workflow in n8n's engine. What a node throws is returned, not thrown. */
export async function runWorkflow(options: WorkflowRunOptions): Promise<WorkflowRunResult> {
	const mode = options.mode ?? 'trigger';
	const engine = await createEngine(mode, options.extraTypes);
	const workflow = buildWorkflow(engine, options.nodes, options.connections, options.credentials);
	if (options.staticData !== undefined) keepStaticData(workflow, engine, mode, options.staticData);
	try {
		return resultOf(await execute(workflow, engine, mode, options));
	} catch (error) {
		return { status: 'error', error: error as RunError, runData: {}, outputsOf: () => [] };
	}
}

/** As n8n's server does: each run works on a copy, which is stored when it changed, except after a manual run. */
function keepStaticData(
	workflow: Workflow,
	{ additionalData }: Engine,
	mode: WorkflowExecuteMode,
	kept: IDataObject,
): void {
	workflow.overrideStaticData(cloneDeep(kept));
	workflow.staticData.__dataChanged = false;
	additionalData.hooks!.addHandler('workflowExecuteAfter', (_run, changed) => {
		if (mode !== 'manual' && changed !== undefined) Object.assign(kept, cloneDeep({ ...changed }));
	});
}

async function execute(
	workflow: Workflow,
	engine: Engine,
	mode: WorkflowExecuteMode,
	options: RunOptions,
): Promise<IRun> {
	const items = (options.items ?? [{}]).map(asItem);
	const start = { node: workflow.getNode(sourceName) as INode, data: { main: [items] }, source: null };
	const runExecutionData = createRunExecutionData({ executionData: { nodeExecutionStack: [start] } });
	const run = new WorkflowExecute(engine.additionalData, mode, runExecutionData).processRunExecutionData(
		workflow,
	);
	const timer =
		options.cancelAfterMs === undefined ? undefined : setTimeout(() => run.cancel(), options.cancelAfterMs);
	void options.cancelWhen?.then(() => run.cancel());
	try {
		return await run;
	} finally {
		clearTimeout(timer);
	}
}

function asItem(item: INodeExecutionData | IDataObject): INodeExecutionData {
	return ('json' in item ? item : { json: item }) as INodeExecutionData;
}

function resultOf(run: IRun): WorkflowRunResult {
	const { runData, error } = run.data.resultData;
	return {
		status: run.status,
		error: error as RunError | undefined,
		runData,
		outputsOf: (name) => (runData[name]?.at(-1)?.data?.main ?? []).map((items) => items ?? []),
	};
}
