import type { Manifest } from '../../../kit/model/folder/manifest.ts';
import { encoderFiles } from './embed.ts';

/** Goes up whenever what was learned, the lexicon or the reading of queries changes. */
const VERSION = '1.2.0';

const training: Manifest['training'] = {
  data: [
    {
      name: 'Queries to the demo shop in English, Indonesian and Malay, each with the products that are right for it; written by us',
      source: 'file:training/queries.{en,id,ms}.jsonl',
      license: 'MIT',
    },
  ],
  items: 0,
  command: 'npm run train -- search',
};

/** The manifests, in which training fills in what comes of it. */
export const encoderDraft: Manifest = {
  name: 'search-minilm',
  version: VERSION,
  description:
    'What a query or a product means, as a vector, and how much that counts beside words: all-MiniLM-L6-v2, with what shoppers ask when they mean a product.',
  license: 'MIT (weights, lexicon), Apache-2.0 (encoder)',
  files: encoderFiles,
  signature: {},
  labels: [],
  languages: ['en', 'id', 'ms'],
  maxBatch: 32,
  training,
  quality: [],
};

export const wordsDraft: Manifest = {
  name: 'search-words',
  version: VERSION,
  description: 'How much of a query by its words a product has: for when its meaning cannot be compared.',
  license: 'MIT',
  files: {},
  signature: {},
  labels: [],
  languages: ['en', 'id', 'ms'],
  maxBatch: 32,
  training: {
    ...training,
    data: training.data.map((data) => ({ ...data, source: data.source.replace('file:', 'file:../model/') })),
  },
  quality: [],
};
