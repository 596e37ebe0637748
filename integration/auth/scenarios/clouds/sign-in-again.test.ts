import { describe, expect, test } from '@jest/globals';
import { type AadstsCode } from '../../../../sandbox/index.js';
import { createRun } from '../../../../test_data/run.js';
import { createGraphClient } from '../../../graph/client.js';
import { path } from '../../../graph/path.js';
import { parseSettings } from '../../../settings/parse.js';
import { createMemoryStore } from '../../../state/memory.js';
import { beginLogin } from '../../login-url.js';
import { createTokenProvider } from '../../provider.js';
import { CLOUDS, HOUR_MS, PERSON, type Parameters, cloudBench } from '../../../../test_data/cloud-bench.js';

const bench = cloudBench();
const { inContainer, inCloud, listTwoPages, requests, cloudHostsAsked, expectOnly } = bench;

/** Those in which a person signed in, to whom Entra may say that more is needed. */
const PERSONS_FLOWS = bench.flows.filter(([name]) => /user's|device/.test(name));

/** What a person is asked for: number, whether claims say so to the next sign-in, and the number in words. */
const WANTED: readonly (readonly [string, AadstsCode, boolean, string])[] = [
  ['consent is missing', 65001, false, 'The permissions were not consented to.'],
  ['MFA is required', 50076, true, 'The user has to pass multi-factor authentication.'],
  ['MFA has to be set up', 50079, true, 'The user has to enroll in multi-factor authentication.'],
];

describe.each(CLOUDS)('in the cloud %s', (cloud, login, graph) => {
  describe.each(WANTED)('where %s', (_, code, hasClaims, meaning) => {
    const fault = { kind: 'aadsts', code, match: { path: /\/oauth2\/v2\.0\/token/ } } as const;

    /** A command that is refused. */
    async function refused(form: Parameters): Promise<void> {
      bench.sandbox.faults = [fault];
      const provider = createTokenProvider(parseSettings(form), bench.network, bench.store);
      const isDevice = form['auth_type'] === 'device_code';
      await expect(provider.getToken(createRun(bench.clock))).rejects.toMatchObject({
        message: expect.stringMatching(
          new RegExp(`${meaning}\\nAADSTS${code}: .*\\nCorrelation ID: [-0-9a-f]{36}, Trace ID`),
        ),
        nextStep: expect.stringContaining(isDevice ? '!msgraph-user-auth-start' : '-generate-login-url'),
        details: { aadsts: code, signInAgain: true, ...(hasClaims && { claims: expect.any(String) }) },
      });
      if (isDevice) return;
      // What was asked for goes along to the page, where only a person can give it.
      const address = new URL(
        await beginLogin(parseSettings(form), ['.default'], bench.store, bench.clock.now()),
      );
      expect(address.host).toBe(login);
      expect(address.searchParams.get('claims')).toEqual(
        hasClaims ? expect.stringContaining('capolids') : null,
      );
    }

    test.each(PERSONS_FLOWS)('%s is told so at a renewal, and asks nobody else', (_flow, formFor) =>
      inContainer(async () => {
        const form = await formFor(cloud);
        await listTwoPages(form);
        const earlier = requests().length;
        bench.clock.advance(2 * HOUR_MS);
        await refused(form);
        expect(
          requests()
            .slice(earlier)
            .map(({ host, fault: hit }) => [host, hit]),
        ).toEqual([[login, 'aadsts']]);
        expect(cloudHostsAsked()).toEqual(new Set([login, graph]));
        expect(new Set(bench.network.seen.map(({ host }) => host))).toEqual(new Set([login, graph]));
      }),
    );

    test.each(PERSONS_FLOWS.filter(([name]) => name.includes("user's")))(
      '%s is told so at the first token, and asks nobody else',
      (_flow, formFor) =>
        inContainer(async () => {
          await refused(await formFor(cloud));
          expectOnly([login], graph, []);
        }),
    );
  });
});

/** How a sign-in ends for good, and Entra's number for it. */
const ENDS: readonly (readonly [string, AadstsCode, (cloud: string) => Promise<void> | void])[] = [
  ['the sessions were revoked', 50173, (cloud) => revokeSessions(cloud)],
  [
    'nobody used it for 91 days',
    700082,
    () => {
      bench.clock.advance(91 * 24 * HOUR_MS);
    },
  ],
];

let revocations = 0;

/** An application of the same tenant ends the person's sessions, as an analyst would. */
async function revokeSessions(cloud: string): Promise<void> {
  const settings = parseSettings(inCloud(cloud, { auth_type: 'client_credentials' }));
  const { clock, network } = bench;
  const tokens = createTokenProvider(settings, network, createMemoryStore());
  const graph = createGraphClient({ graphUrl: settings.graphUrl, http: network, tokens }, createRun(clock));
  // Each at a time of its own: the clock of each test begins anew, and the tenant remembers the last revocation.
  revocations += 1;
  clock.advance(revocations * 1_000);
  await graph.post(path`users/${PERSON}/revokeSignInSessions`, undefined, { idempotent: true });
}

describe.each(CLOUDS)('in the cloud %s', (cloud, login, _graph) => {
  describe.each(ENDS)('when %s', (_, aadsts, end) => {
    test.each(PERSONS_FLOWS)('%s is asked about once, and then asks for a person', (_flow, formFor) =>
      inContainer(async () => {
        const form = await formFor(cloud);
        await listTwoPages(form);
        await end(cloud);
        bench.clock.advance(2 * HOUR_MS);
        const earlier = requests().length;
        for (let command = 1; command <= 2; command += 1) {
          const provider = createTokenProvider(parseSettings(form), bench.network, bench.store);
          await expect(provider.getToken(createRun(bench.clock))).rejects.toMatchObject({
            details: { aadsts, signInAgain: true },
          });
        }
        expect(
          requests()
            .slice(earlier)
            .map(({ host }) => host),
        ).toEqual([login]);
      }),
    );
  });

  test.each(PERSONS_FLOWS)('%s sends the newest refresh token at each renewal', (_flow, formFor) =>
    inContainer(async () => {
      const form = await formFor(cloud);
      for (let command = 1; command <= 3; command += 1) {
        await listTwoPages(form);
        bench.clock.advance(2 * HOUR_MS);
      }
      const exchanges = bench.network.tokenRequests().filter(({ status }) => status === 200);
      const given = exchanges.map(({ answer }) => answer['refresh_token']);
      const sent = exchanges.map(({ form: body }) => body['refresh_token']);
      expect(new Set(given).size).toBe(given.length);
      expect(sent.slice(1)).toEqual(given.slice(0, -1));
    }),
  );
});
