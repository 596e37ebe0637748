import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { parseJson } from '../integration/json.js';
import { objectOf, objectsOf } from '../test_data/command-bench.js';
import { runExecutable, startExecutable } from '../test_data/executable.js';

// Each test starts processes, and the whole suite keeps all cores busy.
jest.setTimeout(60_000);

let home: string;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'msgraph-soar-sandbox-'));
});
afterAll(() => rm(home, { recursive: true }));

test.each(['SIGINT', 'SIGTERM'] as const)(
  'the parameters it prints work in another process, and %s ends it in order',
  async (signal) => {
    const tenant = startExecutable(['sandbox', 'start', '--users', '40'], home);
    const printed = await tenant.printed('Ctrl-C ends it.');
    expect(printed).toMatch(/^Sandbox tenant contoso\.example \(.*\) at http:\/\/127\.0\.0\.1:\d+\n/);
    expect(printed).toMatch(/^What differs from the real service:\n {2}- /m);

    const request = /^ {2}printf '%s\\n' '(.*)' \| npx msgraph-soar exec$/m.exec(printed)?.[1] ?? '';
    const { code, stdout } = await runExecutable(['exec'], home, { input: `${request}\n` });
    expect(code).toBe(0);
    const [entry] = objectsOf(objectOf(parseJson(stdout))['results']);
    expect(entry).toMatchObject({ Type: 1, HumanReadable: expect.stringMatching(/^40 of 40 users\.$/m) });

    tenant.process.kill(signal);
    expect(await tenant.finished).toMatchObject({ code: 0, stderr: '' });
    const url = /at (http:\/\/\S+)/.exec(printed)?.[1] ?? '';
    await expect(fetch(url)).rejects.toThrow();
  },
);
