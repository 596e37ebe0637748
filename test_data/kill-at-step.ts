/**
 * Environment in which a process kills itself (SIGKILL) at one of its steps: the begin and the end of each request and of
 * each operation on a file that is more than reading it; a file is by then written half.
 * @param step From 1; for 0 it lives, and writes how many there were to the standard error output: `steps: 42`.
 */
export function killedAt(step: number): Readonly<Record<string, string>> {
  const module = `
    import fs from 'node:fs';
    import http from 'node:http';
    import { syncBuiltinESMExports } from 'node:module';
    let steps = 0;
    const isLast = () => {
      steps += 1;
      return steps === ${step};
    };
    const die = () => process.kill(process.pid, 'SIGKILL');
    const pass = () => {
      if (isLast()) die();
    };
    const { writeSync } = fs;
    const wrapPromise = (owner, name) => {
      const real = owner[name];
      owner[name] = async function (...args) {
        pass();
        const result = await real.apply(this, args);
        pass();
        return result;
      };
    };
    const wrapCallback = (name) => {
      const real = fs[name];
      fs[name] = (...args) => {
        pass();
        const callback = args.pop();
        real(...args, (...outcome) => {
          pass();
          callback(...outcome);
        });
      };
    };
    for (const name of ['mkdir', 'rename', 'rm']) wrapPromise(fs.promises, name);
    for (const name of ['mkdir', 'rmdir', 'utimes']) wrapCallback(name);
    const open = fs.promises.open;
    fs.promises.open = async (...args) => {
      pass();
      const handle = await open(...args);
      const write = handle.writeFile.bind(handle);
      handle.writeFile = async (text) => {
        if (isLast()) {
          writeSync(handle.fd, text.slice(0, text.length / 2));
          die();
        }
        await write(text);
        pass();
      };
      wrapPromise(handle, 'sync');
      return handle;
    };
    const { emit, end } = http.ClientRequest.prototype;
    http.ClientRequest.prototype.end = function (...args) {
      pass();
      return end.apply(this, args);
    };
    http.ClientRequest.prototype.emit = function (event, ...args) {
      if (event === 'response') pass();
      return emit.call(this, event, ...args);
    };
    syncBuiltinESMExports();
    if (${step} === 0) process.on('exit', () => writeSync(2, 'steps: ' + steps + '\\n'));`;
  return { NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(module)}` };
}
