import { Alias, Document, isMap, isNode, isScalar } from 'yaml';

type Path = readonly (string | number)[];

/** What the lines above a key say; the path ends in that key. */
export type YamlComment = readonly [path: Path, text: string];

interface YamlDocument {
  readonly value: object;
  /** Names of nodes, each by the path to it, for `alias` and `merge`. */
  readonly anchors?: Readonly<Record<string, Path>>;
  readonly comments?: readonly YamlComment[];
}

const HEADER = '# Generated from subgraphs/index.ts by `npm run placements`; do not edit.\n';

/** Stands for the node with that anchor. */
export function alias(anchor: string): Alias {
  return new Alias(anchor);
}

/** Spread first into a map: takes over what the map with that anchor has. */
export function merge(anchor: string): { readonly '<<': Alias } {
  return { '<<': alias(anchor) };
}

/** The text of a generated YAML file of one or more documents. */
export function toYaml(...documents: readonly YamlDocument[]): string {
  const texts = documents.map(({ value, anchors = {}, comments = [] }) => {
    const document = new Document(value, { aliasDuplicateObjects: false, merge: true });
    for (const [anchor, path] of Object.entries(anchors)) {
      const node = document.getIn(path, true);
      if (!isNode(node) || node instanceof Alias) throw new RangeError(`There is no ${path.join('.')} to refer to.`);
      node.anchor = anchor;
    }
    for (const [path, text] of comments) keyOf(document, path).commentBefore = text.replaceAll(/^/gm, ' ');
    return document.toString({ lineWidth: 120, flowCollectionPadding: false });
  });
  return HEADER + texts.join('---\n');
}

function keyOf(document: Document, path: Path) {
  const parent = document.getIn(path.slice(0, -1), true);
  const pair = isMap(parent) && parent.items.find(({ key }) => isScalar(key) && key.value === path.at(-1));
  if (!pair || !isScalar(pair.key)) throw new RangeError(`There is no ${path.join('.')} to comment on.`);
  return pair.key;
}
