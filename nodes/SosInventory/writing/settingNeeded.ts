import { setting, type SettingName } from '../../../sync/settingName';
import type { DocumentPlan } from '../../../sync/order/plan';
import type { ApiFailure } from '../../shared/request/apiFailure';
import { type DemandedField, demandedFields } from '../api/demandedField';
import type { SettingFault } from './referenceCheck';

/** Where people choose what the node leaves out when nobody chose it, and how they call it. */
const CHOSEN_IN: Record<DemandedField, { name: SettingName; noun: string }> = {
	location: { name: 'import.location', noun: 'a location' },
	channel: { name: 'import.channel', noun: 'a sales channel' },
	department: { name: 'import.fields.department', noun: 'a department' },
	terms: { name: 'import.fields.terms', noun: 'terms' },
	orderStage: { name: 'import.fields.orderStage', noun: 'an order stage' },
	salesRep: { name: 'import.fields.salesRep', noun: 'a sales rep' },
	depositAccount: { name: 'import.payment.depositAccount', noun: 'a deposit account' },
	paymentMethod: { name: 'import.payment.methods', noun: 'a payment method' },
	taxCode: { name: 'import.amounts.taxCode', noun: 'a tax code' },
};

/** The setting that SOS demands on the document it refused, and nobody chose: SOS names the field, not where to choose it. */
export function settingNeeded({ document }: DocumentPlan, failure: ApiFailure): SettingFault | undefined {
	const field = demandedFields(failure).find((name) => document[name] === undefined);
	if (field === undefined) return undefined;
	const { name, noun } = CHOSEN_IN[field];
	return {
		setting: name,
		reason: {
			code: 'SETTING_NEEDED',
			message: `SOS Inventory wants ${noun} on the document, and none is chosen in ${setting(name)}: "${failure.apiMessage}"`,
			fix: `Choose ${setting(name)} in the node.`,
		},
	};
}
