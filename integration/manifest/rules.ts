import { commandRules } from './command-rules.js';
import { type Fault, pointer } from './fault.js';
import { identityRules } from './identity-rules.js';
import { parameterRules } from './parameter-rules.js';
import { scriptRules } from './script-rules.js';
import { type Manifest } from './types.js';

/** Keys whose text people read, so that it has to be a sentence; a marketplace may be appended (`description:xsoar`). */
const SENTENCE = /^(description|additionalinfo|importantDescription)(:|$)/;

/** Every description, however deep, ends with a full stop (DS108). */
function* sentencesEnd(value: unknown, path: string): Generator<Fault, void> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, member] of Object.entries(value)) {
    const here = path + pointer(key);
    if (typeof member === 'string') {
      if (SENTENCE.test(key) && !member.trimEnd().endsWith('.')) {
        yield { path: here, problem: 'must end with a full stop (DS108)' };
      }
    } else yield* sentencesEnd(member, here);
  }
}

/**
 * What a manifest of the right structure still gets wrong: the rules of the platform's validator that can be told from
 * the YAML alone. The codes in the texts are the validator's.
 *
 * @returns Every fault, none where all is well.
 */
export function brokenRules(manifest: Manifest): readonly Fault[] {
  const rules = [...identityRules, ...scriptRules, ...parameterRules, ...commandRules];
  return [...rules.flatMap((rule) => [...rule(manifest)]), ...sentencesEnd(manifest, '')];
}
