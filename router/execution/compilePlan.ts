import type { PlanNode } from '../operation/plan.ts';
import { compileEntityFetch } from './compileEntityFetch.ts';
import { compileRootFetch } from './compileRootFetch.ts';
import type { FetchEnvironment } from './fetchEnvironment.ts';
import type { Step } from './step.ts';

/** Compiles a plan into closures, one for each node. */
export function compilePlan(node: PlanNode, environment: FetchEnvironment): Step {
  switch (node.kind) {
    case 'sequence':
      return inOrder(node.nodes.map((child) => compilePlan(child, environment)));
    case 'parallel':
      return together(node.nodes.map((child) => compilePlan(child, environment)));
    case 'condition': {
      const { variable } = node;
      const whenTrue = node.whenTrue && compilePlan(node.whenTrue, environment);
      const whenFalse = node.whenFalse && compilePlan(node.whenFalse, environment);
      return (run) => (run.variables[variable] === true ? whenTrue?.(run) : whenFalse?.(run));
    }
    case 'fetch':
      return node.entities ? compileEntityFetch(node, node.entities, environment) : compileRootFetch(node, environment);
  }
}

function inOrder(steps: readonly Step[]): Step {
  return async (run) => {
    for (const step of steps) {
      if (run.over) return;
      await step(run);
    }
  };
}

function together(steps: readonly Step[]): Step {
  return async (run) => {
    await Promise.all(steps.map((step) => step(run)));
  };
}
