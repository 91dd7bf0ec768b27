import type { Shape } from '../../page/page.ts';

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A head and shoulders, nobody's. */
export function portrait({ x, y, width, height }: Area): Shape[] {
  const head = width * 0.42;
  const face = { x: x + (width - head) / 2, y: y + height * 0.16, width: head, height: head * 1.2 };
  const coat = { x: x + width * 0.15, y: y + height * 0.68, width: width * 0.7, height: height * 0.32 };
  return [
    { kind: 'box', x, y, width, height, fill: '#b9c4cc', stroke: '#7d8790' },
    { kind: 'box', ...face, fill: '#75604f', radius: head / 2 },
    { kind: 'box', ...coat, fill: '#3c4656', radius: 20 },
  ];
}

/** A bar code that says nothing. */
export function bars({ x, y, width, height }: Area): Shape[] {
  const shapes: Shape[] = [];
  for (let along = 0; along < width; ) {
    const index = shapes.length;
    const thick = 1 + ((index * 7 + (index >> 2) * 3) % 4);
    shapes.push({ kind: 'box', x: x + along, y, height, width: thick, fill: '#111' });
    along += thick + 2 + ((index * 5) % 3);
  }
  return shapes;
}

/** A square, with a cross by hand where it is ticked. */
export function tickBox(x: number, y: number, side: number, ink: string, ticked: boolean): Shape[] {
  const pen = { kind: 'line', colour: '#1c2f7a', width: 2 } as const;
  const [right, bottom] = [x + side, y + side];
  const cross: Shape[] = [
    { ...pen, from: [x + 1, y + 1], to: [right + 2, bottom] },
    { ...pen, from: [right + 1, y - 1], to: [x, bottom] },
  ];
  return [{ kind: 'box', x, y, width: side, height: side, stroke: ink }, ...(ticked ? cross : [])];
}
