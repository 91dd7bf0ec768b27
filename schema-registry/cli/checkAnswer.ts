import { z } from 'zod';

const point = z.object({ line: z.number(), column: z.number() });
const severity = z.enum(['FAILURE', 'NOTICE']);

/** A check as the API tells it, as far as the command shows it. */
export const checkAnswer = z.object({
  id: z.string(),
  status: z.enum(['PASSED', 'FAILED']),
  graphRef: z.string(),
  subgraphName: z.string(),
  tasks: z.array(
    z.discriminatedUnion('__typename', [
      z.object({
        __typename: z.literal('CompositionCheckTask'),
        status: z.string(),
        composition: z.object({
          errors: z.array(
            z.object({
              message: z.string(),
              code: z.string().nullable(),
              locations: z.array(point.extend({ subgraphName: z.string() })),
            }),
          ),
        }),
      }),
      z.object({
        __typename: z.literal('OperationsCheckTask'),
        status: z.string(),
        operations: z
          .object({
            numberOfCheckedOperations: z.number(),
            since: z.string(),
            changes: z.array(
              z.object({
                severity,
                needsLook: z.boolean(),
                code: z.string(),
                coordinate: z.string(),
                description: z.string(),
                line: z.number().nullable(),
                users: z.array(
                  z.object({
                    clientName: z.string(),
                    clientVersion: z.string(),
                    operationName: z.string(),
                    requests: z.number(),
                    lastSeen: z.string(),
                  }),
                ),
              }),
            ),
          })
          .nullable(),
      }),
      z.object({
        __typename: z.literal('LintCheckTask'),
        status: z.string(),
        lint: z.object({
          diagnostics: z.array(
            z.object({
              level: z.enum(['ERROR', 'WARNING', 'IGNORED']),
              rule: z.string(),
              coordinate: z.string(),
              message: z.string(),
              sourceLocations: z.array(z.object({ start: point })),
            }),
          ),
        }),
      }),
      z.object({
        __typename: z.literal('CustomCheckTask'),
        status: z.string(),
        contract: z.object({
          violations: z.array(
            z.object({
              level: z.enum(['ERROR', 'WARNING', 'INFO']),
              rule: z.string(),
              coordinate: z.string(),
              message: z.string(),
            }),
          ),
        }),
      }),
    ]),
  ),
});

export type CheckAnswer = z.infer<typeof checkAnswer>;

export const CHECK_FIELDS = `
  id status graphRef subgraphName
  tasks {
    __typename status
    ... on CompositionCheckTask { composition: result { errors { message code locations { subgraphName line column } } } }
    ... on OperationsCheckTask {
      operations: result {
        numberOfCheckedOperations since
        changes { severity needsLook code coordinate description line users { clientName clientVersion operationName requests lastSeen } }
      }
    }
    ... on LintCheckTask { lint: result { diagnostics { level rule coordinate message sourceLocations { start { line column } } } } }
    ... on CustomCheckTask { contract: result { violations { level rule coordinate message } } }
  }`;
