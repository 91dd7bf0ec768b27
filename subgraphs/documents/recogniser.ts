import { Tensor } from 'onnxruntime-node';
import { badInput } from '../../kit/errors.ts';
import { defineModel } from '../../kit/model/defineModel.ts';
import { openOnnxSession } from '../../kit/model/onnx/onnxSession.ts';
import type { Grey } from './ocr/grey.ts';
import { parseCharacters, type ReadLine, spell } from './ocr/spelling.ts';
import { wordGaps } from './ocr/wordGaps.ts';

/** The height of the pictures that it reads. */
export const LINE_HEIGHT = 48;
/** Wider ones are none: a line is narrowed to it before. */
export const WIDEST_LINE = 1_600;
/** Widths are filled up to a multiple, so that lines of about one width go together and each reads the same beside any others. */
const STEP = 32;
const NARROWEST = 96;

/** Reads lines of text, each cut out of its page. */
export default defineModel<Grey, ReadLine>({
  warmUp: [blank(320), blank(960)],
  async load(folder) {
    const characters = parseCharacters(String(await folder.read('characters.txt')));
    const session = await openOnnxSession(folder, 'recogniser.onnx');
    const [input = 'x'] = session.inputNames;
    const [output = ''] = session.outputNames;

    const read = async (lines: readonly Grey[], width: number): Promise<readonly ReadLine[]> => {
      const values = new Float32Array(lines.length * 3 * LINE_HEIGHT * width);
      for (const [index, line] of lines.entries()) fill(values, line, { index, width });
      const shape = [lines.length, 3, LINE_HEIGHT, width];
      const { [output]: result } = await session.run({ [input]: new Tensor('float32', values, shape) });
      const data = result?.data;
      if (!(data instanceof Float32Array)) throw new Error('The recogniser gave no probabilities.');
      const each = data.length / lines.length;
      const step = width / (each / characters.length);
      return lines.map((line, index) => {
        const gaps = wordGaps(line).map(({ at, wide }) => ({ at: at / step, wide }));
        return spell(data.subarray(index * each, (index + 1) * each), characters, gaps);
      });
    };

    return {
      async predict(lines) {
        const results = lines.map((line): ReadLine | Error => fault(line) ?? { text: '', confidence: 0 });
        const byWidth = new Map<number, number[]>();
        for (const [index, line] of lines.entries()) {
          if (results[index] instanceof Error) continue;
          const width = Math.max(NARROWEST, Math.ceil(line.width / STEP) * STEP);
          byWidth.set(width, [...(byWidth.get(width) ?? []), index]);
        }
        for (const [width, members] of byWidth) {
          const found = await read(
            members.flatMap((index) => lines[index] ?? []),
            width,
          );
          for (const [position, index] of members.entries()) {
            results[index] = found[position] ?? new Error('The recogniser left out a line.');
          }
        }
        return results.map((result) =>
          result instanceof Error
            ? result
            : { output: result, signals: { confidence: result.confidence, length: result.text.length } },
        );
      },
    };
  },
});

/** Writes a line's grey as all three colours, from -1 to 1; what is right of it stays 0. */
function fill(
  values: Float32Array,
  { width, pixels }: Grey,
  at: { readonly index: number; readonly width: number },
): void {
  for (let channel = 0; channel < 3; channel++) {
    for (let y = 0; y < LINE_HEIGHT; y++) {
      const row = ((at.index * 3 + channel) * LINE_HEIGHT + y) * at.width;
      for (let x = 0; x < width; x++) values[row + x] = (pixels[y * width + x] ?? 0) / 127.5 - 1;
    }
  }
}

function fault({ width, height, pixels }: Grey): Error | null {
  if (height === LINE_HEIGHT && width >= 1 && width <= WIDEST_LINE && pixels.length === width * height) return null;
  return badInput(
    `Expected a line ${LINE_HEIGHT} pixels high and 1 to ${WIDEST_LINE} wide, a byte each, got ${pixels.length} bytes for ${width} by ${height}.`,
  );
}

function blank(width: number): Grey {
  return { width, height: LINE_HEIGHT, pixels: new Uint8Array(width * LINE_HEIGHT).fill(255) };
}
