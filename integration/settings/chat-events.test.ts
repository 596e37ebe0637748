import { X509Certificate } from 'node:crypto';
import { inspect } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { clientCertificate } from '../../test_data/certificates/read.js';
import { parseSettings } from './parse.js';
import { faultsOf, OWN_APP } from './sample-instances.js';

const GROUP = '19:48b5d441d2bb43bca549ec0c7ea9cf21@thread.v2';
const PAIR = '19:a1b2_c3d4@unq.gbl.spaces';
const ON = { ...OWN_APP, chat_events: 'Polling', chat_events_chats: GROUP };

const chatEvents = (params: Record<string, unknown>) => parseSettings(params).chatEvents;

describe('chat events', () => {
  test.each([[{}], [{ chat_events: 'Off' }], [{ chat_events: '' }]])('are off with %j', (params) => {
    expect(chatEvents({ ...OWN_APP, ...params, chat_events_chats: GROUP })).toBeUndefined();
  });

  test('watch each chat once, every minute where nobody says', () => {
    expect(chatEvents({ ...ON, chat_events_chats: ` ${GROUP}, ${PAIR}\n${GROUP} ` })).toEqual({
      mode: 'polling',
      chats: [GROUP, PAIR],
      intervalMs: 60_000,
      certificates: [],
    });
  });

  test('take an address for notifications, without the slash at its end', () => {
    const params = {
      ...ON,
      chat_events: 'notifications',
      chat_events_interval: '5',
      notification_url: 'https://hooks.contoso.example/graph/',
    };
    expect(chatEvents(params)).toMatchObject({
      mode: 'notifications',
      intervalMs: 5_000,
      notificationUrl: 'https://hooks.contoso.example/graph',
    });
  });

  test.each([
    ['chat_events', 'perhaps', 'chat_events is "perhaps"'],
    ['chat_events_chats', '', 'chat_events_chats is missing'],
    ['chat_events_chats', 'Incident 4711', 'chat_events_chats holds "Incident 4711"'],
    ['chat_events_chats', '19:abc@thread.tacv2', 'chat_events_chats holds "19:abc@thread.tacv2"'],
    ['chat_events_interval', '4', 'chat_events_interval is "4"'],
    ['chat_events_interval', '1e3', 'chat_events_interval is "1e3"'],
    ['notification_url', 'http://hooks.contoso.example', 'notification_url must begin with https://'],
    ['notification_url', 'https://hooks.contoso.example/?a=1', 'notification_url must not hold a query'],
    ['notification_certificate', 'canary-certificate', 'notification_certificate must hold PEM certificates'],
  ])('with %s=%j are refused, and the field is named', (name, value, fault) => {
    expect(faultsOf({ ...ON, [name]: value }).join('\n')).toContain(fault);
  });
});

describe('certificates for notifications', () => {
  const [one, other] = [clientCertificate(), clientCertificate('unregistered')];
  const read = (text: unknown) => chatEvents({ ...ON, notification_certificate: text });

  test('are taken in their order, with their keys in any', () => {
    const found = read(`${other.key}${one.cert}${one.key}${other.cert}`)?.certificates;
    const thumbprints = [one, other].map(({ cert }) => new X509Certificate(cert).fingerprint256);
    expect(found?.map(({ id }) => id)).toEqual(thumbprints.map((print) => print.replaceAll(':', '')));
    expect(new X509Certificate(Buffer.from(found?.[1]?.certificate ?? '', 'base64')).subject).toBe(
      new X509Certificate(other.cert).subject,
    );
  });

  test('are taken as a form sends them: as credentials, with line breaks lost', () => {
    const flat = `${one.cert}${one.key}`.replaceAll('\n', ' ');
    expect(read({ identifier: '', password: flat })?.certificates).toHaveLength(1);
  });

  test('show their keys nowhere', () => {
    const shown = inspect(read(`${one.cert}${one.key}`), { depth: 9 });
    expect(shown).toContain('privateKey: ***');
    expect(shown).not.toContain('PRIVATE KEY');
  });

  test.each([
    [
      'a certificate without its key',
      `${one.cert}${other.cert}${one.key}`,
      'certificate 2 has no private key',
    ],
    ['a certificate alone', one.cert, 'certificate 1 has no private key'],
    [
      'a damaged block',
      `${one.cert}${one.key.slice(0, 300)}\n-----END PRIVATE KEY-----`,
      'block 2 is damaged',
    ],
  ])('with %s are refused without showing anything of them', (_what, text, fault) => {
    const faults = faultsOf({ ...ON, notification_certificate: text }).join('\n');
    expect(faults).toContain(fault);
    expect(faults).not.toContain(one.key.split('\n')[1]);
  });
});
