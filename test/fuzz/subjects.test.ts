import { allSubjects, coverable, uncovered } from '../../scripts/fuzz/subjects/allSubjects';
import { loadCatalogue } from '../../testing/engine/catalogue';

it('there is a subject for every operation, drop-down and search of both nodes', async () => {
	const catalogue = await loadCatalogue();
	expect(coverable(catalogue).length).toBeGreaterThan(40);
	expect(uncovered(catalogue)).toEqual([]);
});

it('every subject has a name of its own', () => {
	const names = allSubjects.map(({ name }) => name);
	expect(new Set(names).size).toBe(names.length);
});
