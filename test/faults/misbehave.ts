import type { ServerResponse } from 'node:http';
import type { Behaviour } from './behaviour.ts';

/** Answers in the server's place; false where the behaviour leaves that to it. */
export function misbehave(behaviour: Behaviour, response: ServerResponse): boolean {
  switch (behaviour) {
    case 'mute':
      return true;
    case 'dripping':
      drip(response);
      return true;
    case 'lying':
      lie(response);
      return true;
    case 'flooding':
      flood(response);
      return true;
    default:
      return false;
  }
}

const BEGINNING = '{"data":{"_entities":[{"mood":"';
const DRIP_EVERY_MS = 20;

function drip(response: ServerResponse): void {
  response.write(BEGINNING);
  const timer = setInterval(() => response.write('a'), DRIP_EVERY_MS);
  response.on('close', () => clearInterval(timer));
}

const FLOOD = Buffer.alloc(65_536, 'a');

function flood(response: ServerResponse): void {
  const pour = (): void => {
    while (!response.destroyed && response.write(FLOOD));
  };
  response.write(BEGINNING);
  response.on('drain', pour);
  pour();
}

const LIES: readonly ((response: ServerResponse) => unknown)[] = [
  (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Sign in</h1>'),
  (response) => response.writeHead(502).end('Bad Gateway'),
  (response) => response.end('{"data":{"_entities":[{"mood":"br'),
  (response) => response.socket?.end('HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n{"data":{"_entities":[]}}'),
  (response) => response.end('[]'),
  (response) => response.end('{"data":[]}'),
  (response) => response.end('{"data":{"_entities":{}}}'),
  (response) => response.end('{"data":{"_entities":[{"mood":"bright"}]}}'),
  (response) => response.end('{"data":{"_entities":[{"mood":{}},{"mood":[1]},{"mood":7.5}]}}'),
  (response) => response.end('{"data":{"_entities":[1,"a",[]]}}'),
  (response) => response.end('{"data":null,"errors":[null,{"message":1,"path":["_entities",99,"mood"]}]}'),
  (response) => response.end('{"errors":"no"}'),
  (response) => response.socket?.resetAndDestroy(),
];

let told = 0;

function lie(response: ServerResponse): void {
  LIES[told++ % LIES.length]?.(response);
}
