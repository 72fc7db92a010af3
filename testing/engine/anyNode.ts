import type { INode } from 'n8n-workflow';

/** For what only wants to know which node an error belongs to. */
export const anyNode: INode = {
	name: 'Test',
	type: 'test',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
	id: '1',
};
