import { commandMetadata } from '../../generated/commands.js';
import { coerceList } from '../../integration/dispatcher/coerce.js';
import { type ExecRequest } from './request.js';

/** Lets effects on one target wait for each other. */
export interface TargetOrder {
  /** Does the work of a request when the effects before it, on any of its targets, are done. */
  inTurn<T>(request: ExecRequest, work: () => Promise<T>): Promise<T>;
}

/** Arguments by which effect commands name what they act on. */
const targetArguments = ['user', 'chat_id', 'chat'];

/** Makes the order of one run of `exec`. */
export function createTargetOrder(): TargetOrder {
  const tails = new Map<string, Promise<void>>();
  return {
    async inTurn(request, work) {
      const keys = targetKeys(request);
      if (keys.length === 0) return work();
      const before = keys.flatMap((key) => tails.get(key) ?? []);
      const mine = Promise.all(before).then(work);
      const settled = mine.then(
        () => undefined,
        () => undefined,
      );
      for (const key of keys) tails.set(key, settled);
      return mine.finally(() => {
        for (const key of keys) if (tails.get(key) === settled) tails.delete(key);
      });
    },
  };
}

/** What an effect acts on; nothing for a command that only reads. Names in Graph do not tell case apart. */
function targetKeys({ command, args, instance, params }: ExecRequest): readonly string[] {
  const metadata: Readonly<Record<string, { readonly effects: string }>> = commandMetadata;
  if (metadata[command]?.effects !== 'write') return [];
  const place =
    instance ??
    (params
      ? JSON.stringify([params['url'], params['host'], params['creds_tenant_id'], params['tenant_id']])
      : '');
  return targetArguments.flatMap((name) => {
    return coerceList(args[name] ?? '').map((item) => `${place} ${JSON.stringify(item).toLowerCase()}`);
  });
}
