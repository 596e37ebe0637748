/** Stands in the bundle for got's HTTP/2 client, which is asked for only by its `http2` option. */
const http2 = {
  auto() {
    throw new Error('HTTP/2 is not part of the bundle.');
  },
};

export default http2;
