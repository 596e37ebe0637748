/** One numbered refusal of Entra. */
export interface Refusal {
  /** OAuth `error`. */
  readonly error: string;
  readonly status: 400 | 401 | 429 | 503;
  readonly suberror?: string;
  /** Whether a claims challenge comes with it, to be replayed at the authorize endpoint. */
  readonly hasClaims?: true;
  /** What follows `AADSTS…: `; `{…}` stand for details. */
  readonly text: string;
}

function group<Code extends number>(
  shared: Omit<Refusal, 'text'>,
  texts: Readonly<Record<Code, string>>,
): Readonly<Record<Code, Refusal>>;
function group(
  shared: Omit<Refusal, 'text'>,
  texts: Readonly<Record<number, string>>,
): Readonly<Record<number, Refusal>> {
  return Object.fromEntries(Object.entries(texts).map(([code, text]) => [code, { ...shared, text }]));
}

/**
 * The refusals of Entra by AADSTS number (Entra: authentication and authorization error codes). Which `error`, status
 * and `suberror` belong to a number is documented for a few only; the rest is what is commonly seen.
 */
export const catalogue = {
  ...group(
    { error: 'invalid_client', status: 401 },
    {
      7000215:
        "Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '{app}'.",
      7000222: "The provided client secret keys for app '{app}' are expired. Create new keys for the app.",
      7000218:
        "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
      700025:
        "Client '{app}' is public so neither 'client_assertion' nor 'client_secret' should be presented.",
      700027:
        "The certificate with identifier used to sign the client assertion is not registered on application '{app}'. [Reason - {reason}, Thumbprint of key used by client: '{thumbprint}']",
      700024: 'Client assertion is not within its valid time range. Current time: {now}, expiry: {expiry}.',
      50012: 'Authentication failed: the client assertion or certificate was rejected.',
      50013: 'Assertion failed signature validation.',
      50027: 'JWT token is invalid or malformed: {reason}.',
      650052: 'The app needs access to a service that your organization has not enabled.',
    },
  ),
  ...group(
    { error: 'unauthorized_client', status: 400 },
    {
      700016:
        "Application with identifier '{app}' was not found in the directory '{tenant}'. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You may have sent your authentication request to the wrong tenant.",
      7000112: "Application '{app}' is disabled.",
      700011: "Application with identifier '{app}' was not found in the directory.",
      70001: "Application '{app}' is not supported for this account or is disabled.",
    },
  ),
  ...group(
    { error: 'invalid_request', status: 400 },
    {
      90002:
        "Tenant '{tenant}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud. Check with your subscription administrator, this may happen if there are no active subscriptions for the tenant.",
      900023:
        "Specified tenant identifier '{tenant}' is neither a valid DNS name, nor a valid external domain.",
      900144: "The request body must contain the following parameter: '{parameter}'.",
      900561: 'The endpoint only accepts POST requests. Received a {method} request.',
      901002: "The 'resource' request parameter is not supported.",
      70004: 'The redirect URI is not valid for this request.',
      70007: "'{value}' is not a supported value of 'response_mode' when requesting a token.",
      50147: "Missing parameter 'code_challenge'.",
      501491: 'The size or the method of the code challenge parameter is not valid.',
      50149: 'The code challenge parameter is not valid.',
      50011:
        "The redirect URI '{redirectUri}' specified in the request does not match the redirect URIs configured for the application '{app}'. Make sure the redirect URI sent in the request matches one added to your application.",
      50059:
        'No tenant-identifying information found in either the request or implied by any provided credentials.',
      50128: 'The domain name is not valid: no tenant-identifying information was found.',
      50194:
        "Application '{app}' is not configured as a multi-tenant application. Usage of the /{tenant} endpoint is not supported for such apps. Use a tenant-specific endpoint or configure the application to be multi-tenant.",
      9001023:
        'The grant type is not supported over the /common or /consumers endpoints. Please use the /organizations or tenant-specific endpoint.',
      90038: "The tenant '{tenant}' belongs to a national cloud. Use the sign-in endpoint of that cloud.",
    },
  ),
  ...group(
    { error: 'invalid_scope', status: 400 },
    {
      1002012:
        'The provided value for scope {scope} is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier (application ID URI).',
      70011:
        "The provided request must include a 'scope' input parameter. The provided value for the input parameter 'scope' is not valid. The scope {scope} is not valid.",
      28002:
        "The provided value for the input parameter 'scope' is not valid when requesting an access token.",
      28003:
        "The provided value for the input parameter 'scope' can't be empty when requesting an access token.",
      700022: 'The scope names more than one resource: {scope}.',
    },
  ),
  ...group(
    { error: 'invalid_resource', status: 400 },
    {
      500011:
        'The resource principal named {resource} was not found in the tenant named {tenant}. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You might have sent your authentication request to the wrong tenant.',
      50001: 'The resource is disabled or does not exist.',
      650056: 'Misconfigured application: the requested permissions are not listed in its registration.',
      650057: "Invalid resource. The resource is not listed in the application's required permissions.",
      650059: 'The application is not available to this tenant.',
    },
  ),
  ...group(
    { error: 'unsupported_grant_type', status: 400 },
    { 70003: "The app requested an unsupported grant type '{grant}'." },
  ),
  ...group(
    { error: 'unsupported_response_type', status: 400 },
    { 70005: "The app requested an unsupported response type '{value}'." },
  ),
  ...group(
    { error: 'invalid_grant', status: 400 },
    {
      54005:
        'OAuth2 Authorization code was already redeemed, please retry with a new valid code or use an existing refresh token.',
      70000: 'The provided grant is not valid: it was issued to another application, or not at all.',
      70008:
        'The provided authorization code or refresh token has expired due to inactivity. Send a new interactive authorization request for this user and resource.',
      700082:
        'The refresh token has expired due to inactivity. The token was issued on {issued} and was inactive for 90.00:00:00.',
      700084:
        'The refresh token was issued to a single page app (SPA), and therefore has a fixed, limited lifetime of 1.00:00:00, which cannot be extended. It is now expired.',
      700005: 'The provided authorization code is intended to use against another tenant.',
      70043: 'The refresh token has expired or is not valid due to sign-in frequency checks.',
      50173:
        "The provided grant has expired due to it being revoked, a fresh auth token is needed. The user might have changed or reset their password. The grant was issued on '{issued}' and the TokensValidFrom date (before which tokens are not valid) for this user is '{validFrom}'.",
      50132: 'The session is not valid: the password expired or was changed recently.',
      50133: 'The session is not valid because the password expired or was changed recently.',
      50148: 'The code verifier does not match the code challenge.',
      501481: 'The Code_Verifier does not match the code_challenge supplied in the authorization request.',
      500112:
        "The reply address '{redirectUri}' does not match the reply address '{expected}' provided when requesting the authorization code.",
      50034: 'The user account {user} does not exist in the {tenant} directory.',
      50053:
        'The account is locked because the user tried to sign in too many times with an incorrect user ID or password.',
      50056: 'The password is invalid or null.',
      50126: 'Error validating credentials due to invalid username or password.',
      50057: 'The user account is disabled.',
      50196:
        'The server terminated an operation because it encountered a client request loop. Please contact your app vendor.',
      50020:
        'The user account of an external identity provider does not exist in the tenant and cannot access the application.',
      50105:
        "The application '{app}' is configured to block users unless they are specifically granted access to it, and the signed-in user is not.",
    },
  ),
  ...group(
    { error: 'invalid_grant', status: 400, suberror: 'bad_token' },
    { 9002313: 'Invalid request. Request is malformed or invalid.' },
  ),
  ...group(
    { error: 'invalid_grant', status: 400, suberror: 'user_password_expired' },
    { 50055: 'The password is expired.' },
  ),
  ...group(
    { error: 'invalid_grant', status: 400, suberror: 'consent_required' },
    {
      65001:
        "The user or administrator has not consented to use the application with ID '{app}' named '{name}'. Send an interactive authorization request for this user and resource.",
    },
  ),
  ...group(
    { error: 'consent_required', status: 400, suberror: 'consent_required' },
    { 90094: "The application '{app}' asks for permissions that only an administrator can grant." },
  ),
  ...group({ error: 'access_denied', status: 400 }, { 65004: 'User declined to consent to access the app.' }),
  ...group(
    { error: 'login_required', status: 400 },
    { 50058: 'A silent sign-in request was sent but no user is signed in.' },
  ),
  ...group(
    { error: 'interaction_required', status: 400, suberror: 'basic_action', hasClaims: true },
    {
      50072:
        "Due to a configuration change made by your administrator, or because you moved to a new location, you must enroll in multi-factor authentication to access '00000003-0000-0000-c000-000000000000'.",
      50074: 'Strong authentication is required and the user did not pass the challenge.',
      50076:
        "Due to a configuration change made by your administrator, or because you moved to a new location, you must use multi-factor authentication to access '00000003-0000-0000-c000-000000000000'.",
      50078:
        'Presented multi-factor authentication has expired due to policies configured by your administrator, you must refresh your multi-factor authentication.',
      50079:
        'Due to a configuration change made by your administrator, or because you moved to a new location, the user must enroll in multi-factor authentication.',
      50158: 'External security challenge was not satisfied.',
    },
  ),
  ...group(
    { error: 'invalid_grant', status: 400, suberror: 'message_only' },
    {
      53000: 'Device is not in required device state: compliant. Conditional Access policy requires it.',
      53001: 'Device is not in required device state: domain joined. Conditional Access policy requires it.',
      53002: 'The app is not an approved app for Conditional Access.',
      53003:
        'Access has been blocked by Conditional Access policies. The access policy does not allow token issuance.',
      530031: 'Access policy does not allow token issuance.',
      530032: 'Access is blocked by a security policy of the tenant.',
      530034: 'Access of a delegated administrator was blocked because of account risk in the home tenant.',
      530035: 'Access has been blocked by security defaults.',
    },
  ),
  ...group(
    { error: 'authorization_pending', status: 400 },
    { 70016: 'OAuth 2.0 device flow error. Authorization is pending. Continue polling.' },
  ),
  ...group(
    { error: 'bad_verification_code', status: 400 },
    { 70018: 'OAuth 2.0 device flow error. The verification code is not valid.' },
  ),
  ...group(
    { error: 'expired_token', status: 400 },
    {
      70019: 'The verification code expired.',
      70020: 'OAuth 2.0 device flow error. The provided value for the device code has expired. Start again.',
    },
  ),
  ...group({ error: 'invalid_instance', status: 400 }, { 50049: 'Unknown or invalid instance.' }),
  ...group(
    { error: 'temporarily_unavailable', status: 429 },
    { 90055: 'The server has terminated the request because there were too many of them.' },
  ),
  ...group(
    { error: 'temporarily_unavailable', status: 503 },
    {
      90024: 'The request budget was exceeded. A transient error has occurred. Please try again.',
      90033: 'A transient error has occurred. Please try again.',
      50033: 'A retryable error has occurred.',
      50087: 'A transient error has occurred during sign-out. Please try again.',
    },
  ),
};

/** A number the sandbox can refuse with. */
export type AadstsCode = keyof typeof catalogue;

function isCode(code: number): code is AadstsCode {
  return code in catalogue;
}

/** Every number the sandbox can refuse with. */
export const aadstsCodes: readonly AadstsCode[] = Object.keys(catalogue).map(Number).filter(isCode);
