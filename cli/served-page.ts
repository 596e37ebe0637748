import { registry } from '../commands/index.js';
import { systemClock } from '../integration/clock.js';
import { createDispatcher } from '../integration/dispatcher/dispatcher.js';
import { connectionOf } from '../integration/dispatcher/connection.js';
import { isJsonObject, parseJson, textAt } from '../integration/json.js';
import { type Log } from '../integration/log.js';
import { type InstancePool } from '../platform/serve/instance-pool.js';
import { type PageSeams, type ServerOptions } from '../platform/serve/server.js';
import { newIncident } from '../warroom/session/incident.js';
import { type SignIns } from '../warroom/web/options.js';
import { type WarRoomPage } from '../warroom/web/register.js';
import { auditSource, userName } from './audit-source.js';
import { instanceNames } from './instance-names.js';
import { warn } from './warn.js';

/** How the page is served. */
export interface PageWish {
  readonly instances: InstancePool;
  /** The only instances that are served, the current one first; undefined for all. */
  readonly only: readonly string[] | undefined;
  readonly allowEffects: boolean;
  readonly log: Log;
}

/** A page that is being served. */
export interface ServedPage {
  /** Puts it on the server. */
  readonly register: NonNullable<ServerOptions['page']>;
  /** Makes what lets one browser in, once, to be put behind the server's address; undefined before it is registered. */
  readonly invite: () => string | undefined;
}

/** The War Room as a page of the server, on an incident that lives as long as the server. */
export function servedPage({ instances, only, allowEffects, log }: PageWish): ServedPage {
  let page: WarRoomPage | undefined;
  return {
    invite: () => page?.invite(),
    async register(app, { origins, follow, ...seams }) {
      const { registerWarRoom } = await import('../warroom/web/register.js');
      const { readPageAssets } = await import('../warroom/web/assets.js');
      page = await registerWarRoom(app, {
        incident: newIncident(Date.now()),
        instances: {
          open: (name) => instances.instanceOf(name),
          names: () => (only ? Promise.resolve(only) : instanceNames()),
        },
        dispatcher: (watch) => createDispatcher({ registry, log, audit: auditSource('page'), ...watch }),
        clock: systemClock,
        user: userName(),
        environment: process.env,
        origins,
        assets: await readPageAssets(),
        allowEffects,
        signIns: signInsOf(instances, seams),
      });
      const { show } = page;
      follow((instance, { rawJSON }) => {
        const message = parseJson(rawJSON);
        if (!isJsonObject(message)) return;
        show({ instance, message, chatId: textAt(message, 'chatId') ?? '' });
      });
    },
  };
}

function signInsOf(
  instances: InstancePool,
  { signInLink, onSignIn }: Pick<PageSeams, 'signInLink' | 'onSignIn'>,
): SignIns {
  return {
    async statusOf(name) {
      const { tokens } = connectionOf(await instances.instanceOf(name), warn);
      const { signIn, user } = await tokens.state();
      if (signIn.flow === 'device_code') {
        const begin = 'Nobody has signed in: !msgraph-user-auth-start begins it';
        return { text: user ? `Signed in as ${user.name}` : begin, canSignIn: false };
      }
      if (signIn.flow !== 'user_auth_flow') {
        return { text: `Signs in as an application (${signIn.flow})`, canSignIn: false };
      }
      const nobody = signIn.code
        ? 'Nobody has signed in yet: the first command uses the authorization code of the instance'
        : 'Nobody has signed in';
      return { text: user ? `Signed in as ${user.name}` : nobody, canSignIn: true };
    },
    begin: (name) => Promise.resolve(signInLink(name)),
    onSignIn,
  };
}
