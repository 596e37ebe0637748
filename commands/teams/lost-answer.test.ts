import { describe, expect, test } from '@jest/globals';
import { CancelledError, TransportError } from '../../integration/errors.js';
import { tooLate } from '../../integration/http/cancelled.js';
import { createPatientClock } from '../../test_data/patient-clock.js';
import { createRun } from '../../test_data/run.js';
import { onceLookedAfter } from './lost-answer.js';

const lost = (): Promise<never> =>
  Promise.reject(new TransportError('The connection broke.', 'Try again.', true));
const what = 'Whether the message was sent';
const UNKNOWN = 'Whether the message was sent is unknown, check. The connection broke.';

describe('a write whose answer is lost', () => {
  test('stays unknown where there is no time left to send a look', async () => {
    const look = (): Promise<never> => Promise.reject(tooLate());
    const outcome = onceLookedAfter(
      { act: lost, look, what },
      createRun(createPatientClock(Date.parse('2026-03-02T08:00:00Z'))),
    );
    await expect(outcome).rejects.toMatchObject({ message: UNKNOWN, sent: true });
  });

  test('is not looked for beyond the time of the command', async () => {
    const clock = createPatientClock(Date.parse('2026-03-02T08:00:00Z'));
    let looks = 0;
    const look = (): Promise<undefined> => {
      looks += 1;
      return Promise.resolve(undefined);
    };
    const run = { ...createRun(clock), deadline: clock.now() + 500 };
    await expect(onceLookedAfter({ act: lost, look, what }, run)).rejects.toMatchObject({ message: UNKNOWN });
    expect(looks).toBe(1);
  });

  test('is left open by a cancel during the look', async () => {
    const cancel = new AbortController();
    const look = (): Promise<never> => {
      cancel.abort(new CancelledError('The analyst cancelled it.'));
      return Promise.reject(new CancelledError('The analyst cancelled it.', undefined, false));
    };
    const run = {
      ...createRun(createPatientClock(Date.parse('2026-03-02T08:00:00Z'))),
      signal: cancel.signal,
    };
    await expect(onceLookedAfter({ act: lost, look, what }, run)).rejects.toMatchObject({
      message: 'The analyst cancelled it.',
      sent: true,
    });
  });
});
