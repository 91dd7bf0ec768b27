import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';

const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])';

/** `shop` has the things; `mood`, which is made to fail, and `price` each add a field to them. */
export const ISLANDS = {
  shop: `${LINK} type Query { things: [Thing!]! } type Thing @key(fields: "id") { id: ID! name: String }`,
  mood: `${LINK} type Thing @key(fields: "id") { id: ID! mood: String }`,
  price: `${LINK} type Thing @key(fields: "id") { id: ID! price: Int }`,
} as const;

export type IslandName = keyof typeof ISLANDS;

export function isIslandName(name: string | undefined): name is IslandName {
  return name !== undefined && name in ISLANDS;
}

export const THINGS = [
  { id: '1', name: 'lamp', mood: 'bright', price: 40 },
  { id: '2', name: 'rug', mood: 'soft', price: 120 },
  { id: '3', name: 'kettle', mood: 'warm', price: 25 },
] as const;

export const QUERY = '{ things { name mood price } }';

/** The supergraph, each island at http://NAME.test:PORT/graphql. */
export function composeGraph(ports: Readonly<Record<IslandName, number>>): string {
  const { supergraphSdl, errors } = composeServices(
    Object.entries(ISLANDS).map(([name, sdl]) => ({
      name,
      url: `http://${name}.test:${ports[name as IslandName]}/graphql`,
      typeDefs: parse(sdl),
    })),
  );
  if (supergraphSdl === undefined) throw new Error(errors?.map(({ message }) => message).join('\n'));
  return supergraphSdl;
}
