import { spawn } from 'node:child_process';

/**
 * The program that opens an address, with what goes before the address; undefined where nobody would see the browser.
 * Windows' `start` is a word of its shell, which would read an address as commands, so its handler is called directly.
 */
export function browserOpener(
  platform: NodeJS.Platform,
  environment: NodeJS.ProcessEnv,
): readonly [string, ...string[]] | undefined {
  if (platform === 'darwin') return ['open'];
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler'];
  // Without a display a text browser would take over the terminal.
  const hasDisplay = [environment['DISPLAY'], environment['WAYLAND_DISPLAY']].some(Boolean);
  return hasDisplay ? ['xdg-open'] : undefined;
}

/** Opens an address in the person's browser where there is one; they can open it themselves in any case. */
export function openBrowser(url: string): void {
  const opener = browserOpener(process.platform, process.env);
  if (!opener) return;
  const [program, ...before] = opener;
  const child = spawn(program, [...before, url], { stdio: 'ignore', detached: true, shell: false });
  child.on('error', () => {
    // There is no such program: the address is on the terminal.
  });
  child.unref();
}
