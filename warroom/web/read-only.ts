import { type Instance } from '../../integration/dispatcher/invocation.js';
import { type InstanceSource } from '../session/surroundings.js';

const READ_ONLY = 'This War Room only reads on a real tenant. It was started without --allow-effects.';

/** The same instances; on those of a real tenant nothing can be changed. */
export function readingTenants(source: InstanceSource): InstanceSource {
  // One copy of each: what an instance keeps between commands hangs on it.
  const copies = new WeakMap<Instance, Instance>();
  return {
    names: source.names,
    async open(name) {
      const instance = await source.open(name);
      if (instance.kind === 'sandbox' || instance.readOnly !== undefined) return instance;
      const copy = copies.get(instance) ?? { ...instance, readOnly: READ_ONLY };
      copies.set(instance, copy);
      return copy;
    },
  };
}
