import { Pool } from 'undici';
import type { Transport } from '../../router/transport/transport.ts';

/** The least that a fetch can cost with undici: what the router's own transport costs beyond it is for safety. */
export function createBareTransport({ origin, pathname }: URL): Transport {
  const pool = new Pool(origin);
  return {
    fetch: async ({ query, operationName, variables, read }, { headers }) => {
      const { body } = await pool.request({
        path: pathname,
        method: 'POST',
        headers: { 'content-type': 'application/json', ...Object.fromEntries(headers) },
        body: `{"query":${JSON.stringify(query)},"operationName":${JSON.stringify(operationName)},"variables":${variables}}`,
      });
      const text = await body.text();
      const data = read?.(text);
      return data ? { data } : JSON.parse(text);
    },
    close: () => pool.close(),
  };
}
