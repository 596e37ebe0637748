import { SoarError } from '../errors.js';
import { type IntegrationContext, type IntegrationContextStore, VersionConflictError } from './store.js';

/**
 * Changes the context over whatever else changed in it since: a token that was paid for is not lost.
 * @param change Makes the new context of the present one; may be called again for a newer one. What it throws ends it.
 * @throws SoarError when others keep changing it.
 */
export async function updateContext(
  store: IntegrationContextStore,
  change: (context: IntegrationContext) => IntegrationContext,
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const { value, version } = await store.read();
    try {
      await store.write(change(value), version);
      return;
    } catch (error) {
      if (!(error instanceof VersionConflictError)) throw error;
      if (attempt < 5) continue;
      throw new SoarError(
        'The integration context keeps being changed by others; what is new could not be kept.',
        'Try again.',
      );
    }
  }
}
