/** Says something on the error output, which holds no results. */
export function warn(text: string): void {
  process.stderr.write(`${text}\n`);
}
