import { badInput } from '../../kit/errors.ts';
import type { TensorMapping, TensorRow } from '../../kit/model/tensors.ts';
import type { Judgement } from './judgement.ts';
import { isLanguage, LANGUAGES, type Message } from './topics.ts';

/** The longest text that is taken, in characters. */
export const MAX_CHARACTERS = 10_000;

const utf8 = new TextDecoder('utf-8', { fatal: true });
const toUtf8 = new TextEncoder();

/** Topics by the Open Inference Protocol: a text and its language in; what it is about out, '' where that is not told. */
export const tensors: TensorMapping<Message, Judgement> = {
  inputs: [
    { name: 'text', datatype: 'BYTES', shape: [] },
    { name: 'language', datatype: 'BYTES', shape: [] },
  ],
  outputs: [
    { name: 'label', datatype: 'BYTES', shape: [] },
    { name: 'subtopic', datatype: 'BYTES', shape: [] },
    { name: 'confidence', datatype: 'FP32', shape: [] },
  ],
  toItem: ({ text: textRow, language: languageRow }) => {
    const text = decode('text', textRow);
    if (text.length > MAX_CHARACTERS) {
      throw badInput(`text: expected at most ${MAX_CHARACTERS} characters, got ${text.length}.`, 'text');
    }
    const language = decode('language', languageRow);
    if (isLanguage(language)) return { text, language };
    throw badInput(
      `language: expected one of ${LANGUAGES.join(', ')}, got ${JSON.stringify(language.slice(0, 20))}.`,
      'language',
    );
  },
  toRows: ({ label, subtopic, confidence }) => ({
    label: [toUtf8.encode(label ?? '')],
    subtopic: [toUtf8.encode(subtopic ?? '')],
    confidence: [confidence],
  }),
};

function decode(name: string, row: TensorRow | undefined): string {
  const bytes = row?.[0];
  if (!(bytes instanceof Uint8Array)) return '';
  try {
    return utf8.decode(bytes);
  } catch {
    throw badInput(`${name}: expected UTF-8, got bytes that are not.`, name);
  }
}
