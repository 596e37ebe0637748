/** The clouds an instance can be set to, by the names the form offers. */
export type CloudName = 'Worldwide' | 'US GCC' | 'US GCC-High' | 'DoD' | 'Germany' | 'China' | 'Custom';

/** Where the service is that asks people for a second factor. Microsoft does not document how it is spoken to. */
export interface MfaService {
  /** Its origin, without a trailing slash. */
  readonly url: string;
  /** What a token for it is asked for. */
  readonly resource: string;
}

/** Where one of Microsoft's clouds signs in and where its Graph is; both are origins without a trailing slash. */
export interface Cloud {
  readonly name: Exclude<CloudName, 'Custom'>;
  readonly loginUrl: string;
  readonly graphUrl: string;
  /** Older sign-in origin that means the same. */
  readonly olderLoginUrl?: string;
  /** Its MFA service; absent where no address is known. */
  readonly mfa?: MfaService;
  /** What whoever picks this cloud ought to know. */
  readonly warning?: string;
}

/** The host names of the MFA services differ by this ending alone (Entra: NPS extension, network requirements). */
function mfaServiceAt(ending: 'com' | 'us' | 'cn'): MfaService {
  return {
    url: `https://strongauthenticationservice.auth.microsoft.${ending}`,
    resource: `https://adnotifications.windowsazure.${ending}/StrongAuthenticationService.svc/Connector`,
  };
}

/** The MFA service of the worldwide cloud; its resource is asked for where a Custom cloud names a service. */
export const WORLDWIDE_MFA: MfaService = mfaServiceAt('com');

/** The cloud of the form's default. */
export const WORLDWIDE: Cloud = {
  name: 'Worldwide',
  loginUrl: 'https://login.microsoftonline.com',
  graphUrl: 'https://graph.microsoft.com',
  mfa: WORLDWIDE_MFA,
};

/**
 * Microsoft's clouds. Graph: national cloud deployments; Microsoft identity platform: national clouds. US GCC tenants
 * live on the worldwide addresses.
 */
export const CLOUDS: readonly Cloud[] = [
  WORLDWIDE,
  { ...WORLDWIDE, name: 'US GCC' },
  {
    name: 'US GCC-High',
    loginUrl: 'https://login.microsoftonline.us',
    graphUrl: 'https://graph.microsoft.us',
    mfa: mfaServiceAt('us'),
  },
  {
    name: 'DoD',
    loginUrl: 'https://login.microsoftonline.us',
    graphUrl: 'https://dod-graph.microsoft.us',
    mfa: mfaServiceAt('us'),
  },
  {
    name: 'Germany',
    loginUrl: 'https://login.microsoftonline.de',
    graphUrl: 'https://graph.microsoft.de',
    warning: 'The cloud Germany closed on 29 October 2021; no tenant can answer there.',
  },
  {
    name: 'China',
    loginUrl: 'https://login.partner.microsoftonline.cn',
    graphUrl: 'https://microsoftgraph.chinacloudapi.cn',
    olderLoginUrl: 'https://login.chinacloudapi.cn',
    mfa: mfaServiceAt('cn'),
  },
];

/** Every name that `azure_cloud` takes, in the order of the form. */
export const CLOUD_NAMES: readonly CloudName[] = [...CLOUDS.map(({ name }) => name), 'Custom'];

/**
 * The cloud whose Graph is at an origin.
 *
 * @param graphUrl Origin of Microsoft Graph, without a trailing slash.
 * @returns Undefined for an origin that is none of Microsoft's; Worldwide for the one it shares with US GCC.
 */
export function cloudOfGraph(graphUrl: string): Cloud | undefined {
  return CLOUDS.find((cloud) => cloud.graphUrl === graphUrl);
}

/** Whether a cloud signs in at an origin, under its present name or an older one. */
export function signsInAt(cloud: Cloud, loginUrl: string): boolean {
  return cloud.loginUrl === loginUrl || cloud.olderLoginUrl === loginUrl;
}
