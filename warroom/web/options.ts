import { type Clock } from '../../integration/clock.js';
import { type Dispatcher, type DispatcherOptions } from '../../integration/dispatcher/dispatcher.js';
import { type Incident } from '../session/incident.js';
import { type Session } from '../session/session.js';
import { type InstanceSource } from '../session/surroundings.js';
import { type PageAssets } from './assets.js';

/** What a dispatcher tells the page while a command runs. */
export type DispatcherWatch = Required<Pick<DispatcherOptions, 'warn' | 'onWait' | 'onProgress'>>;

/** How it stands with the sign-in of an instance. */
export interface SignInStatus {
  /** In words, such as `Signed in as adele@contoso.example`. */
  readonly text: string;
  /** Whether a person can sign in for it. */
  readonly canSignIn: boolean;
}

/** Signs people in for instances. */
export interface SignIns {
  readonly statusOf: (instance: string) => Promise<SignInStatus>;
  /** Begins a sign-in. @returns The address at which the person signs in. */
  readonly begin: (instance: string) => Promise<string>;
  /** Tells a listener each time that somebody has signed in. */
  readonly onSignIn: (listener: () => void) => void;
}

/** What the page works with. */
export interface WarRoomOptions {
  readonly incident: Incident;
  readonly instances: InstanceSource;
  /** Makes the dispatcher, which is to tell the page what it does. */
  readonly dispatcher: (watch: DispatcherWatch) => Dispatcher;
  readonly clock: Clock;
  /** Who types. */
  readonly user: string;
  readonly environment: NodeJS.ProcessEnv;
  /** The origins under which browsers reach the page, such as `http://127.0.0.1:8443`; known once the server listens. */
  readonly origins: () => readonly string[];
  readonly assets: PageAssets;
  /** Whether something may be changed on a real tenant. */
  readonly allowEffects: boolean;
  /** Absent where nobody can sign in from here. */
  readonly signIns?: SignIns;
  /** Called after each line. */
  readonly onLineDone?: (session: Session) => Promise<void>;
}
