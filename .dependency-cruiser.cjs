/** Which room may import which. `npm run walls` holds the code to it; docs/architecture.md says why. */
module.exports = {
	forbidden: [
		{
			name: 'no-circle',
			comment: 'files that import one another, if only types, belong together or need a third one',
			severity: 'error',
			from: {},
			to: { circular: true },
		},
		{
			name: 'sync-is-pure',
			comment: 'sync/ computes: no n8n, no HTTP, no files, nothing of nodes/',
			severity: 'error',
			from: { path: '^sync/' },
			to: { pathNot: '^(sync/|lodash|luxon|crypto$)|(^|/)node_modules/(@types/)?(lodash|luxon)/' },
		},
		{
			name: 'published-code-stands-alone',
			comment: 'what is published cannot import what is not',
			severity: 'error',
			from: { path: '^(nodes|credentials)/' },
			to: { path: '^(sandbox|scripts|test|testing)/' },
		},
		{
			name: 'tests-are-nobodys-room',
			comment: 'what tests share with scripts belongs in testing/',
			severity: 'error',
			from: { pathNot: '^test/' },
			to: { path: '^test/' },
		},
		{
			name: 'nothing-reaches-into-actions',
			comment: 'operations are the top floor; what another room needs of them belongs in a room below',
			severity: 'error',
			from: { path: '^nodes/', pathNot: '^nodes/[^/]+/(actions/|[^/]+\\.node\\.ts$)' },
			to: { path: '^nodes/[^/]+/actions/' },
		},
		{
			name: 'shared-knows-no-node',
			comment: 'nodes/shared/ is below both nodes',
			severity: 'error',
			from: { path: '^nodes/shared/' },
			to: { path: '^nodes/(?!shared/)' },
		},
		{
			name: 'nodes-meet-in-workflows-only',
			comment: 'what both nodes need belongs in nodes/shared/ or sync/',
			severity: 'error',
			from: { path: '^nodes/([^/]+)/', pathNot: '^nodes/(shared|SosInventory/marking)/' },
			to: { path: '^nodes/', pathNot: '^nodes/($1|shared)/' },
		},
		{
			name: 'one-door-between-the-nodes',
			comment:
				'an order is claimed and marked in BigCommerce by the node that writes it: marking/ asks the nouns of the other node, and nothing else of it',
			severity: 'error',
			from: { path: '^nodes/SosInventory/marking/' },
			to: { path: '^nodes/', pathNot: '^nodes/(SosInventory|shared|BigCommerce/(api|transport))/' },
		},
		{
			name: 'sandbox-has-its-own-mind',
			comment: 'a guess that both sides share is never found out',
			severity: 'error',
			from: { path: '^sandbox/' },
			to: { path: '^(nodes|sync|credentials)/' },
		},
	],
	options: {
		doNotFollow: { path: 'node_modules' },
		tsPreCompilationDeps: true,
		enhancedResolveOptions: { extensions: ['.ts', '.js', '.json'] },
	},
};
