import { isJsonObject } from '../../../integration/json.js';
import { type RoomEvent, type RoomView } from '../wire.js';
import { createAnnouncer } from './announce.js';
import { get, post, RequestError, useCsrfToken } from './api.js';
import { createBanner } from './banner.js';
import { createContextPanel } from './context-panel.js';
import { button, element } from './dom.js';
import { createFeed } from './feed.js';
import { createInstancesPanel } from './instances-panel.js';
import { follow } from './live.js';
import { createPrompt } from './prompt.js';
import { createQuestionDialog } from './question-dialog.js';
import { createThemeSwitch } from './theme.js';
import { isAnything, isRoomView } from './wire-guards.js';

/** Uses up the key of the link, and takes it out of the address before anybody sees it. */
async function enter(): Promise<void> {
  const key = /^#open=(.+)$/.exec(location.hash)?.[1];
  if (key === undefined) return;
  history.replaceState(null, '', location.pathname);
  await post('/open', { key }, isAnything);
}

function showEnd({ message, next }: RequestError): void {
  const notice = element(
    'main',
    { class: 'closed' },
    element('h1', {}, 'War Room'),
    element('p', { role: 'alert' }, message),
    element('p', {}, next),
  );
  document.body.replaceChildren(notice);
}

function openRoom({ incident, created, user, commands, instances }: RoomView): void {
  const announcer = createAnnouncer();
  const attempt = (work: Promise<unknown>): void => {
    work.catch((error: unknown) => {
      if (!(error instanceof RequestError)) throw error;
      announcer.show(`${error.message} ${error.next}`);
    });
  };
  const submit = (line: string): void => {
    feed.toEnd();
    attempt(post('/lines', { line }, isAnything));
  };
  const cancel = (line: number): void => {
    attempt(post(`/lines/${line}/cancel`, {}, isAnything));
  };
  const find = (name: string) => commands.find((command) => command.name === name);
  const feed = createFeed(announcer, cancel);
  const prompt = createPrompt({
    announcer,
    known: {
      commands,
      find,
      instances,
      context: () => {
        const tree = context.current();
        return { ...(isJsonObject(tree) && tree), incident: { id: incident, created } };
      },
    },
    submit,
    interrupt: () => {
      const running = feed.running();
      if (running !== undefined) cancel(running);
    },
  });
  const questions = createQuestionDialog(announcer, prompt.focus);
  const context = createContextPanel(announcer, prompt.insert);
  const instanceList = createInstancesPanel(announcer, (name) => {
    submit(`!use ${name}`);
  });
  const banner = createBanner();
  const connection = element('span', { class: 'connection' });
  const panel = element(
    'aside',
    { id: 'panel', 'aria-label': 'Context and instances' },
    context.element,
    instanceList.element,
  );
  const toggle = button(
    'Context',
    { class: 'toggle', 'aria-expanded': 'false', 'aria-controls': 'panel' },
    () => {
      const isOpen = document.body.classList.toggle('panel-open');
      toggle.setAttribute('aria-expanded', String(isOpen));
      if (isOpen) panel.querySelector('input')?.focus();
    },
  );

  const refresh = (): void => {
    attempt(Promise.all([context.refresh(), instanceList.refresh()]));
  };
  const take = (event: RoomEvent): void => {
    if (event.type === 'state') banner.show(event.state);
    else if (event.type === 'question') questions.ask(event.question);
    else if (event.type === 'answered') questions.drop(event.question);
    else feed.take(event);
    if (event.type === 'line' && event.text !== '') prompt.remember(event.text);
    if (isReady && event.type === 'state') refresh();
  };
  let isReady = false;
  follow({
    onEvent: take,
    onReady() {
      isReady = true;
      feed.goLive();
      refresh();
    },
    onConnection(isConnected) {
      connection.textContent = isConnected ? '' : 'Connection lost, trying again …';
      connection.className = isConnected ? 'connection' : 'connection lost';
      document.body.dataset['connected'] = String(isConnected);
      if (!isConnected) announcer.say('Connection lost, trying again.');
    },
    onEnd: showEnd,
  });
  // Whoever comes back from a sign-in wants to see that it worked.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') refresh();
  });
  const regions = [
    prompt.focus,
    () => {
      feed.element.focus();
    },
    () => {
      panel.querySelector('input')?.focus();
    },
  ];
  let region = 0;
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'F6') return;
    event.preventDefault();
    region = (region + (event.shiftKey ? regions.length - 1 : 1)) % regions.length;
    regions[region]?.();
  });

  document.body.replaceChildren(
    element(
      'header',
      {},
      banner.element,
      element(
        'div',
        { class: 'bar' },
        element('h1', {}, `War Room · ${incident}`),
        element('span', { class: 'user' }, user),
        connection,
        createThemeSwitch(),
        toggle,
      ),
    ),
    element('main', {}, feed.element, prompt.element),
    panel,
    questions.element,
    announcer.element,
  );
  prompt.focus();
}

try {
  await enter();
  const view = await get('/room', isRoomView);
  useCsrfToken(view.csrfToken);
  openRoom(view);
} catch (error) {
  if (!(error instanceof RequestError)) throw error;
  showEnd(error);
}
