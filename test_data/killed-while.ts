import { join } from 'node:path';

/**
 * Environment in which a server kills itself (SIGKILL) at a point between keeping incidents and noting how far it came:
 * `half-line` in the middle of writing them, `before-mark` when they are written and nothing is noted.
 * @param home The folder of its own files, with one instance, `own`.
 */
export function killedWhile(
  point: 'half-line' | 'before-mark',
  home: string,
): Readonly<Record<string, string>> {
  const module = `
    import fs from 'node:fs';
    import { syncBuiltinESMExports } from 'node:module';
    const journal = ${JSON.stringify(join(home, 'incidents', 'own.jsonl'))};
    const die = () => process.kill(process.pid, 'SIGKILL');
    const { open, rename } = fs.promises;
    fs.promises.open = async (...args) => {
      const handle = await open(...args);
      if (args[0] === journal && args[1] === 'a' && ${JSON.stringify(point)} === 'half-line') {
        handle.appendFile = async (text) => {
          fs.writeSync(handle.fd, text.slice(0, text.length / 2));
          die();
        };
      }
      return handle;
    };
    fs.promises.rename = async (...args) => {
      if (String(args[1]).includes('/state/') && fs.existsSync(journal) && fs.statSync(journal).size > 0) die();
      return rename(...args);
    };
    syncBuiltinESMExports();`;
  return { NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(module)}` };
}
