import type { SosClient } from '../transport/client';

/** Whoever is told of a setting has changed it by then, as a rule. */
const SUSPECT_FOR_MS = 6 * 3_600_000;

/** By company: when SOS last left out what a setting points at, or did not have it. As `performance.now()` counts. */
const foundAt = new Map<string, number>();

/** Remembers, in this process, that a setting of a company's imports points at what SOS does not take. Cheap to lose. */
export function suspectSettings({ key }: SosClient): void {
	foundAt.set(key, performance.now());
}

/** Forgets it, once SOS has all that they point at. */
export function trustSettings({ key }: SosClient): void {
	foundAt.delete(key);
}

/**
 * Whether to ask SOS for what the settings point at before the first document. Where SOS only leaves out what it does
 * not know, each run would write one document without it before it asks.
 */
export function areSettingsSuspect({ key }: SosClient): boolean {
	return performance.now() - (foundAt.get(key) ?? -Infinity) < SUSPECT_FOR_MS;
}
