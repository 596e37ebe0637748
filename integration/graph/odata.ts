import { ArgumentError } from '../errors.js';

/** An OData expression whose literals are quoted. Only {@link odata} makes one. */
export class ODataExpression {
  readonly #text: string;

  private constructor(text: string) {
    this.#text = text;
  }

  /** The expression, not yet percent-encoded. */
  get text(): string {
    return this.#text;
  }

  /** @internal Use the {@link odata} tag. */
  static fromTemplate(literals: readonly string[], holes: readonly string[]): ODataExpression {
    const quoted = holes.map((hole, index) => `'${hole.replaceAll("'", "''")}'${literals[index + 1] ?? ''}`);
    return new ODataExpression((literals[0] ?? '') + quoted.join(''));
  }
}

/** Builds an OData expression: ``odata`mail eq ${address}` ``. Each hole becomes one quoted text literal (rule R16). */
export function odata(literals: TemplateStringsArray, ...holes: readonly string[]): ODataExpression {
  return ODataExpression.fromTemplate(literals, holes);
}

/** The query options of a Graph request, by their names without the `$`. */
export interface QueryOptions {
  /** Property names. */
  readonly select?: readonly string[];
  /** An expression of ours, or text that the analyst wrote and that Graph judges. */
  readonly filter?: ODataExpression | string;
  readonly search?: string;
  readonly orderby?: string;
  readonly expand?: string;
  readonly top?: number;
  readonly count?: boolean;
  /** Who pays for a metered call: `A` or `B` (Graph: payment models for Teams APIs). */
  readonly model?: string;
}

/**
 * The query string, each value percent-encoded once; empty, or with its leading `?`.
 * @throws ArgumentError for half a character, which no encoding has.
 */
export function queryString(options: QueryOptions): string {
  const { select, filter, search, orderby, expand, top, count, model } = options;
  const values: Record<string, string | undefined> = {
    $select: select?.join(','),
    $filter: typeof filter === 'string' ? filter : filter?.text,
    $search: search,
    $orderby: orderby,
    $expand: expand,
    $top: top?.toString(),
    $count: count?.toString(),
    model,
  };
  const pairs = Object.entries(values).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [`${name}=${encodeValue(name, value)}`],
  );
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}

function encodeValue(name: string, value: string): string {
  try {
    return encodeURIComponent(value);
  } catch {
    throw new ArgumentError(`${name} is not well-formed text: ${JSON.stringify(value)}.`, 'Write it anew.');
  }
}
