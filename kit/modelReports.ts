import { readFileSync } from 'node:fs';
import type { ModelHandle } from './model/handle.ts';
import type { ModelReport, VersionReport } from './model/report.ts';

const types = readFileSync(new URL('./models.graphql', import.meta.url), 'utf8');

/** The part of an AI island's schema in which `Query.models` tells how its models do. */
export function modelReportsSdl(island: string): string {
  return `${types}
"How the models of each island do."
type Models {
  "Of the island ${island}, each with its fallback after it."
  ${island}: [ModelReport!] @deadline(ms: 2000)
}
`;
}

/** The resolvers that go with it, beside the island's own. */
export function withModelReports(
  { name, resolvers }: { readonly name: string; readonly resolvers: { readonly Query?: object } },
  models: Readonly<Record<string, ModelHandle<never, unknown>>>,
): object {
  const reports = async () => (await Promise.all(Object.values(models).map((model) => model.report()))).flat();
  return {
    ...resolvers,
    Query: { ...resolvers.Query, models: () => ({}) },
    Models: { [name]: async () => (await reports()).map(toGraphql) },
  };
}

function toGraphql(report: ModelReport) {
  return { ...report, versions: report.versions.map(toVersion) };
}

function toVersion({ latency, quality, liveQuality, ...rest }: VersionReport) {
  return {
    ...rest,
    latency: latency && { p50Ms: latency.p50, p99Ms: latency.p99 },
    quality: quality.map(({ interval, ...figure }) => ({ ...figure, ...bounds(interval) })),
    liveQuality: liveQuality && { ...liveQuality, ...bounds(liveQuality.interval) },
  };
}

function bounds([low, high]: readonly [number, number] | readonly [] = []) {
  return { low, high };
}
