import { distance, type Lab, toLab } from './oklab.ts';

/** The basic colour words of English (Berlin and Kay, 1969) and two more, each by some of the colours that CSS names so or nearly so. */
const EXAMPLES = {
  BLACK: ['#000000', '#1c1c1c', '#1a1a2a', '#2a2020'],
  GREY: ['#696969', '#808080', '#a9a9a9', '#c0c0c0', '#708090', '#505058'],
  WHITE: ['#ffffff', '#f5f5f5', '#f0f8ff', '#fffafa', '#e8e8ee'],
  RED: ['#ff0000', '#dc143c', '#b22222', '#8b0000', '#e03030'],
  ORANGE: ['#ffa500', '#ff8c00', '#ff6a20', '#f28c28'],
  YELLOW: ['#ffff00', '#ffd700', '#f0e040', '#ffef80'],
  GREEN: ['#008000', '#00ff00', '#228b22', '#32cd32', '#90ee90', '#006400', '#9acd32', '#556b2f'],
  TURQUOISE: ['#40e0d0', '#008080', '#20b2aa', '#00ced1', '#00ffff'],
  BLUE: ['#0000ff', '#1e90ff', '#4169e1', '#000080', '#87ceeb', '#4682b4', '#add8e6', '#191970'],
  PURPLE: [
    '#800080',
    '#8a2be2',
    '#9370db',
    '#4b0082',
    '#ba55d3',
    '#ee82ee',
    '#d8bfd8',
    '#433462',
    '#5c4085',
    '#6d529c',
  ],
  PINK: ['#ffc0cb', '#ff69b4', '#ff1493', '#db7093', '#f4a6c0', '#ffd5dc', '#ff00ff'],
  BROWN: ['#a52a2a', '#8b4513', '#a0522d', '#5c3a21', '#6b4423', '#cd853f', '#b8733a', '#784e50'],
  BEIGE: ['#f5f5dc', '#f5deb3', '#d2b48c', '#ffe4c4', '#faebd7', '#deb887'],
} as const;

export type ColorName = keyof typeof EXAMPLES;

const examples = (Object.entries(EXAMPLES) as [ColorName, readonly string[]][]).flatMap(([name, colors]) =>
  colors.map((color) => ({ name, lab: fromHex(color) })),
);

/** What one would call a colour: the word whose nearest example is nearest. */
export function nameOf(color: Lab): ColorName {
  return examples.reduce((best, example) => (distance(color, example.lab) < distance(color, best.lab) ? example : best))
    .name;
}

function fromHex(color: string): Lab {
  const [red = 0, green = 0, blue = 0] = (color.match(/[0-9a-f]{2}/g) ?? []).map((pair) => Number.parseInt(pair, 16));
  return toLab(red, green, blue);
}
