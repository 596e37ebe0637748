import { type JsonObject } from '../json.js';
import { type CommandResult } from './command-result.js';
import { type Plain, toPlain } from './plain.js';

/** The result of a command that was asked for all of a list, however long that is. */
export interface LongList {
  /** All of it, page by page; nothing is read ahead of what is taken. */
  readonly pages: AsyncIterable<readonly JsonObject[]>;
  /** As much of it as an entry holds, with a remark where that is not all. */
  readonly collected: () => Promise<CommandResult>;
}

/** Takes the items of a list as they come. The next ones are read when it is done. */
export type TakeItems = (items: readonly Plain[]) => Promise<void>;

/**
 * Brings a command's outcome into the form of a result.
 * @param take Where the items of a long list go, in the place of an entry that could not hold them all. Secrets show as
 * `***` there too. Undefined where nobody takes them one by one.
 */
export async function resultOf(outcome: CommandResult | LongList, take?: TakeItems): Promise<CommandResult> {
  if (!('pages' in outcome)) return outcome;
  if (!take) return outcome.collected();
  let count = 0;
  for await (const items of outcome.pages) {
    await take(items.map(toPlain));
    count += items.length;
  }
  return { text: `${count} items.`, raw: null };
}
