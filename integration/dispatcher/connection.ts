import { createTokenProvider } from '../auth/provider.js';
import { type SignInProvider } from '../auth/token.js';
import { createHttpClient, type HttpClient } from '../http/client.js';
import { createThrottles, type Throttle } from '../http/throttle.js';
import { parseSettings } from '../settings/parse.js';
import { type Settings } from '../settings/settings.js';
import { type IntegrationContextStore } from '../state/store.js';
import { type Instance } from './invocation.js';

/** What an instance's parameters come to: checked settings, and the ways to the network and to tokens. */
export interface Connection {
  readonly settings: Settings;
  /** The way to Microsoft Graph; `tokens` has one of its own to the hosts that give tokens. */
  readonly http: HttpClient;
  readonly tokens: SignInProvider;
  /** The pauses that parts of Graph asked for, by name of the part. */
  readonly throttles: (part: string) => Throttle;
  readonly state: IntegrationContextStore;
}

const connections = new WeakMap<Instance, Connection>();

/**
 * The connection of an instance, made when the instance is first used, so that its commands share one sign-in.
 * @param warn Told each remark about the parameters, once for each instance.
 * @throws SettingsError that names every field at fault.
 */
export function connectionOf(instance: Instance, warn: (text: string) => void): Connection {
  const known = connections.get(instance);
  if (known) return known;
  const settings = parseSettings(instance.params);
  const http = createHttpClient(settings);
  // Secrets and refresh tokens go to the hosts that give tokens: insecure alone must not expose them.
  const loginHttp = createHttpClient({ ...settings, insecure: settings.insecureLogin }, 'insecure_login');
  const { state } = instance;
  const tokens = createTokenProvider(settings, loginHttp, state);
  const connection = { settings, http, state, tokens, throttles: createThrottles() };
  connections.set(instance, connection);
  for (const warning of settings.warnings) warn(warning);
  return connection;
}
