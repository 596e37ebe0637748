import { SettingsError } from '../errors.js';
import { type HttpRequest } from '../http/client.js';

/** Where every Azure machine finds its identity service; Azure's pod identity names another address for a cluster. */
const METADATA_SERVICE = 'http://169.254.169.254';

/** How the identity service of this machine is asked for a token. */
export interface IdentityService {
  readonly kind: 'machine' | 'app-service' | 'arc';
  readonly request: HttpRequest;
}

/** Whose token for what is wanted. */
export interface IdentityWish {
  /** Origin of the Graph of the instance's cloud. */
  readonly resource: string;
  /** Client ID of a user-assigned identity; the system-assigned one where absent. */
  readonly clientId?: string;
}

/**
 * Finds the identity service that the environment names, as the platforms of Azure do: App Service, Functions and
 * Container Apps with a secret of its own, the agent of Azure Arc beside the address of a metadata service, else that of
 * an Azure machine (Entra: managed identities, REST endpoint reference of App Service; Azure Arc: authenticate against
 * resources).
 * @throws SettingsError where what it names is no address, or a service that is not supported: the token of the machine
 *   below would be another identity's.
 */
export function identityService(wish: IdentityWish, environment: NodeJS.ProcessEnv): IdentityService {
  const endpoint = environment['IDENTITY_ENDPOINT'];
  const secret = environment['IDENTITY_HEADER'];
  if (endpoint && environment['IDENTITY_SERVER_THUMBPRINT']) {
    throw unsupported('Service Fabric', 'IDENTITY_SERVER_THUMBPRINT');
  }
  if (endpoint && secret) {
    const request = requestTo(endpoint, '2019-08-01', wish, { 'x-identity-header': secret });
    return { kind: 'app-service', request };
  }
  if (endpoint && environment['IMDS_ENDPOINT']) {
    return { kind: 'arc', request: requestTo(endpoint, '2020-06-01', wish, { metadata: 'true' }) };
  }
  // After App Service, which keeps this variable for programs older than its own two.
  if (environment['MSI_ENDPOINT']) {
    throw unsupported(environment['MSI_SECRET'] ? 'Machine Learning' : 'Cloud Shell', 'MSI_ENDPOINT');
  }
  if (environment['AZURE_FEDERATED_TOKEN_FILE']) {
    throw unsupported('workload identity', 'AZURE_FEDERATED_TOKEN_FILE');
  }
  const host = (environment['AZURE_POD_IDENTITY_AUTHORITY_HOST'] || METADATA_SERVICE).replace(/\/+$/, '');
  const url = `${host}/metadata/identity/oauth2/token`;
  return { kind: 'machine', request: requestTo(url, '2018-02-01', wish, { metadata: 'true' }) };
}

function unsupported(source: string, variable: string): SettingsError {
  return new SettingsError(
    `Managed identities of ${source} are not supported, and ${variable} in the environment names one. Nothing was sent.`,
    `Use an application with a secret or certificate here. Where the identity of the machine itself is meant, unset ${variable}.`,
  );
}

function requestTo(
  url: string,
  version: string,
  { resource, clientId }: IdentityWish,
  headers: Readonly<Record<string, string>>,
): HttpRequest {
  if (!URL.canParse(url)) {
    throw new SettingsError(
      `The environment names an identity service that is no address: ${url}`,
      'Correct IDENTITY_ENDPOINT or AZURE_POD_IDENTITY_AUTHORITY_HOST, or unset it.',
    );
  }
  const query = new URLSearchParams({
    'api-version': version,
    resource,
    ...(clientId !== undefined && { client_id: clientId }),
  });
  return { method: 'GET', url: `${url}?${query.toString()}`, headers };
}
