import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { settingLabels } from '../../../../shared/parameters/settingLabels';
import type { PartialSettings, PaymentSettings } from '../../../../../sync/order/settings';
import { referenceField } from '../../../../shared/parameters/referenceField';
import { reference } from '../../../reference';
import { given } from './given';
import { mappingField, readMapping } from './mapping';

export const paymentCollection: INodeProperties = {
	displayName: settingLabels['import.payment'],
	name: 'payment',
	type: 'collection',
	placeholder: 'Add Setting',
	default: {},
	options: [
		{
			displayName: 'Deposit on Sales Orders',
			name: 'deposit',
			type: 'options',
			default: 'giftCertificatesAndStoreCredit',
			description: 'What a sales order shows as paid already',
			options: [
				{ name: 'All That Was Paid', value: 'everythingPaid' },
				{ name: 'Gift Certificates and Store Credit', value: 'giftCertificatesAndStoreCredit' },
				{ name: 'Nothing', value: 'none' },
			],
		},
		referenceField(
			settingLabels['import.payment.depositAccount'],
			'depositAccount',
			'getAccounts',
			'Where the money of sales receipts goes',
		),
		mappingField(
			settingLabels['import.payment.methods'],
			'methods',
			'Payment Method in BigCommerce',
			'Payment Method',
			'getPaymentMethods',
			'Which payment method of SOS Inventory a sales receipt gets',
		),
		referenceField(
			'Payment Method for All Others',
			'defaultMethod',
			'getPaymentMethods',
			'On sales receipts whose payment method is not in the table',
		),
	],
};

export function readPayment(values: IDataObject): PartialSettings<PaymentSettings> {
	return given({
		methods: readMapping(values.methods),
		defaultMethod: reference(values.defaultMethod),
		depositAccount: reference(values.depositAccount),
		deposit: values.deposit as PaymentSettings['deposit'] | undefined,
	});
}
