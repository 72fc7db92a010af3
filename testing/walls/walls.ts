import { apiWordsElsewhere } from './apiWords';
import type { Wall } from './breach';
import { forbiddenImports } from './imports';
import { staleLabels } from './labels';
import { incompleteOperations } from './operations';
import { undocumentedReasons } from './reasons';

/** All walls, by what holds where they stand. */
export const walls: Record<string, Wall> = {
	'rooms import only what they may, and nothing in a circle': forbiddenImports,
	'API paths and wording stand in api/ rooms': apiWordsElsewhere,
	'labels in texts are those of the editor': staleLabels,
	'each reason has its row, each row its reason': undocumentedReasons,
	'each operation has its row, its schema and its run': incompleteOperations,
};
