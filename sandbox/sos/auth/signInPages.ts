/** Who can sign in; shown on the form, because there is nobody else to ask. */
export const login = { email: 'shopkeeper@example.com', password: 'sandbox-password' } as const;

/** Fields that travel from page to page with the forms. */
type Carried = Readonly<Record<string, string>>;

/** The first page: e-mail address and password. */
export function loginPage(carried: Carried, problem = ''): string {
	return page(
		'Sign in to SOS Inventory (sandbox)',
		form('/oauth2/authorize', carried, [
			problem && `<p role="alert">${escaped(problem)}</p>`,
			`<p><label>Email <input name="email" type="email" value="${login.email}"></label></p>`,
			`<p><label>Password <input name="password" type="password" value="${login.password}"></label></p>`,
			'<p><button type="submit">Login</button></p>',
		]),
	);
}

/** The second page: which of the user's companies the token is for. */
export function companyPage(
	carried: Carried,
	companies: ReadonlyArray<{ id: number; name: string }>,
): string {
	const choices = companies.map(
		({ id, name }, index) =>
			`<p><label><input type="radio" name="company" value="${id}"${index === 0 ? ' checked' : ''}> ${escaped(name)}</label></p>`,
	);
	return page(
		'Choose a company',
		form('/oauth2/authorize/company', carried, [
			...choices,
			'<p><button type="submit">Authorize</button></p>',
		]),
	);
}

/** What a browser sees when the application sent it here with the wrong parameters. */
export function problemPage(problem: string): string {
	return page('Authorization failed', `<p role="alert">${escaped(problem)}</p>`);
}

function page(title: string, content: string): string {
	return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head><body><h1>${title}</h1>${content}</body></html>`;
}

function form(action: string, carried: Carried, content: string[]): string {
	const hidden = Object.entries(carried).map(
		([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`,
	);
	return `<form method="post" action="${action}">${[...hidden, ...content].join('')}</form>`;
}

function escaped(text: string): string {
	const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
	return text.replace(/[&<>"]/g, (character) => entities[character]);
}
