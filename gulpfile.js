const { spawn } = require('node:child_process');
const { rm } = require('node:fs/promises');
const { dest, parallel, series, src } = require('gulp');

/** What n8n loads beside the compiled code: icons, codex files and output schemas. */
const assets = [
	'{nodes,credentials}/**/*.{svg,png}',
	'nodes/**/*.node.json',
	'nodes/**/__schema__/**/*.json',
];

function clean() {
	return rm('dist', { recursive: true, force: true });
}

function compile() {
	return spawn(
		process.execPath,
		[require.resolve('typescript/bin/tsc'), '--project', 'tsconfig.build.json'],
		{
			stdio: 'inherit',
		},
	);
}

function copyAssets() {
	// Icons may be binary: without `encoding: false` gulp 5 would read them as UTF-8 text.
	return src(assets, { base: '.', encoding: false }).pipe(dest('dist'));
}

exports.clean = clean;
exports.build = series(clean, parallel(compile, copyAssets));
exports.default = exports.build;
