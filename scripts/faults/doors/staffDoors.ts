import { breakMarks, mendMarks, setting, type Door, type World } from './door';

/** What people do to documents that are written and not marked yet, and to items between runs. */
export function staffAtWork(orders: number): Door[] {
	const each = orders / 5;
	return [
		unmarked('lines split by hand', each, ({ sos }, id) => sos.staff.splitLines(id)),
		unmarked('lines merged by hand', each, ({ sos }, id) => sos.staff.mergeLines(id)),
		unmarked('documents deleted and entered again', each, enterAgain),
		{
			group: 'documents deleted, marks taken off',
			title: 'documents deleted, marks taken off',
			setting: setting(each),
			story: [{}, { before: deleteDocuments }],
		},
		{
			group: 'items deleted and made again',
			title: 'items deleted and made again, and SKUs moved to other items',
			setting: setting(each),
			story: [
				{},
				{ before: remakeItems, meanwhile: ({ shop }) => shop.sell(each / 4) },
				{ before: moveSkus, meanwhile: ({ shop }) => shop.sell(each / 4) },
				{},
			],
		},
	];
}

/** Documents that were written and not marked are changed one by one. */
function unmarked(words: string, orders: number, change: (world: World, documentId: number) => void): Door {
	return {
		group: words,
		title: words,
		setting: setting(orders),
		story: [
			breakMarks,
			{
				before: (world) => {
					mendMarks(world);
					const { sos, shop } = world;
					const written = sos.state.salesOrders.values().filter(({ id }) => id > shop.before.lastId);
					for (const { id } of written) change(world, id);
				},
			},
		],
	};
}

function enterAgain({ sos }: World, documentId: number): void {
	const document = sos.state.salesOrders.get(documentId)!;
	sos.staff.deleteDocument(documentId);
	sos.staff.enterAgain(document);
}

/** Every second document that is marked; the mark goes with it. */
async function deleteDocuments({ sos, shop, templates }: World): Promise<void> {
	const written = sos.state.salesOrders.values().filter(({ id }) => id > shop.before.lastId);
	const deleted = written.filter((_, index) => index % 2 === 0);
	for (const { id } of deleted) sos.staff.deleteDocument(id);
	await templates.removeMarks(deleted.map(({ customerPO }) => Number(customerPO)));
}

/** Every third item that was sold. */
function remakeItems({ sos, shop }: World): void {
	shop.noteSkus();
	for (const id of soldItems({ sos, shop }).filter((_, index) => index % 3 === 0))
		shop.madeByHand.add(sos.staff.remakeItem(id));
}

/** Of every fourth item that was sold the SKU goes to an item that is new. */
function moveSkus({ sos, shop }: World): void {
	shop.noteSkus();
	const { items, balances } = sos.state;
	for (const id of soldItems({ sos, shop }).filter((_, index) => index % 4 === 0)) {
		const item = items.get(id)!;
		const name = `${item.name} of this year`;
		const made = { ...item, id: sos.state.nextId(), name, fullname: name, sku: null, createdAt: Date.now() };
		items.set({ ...made, updatedAt: Date.now() });
		balances.set({ ...balances.get(id)!, id: made.id });
		shop.madeByHand.add(made.id);
		sos.staff.moveSku(id, made.id);
	}
}

function soldItems({ sos, shop }: Pick<World, 'sos' | 'shop'>): number[] {
	const sold = sos.state.salesOrders
		.values()
		.filter(({ id }) => id > shop.before.lastId)
		.flatMap(({ lines }) => lines.map(({ item }) => item.id));
	return [...new Set(sold)].filter((id) => {
		const item = sos.state.items.get(id);
		return item?.type === 'Inventory Item' && item.sku !== null;
	});
}
