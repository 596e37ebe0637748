import type { Answer, Call, Outcome } from '../http/exchange.js';
import { findApp } from '../tenant/apps.js';
import { needsAdministrator } from '../tenant/graph-scopes.js';
import { grantKey, type DeviceGrant } from '../tenant/grants.js';
import { sessionMark } from '../tenant/session-mark.js';
import { consentedScopes } from './consents.js';
import type { LoginContext } from './context.js';
import { isExpired } from './device-grant.js';
import { formOf } from './login-request.js';
import { alert, escapeHtml, page } from './page.js';
import { readScopes } from './scopes.js';
import { personForm } from './sign-in-form.js';

function askCode(problem?: string): Answer {
  const form = [
    alert(problem),
    '<form method="get" action="/devicelogin">',
    '<label for="code">Code shown on your device</label>',
    '<input id="code" name="code" required autofocus autocomplete="off">',
    '<button>Continue</button>',
    '</form>',
  ];
  return page('Enter the code', form.join(''));
}

async function decide(
  found: { key: string; grant: DeviceGrant },
  call: Call,
  code: string,
  context: LoginContext,
): Promise<Answer> {
  const { grant } = found;
  const app = findApp(grant.clientId);
  if (!app) return askCode('The application of this code is gone.');
  const title = `Sign in to ${app.name} on your device`;
  const action = `/devicelogin?code=${encodeURIComponent(code)}`;
  const ask = (user: string, problem?: string) => page(title, personForm(action, { user, problem }, context));
  const set = (decision: Pick<DeviceGrant, 'userId' | 'sessionMark'>) =>
    context.grants.change(found.key, () => ({ ...grant, ...decision }));

  if (call.method !== 'POST') return ask('');
  const form = formOf(call);
  if (form.get('decision') === 'cancel') {
    await set({ userId: '' });
    return page('You have declined', '<p>Nothing was signed in. You may close this window.</p>');
  }
  const user = (form.get('user') ?? '').trim();
  const person = context.directory.peek().find(user);
  if (!person) return ask(user, `This user name may be incorrect: ${user}`);
  if (!person.accountEnabled) return ask(user, 'AADSTS50057: The user account is disabled.');
  const consented = consentedScopes(app, person.id, context);
  const { permissions } = readScopes(grant.scope, call.origin);
  const missing = permissions.filter((scope) => !consented.includes(scope));
  if (missing.some(needsAdministrator) && person.directoryRoles.length === 0) {
    return ask(
      user,
      'AADSTS90094: The application asks for permissions that only an administrator can grant.',
    );
  }
  if (missing.length > 0) await context.grants.consent(app.clientId, person.id, missing);
  await set({ userId: person.id, sessionMark: sessionMark(person) });
  const done = `<p>${escapeHtml(person.displayName)} is signed in to ${escapeHtml(app.name)} on the device. You may close this window.</p>`;
  return page('You have signed in', done);
}

/**
 * The page where a person enters the code that a device shows: `/devicelogin` (RFC 8628 3.3). Continuing there is
 * consent.
 *
 * @returns The page.
 */
export async function answerDeviceLogin(call: Call, context: LoginContext): Promise<Outcome> {
  const code = (new URLSearchParams(call.query).get('code') ?? '').trim().toUpperCase();
  if (code === '') return { answer: askCode(), acted: false };
  const found = context.grants.findDevice(grantKey(code));
  const device = found?.grant.kind === 'device' ? found.grant : undefined;
  const isOpen = device?.userId === undefined && device !== undefined && !isExpired(device, context.now());
  const answer =
    found && isOpen
      ? await decide({ key: found.key, grant: device }, call, code, context)
      : askCode('That code didn’t work. Check the code and try again.');
  return { answer, acted: false };
}
