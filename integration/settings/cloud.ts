import { nearestName } from '../suggest.js';
import { missing, type Parameters, readField } from './aliases.js';
import {
  CLOUD_NAMES,
  type CloudName,
  CLOUDS,
  cloudOfGraph,
  type MfaService,
  signsInAt,
  WORLDWIDE,
} from './clouds.js';
import { FIELDS } from './fields.js';
import { type Findings, quoted } from './findings.js';
import { readMfaService } from './mfa-service.js';
import { readServer, type Server } from './server.js';

/** Where an instance's requests go. */
export interface Place {
  readonly cloud: CloudName;
  readonly graphUrl: string;
  readonly loginUrl: string;
  /** Undefined where no address of the MFA service is known. */
  readonly mfa?: MfaService;
}

/**
 * Where to sign in and where Graph is, from `azure_cloud`, `url` or `host`, and `azure_ad_endpoint`. A national Graph
 * address under the default cloud picks its cloud; under any other cloud it must be that cloud's (rule 2 of the
 * parameters; Graph: national cloud deployments).
 *
 * @returns Undefined where a fault keeps it from being known.
 */
export function readPlace(params: Parameters, findings: Findings): Place | undefined {
  const place = readCloudPlace(params, findings);
  const mfa = place && readMfaService(place.cloud, params, findings);
  return place && { ...place, ...(mfa && { mfa }) };
}

function readCloudPlace(params: Parameters, findings: Findings): Place | undefined {
  const before = findings.faults.length;
  const chosen = readCloudName(params, findings);
  const graph = readGraph(params, findings);
  const login = readServer(params, FIELDS.login, findings);
  if (chosen === 'Custom' && graph === undefined) findings.faults.push(missing(FIELDS.url));
  if (findings.faults.length > before) return undefined;
  const place =
    chosen === 'Custom'
      ? customPlace(graph, login, findings)
      : microsoftPlace(chosen, graph, login, findings);
  const warning = CLOUDS.find(({ name }) => name === place?.cloud)?.warning;
  if (warning !== undefined) findings.warnings.push(warning);
  return place;
}

/** @param chosen Undefined where `azure_cloud` is empty, as in instances older than the field. */
function microsoftPlace(
  chosen: Exclude<CloudName, 'Custom'> | undefined,
  graph: Server | undefined,
  login: Server | undefined,
  findings: Findings,
): Place | undefined {
  const known = graph === undefined ? WORLDWIDE : cloudOfGraph(graph.origin);
  const isDefault = chosen === undefined || chosen === WORLDWIDE.name;
  if (isDefault && known === undefined) return customPlace(graph, login, findings);
  const cloud = isDefault ? known : CLOUDS.find(({ name }) => name === chosen);
  if (cloud === undefined) return undefined;
  if (graph !== undefined && !isDefault && known !== WORLDWIDE && graph.origin !== cloud.graphUrl) {
    findings.faults.push(
      `${graph.named} is not the Graph address of the cloud that azure_cloud names: ${cloud.name} is at ${cloud.graphUrl}. Correct one of the two, or set azure_cloud to Custom.`,
    );
  }
  if (login !== undefined && !signsInAt(cloud, login.origin)) {
    if (chosen === undefined) return customPlace(graph, login, findings);
    findings.faults.push(
      `${login.named} is not where the cloud ${cloud.name} signs in, which is ${cloud.loginUrl}. Leave it empty, or set azure_cloud to Custom.`,
    );
  }
  return { cloud: cloud.name, graphUrl: cloud.graphUrl, loginUrl: cloud.loginUrl };
}

function customPlace(
  graph: Server | undefined,
  login: Server | undefined,
  findings: Findings,
): Place | undefined {
  const graphUrl = graph?.origin ?? WORLDWIDE.graphUrl;
  const known = cloudOfGraph(graphUrl);
  if (known !== undefined && (login === undefined || signsInAt(known, login.origin))) {
    return { cloud: known.name, graphUrl, loginUrl: known.loginUrl };
  }
  if (login !== undefined) return { cloud: 'Custom', graphUrl, loginUrl: login.origin };
  findings.faults.push(
    `${missing(FIELDS.login)} ${graph?.from ?? 'url'} is none of Microsoft's Graph addresses, so the sign-in host cannot be told from it.`,
  );
  return undefined;
}

function readCloudName(params: Parameters, findings: Findings): CloudName | undefined {
  const given = readField(params, FIELDS.cloud, findings);
  if (given === undefined) return undefined;
  const name = CLOUD_NAMES.find((known) => known.toLowerCase() === given.text.toLowerCase());
  if (name === undefined) {
    const meant = nearestName(given.text, CLOUD_NAMES);
    const hint = meant === undefined ? '' : ` Did you mean ${quoted(meant)}?`;
    findings.faults.push(
      `${given.named} is ${quoted(given.text)} and must be one of ${CLOUD_NAMES.join(', ')}.${hint}`,
    );
  }
  return name;
}

function readGraph(params: Parameters, findings: Findings): Server | undefined {
  const url = readServer(params, FIELDS.url, findings);
  const host = readServer(params, FIELDS.host, findings);
  if (url !== undefined && host !== undefined && url.origin !== host.origin) {
    findings.faults.push('url and host are two names of the same field and differ. Keep one of them.');
  }
  return url ?? host;
}
