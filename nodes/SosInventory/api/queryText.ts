/**
 * The longest text that SOS is asked for. No SKU in BigCommerce and no name in SOS is longer, and an
 * address with much more in it is refused before SOS sees it.
 */
const LONGEST = 255;

/** Whether SOS can have something by this name, SKU or e-mail address, so that asking makes sense. */
export function canBeAskedFor(text: string): boolean {
	return text.trim() !== '' && text.length <= LONGEST;
}
