import { createDefaultHttpClient, type HttpClient, type PipelineResponse } from '@azure/core-rest-pipeline';
import type { OperationResponse } from '@azure/cosmos';

/** Too many requests, and two writers in each other's way: nothing was written, and the same batch may be sent again. */
const again = new Set([429, 449]);

/**
 * The SDK sends again what was answered 429, but a batch may be answered 207 with the 429 inside, which it takes for an answer.
 * Here that becomes a 429, so that one policy decides how often and how long is waited.
 */
export function withThrottledBatches(inner: HttpClient = createDefaultHttpClient()): HttpClient {
  return {
    async sendRequest(request) {
      const response = await inner.sendRequest(request);
      const isBatch = request.headers.get('x-ms-cosmos-is-batch-request')?.toLowerCase() === 'true';
      return isBatch && response.status === 207 ? throttledAs429(response) : response;
    },
  };
}

function throttledAs429(response: PipelineResponse): PipelineResponse {
  const results = JSON.parse(response.bodyAsText ?? '[]') as (OperationResponse & {
    retryAfterMilliseconds?: number;
  })[];
  const throttled = results.find(({ statusCode }) => again.has(statusCode));
  if (throttled === undefined) return response;
  const { retryAfterMilliseconds } = throttled;
  if (retryAfterMilliseconds !== undefined) response.headers.set('x-ms-retry-after-ms', String(retryAfterMilliseconds));
  return { ...response, status: 429 };
}
