import { isJsonObject, type JsonObject, parseJson, textAt } from '../json.js';
import { Secret } from '../secret.js';
import { type IntegrationContext } from '../state/store.js';
import { type MfaConnection } from './connection.js';

const CLIENT_KEY = 'msgraph_soar_mfa_client';

/** The key under which a known integration keeps the secret of the MFA client. */
const FOREIGN_SECRET_KEY = 'mfa_app_client_secret';

/** A secret of the tenant's MFA client. */
export interface ClientSecret {
  readonly secret: Secret;
  /** What Graph knows it by; absent where another integration made it. */
  readonly keyId?: string;
}

/** A token for the MFA service. */
export interface MfaToken {
  readonly token: Secret;
  /** When it ends, in milliseconds since 1970. */
  readonly expiresOn: number;
}

/** What an instance keeps of the MFA client of one tenant. */
export interface ClientRecord {
  readonly secret?: ClientSecret;
  readonly token?: MfaToken;
}

/** What a kept secret belongs to: it is never used in another tenant or cloud. */
function bindingOf({ loginUrl, tenant }: Pick<MfaConnection, 'loginUrl' | 'tenant'>): string {
  return `${loginUrl}/${tenant.toLowerCase()}`;
}

type Place = Pick<MfaConnection, 'loginUrl' | 'tenant'>;

/** What the context holds of the MFA client; the secret of a known integration counts where there is none of ours. */
export function readClient(context: IntegrationContext, place: Place): ClientRecord {
  const record = parseJson(textAt(context, CLIENT_KEY) ?? '');
  if (!isJsonObject(record)) {
    const foreign = textAt(context, FOREIGN_SECRET_KEY);
    return foreign ? { secret: { secret: new Secret(foreign) } } : {};
  }
  if (record['binding'] !== bindingOf(place)) return {};
  const secret = secretIn(record);
  const token = tokenIn(record);
  return { ...(secret && { secret }), ...(token && { token }) };
}

function secretIn(record: JsonObject): ClientSecret | undefined {
  const secret = textAt(record, 'secret');
  const keyId = textAt(record, 'keyId');
  return secret ? { secret: new Secret(secret), ...(keyId !== undefined && { keyId }) } : undefined;
}

function tokenIn(record: JsonObject): MfaToken | undefined {
  const token = textAt(record, 'token');
  const { expiresOn } = record;
  return token && typeof expiresOn === 'number' ? { token: new Secret(token), expiresOn } : undefined;
}

/** The context with this record in it, in place of an earlier one. */
export function withClient(
  context: IntegrationContext,
  place: Place,
  { secret, token }: ClientRecord,
): IntegrationContext {
  const record = {
    binding: bindingOf(place),
    ...(secret && { secret: secret.secret.reveal(), keyId: secret.keyId }),
    ...(token && { token: token.token.reveal(), expiresOn: token.expiresOn }),
  };
  return { ...context, [CLIENT_KEY]: JSON.stringify(record) };
}

/** The context without anything kept of the MFA client of a tenant. */
export function withoutClient(context: IntegrationContext): IntegrationContext {
  const { [CLIENT_KEY]: _client, [FOREIGN_SECRET_KEY]: _foreign, ...rest } = context;
  return rest;
}
