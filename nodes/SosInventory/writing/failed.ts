import type { DocumentPlan } from '../../../sync/order/plan';
import type { ApiFailure } from '../../shared/request/apiFailure';
import { settle } from '../../shared/request/settle';
import { failureReason, needsAPerson, stopsEverything } from './failureReason';
import { held, heldBySettings } from './held';
import type { ImportJob, ImportResult, ImportRun, Outcome } from './importRun';
import type { SettingFault } from './referenceCheck';
import { settingNeeded } from './settingNeeded';
import { allSettings } from './usedSettings';

/** What came of an order at which SOS failed, in terms of the settings where one of them is at fault. */
export async function failed(run: ImportRun, job: ImportJob, failure: ApiFailure): Promise<Outcome> {
	return { ...(await explained(run, job, failure)), mayBeWritten: failure.leavesWriteOpen };
}

async function explained(run: ImportRun, job: ImportJob, failure: ApiFailure): Promise<ImportResult> {
	const { plan } = job;
	const reason = failureReason(failure);
	if (stopsEverything(failure)) {
		run.stoppedBy = reason;
		run.mustFail ||= needsAPerson(failure);
		return held(job, reason);
	}
	if (failure.category !== 'invalid' || plan.kind === 'held') return held(job, reason);
	const faults = await faultsOfSettings(run, job, plan, failure);
	return faults.length > 0 ? heldBySettings(run, job, faults) : held(job, reason);
}

/** The settings that SOS's refusal of a document may be about. */
async function faultsOfSettings(
	run: ImportRun,
	{ settings }: ImportJob,
	plan: DocumentPlan,
	failure: ApiFailure,
): Promise<SettingFault[]> {
	const needed = settingNeeded(plan, failure);
	if (needed !== undefined) return [needed];
	run.suspectSettings = true;
	const dead = await settle(run.references.dead(allSettings(plan, settings)));
	return dead.failure === undefined ? dead.value : [];
}
