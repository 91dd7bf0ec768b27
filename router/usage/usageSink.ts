import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { type ITracesAndStats, Report } from '@apollo/usage-reporting-protobuf';
import { request } from 'undici';
import type { Durations } from './durations.ts';
import type { OperationSignature } from './operationSignature.ts';

/** How often a client asked an operation. */
export interface OperationUse {
  readonly signature: OperationSignature;
  readonly client: { readonly name: string; readonly version: string };
  readonly requests: number;
  readonly errors: number;
  readonly durations: Durations;
}

/** Takes a report; rejects when it did not arrive. */
export type UsageSink = (uses: readonly OperationUse[]) => Promise<void>;

export interface ReportingEndpoint {
  /** Our registry, or Apollo's own. */
  readonly url: string;
  readonly apiKey: string;
  /** Graph and variant. */
  readonly graphRef: string;
}

export const APOLLO_USAGE_URL = 'https://usage-reporting.api.apollographql.com';

const PATIENCE_MS = 10_000;
const pack = promisify(gzip);

/** Sends reports in Apollo's format: our registry and Apollo Studio read the same. */
export function createUsageSink({ url, apiKey, graphRef }: ReportingEndpoint): UsageSink {
  return async (uses) => {
    const report = Report.create({
      header: { graphRef, agentVersion: 'archipelago', runtimeVersion: `node ${process.version}` },
      endTime: { seconds: Math.floor(Date.now() / 1_000), nanos: 0 },
      operationCount: uses.reduce((sum, { requests }) => sum + requests, 0),
      tracesPreAggregated: true,
      tracesPerQuery: byOperation(uses),
    });
    const { statusCode, body } = await request(`${url.replace(/\/+$/, '')}/api/ingress/traces`, {
      method: 'POST',
      headers: { 'x-api-key': apiKey, 'content-type': 'application/protobuf', 'content-encoding': 'gzip' },
      body: await pack(Report.encode(report).finish()),
      headersTimeout: PATIENCE_MS,
      bodyTimeout: PATIENCE_MS,
    });
    await body.dump();
    if (statusCode >= 300) throw new Error(`the usage report was answered with HTTP ${statusCode}`);
  };
}

function byOperation(uses: readonly OperationUse[]): Record<string, ITracesAndStats> {
  const operations = new Map<
    string,
    Required<Pick<ITracesAndStats, 'referencedFieldsByType'>> & { statsWithContext: object[] }
  >();
  for (const { signature, client, requests, errors, durations } of uses) {
    let operation = operations.get(signature.key);
    if (operation === undefined) {
      operation = { referencedFieldsByType: signature.fields as never, statsWithContext: [] };
      operations.set(signature.key, operation);
    }
    operation.statsWithContext.push({
      context: { clientName: client.name, clientVersion: client.version },
      queryLatencyStats: {
        requestCount: requests,
        requestsWithErrorsCount: errors,
        latencyCount: durations.toReport(),
      },
    });
  }
  return Object.fromEntries(operations) as Record<string, ITracesAndStats>;
}
