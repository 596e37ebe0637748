import { parseAddress } from './addresses.js';
import { type Parameters, readField } from './aliases.js';
import { FIELDS } from './fields.js';
import { type Findings, quoted } from './findings.js';
import { readNotificationCertificates } from './notification-certificate.js';
import { type ChatEventSettings } from './settings.js';

/** Seconds between two looks, where nobody says; Teams expects no more often than about once a minute (Graph: polling). */
const USUAL_INTERVAL = 60;
const SHORTEST_INTERVAL = 5;
const LONGEST_INTERVAL = 86_400;

/** The forms of chat IDs (Graph: chat resource type). */
const CHAT_ID = /^19:[^\s/\\]+@(?:thread\.(?:v2|skype)|unq\.gbl\.spaces)$/i;

const MODES = new Map<string, ChatEventSettings['mode'] | undefined>([
  ['off', undefined],
  ['polling', 'polling'],
  ['notifications', 'notifications'],
]);

/**
 * Reads which chats are watched. The fields are checked even where nothing is watched: a fault is found when it is made.
 * @returns Undefined where chats are not watched.
 */
export function readChatEvents(params: Parameters, findings: Findings): ChatEventSettings | undefined {
  const mode = readMode(params, findings);
  const chats = readChats(params, findings);
  const intervalMs = readInterval(params, findings) * 1000;
  const notificationUrl = readNotificationUrl(params, findings);
  const certificates = readNotificationCertificates(params, findings);
  if (mode === undefined) return undefined;
  if (chats.length === 0) findings.faults.push('chat_events_chats is missing: chat_events is on.');
  return {
    mode,
    chats,
    intervalMs,
    ...(notificationUrl !== undefined && { notificationUrl }),
    certificates,
  };
}

function readMode(params: Parameters, findings: Findings): ChatEventSettings['mode'] | undefined {
  const text = readField(params, FIELDS.chatEvents, findings)?.text ?? 'off';
  if (!MODES.has(text.toLowerCase())) {
    findings.faults.push(`chat_events is ${quoted(text)}; it takes Off, Polling or Notifications.`);
  }
  return MODES.get(text.toLowerCase());
}

function readChats(params: Parameters, findings: Findings): readonly string[] {
  const text = readField(params, FIELDS.chatEventsChats, findings)?.text ?? '';
  const chats = text
    .split(/[,\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  for (const chat of chats) {
    if (CHAT_ID.test(chat)) continue;
    findings.faults.push(
      `chat_events_chats holds ${quoted(chat)}, which is no chat ID such as 19:…@thread.v2.`,
    );
  }
  return [...new Set(chats)];
}

/** @returns Seconds. */
function readInterval(params: Parameters, findings: Findings): number {
  const text = readField(params, FIELDS.chatEventsInterval, findings)?.text;
  if (text === undefined) return USUAL_INTERVAL;
  const seconds = Number(text);
  if (/^\d+$/.test(text) && seconds >= SHORTEST_INTERVAL && seconds <= LONGEST_INTERVAL) return seconds;
  findings.faults.push(
    `chat_events_interval is ${quoted(text)}; it takes whole seconds from ${SHORTEST_INTERVAL} to ${LONGEST_INTERVAL}.`,
  );
  return USUAL_INTERVAL;
}

function readNotificationUrl(params: Parameters, findings: Findings): string | undefined {
  const given = readField(params, FIELDS.notificationUrl, findings);
  if (given === undefined) return undefined;
  const parsed = parseAddress(given.text);
  const problem = 'problem' in parsed ? parsed.problem : queryProblem(given.text);
  if (problem !== undefined) findings.faults.push(`${given.from} ${problem}.`);
  return 'url' in parsed ? parsed.url.href.replace(/\/+$/, '') : undefined;
}

function queryProblem(text: string): string | undefined {
  return /[?#]/.test(text) ? 'must not hold a query or a fragment' : undefined;
}
