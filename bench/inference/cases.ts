import { existsSync } from 'node:fs';
import type { ModelDefinition } from '../../kit/model/definition.ts';
import { minilm } from '../../models/minilm/minilm.ts';
import { minilmInt8 } from '../../models/minilm/minilmInt8.ts';
import { writeEncoderFolder } from './encoderFolder.ts';
import { pictures } from './pictures.ts';
import { MIXED, SHORT, textsOf } from './texts.ts';

/** A model and what it is asked. */
export interface Case {
  readonly definition: ModelDefinition;
  /** Items, no two alike of those that are under way. */
  items(): Promise<Iterator<unknown, never>>;
  /** The batches that a bare loop tries. */
  readonly batches: readonly number[];
}

const CHARACTERS_PER_TOKEN = 4.5;
const PICTURE = new URL('picture/', import.meta.url);

/** The cases by name; that of pictures only where its packages are installed. */
export async function makeCases(): Promise<Readonly<Record<string, Case>>> {
  const encoder = (folder: URL): ModelDefinition<string> => ({
    folder,
    code: new URL('encoder.ts', import.meta.url),
    sizeOf: (text) => Math.ceil(text.length / CHARACTERS_PER_TOKEN),
  });
  const [float, integer] = [encoder(await writeEncoderFolder(minilm)), encoder(await writeEncoderFolder(minilmInt8))];
  const texts = (words: readonly number[]) => async () => textsOf(words);
  return {
    short: { definition: loose(float), items: texts(SHORT), batches: [1, 4, 8, 16, 32] },
    mixed: { definition: loose(float), items: texts(MIXED), batches: [1, 4, 8, 16, 32] },
    int8Short: { definition: loose(integer), items: texts(SHORT), batches: [1] },
    int8Mixed: { definition: loose(integer), items: texts(MIXED), batches: [1] },
    ...(existsSync(new URL('node_modules/', PICTURE)) && {
      picture: {
        definition: { folder: PICTURE, code: new URL('model.ts', PICTURE) },
        items: pictures,
        batches: [1, 2, 4],
      },
    }),
  };
}

/** The benchmark gives each model only the items of its case. */
function loose({ folder, code, sizeOf }: ModelDefinition<string>): ModelDefinition {
  return { folder, code, ...(sizeOf && { sizeOf: (item) => sizeOf(String(item)) }) };
}
