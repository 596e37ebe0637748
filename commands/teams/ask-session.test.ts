import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createDispatcher } from '../../integration/dispatcher/dispatcher.js';
import { type Sandbox, startSandbox } from '../../sandbox/index.js';
import { contextUnder, objectOf } from '../../test_data/command-bench.js';
import { createFakeClock } from '../../test_data/fake-clock.js';
import { openIncidentSession } from '../../test_data/incident-session.js';
import { createQuietClock, type QuietClock } from '../../test_data/quiet-clock.js';
import { signedInInstance } from '../../test_data/signed-in-instance.js';
import { registry } from '../index.js';

const GEORGE = 'george@contoso.example';

let clock: QuietClock;
let sandbox: Sandbox;
beforeEach(async () => {
  clock = createQuietClock();
  sandbox = await startSandbox({ now: () => clock.now() });
});
afterEach(async () => {
  clock.stop();
  await sandbox.close();
});

const lineFor = (text: string) =>
  `!msgraph-teams-ask user=${GEORGE} text="${text}" options=yes,no timeout=15m default=yes`;

test('"was this you?" is asked, answered by a person, and read by a playbook (S7)', async () => {
  const incident = openIncidentSession(await signedInInstance(sandbox, 'adele@contoso.example'), clock);
  const [made] = await incident.run(`!msgraph-teams-create-chat type=oneOnOne members=${GEORGE}`);
  expect(made?.HumanReadable).toContain('was there already');
  const entries = await incident.run(
    '!msgraph-teams-ask chat_id=${MSGraphTeamsChat.ID} text="Sign-in from Lisbon at 10:02: was that you?" options=yes,no timeout=15m default=yes',
  );
  expect(entries.map(({ Type }) => Type)).not.toContain(4);
  expect(entries.map(({ HumanReadable }) => HumanReadable).join('\n')).toMatch(
    /whoever holds the account[^]*!msgraph-teams-ask user=[^]*### Answered: no\n/,
  );
  const [answer] = await incident.run(
    '!Print value=`${MSGraphTeamsAsk.Status} ${MSGraphTeamsAsk.Answer} ${MSGraphTeamsAsk.AnsweredBy.DisplayName} ${MSGraphTeamsAsk.Question}`',
  );
  expect(answer?.HumanReadable ?? answer?.Contents).toMatch(
    /^answered no George \S+ Sign-in from Lisbon at 10:02: was that you\?$/,
  );
});

test('nobody answers, and a playbook goes on with the default after the time', async () => {
  sandbox.replies = [];
  const incident = openIncidentSession(await signedInInstance(sandbox, 'adele@contoso.example'), clock);
  const begun = clock.now();
  const entries = await incident.run(
    `!msgraph-teams-ask user=${GEORGE} text="Still there?" timeout=60 default=no`,
  );
  expect(entries.map(({ Type }) => Type)).not.toContain(4);
  expect(entries.at(-1)?.HumanReadable).toContain('did not answer until');
  expect(clock.now() - begun).toBeGreaterThanOrEqual(60_000);
  expect(clock.now() - begun).toBeLessThan(90_000);
  expect(incident.context()['MSGraphTeamsAsk']).toMatchObject({ Status: 'timed_out', Answer: 'no' });
});

test('two people who are asked by one line are both waited for: one answers, the other does not', async () => {
  const incident = openIncidentSession(await signedInInstance(sandbox, 'adele@contoso.example'), clock);
  const entries = await incident.run(
    `!msgraph-teams-ask user=\`["noor@contoso.example","${GEORGE}"]\` text="Was that you?" options=yes,no timeout=60`,
  );
  expect(entries.map(({ Type }) => Type)).not.toContain(4);
  const asked = [incident.context()['MSGraphTeamsAsk']].flat();
  const states = asked.map((question) => [
    objectOf(objectOf(question)['AskedUser'])['DisplayName'],
    objectOf(question)['Status'],
  ]);
  expect(states).toEqual([
    [expect.stringMatching(/^Noor /), 'timed_out'],
    [expect.stringMatching(/^George /), 'answered'],
  ]);
});

test('a process that knows nothing of the question finds its answer by the arguments', async () => {
  const instance = await signedInInstance(sandbox, 'adele@contoso.example');
  const asking = createDispatcher({ registry, clock: createFakeClock() });
  const command = 'msgraph-teams-ask';
  const args = { user: GEORGE, text: 'Was that you?' };
  const [asked] = (await asking.execute({ command, args, instance })).entries;
  await clock.sleep(10_000);
  const later = createDispatcher({ registry, clock });
  const execution = await later.execute({
    command: asked?.PollingCommand ?? '',
    args: structuredClone(asked?.PollingArgs ?? {}),
    instance: await signedInInstance(sandbox, 'adele@contoso.example'),
  });
  const [entry] = execution.entries;
  if (!entry) throw new Error('No entry.');
  expect(objectOf(contextUnder(entry, 'MSGraphTeamsAsk'))).toMatchObject({
    Status: 'answered',
    Answer: 'no',
    Question: 'Was that you?',
  });
});

test('software that opens links finds nothing in the question that could answer it', async () => {
  sandbox.replies = [];
  const incident = openIncidentSession(await signedInInstance(sandbox, 'adele@contoso.example'), clock);
  await incident.run(lineFor('Was that you?').replace('15m', '60'));
  const sent = sandbox
    .chats()
    .flatMap(({ id }) => sandbox.messagesOf(id))
    .find(({ body }) => body.content.includes('Was that you?'));
  expect(sent?.body.content).not.toMatch(/https?:|href|src=/);
  expect(sent?.attachments).toEqual([]);
});
