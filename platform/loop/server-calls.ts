import { isJsonObject, type JsonObject, textAt } from '../../integration/json.js';
import { type Channel } from './channel.js';

/** An incident to be created. */
export interface NewIncident {
  readonly name: string;
  /** When it happened, ISO 8601. */
  readonly occurred: string;
  /** What it was made from, as JSON text. */
  readonly rawJSON: string;
  readonly details?: string;
  /** What tells it from every other one of this instance, so that the platform creates none twice. */
  readonly dbotMirrorId?: string;
}

/** A note for the War Room of an incident. */
export interface IncidentNote {
  /** Id of the incident. */
  readonly incident: string;
  /** Markdown. */
  readonly text: string;
  /** In whose name it stands. */
  readonly username?: string;
  readonly email?: string;
  /** What stands below it. */
  readonly footer?: string;
}

/** What a run without an incident can ask of the server. Each call throws PlatformError where the server refuses it. */
export interface ServerCalls {
  /** Shows on the instance what is wrong with it. @param problem Empty where nothing is. */
  updateModuleHealth(problem: string): Promise<void>;
  /** @returns The ids of the incidents, as far as the server names them. */
  createIncidents(incidents: readonly NewIncident[]): Promise<readonly string[]>;
  addEntry(note: IncidentNote): Promise<void>;
}

/** The calls of one container. */
export function createServerCalls(channel: Pick<Channel, 'ask'>): ServerCalls {
  const call = (command: string, args: JsonObject): Promise<unknown> =>
    channel.ask({ type: 'executeCommand', command, args });

  return {
    async updateModuleHealth(problem) {
      await call('updateModuleHealth', { err: problem });
    },
    async createIncidents(incidents) {
      return idsIn(await call('createIncidents', { incidents }));
    },
    async addEntry({ incident, text, ...more }) {
      await call('addEntry', { id: incident, entry: text, ...more });
    },
  };
}

/** A server answers with a list of incidents, or with one alone. */
function idsIn(answer: unknown): readonly string[] {
  const created: readonly unknown[] = Array.isArray(answer) ? answer : [answer];
  return created.flatMap((each) => {
    const id = isJsonObject(each) ? textAt(each, 'id') : undefined;
    return id === undefined ? [] : [id];
  });
}
