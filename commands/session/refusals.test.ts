import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import catalogue from '../../integration/auth/aadsts.json' with { type: 'json' };
import { createDispatcher } from '../../integration/dispatcher/dispatcher.js';
import { type AadstsCode, aadstsCodes, type Sandbox, startSandbox } from '../../sandbox/index.js';
import { createFakeClock } from '../../test_data/fake-clock.js';
import { sandboxInstance } from '../../test_data/sandbox-instance.js';
import { registry } from '../index.js';

/** How a number is said. */
interface Row {
  readonly meaning: string;
  readonly nextStep?: string;
}

const rows: readonly (readonly [string, Row])[] = Object.entries(catalogue);

let sandbox: Sandbox;
let refreshToken: string;
beforeAll(async () => {
  sandbox = await startSandbox();
  refreshToken = (await sandbox.signIn({ user: 'adele@contoso.example' })).refreshToken ?? '';
});
afterAll(() => sandbox.close());

const instances: Readonly<Record<string, () => Record<string, unknown>>> = {
  'an application': () => ({ auth_type: 'client_credentials' }),
  'a signed-in user': () => ({
    auth_type: 'user_auth_flow',
    redirect_uri: 'http://localhost:4711/callback',
    creds_auth_code: `refresh_token:${refreshToken}`,
  }),
};

/** The number as one that the sandbox can refuse with. */
function switched(number: string): AadstsCode {
  const code = aadstsCodes.find((known) => String(known) === number);
  if (code === undefined) throw new Error(`The sandbox cannot refuse with AADSTS${number}.`);
  return code;
}

describe.each(Object.entries(instances))('for %s', (who, params) => {
  test.each(rows)(
    'AADSTS%s from the sandbox is an error entry with cause and next step',
    async (number, row) => {
      const clock = createFakeClock(Date.now());
      const dispatcher = createDispatcher({ registry, clock });
      sandbox.faults = [
        { kind: 'aadsts', code: switched(number), match: { path: /\/oauth2\/v2\.0\/token/ } },
      ];
      const { entries } = await dispatcher.execute({
        command: 'msgraph-user-test',
        args: {},
        instance: sandboxInstance(sandbox, 'soar', params()),
      });
      const [entry] = entries;
      expect(entry?.Type).toBe(4);
      const lines = String(entry?.Contents).split('\n');
      expect(lines[0]).toContain(`The sign-in was refused: ${row.meaning}`);
      expect(lines[1]).toMatch(new RegExp(`^AADSTS${number}: \\S`));
      expect(lines[2]).toMatch(/^Correlation ID: [-0-9a-f]{36}, Trace ID: [-0-9a-f]{36}, Time: /);
      const again = who === 'a signed-in user' ? '!msgraph-user-generate-login-url' : 'Check tenant ID';
      expect(lines.at(-1)).toContain(row.nextStep ?? again);
      expect(lines).toHaveLength(4);
    },
  );
});
