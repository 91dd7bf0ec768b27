/**
 * The control of the fault tests: `control.ts MS` answers every request after so many milliseconds. What its answers
 * are late is the machine's doing, not the router's.
 */
import { createServer } from 'node:http';

const delayMs = Number(process.argv[2]);

const server = createServer((request, response) => {
  request.resume();
  setTimeout(() => response.end('{"data":null}'), delayMs);
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address !== null && typeof address === 'object') process.send?.({ url: `http://127.0.0.1:${address.port}/` });
});
