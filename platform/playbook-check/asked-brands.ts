import { isJsonObject } from '../../integration/json.js';
import { type PlaybookTask } from './read-playbook.js';

/**
 * The integrations whose instances a task looks for: by the script `IsIntegrationAvailable`, or by a filter over the
 * platform's list of `modules`.
 */
export function brandsAskedFor({ script, args, source }: PlaybookTask): readonly string[] {
  const asked = args.get('brandname');
  const byScript = script === 'IsIntegrationAvailable' && asked?.kind === 'literal' ? [asked.text] : [];
  return [...byScript, ...brandsInFilters(source)];
}

function brandsInFilters(part: unknown): readonly string[] {
  if (Array.isArray(part)) return part.flatMap(brandsInFilters);
  if (!isJsonObject(part)) return [];
  if (part['root'] === 'modules') return rightSides(part['filters']);
  return Object.values(part).flatMap(brandsInFilters);
}

/** The values that filters compare with, whatever they compare. */
function rightSides(filters: unknown): readonly string[] {
  if (Array.isArray(filters)) return filters.flatMap(rightSides);
  if (!isJsonObject(filters) || !isJsonObject(filters['right'])) return [];
  const { value } = filters['right'];
  const simple = isJsonObject(value) ? value['simple'] : undefined;
  return typeof simple === 'string' ? [simple] : [];
}
