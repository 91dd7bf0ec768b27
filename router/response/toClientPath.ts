import type { Path } from './errorList.ts';
import type { FieldShape, ObjectShape, ValueShape } from './shape.ts';

/**
 * A path of data keys as the client knows it. It ends where the client's selection ends: a field that was fetched only
 * because another one needs it is not in the client's answer, but the object that has both is.
 */
export function toClientPath(root: ObjectShape, path: Path): (string | number)[] {
  const told: (string | number)[] = [];
  let shapes: readonly ObjectShape[] = [root];
  for (const key of path) {
    if (typeof key === 'number') {
      told.push(key);
      continue;
    }
    const fields = shapes.flatMap((shape) => shape.fields.filter((field) => field.from === key));
    const [first] = fields;
    if (!first) break;
    told.push(first.key);
    shapes = fields.flatMap(objectsIn);
  }
  return told;
}

function objectsIn({ value }: FieldShape): ObjectShape[] {
  let inside: ValueShape = value;
  while (inside.kind === 'list') inside = inside.item;
  if (inside.kind === 'object') return [inside.shape];
  return inside.kind === 'abstract' ? [...inside.shapes.values()] : [];
}
