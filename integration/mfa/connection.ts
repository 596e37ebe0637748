import { SettingsError } from '../errors.js';
import { createHttpClient, type HttpClient } from '../http/client.js';
import { type Run } from '../run.js';
import { type MfaService } from '../settings/clouds.js';
import { type Settings } from '../settings/settings.js';
import { type IntegrationContextStore } from '../state/store.js';

/** What talking to a tenant's MFA service takes, for one run of one command. */
export interface MfaConnection {
  readonly service: MfaService;
  /** Origin that issues its tokens. */
  readonly loginUrl: string;
  /** GUID or domain name. */
  readonly tenant: string;
  /** The way to the service. */
  readonly http: HttpClient;
  /** The way to the host that gives tokens. */
  readonly loginHttp: HttpClient;
  readonly store: IntegrationContextStore;
  readonly run: Run;
}

/**
 * Opens the way to the MFA service of an instance's cloud; nothing is sent.
 * @param tenant GUID or domain name.
 * @throws SettingsError where the service's address is not known.
 */
export function openMfa(
  settings: Settings,
  tenant: string,
  store: IntegrationContextStore,
  run: Run,
): MfaConnection {
  const { mfa: service, loginUrl } = settings;
  if (service === undefined) {
    throw new SettingsError(`The address of the MFA service in the cloud ${settings.cloud} is not known.`);
  }
  return {
    service,
    loginUrl,
    tenant,
    http: createHttpClient(settings),
    // The secret goes to the host that gives tokens: insecure alone must not expose it.
    loginHttp: createHttpClient({ ...settings, insecure: settings.insecureLogin }, 'insecure_login'),
    store,
    run,
  };
}
