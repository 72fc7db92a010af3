import ts from 'typescript';
import type { SourceFile } from './files';

export interface Literal {
	/** `text` is the content of a string or template, `pattern` the source of a regular expression. */
	kind: 'text' | 'pattern';
	value: string;
	/** `nodes/x.ts:12` */
	place: string;
}

/** Stands in a template where an expression is filled in. */
export const FILLED_IN = '…';

/** The strings, templates and regular expressions in TypeScript code; those of comments, imports and types are none. */
export function literalsIn({ path, text }: SourceFile): Literal[] {
	const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest);
	const found: Literal[] = [];
	const visit = (node: ts.Node): void => {
		if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isTypeNode(node)) return;
		const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
		const add = (kind: Literal['kind'], value: string) =>
			found.push({ kind, value, place: `${path}:${line + 1}` });
		if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) add('text', node.text);
		if (ts.isTemplateExpression(node)) {
			add(
				'text',
				node.head.text + node.templateSpans.map(({ literal }) => FILLED_IN + literal.text).join(''),
			);
		}
		if (ts.isRegularExpressionLiteral(node)) add('pattern', node.text);
		ts.forEachChild(node, visit);
	};
	visit(source);
	return found;
}
