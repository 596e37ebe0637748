/** Entry type codes of the War Room. Those marked internal in the platform's list are here so that they can be told apart. */
export const EntryType = {
  NOTE: 1,
  DOWNLOAD_AGENT: 2,
  FILE: 3,
  ERROR: 4,
  PINNED: 5,
  USER_MANAGEMENT: 6,
  IMAGE: 7,
  PLAYGROUND_ERROR: 8,
  INFO_FILE: 9,
  VIDEO_FILE: 10,
  WARNING: 11,
  STATIC_VIDEO_FILE: 12,
  MAP: 15,
  DEBUG_LOG: 16,
  WIDGET: 17,
  EXECUTION_METRICS: 19,
} as const;

/** How `Contents` of an entry is to be read. */
export const EntryFormat = {
  HTML: 'html',
  TABLE: 'table',
  JSON: 'json',
  TEXT: 'text',
  DBOT_RESPONSE: 'dbotCommandResponse',
  MARKDOWN: 'markdown',
} as const;

/** One of the values of {@link EntryFormat}. */
export type EntryFormat = (typeof EntryFormat)[keyof typeof EntryFormat];

/** Context paths, each with an optional selector in parentheses, and what is to be stored there. */
export type EntryContext = Readonly<Record<string, unknown>>;

/** One War Room item as an integration returns it. The server adds its own fields (`ID`, `Brand`, …) later. */
export interface Entry {
  /** One of {@link EntryType}. */
  readonly Type: number;
  /** One of {@link EntryFormat}. */
  readonly ContentsFormat: string;
  /** The raw answer: what `raw-response=true` shows and `extend-context` reads. */
  readonly Contents: unknown;
  /** Markdown for people. Null or empty: `Contents` is shown instead. */
  readonly HumanReadable?: string | null;
  readonly EntryContext?: EntryContext | null;
  readonly IgnoreAutoExtract?: boolean;
  readonly IndicatorTimeline?: readonly unknown[];
  readonly Relationships?: readonly unknown[];
  /** Whether the entry is marked as a note. */
  readonly Note?: boolean;
  /** Sent only when there is at least one. */
  readonly Tags?: readonly string[];
  /** Display name of a file entry. */
  readonly File?: string;
  /** Id under which the bytes of a file entry are stored. */
  readonly FileID?: string;
  /** The command to run next, for a result that is not final. */
  readonly PollingCommand?: string;
  /** Seconds until then, as text. */
  readonly NextRun?: string;
  readonly PollingArgs?: Readonly<Record<string, unknown>>;
  /** Seconds after which the server gives up, as text. */
  readonly Timeout?: string;
  readonly PollingItemsRemaining?: number;
  /** Of an entry of type 19: how many API calls came to what. */
  readonly APIExecutionMetrics?: readonly { readonly Type: string; readonly APICallsCount: number }[];
}
