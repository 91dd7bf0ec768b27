import { CodedError } from '../kit/errors.ts';

/** An entity that the subgraph is known to have: its type, its key, and what its fields `@require`. */
export interface Sample {
  readonly typename: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

const FORM = `TYPE:JSON, such as 'Product:{"id":"product-tiffin-enamel"}'`;

/** @throws CodedError `CONFIG_INVALID` for anything but `TYPE:{…}`. */
export function readSample(text: string): Sample {
  const [, typename, json] = /^([_A-Za-z]\w*):(\{.*\})$/s.exec(text) ?? [];
  if (typename === undefined || json === undefined) throw refuse(text);
  try {
    return { typename, fields: JSON.parse(json) };
  } catch (error) {
    throw refuse(text, error);
  }
}

function refuse(text: string, cause?: unknown): CodedError {
  const message = `--entity: expected ${FORM}; got ${JSON.stringify(text)}.`;
  return new CodedError('CONFIG_INVALID', message, { cause });
}
