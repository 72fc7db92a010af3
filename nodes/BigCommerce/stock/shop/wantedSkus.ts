/** SKUs that are looked for, as they are asked for; none of them changes once it is made. */
export class WantedSkus {
	private readonly byKey: ReadonlyMap<string, string>;

	/** @param keyOf what two SKUs have in common to be the same */
	constructor(
		skus: Iterable<string>,
		private readonly keyOf: (sku: string) => string,
	) {
		this.byKey = new Map([...skus].map((sku) => [keyOf(sku), sku]));
	}

	has(sku: string | null | undefined): boolean {
		return Boolean(sku) && this.byKey.has(this.keyOf(sku as string));
	}

	get skus(): string[] {
		return [...this.byKey.values()];
	}

	get isEmpty(): boolean {
		return this.byKey.size === 0;
	}

	/** Those that are still open when these are found. */
	without(found: Iterable<{ sku?: string | null }>): WantedSkus {
		const keys = new Set([...found].map(({ sku }) => this.keyOf(sku ?? '')));
		const open = [...this.byKey].filter(([key]) => !keys.has(key));
		return new WantedSkus(
			open.map(([, sku]) => sku),
			this.keyOf,
		);
	}
}
