import { lookup, type LookupAddress, type LookupAllOptions, type LookupOptions } from 'node:dns';

const loopbackHosts = ['127.0.0.1', 'localhost', '[::1]'];
const loopbackAddresses = ['127.0.0.1', '::1'];

/**
 * @param url HTTP or HTTPS.
 * @returns Whether it names this machine: the sandbox calls no other one.
 */
export function isLoopback({ hostname }: URL): boolean {
  return loopbackHosts.includes(hostname);
}

type Found = (
  error: NodeJS.ErrnoException | null,
  address: string | LookupAddress[],
  family?: number,
) => void;

/**
 * Looks a host name up as `dns.lookup` does, and finds loopback addresses only, whatever the machine's hosts file says.
 */
export function lookupLoopback(hostname: string, options: LookupOptions, found: Found): void {
  const wanted: LookupAllOptions = { ...options, all: true };
  lookup(hostname, wanted, (error, addresses) => {
    const own = error ? [] : addresses.filter(({ address }) => loopbackAddresses.includes(address));
    const [first] = own;
    if (!first) found(error ?? new Error(`'${hostname}' is not this machine.`), []);
    else if (options.all) found(null, own);
    else found(null, first.address, first.family);
  });
}
