import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type CommandBench, openCommandBench } from '../../test_data/command-bench.js';
import { createFakeClock } from '../../test_data/fake-clock.js';
import { sandboxInstance } from '../../test_data/sandbox-instance.js';
import { signedInInstance } from '../../test_data/signed-in-instance.js';

/** Somebody whose domain has an identity provider of its own: a password set here is asked for by nobody. */

const CHANGE = 'msgraph-user-change-password';
const RESET = 'msgraph-user-change-password-on-premise';
const CLOUD = 'temp42@contoso.example';
const HYBRID = 'sylvie@contoso.example';
const GUEST = 'mia_fabrikam.example#EXT#@contoso.example';
const password = 'Kettle,moss=7;Traveller';

let bench: CommandBench;
beforeEach(async () => {
  bench = await openCommandBench({ switches: { isDomainFederated: true } }, createFakeClock(Date.now()));
});
afterEach(() => bench.close());

const instanceFor = (command: string) =>
  command === RESET ? signedInInstance(bench.sandbox) : sandboxInstance(bench.sandbox);

const run = async (command: string, user: string, more = {}) => {
  const ran = await bench.run(command, { user, password, ...more }, await instanceFor(command));
  const changes = ran.requests.filter(({ method, path }) => method !== 'GET' && !path.includes('/oauth2/'));
  const text = ran.execution.entries
    .map(({ Contents, HumanReadable }) => `${String(Contents)} ${HumanReadable ?? ''}`)
    .join('\n');
  return { ...ran, changes, text };
};

const domainReads = ({ requests }: Awaited<ReturnType<typeof run>>) =>
  requests.filter(({ path }) => path.startsWith('/v1.0/domains'));

test.each([
  [CHANGE, CLOUD, 'Set it at that identity provider.'],
  [CHANGE, HYBRID, 'Use !msgraph-user-change-password-on-premise'],
  [RESET, CLOUD, 'Set it at that identity provider.'],
])('%s for %s is refused with the reason before anything is changed', async (command, user, way) => {
  const refused = await run(command, user);
  expect(refused.execution.entries).toHaveLength(1);
  expect(refused.entry.Type).toBe(4);
  expect(refused.text).toContain(`The domain contoso.example is federated: ${user} signs in with`);
  expect(refused.text).toContain(way);
  expect(refused.text).toContain('override_protection=true');
  expect(refused.text).not.toContain('Kettle');
  expect(refused.changes).toEqual([]);
});

test('a dry run says so too', async () => {
  const { text, changes } = await run(CHANGE, CLOUD, { dry_run: 'true' });
  expect(text).toContain('The domain contoso.example is federated');
  expect(changes).toEqual([]);
});

test.each([CHANGE, RESET])('%s is done all the same where it is meant', async (command) => {
  const { entry, changes } = await run(command, CLOUD, {
    override_protection: 'true',
    reason: 'Staged rollout',
  });
  expect(entry.Type).toBe(1);
  expect(changes).toHaveLength(1);
});

test('a synchronized account is reset on premises, whose directory the federation asks', async () => {
  const { entry, changes } = await run(RESET, HYBRID);
  expect(entry.HumanReadable).toContain('Password reset initiated');
  expect(changes).toHaveLength(1);
});

test('of a guest nothing is asked: the password is kept elsewhere anyhow', async () => {
  const ran = await run(CHANGE, GUEST);
  expect(ran.text).toContain('the password of its home, which was not changed');
  expect(domainReads(ran)).toEqual([]);
});

describe('a domain', () => {
  test('that is managed refuses nothing, and is not spoken of', async () => {
    bench.sandbox.switches.isDomainFederated = false;
    const ran = await run(CHANGE, CLOUD);
    expect(ran.changes).toHaveLength(1);
    expect(domainReads(ran).map(({ path }) => path)).toEqual([
      "/v1.0/domains('contoso.example')?$select=authenticationType",
    ]);
    expect(ran.text).not.toContain('federated');
  });

  test.each(['no-authorization', '500', 'not-json'] as const)(
    'that cannot be read (%s) refuses nothing, and that is said (rule R34)',
    async (kind) => {
      bench.sandbox.faults = [{ kind, match: { path: /\/domains/ } }];
      const { entry, changes, text } = await run(CHANGE, CLOUD);
      expect(entry.Type).toBe(1);
      expect(changes).toHaveLength(1);
      expect(text).toContain(
        'Whether the domain contoso.example is federated could not be read (Domain.Read.All allows it): ',
      );
    },
  );
});
