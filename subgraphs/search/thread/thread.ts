import { parentPort, workerData } from 'node:worker_threads';
import { SearchIndex } from '../retrieval/searchIndex.ts';
import { readEnglishWords } from '../text/englishWords.ts';
import { readLexicon } from '../text/lexicon.ts';
import { QueryReader } from '../text/queryReader.ts';
import type { Questions, ThreadAnswer, ThreadRequest, Writing } from './messages.ts';

const port = parentPort;
if (port === null) throw new Error('subgraphs/search/thread/thread.ts runs in a worker thread only.');

const { modelFolder }: { modelFolder: string } = workerData;
const reader = new QueryReader(readLexicon(), await readEnglishWords(new URL(modelFolder)));

let served = new SearchIndex();
let begun: SearchIndex | null = null;

port.on('message', (request: ThreadRequest) => {
  const { id } = request;
  let answer: ThreadAnswer;
  try {
    answer = { id, answer: answerTo(request) };
  } catch (error) {
    answer = { id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
  port.postMessage(answer);
});

function answerTo(request: ThreadRequest): Questions[ThreadRequest['kind']]['answer'] {
  switch (request.kind) {
    case 'begin':
      begun = new SearchIndex();
      return null;
    case 'write':
      write(begun ?? served, request.given);
      return null;
    case 'serve':
      served = begun ?? served;
      begun = null;
      return null;
    case 'read':
      return reader.read(request.given.text, served.dictionary, request.given.asking);
    case 'search':
      return served.search(request.given);
  }
}

function write(index: SearchIndex, { products = [], removed = [], vectors = [] }: Writing): void {
  for (const product of products) index.put(product);
  for (const id of removed) index.remove(id);
  for (const [id, vector] of vectors) index.setVector(id, vector);
}
