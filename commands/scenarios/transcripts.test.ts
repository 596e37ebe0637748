import { afterEach, describe, expect, test } from '@jest/globals';
import { type Instance } from '../../integration/dispatcher/invocation.js';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../sandbox/index.js';
import { createFakeClock } from '../../test_data/fake-clock.js';
import { sandboxInstance } from '../../test_data/sandbox-instance.js';
import { signedInInstance } from '../../test_data/signed-in-instance.js';
import { playTranscript, readTranscript } from '../../test_data/transcript.js';

/** Set to anything, what is shown replaces the files instead of being compared with them. */
const isRecording = (process.env['MSGRAPH_SOAR_RECORD'] ?? '') !== '';

let sandbox: Sandbox;
afterEach(() => sandbox.close());

async function replay(
  name: string,
  openInstance: (sandbox: Sandbox) => Instance | Promise<Instance>,
  options: SandboxOptions = {},
): Promise<{ readonly recorded: string; readonly shown: string }> {
  const clock = createFakeClock();
  sandbox = await startSandbox({ now: () => clock.now(), ...options });
  const instance = { ...(await openInstance(sandbox)), kind: 'sandbox' as const };
  const { recorded, lines, record } = await readTranscript(name);
  const shown = await playTranscript(lines, { instance, clock });
  if (isRecording) await record(shown);
  return { recorded: isRecording ? shown : recorded, shown };
}

const asAdele = async (tenant: Sandbox): Promise<Instance> => ({
  ...(await signedInInstance(tenant, 'adele@contoso.example')),
  name: 'sandbox',
});

describe('the room shows what it showed when it was recorded', () => {
  test('for a user of the cloud whose account was taken over (S3)', async () => {
    const { shown, recorded } = await replay('S3', (tenant) => ({
      ...sandboxInstance(tenant),
      name: 'sandbox-app',
    }));
    expect(shown).toBe(recorded);
  });

  test('for the question whether that was them (S7)', async () => {
    const { shown, recorded } = await replay('S7', asAdele);
    expect(shown).toBe(recorded);
  });

  test('for a chat of those who work on an incident (S10)', async () => {
    const { shown, recorded } = await replay('S10', asAdele, {
      replies: [
        {
          to: { contains: /INC-4711/, chatType: 'group' },
          then: [
            { by: 'tomas@contoso.example', afterSeconds: 15, say: 'On it. <Alex> was, says the calendar.' },
          ],
        },
      ],
    });
    expect(shown).toBe(recorded);
  });
});
