import { z } from 'zod';

const numbers = z.object({ list: z.object({ i: z.array(z.coerce.number()) }) });
const words = z.object({ list: z.object({ s: z.array(z.string().transform(fromBase64)).default([]) }) });

/** A node of a TensorFlow.js graph, as far as this network's nodes differ from one another. */
export const graphNode = z.object({
  name: z.string(),
  op: z.string(),
  input: z.array(z.string()).default([]),
  attr: z
    .object({
      strides: numbers.optional(),
      ksize: numbers.optional(),
      padding: z.object({ s: z.string().transform(fromBase64) }).optional(),
      fused_ops: words.optional(),
    })
    .default({}),
});

export type GraphNode = z.infer<typeof graphNode>;

function fromBase64(text: string): string {
  return Buffer.from(text, 'base64').toString();
}
