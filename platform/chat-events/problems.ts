import { SoarError } from '../../integration/errors.js';

/** What is wrong now, by what it is wrong with. */
export interface Problems {
  set(what: string, error: unknown): void;
  clear(what: string): void;
}

/** @param health Told all that is wrong whenever that changes; undefined once nothing is. */
export function createProblems(health: (text: string | undefined) => void): Problems {
  const texts = new Map<string, string>();
  let told: string | undefined;
  const tell = (): void => {
    const text = texts.size === 0 ? undefined : [...texts].map(([what, why]) => `${what}: ${why}`).join('\n');
    if (text === told) return;
    told = text;
    health(text);
  };
  return {
    set(what, error) {
      texts.set(what, textOf(error));
      tell();
    },
    clear(what) {
      texts.delete(what);
      tell();
    },
  };
}

/** Only our own errors are known to hold no secret. */
function textOf(error: unknown): string {
  return error instanceof SoarError ? error.text : 'It failed in a way that nobody foresaw; --debug tells.';
}
