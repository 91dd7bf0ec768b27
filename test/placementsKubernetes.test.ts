import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Deployment, StatefulSet } from 'kubernetes-models/apps/v1';
import { HorizontalPodAutoscaler } from 'kubernetes-models/autoscaling/v2';
import { Job } from 'kubernetes-models/batch/v1';
import { PodDisruptionBudget } from 'kubernetes-models/policy/v1';
import { ConfigMap, type IContainer, type IPodSpec, Namespace, Service } from 'kubernetes-models/v1';
import { describe, expect, test } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import packageJson from '../package.json' with { type: 'json' };
import { readIslands } from '../scripts/placements/islands.ts';
import { subgraphs } from '../subgraphs/index.ts';

const k8s = new URL('../k8s/', import.meta.url);
const MODELS = {
  ConfigMap,
  Deployment,
  HorizontalPodAutoscaler,
  Job,
  Namespace,
  PodDisruptionBudget,
  Service,
  StatefulSet,
};

type Kind = keyof typeof MODELS;
type KubernetesObject = InstanceType<(typeof MODELS)[Kind]>;

/** @throws where an object is not one of its kind, or has a field that its kind has not. */
function toObject(data: Record<string, unknown>): KubernetesObject {
  const kind = data.kind as Kind;
  expect(Object.keys(MODELS), `${kind} is known`).toContain(kind);
  const read = new Set<string>();
  const object = new (MODELS[kind] as new (data: object) => KubernetesObject)(data);
  recordReads(object, read, '').validate();
  expect(fieldsOf(data, '').filter((field) => !read.has(field))).toEqual([]);
  return object;
}

// The validators pass over fields that they do not know, such as a misspelt one; so whatever they never read is unknown.
function recordReads<Data extends object>(data: Data, read: Set<string>, path: string): Data {
  return new Proxy(data, {
    get(target, key, receiver) {
      const field = `${path}/${String(key)}`;
      read.add(field);
      const value: unknown = Reflect.get(target, key, receiver);
      return typeof value === 'object' && value !== null ? recordReads(value, read, field) : value;
    },
  });
}

function fieldsOf(data: object, path: string): string[] {
  return Object.entries(data).flatMap(([key, value]) => {
    const field = `${path}/${key}`;
    return typeof value === 'object' && value !== null ? [field, ...fieldsOf(value, field)] : [field];
  });
}

function readObjects(text: string): KubernetesObject[] {
  return parseAllDocuments(text).map((document) => toObject(document.toJS()));
}

function filesOf(folder: string): string[] {
  return readdirSync(new URL(folder, k8s)).filter((name) => name !== 'kustomization.yaml');
}

function objectsOf(folder: string): KubernetesObject[] {
  return filesOf(folder).flatMap((name) => readObjects(readFileSync(new URL(`${folder}${name}`, k8s), 'utf8')));
}

function resourcesOf(folder: string): string[] {
  return parse(readFileSync(new URL(`${folder}kustomization.yaml`, k8s), 'utf8')).resources;
}

const named = <Type extends KubernetesObject>(objects: readonly KubernetesObject[], type: new () => Type): Type[] =>
  objects.filter((object): object is Type => object instanceof type);
const namesOf = (objects: readonly KubernetesObject[]): (string | undefined)[] =>
  objects.map(({ metadata }) => metadata?.name).sort();

function podsOf(
  objects: readonly KubernetesObject[],
): { name: string | undefined; spec: IPodSpec; container: IContainer }[] {
  return [...named(objects, Deployment), ...named(objects, StatefulSet), ...named(objects, Job)].map(
    ({ metadata, spec }) => {
      const [container] = spec?.template.spec?.containers ?? [];
      if (!spec?.template.spec || !container) throw new TypeError(`${metadata?.name} has no container`);
      return { name: metadata?.name, spec: spec.template.spec, container };
    },
  );
}

const islands = await readIslands(subgraphs);
const asked = [...islands.map(({ name }) => name), 'router'];
const workers = [...islands.flatMap(({ name, hasWorker }) => (hasWorker ? name : [])), 'router'].map(
  (name) => `${name}-worker`,
);
const workloads = [...asked, ...workers].sort();

describe('k8s/base', () => {
  const objects = objectsOf('base/');
  const deployments = named(objects, Deployment);

  test('has a Deployment, an autoscaler and a disruption budget for each island, the router and each worker, and a Service for what is asked', () => {
    for (const type of [Deployment, HorizontalPodAutoscaler, PodDisruptionBudget]) {
      expect(namesOf(named<KubernetesObject>(objects, type)), type.kind).toEqual(workloads);
    }
    expect(namesOf(named(objects, Service))).toEqual(asked.sort());
    expect(objects.length).toBe(3 * workloads.length + asked.length);
  });

  test('lists exactly the files that are there', () => {
    expect([...resourcesOf('base/')].sort()).toEqual(filesOf('base/').sort());
  });

  test('selects, scales and protects the pods of the Deployment of the same name', () => {
    for (const { metadata, spec } of deployments) {
      const name = metadata?.name;
      const labels = spec?.template.metadata?.labels;
      const of = <Type extends KubernetesObject>(type: new () => Type) =>
        named(objects, type).find((object) => object.metadata?.name === name);
      expect(labels).toMatchObject(spec?.selector.matchLabels ?? { none: name });
      if (name && asked.includes(name)) expect(labels).toMatchObject(of(Service)?.spec?.selector ?? { none: name });
      expect(labels).toMatchObject(of(PodDisruptionBudget)?.spec?.selector?.matchLabels ?? { none: name });
      expect(of(HorizontalPodAutoscaler)?.spec?.scaleTargetRef).toEqual({
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        name,
      });
      expect(labels?.['app.kubernetes.io/name']).toBe(name);
    }
  });

  test('lets the router see every pod of an island, at the address that its configuration names', () => {
    const [literal] = parse(readFileSync(new URL('base/kustomization.yaml', k8s), 'utf8')).configMapGenerator[0]
      .literals;
    const { port } = new URL(literal.replace('SUBGRAPH_URL=', '').replace('{name}', 'island'));
    for (const { metadata, spec } of named(objects, Service)) {
      expect(spec?.ports?.map(({ port }) => String(port))).toEqual([port]);
      expect(spec?.clusterIP).toBe(metadata?.name === 'router' ? undefined : 'None');
    }
  });

  test('gives the islands that need a database its URL from a Secret, and those that can do without it if there is one', () => {
    for (const { name, usesDatabase, usesModels } of islands) {
      const { container } = podsOf(objects).find((pod) => pod.name === name) ?? {};
      const source = container?.env?.find((variable) => variable.name === 'DATABASE_URL')?.valueFrom;
      const secretKeyRef = { name: 'archipelago-database', key: 'url', ...(!usesDatabase && { optional: true }) };
      expect(source).toEqual(usesDatabase || usesModels ? { secretKeyRef } : undefined);
    }
  });

  test('asks each pod whether it lives and is ready, and gives it time to finish', () => {
    for (const { name, spec, container } of podsOf(objects)) {
      expect(container.startupProbe?.httpGet?.path).toBe('/live');
      expect(container.livenessProbe?.httpGet?.path).toBe('/live');
      expect(container.readinessProbe?.httpGet?.path).toBe('/ready');
      // Nobody is sent to a worker: it has nobody to take leave of.
      const farewell = container.lifecycle?.preStop?.sleep?.seconds ?? (name?.endsWith('-worker') ? 0 : Number.NaN);
      expect(spec.terminationGracePeriodSeconds).toBeGreaterThan(farewell + 20);
    }
  });
});

describe('k8s/overlays/demo', () => {
  const objects = objectsOf('overlays/demo/');

  test('adds a namespace, Postgres and the demo world to the base, and lists exactly the files that are there', () => {
    expect(namesOf(objects)).toEqual(['archipelago', 'postgres', 'postgres', 'world']);
    expect([...resourcesOf('overlays/demo/')].sort()).toEqual(['../../base', ...filesOf('overlays/demo/')].sort());
  });
});

describe('k8s/', () => {
  const objects = [...objectsOf('base/'), ...objectsOf('overlays/demo/')];

  test('runs everything as an ordinary user without privileges, on a read-only root, within a limit of memory', () => {
    for (const { name, spec, container } of podsOf(objects)) {
      expect(spec.securityContext, name).toMatchObject({
        runAsNonRoot: true,
        seccompProfile: { type: 'RuntimeDefault' },
      });
      expect(spec.securityContext?.runAsUser, name).toBeGreaterThan(0);
      expect(spec.automountServiceAccountToken, name).toBe(false);
      expect(container.securityContext, name).toEqual({
        allowPrivilegeEscalation: false,
        readOnlyRootFilesystem: true,
        capabilities: { drop: ['ALL'] },
      });
      expect(Object.keys(container.resources?.requests ?? {}), name).toEqual(['cpu', 'memory']);
      expect(container.resources?.limits, name).toHaveProperty('memory');
    }
  });

  test('starts the image of this version everywhere', () => {
    const images = podsOf(objects).flatMap(({ name, container }) => (name === 'postgres' ? [] : container.image));
    expect(new Set(images)).toEqual(new Set([`archipelago:${packageJson.version}`]));
  });

  test('holds no secret: only references to them', () => {
    expect(objects.map(({ kind }) => kind)).not.toContain('Secret');
    for (const { name, container } of podsOf(objects)) {
      for (const variable of container.env ?? []) {
        if (!/DATABASE_URL|PASSWORD|SECRET|KEY|TOKEN/.test(variable.name)) continue;
        expect(variable.valueFrom?.secretKeyRef, `${name} ${variable.name}`).toBeDefined();
        expect(variable.value, `${name} ${variable.name}`).toBeUndefined();
      }
    }
  });
});

test('a misspelt field is found', () => {
  const service = (spec: object) => ({ apiVersion: 'v1', kind: 'Service', metadata: { name: 'any' }, spec });
  expect(() => toObject(service({ clusterIP: 'None', ports: [{ port: 1 }] }))).not.toThrow();
  expect(() => toObject(service({ clusterIp: 'None', ports: [{ port: 1 }] }))).toThrow('/spec/clusterIp');
});

function hasKubectl(): boolean {
  try {
    execFileSync('kubectl', ['version', '--client'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

describe.skipIf(!hasKubectl())('kubectl kustomize', () => {
  const build = (folder: string) =>
    readObjects(execFileSync('kubectl', ['kustomize', fileURLToPath(new URL(folder, k8s))], { encoding: 'utf8' }));

  test.each(['base/', 'overlays/demo/'])(
    'builds k8s/%s into valid objects, each Deployment with its configuration',
    (folder) => {
      const objects = build(folder);
      const configuration = named(objects, ConfigMap).map(({ metadata }) => metadata?.name);
      expect(configuration.length).toBe(1);
      for (const { name, container } of podsOf(named(objects, Deployment))) {
        expect(
          container.envFrom?.map(({ configMapRef }) => configMapRef?.name),
          name,
        ).toEqual(configuration);
      }
    },
  );

  test('starts one pod of each workload for the demo, and puts all in one namespace', () => {
    const objects = build('overlays/demo/');
    for (const { spec } of named(objects, HorizontalPodAutoscaler)) expect(spec?.minReplicas).toBe(1);
    for (const { kind, metadata } of objects) {
      expect(kind === 'Namespace' ? metadata?.name : metadata?.namespace).toBe('archipelago');
    }
  });
});
