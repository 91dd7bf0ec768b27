import { z } from 'zod';
import type { JobFilter } from '../../kit/jobs/directory.ts';
import { JOB_STATES } from '../../kit/jobs/job.ts';
import { entityId, text } from '../../kit/readInput.ts';

export const jobId = entityId('job');

export const jobFilter: z.ZodType<JobFilter> = z
  .object({ statuses: z.array(z.enum(JOB_STATES)).nullish(), kind: text(1, 100).nullish() })
  .transform(({ statuses, kind }) => ({ states: statuses ?? undefined, kind: kind ?? undefined }));
