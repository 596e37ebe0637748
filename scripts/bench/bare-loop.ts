/** The least that `exec` could be: a loop of got. Each input line is a number of requests; each is answered when they are done. */
import { Agent } from 'node:http';
import { createInterface } from 'node:readline';
import got from 'got';

const { BENCH_URL: url = '', BENCH_TOKEN: token = '', BENCH_CONCURRENCY: concurrency = '1' } = process.env;
const client = got.extend({
  agent: { http: new Agent({ keepAlive: true, maxSockets: 64 }) },
  headers: { authorization: `Bearer ${token}` },
});

for await (const line of createInterface({ input: process.stdin })) {
  let left = Number(line);
  const work = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      await client(url).json();
    }
  };
  await Promise.all(Array.from({ length: Number(concurrency) }, work));
  process.stdout.write('done\n');
}
