import { describe, expect, test } from '@jest/globals';
import { cloudOfGraph, CLOUDS } from './clouds.js';
import { parseSettings } from './parse.js';
import { faultsOf, OWN_APP } from './sample-instances.js';

function placeOf(params: Readonly<Record<string, unknown>>): unknown {
  const { cloud, graphUrl, loginUrl } = parseSettings({ ...OWN_APP, ...params });
  return [cloud, graphUrl, loginUrl];
}

const WORLDWIDE = ['Worldwide', 'https://graph.microsoft.com', 'https://login.microsoftonline.com'];
const GCC_HIGH = ['US GCC-High', 'https://graph.microsoft.us', 'https://login.microsoftonline.us'];
const DOD = ['DoD', 'https://dod-graph.microsoft.us', 'https://login.microsoftonline.us'];
const GERMANY = ['Germany', 'https://graph.microsoft.de', 'https://login.microsoftonline.de'];
const CHINA = [
  'China',
  'https://microsoftgraph.chinacloudapi.cn',
  'https://login.partner.microsoftonline.cn',
];
const OWN_HOST = ['Custom', 'https://graph.contoso.example', 'https://login.contoso.example'];

describe('the cloud', () => {
  test.each([
    ['nothing is given', {}, WORLDWIDE],
    ['everything is empty', { azure_cloud: '', url: ' ', host: null }, WORLDWIDE],
    ['it is named', { azure_cloud: 'US GCC-High' }, GCC_HIGH],
    ['it is named in another case', { azure_cloud: 'us gcc-high' }, GCC_HIGH],
    [
      'GCC is named, which lives on the worldwide addresses',
      { azure_cloud: 'US GCC' },
      ['US GCC', ...WORLDWIDE.slice(1)],
    ],
    [
      'a national cloud is named beside the default URL',
      { azure_cloud: 'DoD', url: 'https://graph.microsoft.com' },
      DOD,
    ],
    [
      'a national cloud is named beside its own URL',
      { azure_cloud: 'China', url: 'https://microsoftgraph.chinacloudapi.cn' },
      CHINA,
    ],
    ['the URL has a trailing slash and a version', { url: 'https://graph.microsoft.us//v1.0/' }, GCC_HIGH],
    ['the URL has the other version', { url: 'https://graph.microsoft.us/beta' }, GCC_HIGH],
    ['the URL is in upper case', { url: 'HTTPS://GRAPH.MICROSOFT.US' }, GCC_HIGH],
    [
      'url and host agree',
      { url: 'https://graph.microsoft.us/', host: 'https://graph.microsoft.us' },
      GCC_HIGH,
    ],
    [
      'a custom cloud is given in full',
      {
        azure_cloud: 'Custom',
        url: 'https://graph.contoso.example',
        azure_ad_endpoint: 'https://login.contoso.example/',
      },
      OWN_HOST,
    ],
    [
      'an unknown host comes with a sign-in host under the default cloud',
      {
        azure_cloud: 'Worldwide',
        url: 'https://graph.contoso.example',
        azure_ad_endpoint: 'https://login.contoso.example',
      },
      OWN_HOST,
    ],
    ['Custom has a known host', { azure_cloud: 'Custom', url: 'https://graph.microsoft.us' }, GCC_HIGH],
    [
      'Custom has a known host and another sign-in host',
      {
        azure_cloud: 'Custom',
        url: 'https://graph.microsoft.us',
        azure_ad_endpoint: 'https://login.contoso.example',
      },
      ['Custom', 'https://graph.microsoft.us', 'https://login.contoso.example'],
    ],
    [
      'no cloud is named and the sign-in host is another',
      { azure_ad_endpoint: 'https://login.contoso.example' },
      ['Custom', 'https://graph.microsoft.com', 'https://login.contoso.example'],
    ],
    [
      'the sign-in host is the older one of China',
      { azure_cloud: 'China', azure_ad_endpoint: 'https://login.chinacloudapi.cn' },
      CHINA,
    ],
  ])('is right where %s', (_when, params, place) => {
    expect(placeOf(params)).toEqual(place);
  });

  test.each(['127.0.0.1:8080', '127.9.8.7', 'localhost:1', '[::1]:9000'])('may be at http://%s', (host) => {
    const origin = `http://${host}`;
    expect(placeOf({ azure_cloud: 'Custom', url: origin, azure_ad_endpoint: origin })).toEqual([
      'Custom',
      origin,
      origin,
    ]);
  });

  test.each(['url', 'host'])(
    'of every national address in %s is found, also beside the default cloud (8-a, 8-b)',
    (name) => {
      for (const place of [GCC_HIGH, DOD, GERMANY, CHINA]) {
        expect(placeOf({ [name]: place[1] })).toEqual(place);
        expect(placeOf({ [name]: place[1], azure_cloud: 'Worldwide' })).toEqual(place);
      }
    },
  );

  test('Germany comes with a warning that it closed, and no other cloud does', () => {
    const warned = CLOUDS.filter(
      ({ name }) => parseSettings({ ...OWN_APP, azure_cloud: name }).warnings.length > 0,
    );
    expect(warned.map(({ name }) => name)).toEqual(['Germany']);
    const [warning] = parseSettings({ ...OWN_APP, host: 'https://graph.microsoft.de' }).warnings;
    expect(warning).toContain('29 October 2021');
  });

  test('is found by its Graph address', () => {
    expect(cloudOfGraph('https://dod-graph.microsoft.us')?.name).toBe('DoD');
    expect(cloudOfGraph('https://graph.microsoft.com')?.name).toBe('Worldwide');
    expect(cloudOfGraph('https://graph.contoso.example')).toBeUndefined();
  });
});

describe('where requests go is refused', () => {
  const SERVER_FAULTS: readonly (readonly [string, string, string])[] = [
    ['no scheme', 'graph.microsoft.us', 'must be an absolute address that begins with https://.'],
    [
      'http to another machine',
      'http://graph.microsoft.us',
      'must begin with https:// (http:// only for 127.0.0.1, ::1 or localhost).',
    ],
    [
      'http to a name that only looks local',
      'http://127.0.0.1.contoso.example',
      'must begin with https:// (http:// only for 127.0.0.1, ::1 or localhost).',
    ],
    [
      'another scheme',
      'ftp://graph.microsoft.us',
      'must begin with https:// (http:// only for 127.0.0.1, ::1 or localhost).',
    ],
    [
      'a user and a password',
      'https://canary:canary@graph.microsoft.us',
      'must not hold a user name or a password.',
    ],
    ['a query', 'https://graph.microsoft.us?x=1', 'must not hold a query or a fragment.'],
    ['an empty query', 'https://graph.microsoft.us/?', 'must not hold a query or a fragment.'],
    ['a fragment', 'https://graph.microsoft.us#top', 'must not hold a query or a fragment.'],
    ['a path', 'https://graph.microsoft.us/v1.0/users', 'must be a server without a path.'],
  ];
  test.each(SERVER_FAULTS)('with %s in the URL', (_what, text, problem) => {
    expect(faultsOf({ ...OWN_APP, url: text })).toEqual([`url (Server URL) ${problem}`]);
    expect(faultsOf({ ...OWN_APP, host: text })).toEqual([`host (Server URL) ${problem}`]);
    expect(faultsOf({ ...OWN_APP, azure_ad_endpoint: text })).toEqual([
      `azure_ad_endpoint (Sign-in host) ${problem}`,
    ]);
  });

  test.each([
    [
      'url and host differ',
      { url: 'https://graph.microsoft.us', host: 'https://dod-graph.microsoft.us' },
      'url and host are two names of the same field and differ. Keep one of them.',
    ],
    [
      'the host is of another cloud than the one named (8-a)',
      { azure_cloud: 'DoD', host: 'https://graph.microsoft.us' },
      'host (Server URL) is not the Graph address of the cloud that azure_cloud names: DoD is at https://dod-graph.microsoft.us. Correct one of the two, or set azure_cloud to Custom.',
    ],
    [
      'GCC is named beside the address of GCC-High',
      { azure_cloud: 'US GCC', url: 'https://graph.microsoft.us' },
      'url (Server URL) is not the Graph address of the cloud that azure_cloud names: US GCC is at https://graph.microsoft.com. Correct one of the two, or set azure_cloud to Custom.',
    ],
    [
      'the host is unknown beside a named cloud',
      { azure_cloud: 'China', url: 'https://graph.contoso.example' },
      'url (Server URL) is not the Graph address of the cloud that azure_cloud names: China is at https://microsoftgraph.chinacloudapi.cn. Correct one of the two, or set azure_cloud to Custom.',
    ],
    [
      'the host is unknown and there is no sign-in host',
      { url: 'https://graph.contoso.example' },
      "azure_ad_endpoint (Sign-in host) is missing. url is none of Microsoft's Graph addresses, so the sign-in host cannot be told from it.",
    ],
    [
      'a custom cloud has no URL',
      { azure_cloud: 'Custom', azure_ad_endpoint: 'https://login.contoso.example' },
      'url (Server URL) is missing.',
    ],
    [
      'the sign-in host is of another cloud',
      { azure_cloud: 'DoD', azure_ad_endpoint: 'https://login.microsoftonline.com' },
      'azure_ad_endpoint (Sign-in host) is not where the cloud DoD signs in, which is https://login.microsoftonline.us. Leave it empty, or set azure_cloud to Custom.',
    ],
    [
      'the cloud has no such name',
      { azure_cloud: 'US GCC-Hihg' },
      'azure_cloud (Azure Cloud) is "US GCC-Hihg" and must be one of Worldwide, US GCC, US GCC-High, DoD, Germany, China, Custom. Did you mean "US GCC-High"?',
    ],
    ['the URL is not text', { url: 5 }, 'url must be text.'],
  ])('where %s', (_when, params, fault) => {
    expect(faultsOf({ ...OWN_APP, ...params })).toEqual([fault]);
  });
});
