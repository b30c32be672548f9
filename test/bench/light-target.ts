import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A target that any engine can saturate only with effort: repeats the path. Prints its port, and ends when its parent does. */
const server = createServer((request, response) => {
  response.setHeader('content-type', 'text/plain');
  response.end(request.url);
});
server.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port));
process.stdin.resume().on('end', () => process.exit());
