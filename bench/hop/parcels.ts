import { defineSubgraph } from '../../kit/subgraph.ts';

/** An island that does next to nothing, so that what is measured is the way to it. */
export default defineSubgraph({
  name: 'parcels',
  schema: new URL('./parcels.graphql', import.meta.url),
  resolvers: {
    Parcel: {
      __resolveReference: ({ id }: { id: string }) => ({
        id,
        note: `Parcel ${id} is on its way from the warehouse in Tuas to a doorstep, and it is carried with care.`,
      }),
    },
  },
});
