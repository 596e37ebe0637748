/**
 * The paths at which a request to an address may arrive: what stands in front, such as the server's own route
 * `/instance/execute/NAME`, may take away the beginning of the path, or all of it.
 * @param address An absolute URL.
 */
export function pathsBehindProxy(address: string): ReadonlySet<string> {
  const { pathname } = new URL(address);
  const segments = pathname.split('/').slice(1);
  return new Set(['/', ...segments.map((_, index) => `/${segments.slice(index).join('/')}`)]);
}
