import type { ChangeUser } from '../check/checkResult.ts';
import type { CoordinateUse } from '../usage/usage.ts';

/** `CoordinateUse` of the API, from what the store has or what a check found. */
export function toUseNode(use: CoordinateUse | ChangeUser): object {
  if ('coordinate' in use) {
    const { client, operation, requests, lastSeen } = use;
    return {
      clientName: client.name,
      clientVersion: client.version,
      operationName: operation.name,
      operationId: operation.id,
      requests,
      lastSeen,
    };
  }
  const { client: clientName, operation: operationName, ...rest } = use;
  return { ...rest, clientName, operationName };
}
