import { Connection } from 'rabbitmq-client';
import { type Evaluate, erlangShell } from './erlangShell.ts';
import { freePort } from './freePort.ts';
import { createGuardedFolder } from './guardedFolder.ts';
import { type PrivateServer, prepareServer } from './privateServer.ts';
import { MEMORY_WATERMARK, prepareRabbitCommand } from './rabbitCommand.ts';
import { rabbitLibraries } from './rabbitLibraries.ts';

/** A share of the machine's memory that a broker always exceeds. */
const EXCEEDED_WATERMARK = 0.0001;

/** Whether a RabbitMQ broker is on this machine. */
export const rabbitInstalled: boolean = rabbitLibraries !== undefined;

export interface PrivateRabbit extends PrivateServer {
  /** Raises the memory alarm: the broker sends connection.blocked to who publishes, and reads no more from them. */
  block(): Promise<void>;
  /** Clears the alarm: the broker sends connection.unblocked, and reads on. */
  unblock(): Promise<void>;
}

/** Starts an empty broker without plugins, where guest may do anything. What is durable survives `kill`. */
export async function startRabbit(): Promise<PrivateRabbit> {
  const rabbit = await prepareRabbit();
  try {
    await rabbit.start();
    return rabbit;
  } catch (error) {
    await rabbit.stop();
    throw error;
  }
}

/** A broker that is still down: nobody listens at its `url` before the first `start`. */
export async function prepareRabbit(): Promise<PrivateRabbit> {
  if (rabbitLibraries === undefined) {
    throw new Error(
      'Expected erl in PATH, and RabbitMQ beside rabbitmq-server in PATH or in /usr/lib/rabbitmq/lib, but found not both. ' +
        'Install the broker (apt-get install rabbitmq-server), or skip the test unless rabbitInstalled.',
    );
  }
  const port = await freePort();
  const url = `amqp://guest:guest@127.0.0.1:${port}`;
  const folder = await createGuardedFolder('archipelago-rabbit-', 'KILL');
  const place = { folder, port, distributionPort: await freePort() };
  const command = await prepareRabbitCommand(rabbitLibraries, place);
  const server = prepareServer({
    ...command,
    name: 'RabbitMQ',
    url,
    restartSignal: 'SIGTERM',
    answers: () => connectOnce(url),
  });
  const { type, isRunning, ...lifecycle } = server;
  const evaluate = erlangShell(type, command.logFile);
  return {
    ...lifecycle,
    kill: async () => {
      // RabbitMQ 3 saves where a new quorum queue has its log only after half a second or more (rabbitmq/ra#443):
      // killed before that, it comes back with the queue empty, without a leader, and deaf.
      if (isRunning()) await evaluate('[dets:sync(Table) || Table <- dets:all()]');
      await lifecycle.kill();
    },
    block: () => setWatermark(evaluate, EXCEEDED_WATERMARK, /memory/),
    unblock: () => setWatermark(evaluate, MEMORY_WATERMARK, /^\[\]$/),
  };
}

async function setWatermark(evaluate: Evaluate, watermark: number, expected: RegExp): Promise<void> {
  const alarms = await evaluate(
    `vm_memory_monitor:set_vm_memory_high_watermark(${watermark}), rabbit_alarm:get_alarms()`,
  );
  if (expected.test(alarms)) return;
  throw new Error(
    `Expected RabbitMQ's alarms to match ${expected} once its memory watermark is ${watermark}, but they are ${alarms}. ` +
      'See in the source of its version, rabbit_alarm.erl and vm_memory_monitor.erl, what raises and clears them.',
  );
}

async function connectOnce(url: string): Promise<void> {
  const connection = new Connection({ url, connectionTimeout: 5_000 });
  try {
    await new Promise<void>((resolve, reject) => {
      connection.on('connection', resolve);
      connection.on('error', reject);
    });
  } finally {
    await connection.close();
  }
}
