// For the code that runs on a developer's machine and never inside n8n: the sandbox, scripts and
// tests. The published code is held to n8n's community rules by eslint.config.mjs, which n8n's
// strict mode does not allow to be changed.
import js from '@eslint/js';
import tseslint from 'typescript-eslint';

export default tseslint.config(js.configs.recommended, tseslint.configs.recommended, {
	files: ['**/*.js', '**/*.mjs'],
	languageOptions: {
		globals: {
			process: 'readonly',
			require: 'readonly',
			module: 'writable',
			exports: 'writable',
			console: 'readonly',
		},
	},
	rules: { '@typescript-eslint/no-require-imports': 'off' },
});
