import { isJsonObject, type JsonObject, textAt } from '../../integration/json.js';

/** Who did something in a chat (Graph: identitySet); all null for nobody in particular, as with system events. */
export interface Identity {
  readonly name: string | null;
  readonly id: string | null;
  /** `user`, `application` or `device`. */
  readonly type: string | null;
}

const nobody: Identity = { name: null, id: null, type: null };

/** Reads an identity set: a person, else a bot or application, else a device. */
export function identityIn(set: unknown): Identity {
  if (!isJsonObject(set)) return nobody;
  for (const type of ['user', 'application', 'device']) {
    const identity = set[type];
    if (!isJsonObject(identity)) continue;
    return { name: textAt(identity, 'displayName') ?? null, id: textAt(identity, 'id') ?? null, type };
  }
  return nobody;
}

/** The objects in a list that came from outside. */
export function objectsIn(value: unknown): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter(isJsonObject) : [];
}
