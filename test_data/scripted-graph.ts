import { type Instance } from '../integration/dispatcher/invocation.js';
import { type Sandbox } from '../sandbox/index.js';
import { sandboxInstance } from './sandbox-instance.js';
import { type ScriptedAnswer, type SeenRequest, startScriptedServer } from './scripted-server.js';

/** A Graph that answers by script, for what the sandbox never does, and an instance that works with it. */
export interface ScriptedGraph {
  readonly url: string;
  readonly instance: Instance;
  /** Requests to Graph, those for tokens left out. */
  seen(): readonly SeenRequest[];
  close(): Promise<void>;
}

/**
 * Starts one.
 * @param sandbox Whose application the instance signs in as. @param answer What to answer to a request to Graph.
 */
export async function openScriptedGraph(
  sandbox: Sandbox,
  answer: (request: SeenRequest) => ScriptedAnswer,
): Promise<ScriptedGraph> {
  const token = { token_type: 'Bearer', expires_in: 3600, access_token: 'opaque' };
  const isForToken = ({ url }: SeenRequest): boolean => url.includes('/oauth2/');
  const server = await startScriptedServer((request) =>
    isForToken(request) ? { status: 200, body: token } : answer(request),
  );
  const addresses = { url: server.url, azure_ad_endpoint: server.url };
  return {
    url: server.url,
    instance: sandboxInstance(sandbox, undefined, addresses),
    seen: () => server.seen.filter((request) => !isForToken(request)),
    close: () => server.close(),
  };
}
