import type { IDataObject } from 'n8n-workflow';
import type { Reason } from '../../../sync/reason';
import { heldItem } from './importedOrder';
import type { ImportJob, ImportRun } from './importRun';
import type { SettingFault } from './referenceCheck';

/** An order that is not imported, with what its plan says. */
export function held({ order, plan }: ImportJob, ...reasons: Reason[]): { held: IDataObject } {
	return { held: heldItem(order, reasons, plan) };
}

/**
 * An order that a setting stands in the way of. Where all orders have the same settings, the others would only
 * meet the same: the run stops.
 */
export function heldBySettings(
	run: ImportRun,
	job: ImportJob,
	faults: SettingFault[],
): { held: IDataObject } {
	const reasons = faults.map(({ reason }) => reason);
	if (run.sharesSettings) stopRun(run, reasons[0]);
	return held(job, ...reasons);
}

/** Lets a run write nothing more. It must show as failed where no output is lost with it: what was written is marked. */
export function stopRun(run: ImportRun, reason: Reason): void {
	run.stoppedBy ??= reason;
	run.mustFail ||= run.marking !== undefined;
}
