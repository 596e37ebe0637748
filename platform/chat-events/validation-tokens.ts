import { createLocalJWKSet, errors, type JSONWebKeySet, jwtVerify } from 'jose';
import { type Clock } from '../../integration/clock.js';
import { SoarError } from '../../integration/errors.js';
import { type HttpClient } from '../../integration/http/client.js';
import { isJsonObject, parseJson, textAt } from '../../integration/json.js';
import { type Run } from '../../integration/run.js';

/** The application of Microsoft that sends notifications (Graph: validating the authenticity of notifications). */
const PUBLISHER = '0bf30f3b-4a52-48df-9a82-234910c4a086';

/** Whose signature counts, where the token was made by the older endpoint. */
const ISSUERS = ['https://sts.windows.net', 'https://sts.chinacloudapi.cn', 'https://sts.microsoftonline.de'];

/** How old keys may get, in milliseconds, and how soon an unknown key makes us look again. */
const LONGEST_USE_MS = 86_400_000;
const SHORTEST_USE_MS = 300_000;

/** Between two clocks, in seconds. */
const CLOCK_TOLERANCE = 300;

/** One POST holds a token for each application and tenant; more than these is not Graph. */
const MOST_TOKENS = 20;

/** Whom notifications with content are for. */
export interface Recipient {
  readonly applicationId: string;
  readonly tenantId: string;
}

/** Checks that notifications are Microsoft's. @throws SoarError that says why they are not known to be. */
export type TokenCheck = (tokens: readonly string[], recipients: readonly Recipient[]) => Promise<void>;

/** What the check works with. */
export interface TokenCheckServices {
  /** Origin that issues tokens. */
  readonly loginUrl: string;
  /** The way there. */
  readonly http: HttpClient;
  readonly clock: Clock;
  readonly newRun: () => Run;
}

type KeySet = ReturnType<typeof createLocalJWKSet>;

/**
 * Makes a check that keeps the keys of the sign-in host for a day. Every token has to be good, and every recipient needs one:
 * one bad token makes the whole notification suspicious.
 */
export function createTokenCheck({ loginUrl, http, clock, newRun }: TokenCheckServices): TokenCheck {
  let kept: { readonly keys: KeySet; readonly readOn: number } | undefined;

  const keysNow = async (longestUse: number): Promise<KeySet> => {
    if (kept && clock.now() - kept.readOn < longestUse) return kept.keys;
    const url = `${loginUrl}/common/discovery/v2.0/keys`;
    const { body } = await http.send(
      { method: 'GET', url, headers: { accept: 'application/json' } },
      newRun(),
    );
    const document = parseJson(body);
    if (!isKeySet(document)) throw new SoarError(`${url} has no keys.`);
    kept = { keys: createLocalJWKSet(document), readOn: clock.now() };
    return kept.keys;
  };

  const recipientOf = async (token: string, longestUse: number): Promise<Recipient> => {
    const { payload } = await jwtVerify(token, await keysNow(longestUse), {
      algorithms: ['RS256'],
      currentDate: new Date(clock.now()),
      clockTolerance: CLOCK_TOLERANCE,
      requiredClaims: ['exp', 'aud', 'iss', 'tid'],
    });
    const tenantId = textAt(payload, 'tid') ?? '';
    const issuers = [...ISSUERS.map((issuer) => `${issuer}/${tenantId}/`), `${loginUrl}/${tenantId}/v2.0`];
    if (!issuers.includes(payload.iss ?? '')) throw new SoarError('Its token is of another issuer.');
    if ((textAt(payload, 'appid') ?? textAt(payload, 'azp')) !== PUBLISHER) {
      throw new SoarError("Its token is not that of Microsoft's publisher of notifications.");
    }
    return { applicationId: typeof payload.aud === 'string' ? payload.aud : '', tenantId };
  };

  const verified = async (token: string): Promise<Recipient> => {
    try {
      return await recipientOf(token, LONGEST_USE_MS).catch((error: unknown) => {
        if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
        // The sign-in host may have a new key.
        return recipientOf(token, SHORTEST_USE_MS);
      });
    } catch (cause) {
      if (cause instanceof SoarError || !(cause instanceof errors.JOSEError)) throw cause;
      throw new SoarError(`Its token is not good (${cause.code}).`, undefined, { cause });
    }
  };

  return async (tokens, recipients) => {
    if (tokens.length > MOST_TOKENS) throw new SoarError('It holds too many tokens.');
    const good = await Promise.all(tokens.map(verified));
    const isProven = (recipient: Recipient): boolean =>
      good.some(
        ({ applicationId, tenantId }) =>
          recipient.applicationId !== '' &&
          applicationId === recipient.applicationId &&
          tenantId === recipient.tenantId,
      );
    if (!recipients.every(isProven))
      throw new SoarError('It holds no token for this application and tenant.');
  };
}

function isKeySet(document: unknown): document is JSONWebKeySet {
  return isJsonObject(document) && Array.isArray(document['keys']) && document['keys'].every(isJsonObject);
}
