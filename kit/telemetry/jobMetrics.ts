import { Counter, Gauge, Histogram } from 'prom-client';
import { metrics } from './metrics.ts';

const registers = [metrics];
const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 1_800];

export const jobsSubmitted = new Counter({
  name: 'archipelago_jobs_submitted_total',
  help: 'Jobs that were written, by kind.',
  labelNames: ['kind'],
  registers,
});

export const jobAttempts = new Counter({
  name: 'archipelago_job_attempts_total',
  help: 'Attempts that ended here, by kind and the state in which they left the job; LOST where the job was no longer theirs.',
  labelNames: ['kind', 'state'],
  registers,
});

export const jobDuration = new Histogram({
  name: 'archipelago_job_duration_seconds',
  help: 'From the beginning of an attempt to its end.',
  labelNames: ['kind'],
  buckets,
  registers,
});

export const jobWait = new Histogram({
  name: 'archipelago_job_wait_seconds',
  help: 'From the moment a job might have begun to the beginning of its first attempt.',
  labelNames: ['kind'],
  buckets,
  registers,
});

export const jobsRunning = new Gauge({
  name: 'archipelago_jobs_running',
  help: 'Attempts that this process runs now, by kind.',
  labelNames: ['kind'],
  registers,
});

export const jobsWaiting = new Gauge({
  name: 'archipelago_jobs_waiting',
  help: 'Jobs that might begin now and have not, in all processes, by kind and priority: what to scale workers by.',
  labelNames: ['kind', 'priority'],
  registers,
});

export const brokerReady = new Gauge({
  name: 'archipelago_jobs_queue_ready',
  help: '1 while jobs can be announced to workers; 0 while RabbitMQ is away or takes no messages.',
  registers,
});
