import { mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import got from 'got';
import { isJsonObject, type JsonObject, parseJson, textAt } from '../../integration/json.js';
import { timeWholeProcess } from './whole-process.js';
import { type LineProcess } from './line-process.js';
import { accessOf, askedOf, type TenantAccess } from './tenant-access.js';
import { type Workspace } from './workspace.js';

/** Name of the instance that the executable runs on. */
export const INSTANCE = 'bench';

/** What all contenders of a run share. */
export interface Contest {
  readonly workspace: Workspace;
  readonly tenant: LineProcess;
  readonly access: TenantAccess;
  /** For our own processes: nothing of this machine's configuration. */
  readonly environment: NodeJS.ProcessEnv;
  /** For the bare ones: the request that ours make, and a token for it. */
  readonly bareEnvironment: NodeJS.ProcessEnv;
  /** What an answer handed out to be kept, token included. */
  readonly integrationContext: JsonObject;
}

/** Makes an instance on the tenant, signs in once, and finds out which request the bare contenders have to make. */
export async function prepareContest(workspace: Workspace, tenant: LineProcess): Promise<Contest> {
  const access = await accessOf(tenant);
  const { params, user } = access;
  const home = await mkdtemp(join(workspace.folder, 'home-'));
  await writeFile(
    join(home, 'instances.json'),
    JSON.stringify({ version: 1, instances: { [INSTANCE]: params } }),
    { mode: 0o600 },
  );
  const environment = { PATH: process.env['PATH'], MSGRAPH_SOAR_HOME: home };
  const first = await timeWholeProcess({
    args: [workspace.executable, 'exec'],
    environment,
    input: `${JSON.stringify({ id: 1, command: 'msgraph-user-get', args: { user }, params })}\n`,
  });
  const reply = parseJson(first.output);
  if (!isJsonObject(reply) || !isJsonObject(reply['integrationContext'])) {
    throw new Error(`The first command failed: ${first.output}`);
  }
  const { target } = await askedOf(tenant);
  return {
    workspace,
    tenant,
    access,
    environment,
    bareEnvironment: {
      PATH: process.env['PATH'],
      BENCH_URL: `${access.url}${target}`,
      BENCH_TOKEN: await tokenOf(access),
    },
    integrationContext: reply['integrationContext'],
  };
}

async function tokenOf({ url, params }: TenantAccess): Promise<string> {
  const form = {
    grant_type: 'client_credentials',
    client_id: textAt(params, 'creds_auth_id') ?? '',
    client_secret: textAt(params, 'creds_enc_key') ?? '',
    scope: `${url}/.default`,
  };
  const answer: unknown = await got
    .post(`${url}/${textAt(params, 'creds_tenant_id') ?? ''}/oauth2/v2.0/token`, { form })
    .json();
  const token = isJsonObject(answer) ? textAt(answer, 'access_token') : undefined;
  if (token === undefined) throw new Error('The tenant gave no token.');
  return token;
}
