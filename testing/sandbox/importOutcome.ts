import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import type { WorkflowRunResult } from '../engine/runNode';

/** What came of an import, by the outputs of the node that creates documents. */
export interface ImportOutcome extends WorkflowRunResult {
	imported: ImportedDocument[];
	held: HeldOrder[];
	failed: INodeExecutionData[];
	items: { imported: INodeExecutionData[]; held: INodeExecutionData[] };
}

/** What an imported order says about its document. */
export interface ImportedDocument {
	order: number;
	status: string;
	documentType: string;
	number: string;
	id: number;
	total: number;
	warnings: Array<{ code: string; message: string }>;
	document: IDataObject;
	hash: string;
}

export interface HeldOrder {
	order: unknown;
	code: string;
	message: string;
	fix: string;
	codes: string[];
}

/** @param node the name of the node that creates documents */
export function importOutcome(result: WorkflowRunResult, node: string): ImportOutcome {
	const [imported = [], held = [], failed = []] = result.outputsOf(node);
	return {
		...result,
		imported: imported.map(documentOf),
		held: held.map(reasonOf),
		failed,
		items: { imported, held },
	};
}

function documentOf({ json }: INodeExecutionData): ImportedDocument {
	return { ...(json.sos as unknown as ImportedDocument), order: json.id as number };
}

function reasonOf({ json }: INodeExecutionData): HeldOrder {
	const { code, message, fix } = json.reason as unknown as HeldOrder;
	return {
		order: json.id,
		code,
		message,
		fix,
		codes: (json.reasons as unknown as HeldOrder[]).map((one) => one.code),
	};
}
