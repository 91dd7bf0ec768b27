import { type ITrace, type ITracesAndStats, Report, Trace } from '@apollo/usage-reporting-protobuf';
import { badInput } from '../../kit/errors.ts';
import type { Client, ReportedUse } from './usage.ts';

export interface UsageReport {
  /** Graph and variant, as the router says. */
  readonly graphRef: string;
  readonly uses: readonly ReportedUse[];
  /** Operations that were left out: more than a report may have, or none that can be kept. */
  readonly omitted: number;
}

/** A router tells of the operations of some seconds: more than this in one report is a client that makes up documents. */
const MAX_OPERATIONS = 10_000;
const MAX_SIGNATURE = 100_000;
const MAX_NAME = 200;
/** Durations come as a histogram whose bucket `i` ends at 1.1^i microseconds; runs of empty buckets as negative numbers. */
const BUCKET_BASE = 1.1;
const MICROSECONDS = 1_000;

/**
 * Reads a report of Apollo's format, as our router and Apollo's servers send it.
 * @throws CodedError `BAD_USER_INPUT`
 */
export function readReport(bytes: Uint8Array): UsageReport {
  let report: Report;
  try {
    report = Report.decode(bytes);
  } catch {
    throw badInput('Expected a usage report of Apollo’s protobuf format; the bytes are none.');
  }
  const graphRef = report.header?.graphRef ?? '';
  const entries = Object.entries(report.tracesPerQuery);
  const kept = entries.slice(0, MAX_OPERATIONS).filter(([key]) => key.startsWith('# ') && key.length <= MAX_SIGNATURE);
  return { graphRef, uses: kept.flatMap(([key, stats]) => usesOf(key, stats)), omitted: entries.length - kept.length };
}

function usesOf(key: string, { statsWithContext, trace, referencedFieldsByType }: ITracesAndStats): ReportedUse[] {
  const [, name = '', signature = ''] = /^# ([^\n]*)\n([\s\S]*)$/.exec(key) ?? [];
  const fields = new Map(
    Object.entries(referencedFieldsByType ?? {}).map(([type, { fieldNames }]) => [type, fieldNames ?? []]),
  );
  const operation = { name: name === '-' ? '' : name.slice(0, MAX_NAME), signature, fields };
  const stats = Array.isArray(statsWithContext) ? statsWithContext : [];
  const counted = stats.flatMap(({ context, queryLatencyStats }) => {
    const requests = queryLatencyStats?.requestCount ?? 0;
    if (requests <= 0) return [];
    const errors = queryLatencyStats?.requestsWithErrorsCount ?? 0;
    const durationMs = sumOf(queryLatencyStats?.latencyCount);
    return [{ operation, client: clientOf(context), requests, errors, durationMs }];
  });
  // Some requests come as whole traces instead.
  const traced = (trace ?? []).map((one) => {
    const decoded = one instanceof Uint8Array ? Trace.decode(one) : one;
    const errors = decoded.root?.error?.length ? 1 : 0;
    return { operation, client: clientOf(decoded), requests: 1, errors, durationMs: (decoded.durationNs ?? 0) / 1e6 };
  });
  return [...counted, ...traced];
}

function clientOf(context: Pick<ITrace, 'clientName' | 'clientVersion'> | null | undefined): Client {
  const { clientName, clientVersion } = context ?? {};
  return { name: (clientName ?? '').slice(0, MAX_NAME), version: (clientVersion ?? '').slice(0, MAX_NAME) };
}

function sumOf(histogram: unknown): number {
  if (!Array.isArray(histogram)) return 0;
  let bucket = 0;
  let sum = 0;
  for (const count of histogram.map(Number)) {
    if (count < 0) bucket -= count;
    else {
      sum += (count * BUCKET_BASE ** bucket) / MICROSECONDS;
      bucket += 1;
    }
  }
  return Number.isFinite(sum) ? sum : 0;
}
