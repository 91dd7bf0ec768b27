import type { IncomingHttpHeaders } from 'node:http';
import { badInput } from '../../kit/errors.ts';

/** What a form or an image of another site may send without a preflight. */
const SIMPLE_CONTENT_TYPES = ['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain'];
const PREFLIGHT_HEADERS = ['x-apollo-operation-name', 'apollo-require-preflight'];

/**
 * Refuses what a browser sends across sites without asking first: a request without a JSON body and without one of
 * the headers that force a preflight. Apollo Server's rule and header names, so that its clients need nothing new.
 * @throws CodedError `BAD_USER_INPUT`
 */
export function preventCsrf(headers: IncomingHttpHeaders): void {
  const contentType = headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase();
  if (contentType !== undefined && !SIMPLE_CONTENT_TYPES.includes(contentType)) return;
  if (PREFLIGHT_HEADERS.some((name) => headers[name] !== undefined && headers[name] !== '')) return;
  throw badInput(
    `This request could be forged by another site. Send "content-type: application/json", or one of the headers ${PREFLIGHT_HEADERS.join(', ')} with any value.`,
  );
}
