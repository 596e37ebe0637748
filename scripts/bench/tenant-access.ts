import { isJsonObject, type JsonObject, parseJson, textAt } from '../../integration/json.js';
import { type LineProcess } from './line-process.js';

/** How to reach the benchmark's tenant. */
export interface TenantAccess {
  /** Its origin. */
  readonly url: string;
  /** Instance parameters. */
  readonly params: JsonObject;
  /** Somebody who can be read. */
  readonly user: string;
}

/** What a tenant was asked since it began. */
export interface Asked {
  readonly tokens: number;
  readonly reads: number;
  /** The last read: path and query. */
  readonly target: string;
}

/** Waits until a tenant is up. */
export async function accessOf(tenant: LineProcess): Promise<TenantAccess> {
  const { answers } = await tenant.ask([], 1);
  const access = parseJson(answers[0] ?? '');
  if (!isJsonObject(access) || !isJsonObject(access['params'])) throw new Error('The tenant did not start.');
  return {
    url: textAt(access, 'url') ?? '',
    params: access['params'],
    user: textAt(access, 'user') ?? '',
  };
}

/** Asks a tenant what it was asked. */
export async function askedOf(tenant: LineProcess): Promise<Asked> {
  const { answers } = await tenant.ask(['asked'], 1);
  const asked = parseJson(answers[0] ?? '');
  if (!isJsonObject(asked)) throw new Error('The tenant does not answer.');
  return {
    tokens: Number(asked['tokens']),
    reads: Number(asked['reads']),
    target: textAt(asked, 'target') ?? '',
  };
}
