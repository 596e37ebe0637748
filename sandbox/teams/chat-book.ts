import type { StateStore } from '../tenant/state-store.js';
import type { TenantState } from '../tenant/state.js';
import type { Chat } from './chat.js';
import { chatAt } from './happen.js';
import { seededChats } from './seeded-chats.js';

/** All chats and channels at one moment. */
export interface Chats {
  /** Everything, as it was made. */
  all(): Chat[];
  find(id: string): Chat | undefined;
}

/** The chats over time, kept with the rest of the tenant's state. */
export interface ChatBook {
  /**
   * The chats as of now.
   *
   * @param isLagging Whether to answer from a replica that has not heard of the writes since the last read.
   */
  read(isLagging?: boolean): Chats;
  /** The chats as of now; looking this way is no read that a lag could hit. */
  peek(): Chats;
  /** Whether a lagging read would look any different. */
  hasUnreadWrites(): boolean;
  /**
   * Whether a chat was made so short a time ago that not all of Teams need have heard of it.
   *
   * @param id In any case.
   */
  isYoung(id: string): boolean;
  /**
   * Makes or changes one chat, with no other change in between.
   *
   * @param decide Looks at the newest chats and says what becomes of one of them, if anything; it may throw.
   * @returns Whether anything was changed.
   */
  update(decide: (chats: Chats) => Chat | undefined): Promise<boolean>;
}

const youth = 60_000;

/** What is kept of a chat: all of it, without the messages that are as they were at the start. */
function changesOf(chat: Chat, seed: Chat | undefined): Chat {
  if (!seed) return chat;
  const messages = Object.entries(chat.messages).filter(([id, message]) => seed.messages[id] !== message);
  return { ...chat, messages: Object.fromEntries(messages) };
}

function merged(seed: Chat | undefined, stored: Chat | undefined): Chat | undefined {
  if (!seed || !stored) return stored ?? seed;
  return { ...stored, messages: { ...seed.messages, ...stored.messages } };
}

/**
 * @param store Where changes are kept.
 * @param now Milliseconds since 1970.
 * @param longChatMessages How many messages the long chat has; without any there is none.
 */
export function openChatBook(store: StateStore, now: () => number, longChatMessages = 0): ChatBook {
  let beforeUnreadWrites: TenantState | undefined;

  const chatsOf = ({ chats: stored = {} }: TenantState): Chats => {
    const seeds = seededChats(longChatMessages);
    const find = (id: string) => {
      const chat = merged(seeds.get(id), Object.hasOwn(stored, id) ? stored[id] : undefined);
      return chat && chatAt(chat, now());
    };
    return {
      find,
      all: () => [...new Set([...seeds.keys(), ...Object.keys(stored)])].flatMap((id) => find(id) ?? []),
    };
  };

  return {
    read(isLagging = false) {
      const state = (isLagging ? beforeUnreadWrites : undefined) ?? store.read();
      beforeUnreadWrites = undefined;
      return chatsOf(state);
    },
    peek: () => chatsOf(store.read()),
    hasUnreadWrites: () => beforeUnreadWrites !== undefined,
    isYoung(id) {
      const stored = Object.values(store.read().chats ?? {}).find(
        (chat) => chat.id.toLowerCase() === id.toLowerCase(),
      );
      return stored !== undefined && now() - Date.parse(stored.createdDateTime) < youth;
    },
    async update(decide) {
      const before: TenantState[] = [];
      await store.update((state) => {
        const chat = decide(chatsOf(state));
        if (!chat) return state;
        before.push(state);
        const seed = seededChats(longChatMessages).get(chat.id);
        return { ...state, chats: { ...state.chats, [chat.id]: changesOf(chat, seed) } };
      });
      beforeUnreadWrites ??= before[0];
      return before.length > 0;
    },
  };
}
