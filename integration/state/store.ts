import { SoarError } from '../errors.js';

/**
 * What an instance keeps between commands: a flat object. Values we write are plain strings, since that is what a
 * platform keeps faithfully; values that others left there stay as they are.
 */
export type IntegrationContext = Readonly<Record<string, unknown>>;

/** A context, and the version it was read at. */
export interface VersionedContext {
  readonly value: IntegrationContext;
  readonly version: number;
}

/** Somebody else wrote the context since it was read. Read again and decide anew. */
export class VersionConflictError extends SoarError {
  override readonly name = 'VersionConflictError';
}

/** Where an integration context lives: in a request, in a file, at the platform. */
export interface IntegrationContextStore {
  read(): Promise<VersionedContext>;
  /**
   * Replaces the context.
   * @param version The version that `value` was made from.
   * @throws VersionConflictError when the store has moved on.
   */
  write(value: IntegrationContext, version: number): Promise<void>;
  /** Runs `work` while nobody else runs work under the same name on this store. */
  withLock<T>(name: string, work: () => Promise<T>): Promise<T>;
}
