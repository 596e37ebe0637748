import type { Person } from '../tenant/person.js';
import type { LoginContext } from './context.js';
import { alert, escapeHtml } from './page.js';

/** As many names as a browser can usefully suggest; everybody else can be typed in. */
const mostSuggested = 50;

function suggestions({ directory }: Pick<LoginContext, 'directory'>): string {
  const tenant = directory.peek();
  const people = Array.from({ length: Math.min(tenant.size, mostSuggested) }, (_, index) =>
    tenant.at(index),
  ).filter((person) => person !== undefined);
  return people
    .map(
      ({ userPrincipalName, displayName }) =>
        `<option value="${escapeHtml(userPrincipalName)}">${escapeHtml(displayName)}</option>`,
    )
    .join('');
}

/**
 * The form in which somebody says who they are. There is no password: nobody is to type a real one here.
 *
 * @param action Where it leads, path and query.
 * @param shown.user What the field holds at first.
 * @param shown.problem What was wrong with the last try.
 */
export function personForm(
  action: string,
  shown: { readonly user: string; readonly problem?: string | undefined },
  context: Pick<LoginContext, 'directory'>,
): string {
  return [
    alert(shown.problem),
    `<form method="post" action="${escapeHtml(action)}">`,
    '<label for="user">User name</label>',
    `<input id="user" name="user" list="people" required autofocus autocomplete="username" value="${escapeHtml(shown.user)}">`,
    `<datalist id="people">${suggestions(context)}</datalist>`,
    '<button name="decision" value="continue">Continue</button>',
    '<button name="decision" value="cancel" formnovalidate>Cancel</button>',
    '</form>',
    '<p>This is the sandbox of msgraph-soar: everybody here is invented, and there are no passwords.</p>',
  ].join('');
}

/**
 * The form in which a person allows an application what it asks for.
 *
 * @param action Where it leads, path and query.
 * @param scopes Permissions that are asked for.
 */
export function consentForm(
  action: string,
  person: Person,
  appName: string,
  scopes: readonly string[],
): string {
  return [
    `<p>Signed in as ${escapeHtml(person.userPrincipalName)}.</p>`,
    `<p>The application <strong>${escapeHtml(appName)}</strong> asks for:</p>`,
    `<ul>${scopes.map((scope) => `<li>${escapeHtml(scope)}</li>`).join('')}</ul>`,
    `<form method="post" action="${escapeHtml(action)}">`,
    `<input type="hidden" name="user" value="${escapeHtml(person.userPrincipalName)}">`,
    '<button name="decision" value="accept">Accept</button>',
    '<button name="decision" value="cancel">Cancel</button>',
    '</form>',
  ].join('');
}
