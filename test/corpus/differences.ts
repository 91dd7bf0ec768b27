/** Why an operation has no answer from our router although one schema answers it. Each is refused, none answers wrongly. */
export const refusedByTheRouter: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  media: {
    'seed 3':
      'the planner throws on a fragment on a possible type of an interface object below @requires ("Cannot add selection of field Media.__typename")',
    'seed 20':
      'the planner merges fetches into a cycle and goes round in it (dfsRemoveRedundantEdges), with however few plans to compare',
  },
};
