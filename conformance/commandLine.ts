import { parseArgs } from 'node:util';
import { CodedError } from '../kit/errors.ts';
import { readSample } from './sample.ts';
import type { Target } from './subject.ts';

const USAGE = `Usage: npm run conformance -- URL [--entity 'TYPE:{"id":"…"}']… [--header 'NAME: VALUE']…`;

/** @throws CodedError `CONFIG_INVALID` with what was expected, or the usage. */
export function readCommandLine(args: readonly string[]): Target {
  const { positionals, entities, headers } = parse(args);
  const [text, another] = positionals;
  if (text === undefined || another !== undefined) {
    throw new CodedError('CONFIG_INVALID', `Expected one URL, got ${positionals.join(' ') || 'none'}. ${USAGE}`);
  }
  return {
    url: readUrl(text),
    samples: entities.map(readSample),
    headers: Object.fromEntries(headers.map(readHeader)),
  };
}

function parse(args: readonly string[]): { positionals: string[]; entities: string[]; headers: string[] } {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: {
        entity: { type: 'string', multiple: true, default: [] },
        header: { type: 'string', multiple: true, default: [] },
      },
      allowPositionals: true,
    });
    return { positionals, entities: values.entity, headers: values.header };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CodedError('CONFIG_INVALID', `${reason.replace(/\.?$/, '.')} ${USAGE}`, { cause: error });
  }
}

function readUrl(text: string): URL {
  if (URL.canParse(text)) {
    const url = new URL(text);
    if (url.protocol === 'http:' || url.protocol === 'https:') return url;
  }
  throw new CodedError(
    'CONFIG_INVALID',
    `Expected the URL of a subgraph, such as http://127.0.0.1:4001/graphql; got ${JSON.stringify(text)}. ${USAGE}`,
  );
}

function readHeader(text: string): [name: string, value: string] {
  const [, name, value] = /^([\w!#$%&'*+.^`|~-]+):\s*([\x20-\x7e]*)$/.exec(text) ?? [];
  if (name !== undefined && value !== undefined) return [name, value];
  throw new CodedError('CONFIG_INVALID', `--header: expected 'NAME: VALUE' in printable ASCII. ${USAGE}`);
}
