import type { IDeployment } from 'kubernetes-models/apps/v1';
import type { IHorizontalPodAutoscaler } from 'kubernetes-models/autoscaling/v2';
import type { IPodDisruptionBudget } from 'kubernetes-models/policy/v1';
import type { IContainer, IService } from 'kubernetes-models/v1';
import {
  IMAGE,
  islandArguments,
  PORT,
  ROUTER_ARGUMENTS,
  ROUTER_WORKER_ARGUMENTS,
  SUBGRAPH_URL,
  workerArguments,
  workerName,
} from './image.ts';
import type { Island } from './islands.ts';
import { toYaml, type YamlComment } from './yaml.ts';

/** One Deployment of the image, and what it needs of its surroundings. */
interface Workload {
  readonly name: string;
  /** A worker is asked by nobody: it has no Service. */
  readonly component: 'island' | 'router' | 'worker';
  readonly args: readonly string[];
  readonly env: NonNullable<IContainer['env']>;
  readonly resources: NonNullable<IContainer['resources']>;
}

/** The memory is what bench/memory.ts measured and some more; docs/deployment.md has the figures. */
const RESOURCES = {
  data: { requests: { cpu: '250m', memory: '256Mi' }, limits: { memory: '512Mi' } },
  // The model runtime has as many workers as this limit has CPUs, and one more for a moment when a version comes.
  models: { requests: { cpu: '1', memory: '1Gi' }, limits: { cpu: '2', memory: '1536Mi' } },
  router: { requests: { cpu: '500m', memory: '512Mi' }, limits: { memory: '1Gi' } },
} as const;

/** Name servers may give out a pod's address for 30 s after it began to end; until then it goes on answering. */
const FAREWELL_SECONDS = 35;
/** More than the 20 s that a process takes at most to finish what is in flight. */
const CLOSING_SECONDS = 25;

type Variable = Workload['env'][number];

const DATABASE_URL: Variable = {
  name: 'DATABASE_URL',
  valueFrom: { secretKeyRef: { name: 'archipelago-database', key: 'url' } },
};
/** An island that has models only counts feedback there, and the router only writes jobs; both answer without it. */
const OPTIONAL_DATABASE_URL: Variable = {
  name: 'DATABASE_URL',
  valueFrom: { secretKeyRef: { name: 'archipelago-database', key: 'url', optional: true } },
};
/** Without it jobs are brought to workers by the database. */
const RABBITMQ_URL: Variable = {
  name: 'RABBITMQ_URL',
  valueFrom: { secretKeyRef: { name: 'archipelago-broker', key: 'url', optional: true } },
};
/** Without them there is a graph all the same, and everyone in it is anonymous. */
const IDENTITY_KEY = identitySecret('IDENTITY_KEY');
const JWT_SECRET = identitySecret('JWT_SECRET');

function identitySecret(name: string): Variable {
  return { name, valueFrom: { secretKeyRef: { name: 'archipelago-identity', key: name, optional: true } } };
}

function islandWorkload({ name, usesDatabase, usesModels, usesJobs }: Island): Workload {
  return {
    name,
    component: 'island',
    args: islandArguments(name),
    env: [
      ...(usesDatabase ? [DATABASE_URL] : usesModels ? [OPTIONAL_DATABASE_URL] : []),
      ...(usesJobs ? [RABBITMQ_URL] : []),
      IDENTITY_KEY,
    ],
    resources: usesModels ? RESOURCES.models : RESOURCES.data,
  };
}

function workerWorkload({ name, usesModels }: Pick<Island, 'name' | 'usesModels'>, args: readonly string[]): Workload {
  return {
    name: workerName(name),
    component: 'worker',
    args,
    env: [DATABASE_URL, RABBITMQ_URL, IDENTITY_KEY],
    resources: usesModels ? RESOURCES.models : RESOURCES.router,
  };
}

const ROUTER: Workload = {
  name: 'router',
  component: 'router',
  args: ROUTER_ARGUMENTS,
  env: [OPTIONAL_DATABASE_URL, RABBITMQ_URL, IDENTITY_KEY, JWT_SECRET],
  resources: RESOURCES.router,
};

function labelsOf({ name, component }: Workload): Record<string, string> {
  return {
    'app.kubernetes.io/name': name,
    'app.kubernetes.io/component': component,
    'app.kubernetes.io/part-of': 'archipelago',
  };
}

function selectorOf({ name }: Workload): Record<string, string> {
  return { 'app.kubernetes.io/name': name, 'app.kubernetes.io/part-of': 'archipelago' };
}

function containerOf({ component, args, env, resources }: Workload): IContainer {
  const probe = (path: string) => ({ httpGet: { path, port: 'http' }, timeoutSeconds: 5 });
  return {
    name: 'archipelago',
    image: IMAGE,
    args: [...args],
    envFrom: [{ configMapRef: { name: 'archipelago' } }],
    env,
    ports: [{ name: 'http', containerPort: PORT }],
    startupProbe: { ...probe('/live'), periodSeconds: 2, failureThreshold: 60 },
    livenessProbe: { ...probe('/live'), periodSeconds: 10 },
    readinessProbe: { ...probe('/ready'), periodSeconds: 5 },
    ...(component !== 'worker' && { lifecycle: { preStop: { sleep: { seconds: FAREWELL_SECONDS } } } }),
    resources,
    securityContext: {
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    },
    volumeMounts: [{ name: 'tmp', mountPath: '/tmp' }],
  };
}

function deploymentOf(workload: Workload): IDeployment {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: workload.name, labels: labelsOf(workload) },
    spec: {
      selector: { matchLabels: selectorOf(workload) },
      strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } },
      template: {
        metadata: { labels: labelsOf(workload) },
        spec: {
          automountServiceAccountToken: false,
          enableServiceLinks: false,
          terminationGracePeriodSeconds: FAREWELL_SECONDS + CLOSING_SECONDS,
          securityContext: {
            runAsNonRoot: true,
            runAsUser: 1000,
            runAsGroup: 1000,
            seccompProfile: { type: 'RuntimeDefault' },
          },
          containers: [containerOf(workload)],
          volumes: [{ name: 'tmp', emptyDir: {} }],
        },
      },
    },
  };
}

function deploymentComments({ component }: Workload): readonly YamlComment[] {
  return [
    [['spec'], 'No `replicas`: the autoscaler below has them.'],
    [
      ['spec', 'template', 'spec', 'enableServiceLinks'],
      'A Service called `registry` would otherwise put a REGISTRY_PORT of its own into the environment.',
    ],
    ...(component === 'worker'
      ? []
      : [
          [
            ['spec', 'template', 'spec', 'containers', 0, 'lifecycle'],
            'Goes on answering until nobody is sent here any more; then SIGTERM.',
          ] as const,
        ]),
  ];
}

function serviceOf(workload: Workload): IService {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: workload.name, labels: labelsOf(workload) },
    spec: {
      ...(workload.component === 'island' && { clusterIP: 'None' }),
      selector: selectorOf(workload),
      ports: [{ name: 'http', port: PORT, targetPort: 'http' }],
    },
  };
}

const ISLAND_SERVICE_COMMENTS: readonly YamlComment[] = [
  [
    ['spec', 'clusterIP'],
    'Headless: the name resolves to every ready pod. Behind one address, the kept-alive connections\n' +
      'of a router would stay with the few pods that they were opened to.',
  ],
];

function autoscalerOf(workload: Workload): IHorizontalPodAutoscaler {
  return {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: { name: workload.name, labels: labelsOf(workload) },
    spec: {
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: workload.name },
      minReplicas: 2,
      maxReplicas: 10,
      metrics: [
        { type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 70 } } },
      ],
    },
  };
}

function disruptionBudgetOf(workload: Workload): IPodDisruptionBudget {
  return {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: { name: workload.name, labels: labelsOf(workload) },
    // Not minAvailable: with one replica that would keep a node from ever being drained.
    spec: { maxUnavailable: 1, selector: { matchLabels: selectorOf(workload) } },
  };
}

function workloadFile(workload: Workload): string {
  return toYaml(
    { value: deploymentOf(workload), comments: deploymentComments(workload) },
    ...(workload.component === 'worker'
      ? []
      : [{ value: serviceOf(workload), comments: workload.component === 'island' ? ISLAND_SERVICE_COMMENTS : [] }]),
    { value: autoscalerOf(workload) },
    { value: disruptionBudgetOf(workload) },
  );
}

/** The files of k8s/base by name: one for each workload, and the kustomization that lists them. */
export function kubernetesBase(islands: readonly Island[]): ReadonlyMap<string, string> {
  const workloads = [
    ...islands.map(islandWorkload),
    ...islands
      .filter(({ hasWorker }) => hasWorker)
      .map((island) => workerWorkload(island, workerArguments(island.name))),
    ROUTER,
    workerWorkload({ name: 'router', usesModels: false }, ROUTER_WORKER_ARGUMENTS),
  ];
  const files = new Map(workloads.map((workload) => [`${workload.name}.yaml`, workloadFile(workload)]));
  const kustomization = {
    apiVersion: 'kustomize.config.k8s.io/v1beta1',
    kind: 'Kustomization',
    resources: [...files.keys()],
    configMapGenerator: [{ name: 'archipelago', literals: [`SUBGRAPH_URL=${SUBGRAPH_URL}`] }],
  };
  return files.set('kustomization.yaml', toYaml({ value: kustomization }));
}
