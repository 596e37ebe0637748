import { SettingsError } from '../../integration/errors.js';
import { type JsonObject } from '../../integration/json.js';
import { nearestName } from '../../integration/suggest.js';
import { readInstances } from './instance-file.js';

/** The built-in instance that is used where nobody names one: an application of the embedded tenant. */
export const SANDBOX_INSTANCE = 'sandbox-app';

/** The built-in instances, both on the embedded tenant, with how each signs in. */
export const SANDBOX_INSTANCES: ReadonlyMap<string, string> = new Map([
  [SANDBOX_INSTANCE, 'client_credentials'],
  ['sandbox', 'user_auth_flow'],
]);

/** Which instance a command runs on. */
export type Choice =
  | {
      readonly kind: 'sandbox';
      readonly name: string;
      /** Nobody asked for the sandbox by name; it was chosen because there is no instance file. */
      readonly implicit?: true;
    }
  | {
      readonly kind: 'tenant';
      readonly name: string;
      /** As they are stored: secrets sealed, references unresolved. */
      readonly params: JsonObject;
    };

/** Whether `MSGRAPH_SOAR_SANDBOX=off`, in any case, forbids the sandbox. */
export function isSandboxOff(environment: NodeJS.ProcessEnv): boolean {
  return environment['MSGRAPH_SOAR_SANDBOX']?.toLowerCase() === 'off';
}

/**
 * Decides which instance a command runs on. The sandbox is chosen only by its name or where no instance file exists at
 * all, so that nobody takes it for the real tenant.
 * @param name As the caller gave it. @param home The folder of our own files.
 * @param environment May forbid the sandbox.
 * @throws SettingsError when the name is unknown, the choice is open, the file is broken or the sandbox forbidden.
 */
export async function chooseInstance(
  name: string | undefined,
  home: string,
  environment: NodeJS.ProcessEnv,
): Promise<Choice> {
  const sandbox = (builtIn: string) => {
    if (isSandboxOff(environment)) {
      throw new SettingsError(
        'The sandbox is switched off by MSGRAPH_SOAR_SANDBOX.',
        'Name an instance, or unset the variable.',
      );
    }
    return { kind: 'sandbox', name: builtIn } as const;
  };
  if (name !== undefined && SANDBOX_INSTANCES.has(name)) return sandbox(name);
  const instances = await readInstances(home);
  if (!instances) {
    if (name === undefined) return { ...sandbox(SANDBOX_INSTANCE), implicit: true };
    throw unknownInstance(name, []);
  }
  const names = [...instances.keys()];
  const chosen = name ?? (names.length === 1 ? names[0] : undefined);
  if (chosen === undefined) {
    throw new SettingsError(
      names.length === 0
        ? 'The instance file holds no instance.'
        : `There are several instances: ${names.join(', ')}.`,
      names.length === 0
        ? 'Add one with msgraph-soar instance add, or name the sandbox with --sandbox.'
        : 'Name the one that is meant with --instance.',
    );
  }
  const params = instances.get(chosen);
  if (!params) throw unknownInstance(chosen, names);
  return { kind: 'tenant', name: chosen, params };
}

/**
 * The error for a name that no instance has; it suggests the nearest.
 * @param names Of the instances there are, without those that are built in.
 */
export function unknownInstance(name: string, names: readonly string[]): SettingsError {
  const all = [...names, ...SANDBOX_INSTANCES.keys()];
  const near = nearestName(name, all);
  return new SettingsError(
    `There is no instance "${name}".`,
    near ? `Did you mean "${near}"?` : `There are: ${all.join(', ')}.`,
  );
}
