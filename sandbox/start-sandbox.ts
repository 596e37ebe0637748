import { answer } from './answer.js';
import type { FaultRule } from './faults/fault-rule.js';
import { faultSwitch } from './faults/fault-switch.js';
import { listen } from './http/listen.js';
import { registrations, type OProxyRegistration } from './oproxy/registrations.js';
import { arcKeys } from './managed-identity/arc-keys.js';
import type { LifecycleEvent } from './notifications/notification.js';
import { openNotifications } from './notifications/notifications.js';
import { logEntry, openRequestLog, type SandboxRequest } from './request-log.js';
import type { AuthorizationCode, SignedIn, SignInRequest } from './sign-in.js';
import { openChatBook, type Chats } from './teams/chat-book.js';
import { oldestFirst, type Chat, type Message } from './teams/chat.js';
import { withReply, type ReplyScript, type ReplyStep } from './teams/reply-script.js';
import { usualReplies } from './teams/usual-replies.js';
import { apps, type SandboxApp } from './tenant/apps.js';
import { openDirectory } from './tenant/directory.js';
import { openGrantBook } from './tenant/grant-book.js';
import type { PersonMethods } from './tenant/authentication-methods.js';
import { groups, type Group } from './tenant/groups.js';
import { domain, tenantId } from './tenant/identity.js';
import { openMfaBook } from './tenant/mfa-book.js';
import type { MfaSession } from './tenant/mfa-sessions.js';
import type { Person } from './tenant/person.js';
import { fileStore, memoryStore } from './tenant/state-store.js';
import type { Subscription } from './tenant/subscription.js';
import { defaultSwitches, type TenantSwitches } from './tenant/switches.js';

/** How to start the sandbox. */
export interface SandboxOptions {
  /** Port on 127.0.0.1; 0, the default, takes a free one. */
  readonly port?: number;
  /** People in the tenant. The default is those written down; more are made up, the same ones at every start. */
  readonly users?: number;
  /** Messages in the chat `Alert feed` of Adele and Tomáš; without any the chat does not exist. */
  readonly longChatMessages?: number;
  /** How people answer messages; by default two of them answer questions. */
  readonly replies?: readonly ReplyScript[];
  /**
   * File that keeps what was changed, for this and other processes; its folder must exist. Without one, changes are
   * forgotten at the end.
   */
  readonly stateFile?: string;
  /** Milliseconds since 1970; the machine's clock by default. */
  readonly now?: () => number;
  /** Plays the agent of Azure Arc too, which writes its keys to this folder; it must exist. */
  readonly arcKeyFolder?: string;
  /** Faults that are switched on from the start. */
  readonly faults?: readonly FaultRule[];
  /** How the tenant is set up from the start, where it differs from the default. */
  readonly switches?: Partial<TenantSwitches>;
  /** Whether a directory synchronization runs from the start; off by default. */
  readonly directorySync?: boolean;
  /** How many requests the log remembers, the newest; 10,000 by default, and `Infinity` for all. */
  readonly logLength?: number;
}

/** A running tenant: sign-in, Graph, OProxy, managed identities and the MFA service on one origin. */
export interface Sandbox {
  /** `http://127.0.0.1:` and the port. */
  readonly url: string;
  readonly tenantId: string;
  readonly domain: string;
  readonly apps: readonly SandboxApp[];
  /** Everybody in the tenant as of now, in directory order. */
  people(): readonly Person[];
  /** Those who were deleted and can be brought back, as of now. */
  deletedPeople(): readonly Person[];
  /** The groups of the tenant, with the object IDs of their direct members. */
  groups(): readonly Group[];
  /**
   * Whether a directory synchronization runs: it enables synchronized people again who were disabled here, 30 minutes
   * later by the sandbox's clock. May be changed at any time.
   */
  directorySync: boolean;
  /**
   * Instance parameters that sign in here.
   *
   * @param appName Which application; the one with all permissions by default.
   * @throws RangeError where there is no such application.
   */
  params(appName?: string): Record<string, string | boolean>;
  /** What the vendor's service knows about this tenant; its address here is `{url}/oproxy/obtain-token`. */
  readonly oproxy: readonly OProxyRegistration[];
  /**
   * Lets a person sign in to an application and agree to everything it asks for, on the real page.
   *
   * @returns A code that is not redeemed yet.
   * @throws RangeError where there is no such application.
   * @throws Error in the words of the page, or of the answer to the application, where the sign-in fails.
   */
  authorize(request: SignInRequest): Promise<AuthorizationCode>;
  /**
   * Lets a person sign in as `authorize` does, and redeems the code with the application's secret.
   *
   * @throws RangeError where there is no such application.
   * @throws Error where the sign-in or the redemption fails.
   */
  signIn(request: SignInRequest): Promise<SignedIn>;
  /** Every chat and channel as of now, as it was made. */
  chats(): readonly Chat[];
  /**
   * What was said in a chat or channel until now, oldest first.
   *
   * @throws RangeError where there is no such chat.
   */
  messagesOf(chatId: string): readonly Message[];
  /** How people answer messages, the first script that fits deciding; may be changed or replaced at any time. */
  replies: ReplyScript[];
  /**
   * Lets a member of a chat answer its newest message.
   *
   * @throws RangeError where there is no such chat, no message in it, or no such member.
   */
  reply(chatId: string, step: ReplyStep): Promise<void>;
  /**
   * What a person can sign in with as of now, besides the password.
   *
   * @param user User principal name or object ID.
   * @throws RangeError where there is no such person.
   */
  methodsOf(user: string): PersonMethods;
  /** Requests for a second factor that reached a person in the last day, oldest first. */
  readonly mfaRequests: readonly MfaSession[];
  /** How the tenant is set up and how people answer the MFA service; its members may be changed at any time. */
  readonly switches: TenantSwitches;
  /** Faults that are switched on; may be changed or replaced at any time. */
  faults: FaultRule[];
  /** Subscriptions to changes that are in force, oldest first. */
  readonly subscriptions: readonly Subscription[];
  /**
   * Tells subscribers what happened until now by the sandbox's clock, and tries again what did not arrive before. That
   * happens by itself too, a moment later.
   *
   * @returns Once all of them have answered, or did not in time.
   */
  notify(): Promise<void>;
  /**
   * Sends a subscriber a lifecycle notification, with the next `notify` or a moment later; `subscriptionRemoved` ends the
   * subscription.
   *
   * @throws RangeError where there is no such subscription.
   */
  sendLifecycle(subscriptionId: string, event: LifecycleEvent): Promise<void>;
  /** What was asked and answered of late, oldest first: the newest `logLength`. */
  readonly log: readonly SandboxRequest[];
  /** Stops; ends open connections too. */
  close(): Promise<void>;
}

function findByName(appName: string): SandboxApp {
  const app = apps.find((candidate) => candidate.name === appName);
  if (!app) throw new RangeError(`The sandbox has no application '${appName}'.`);
  return app;
}

function foundIn(chats: Chats, id: string): Chat {
  const chat = chats.find(id);
  if (!chat) throw new RangeError(`The sandbox has no chat '${id}'.`);
  return chat;
}

function paramsOf(app: SandboxApp, url: string): Record<string, string | boolean> {
  return {
    azure_cloud: 'Custom',
    url,
    azure_ad_endpoint: url,
    mfa_endpoint: url,
    creds_tenant_id: tenantId,
    creds_auth_id: app.clientId,
    creds_enc_key: app.clientSecret,
    self_deployed: true,
  };
}

/**
 * Starts a tenant in a box on the loopback interface: Entra ID and Microsoft Graph v1.0.
 *
 * @returns Once it takes requests.
 * @throws Where the port is taken, or the state file is none of the sandbox's.
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const now = options.now ?? (() => Date.now());
  const store = options.stateFile === undefined ? memoryStore() : fileStore(options.stateFile);
  store.read();
  let isSynchronized = options.directorySync ?? false;
  const directory = openDirectory(store, {
    size: options.users,
    now,
    isSynchronized: () => isSynchronized,
  });
  const faults = faultSwitch(options.faults ?? []);
  const log = openRequestLog(options.logLength);
  const chats = openChatBook(store, now, options.longChatMessages);
  let replies = [...(options.replies ?? usualReplies)];

  const { arcKeyFolder } = options;
  const switches: TenantSwitches = { ...defaultSwitches(), ...options.switches };
  const mfaBook = openMfaBook(store, now);
  const notifications = openNotifications({ store, chats, switches, now });
  const context = {
    ...{ chats, directory, faults, now, switches, mfaBook },
    subscriptions: notifications,
    grants: openGrantBook(store, now),
    replies: () => replies,
    ...(arcKeyFolder === undefined ? {} : { arcKeys: arcKeys(arcKeyFolder) }),
  };

  const listener = await listen(options.port ?? 0, async (call) => {
    const outcome = await answer(call, context);
    log.add(logEntry(call, outcome, new Date(now()).toISOString()));
    return outcome.answer;
  });

  const url = `http://127.0.0.1:${listener.port}`;
  return {
    url,
    tenantId,
    domain,
    apps,
    people: () => directory.everyone(),
    deletedPeople: () => directory.peek().deleted,
    groups: () => groups,
    get directorySync() {
      return isSynchronized;
    },
    set directorySync(isOn) {
      isSynchronized = isOn;
    },
    params: (appName = 'soar') => paramsOf(findByName(appName), url),
    oproxy: registrations,
    async authorize(request) {
      const app = findByName(request.app ?? 'soar');
      return (await import('./on-demand.js')).obtainCode(url, app, request);
    },
    async signIn(request) {
      const app = findByName(request.app ?? 'soar');
      return (await import('./on-demand.js')).signInPerson(url, app, request);
    },
    chats: () => chats.peek().all(),
    messagesOf: (chatId) => oldestFirst(foundIn(chats.peek(), chatId)),
    get replies() {
      return replies;
    },
    set replies(scripts) {
      replies = scripts;
    },
    async reply(chatId, step) {
      await chats.update((all) => withReply(foundIn(all, chatId), step, directory.peek(), now()));
    },
    methodsOf(user) {
      const tenant = directory.peek();
      const person = tenant.find(user);
      if (!person) throw new RangeError(`The sandbox has no user '${user}'.`);
      return tenant.methodsOf(person);
    },
    get mfaRequests() {
      return mfaBook.all();
    },
    switches,
    get faults() {
      return faults.rules;
    },
    set faults(rules) {
      faults.rules = rules;
    },
    get subscriptions() {
      return notifications.book.all();
    },
    notify: () => notifications.notify(),
    sendLifecycle: (subscriptionId, event) => notifications.sendLifecycle(subscriptionId, event),
    log: log.entries,
    async close() {
      notifications.close();
      await listener.close();
    },
  };
}
