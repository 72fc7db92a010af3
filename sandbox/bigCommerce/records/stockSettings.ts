import { boolean, integer, text } from '../reading/fields';

/** The settings of an item at a location that can be changed; its stock figures cannot, here. */
export const stockSettingsFields = {
	safety_stock: integer,
	is_in_stock: boolean,
	warning_level: integer,
	bin_picking_number: text(),
};
