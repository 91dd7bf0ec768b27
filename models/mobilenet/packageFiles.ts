import { runInNewContext } from 'node:vm';
import { z } from 'zod';
import { type QuantizedWeight, readTfjsWeights } from '../tfjs/quantizedWeights.ts';
import { type GraphNode, graphNode } from './graphNode.ts';

const FOLDER = 'nsfwjs/dist/models/mobilenet_v2_mid';

const modelJson = z.looseObject({
  modelTopology: z.object({ node: z.array(graphNode) }),
  weightsManifest: z.tuple([z.looseObject({ paths: z.array(z.string()) })]),
});

/** A graph of TensorFlow.js: its nodes, and its weights by name. */
export interface PackagedGraph {
  readonly nodes: readonly GraphNode[];
  readonly weights: ReadonlyMap<string, QuantizedWeight>;
}

/** The package has the model's JSON and its weights, in base64, each as a script that exports them. */
export async function readGraph(read: (path: string) => Promise<Buffer>): Promise<PackagedGraph> {
  const exported = async (name: string): Promise<unknown> => {
    const module = { exports: {} };
    // Of its own realm, in which there is nothing that it could reach.
    runInNewContext(String(await read(`${FOLDER}/${name}.min.js`)), { module, exports: module.exports });
    return module.exports;
  };
  const model = modelJson.parse(JSON.parse(JSON.stringify(await exported('model'))));
  const shards = await Promise.all(
    model.weightsManifest[0].paths.map(async (path) => Buffer.from(z.string().parse(await exported(path)), 'base64')),
  );
  return {
    nodes: model.modelTopology.node,
    weights: readTfjsWeights(JSON.stringify(model), Buffer.concat(shards)),
  };
}
