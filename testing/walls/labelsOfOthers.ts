const n8n = [
	'Activate',
	'Credential',
	'Do not save',
	'Edit Fields',
	'Error workflow',
	'Execute workflow',
	'OAuth Redirect URL',
	'On Error',
	'Remove Duplicates',
	'Save',
	'Save execution progress',
	'Save failed production executions',
	'Save successful production executions',
];
const bigCommerce = ['Modify', 'V2/V3 API token'];
const sosInventory = ['Expand kits on sales orders', 'Update inventory in BigCommerce'];

/** What n8n's own editor, BigCommerce's control panel and SOS Inventory show, as far as our texts name it. */
export const labelsOfOthers = [...n8n, ...bigCommerce, ...sosInventory];
