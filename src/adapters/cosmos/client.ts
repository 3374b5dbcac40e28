import { CosmosClient } from '@azure/cosmos';
import { credentialOf, type Identity } from '../azure/identity.ts';
import { withThrottledBatches } from './throttled-batch.ts';

/** How the account is told who asks. */
export type Access = { readonly key: string } | { readonly identity: Identity };

/** A person waits for the answer, and Teams does not wait longer. */
const requestTimeoutMs = 10_000;
/** For requests that the account has put off: the SDK asks again up to nine times, and then it is Unavailable. */
const putOffSeconds = 6;

/**
 * One region, which is the endpoint's: with endpoint discovery, the SDK would send a write again whose outcome it does not know,
 * for two minutes, and take its own first try for a conflict.
 */
export function openClient(endpoint: string, access: Access): CosmosClient {
  return new CosmosClient({
    endpoint,
    ...('key' in access ? { key: access.key } : { aadCredentials: credentialOf(access.identity) }),
    httpClient: withThrottledBatches(),
    connectionPolicy: {
      requestTimeout: requestTimeoutMs,
      enableEndpointDiscovery: false,
      enableBackgroundEndpointRefreshing: false,
      retryOptions: {
        maxRetryAttemptCount: 9,
        maxWaitTimeInSeconds: putOffSeconds,
        fixedRetryIntervalInMilliseconds: 0,
      },
    },
  });
}
