import { BlobServiceClient, type ContainerClient, newPipeline, type RequestPolicyFactory } from '@azure/storage-blob';
import { Fault } from '../../domain/errors.ts';
import { credentialOf, type Identity } from '../azure/identity.ts';

/** An account of Azure Storage, and how it is told who asks. */
export type Account = { readonly connectionString: string } | { readonly url: string; readonly identity: Identity };

export interface Patience {
  /** Of one try, until the answer begins. */
  readonly timeoutMs: number;
  readonly tries: number;
}

const betweenTriesMs = 500;
const local = /^http:\/\/(127\.0\.0\.1|localhost|\[::1\])[:/]/;

/** @returns the container, made when it is absent @throws what the account answers, or that it does not */
export async function openContainer(account: Account, name: string, patience: Patience): Promise<ContainerClient> {
  const container = containerOf(account, name, patience);
  // Asked first: whoever may only use what is there is refused when they make it, also if it is.
  if (!(await container.exists())) await container.createIfNotExists();
  return container;
}

/** Asks nothing yet. @throws Fault for an account that is reached without TLS, and not on this machine */
export const containerOf = (account: Account, name: string, patience: Patience): ContainerClient =>
  serviceOf(account, patience).getContainerClient(name);

function serviceOf(account: Account, { timeoutMs, tries }: Patience): BlobServiceClient {
  const { url, credential } =
    'connectionString' in account
      ? BlobServiceClient.fromConnectionString(account.connectionString)
      : { url: account.url, credential: credentialOf(account.identity) };
  if (!url.startsWith('https:') && !local.test(url))
    throw new Fault('PLAIN_ADDRESS', 'https, or an account on this machine');
  const pipeline = newPipeline(credential, { retryOptions: { maxTries: tries, retryDelayInMs: betweenTriesMs } });
  pipeline.factories.push(within(timeoutMs));
  return new BlobServiceClient(url, pipeline);
}

/** By itself the SDK waits for an answer for ever. */
const within = (timeoutMs: number): RequestPolicyFactory => ({
  create: (next) => ({
    sendRequest: (request) => {
      request.timeout = timeoutMs;
      return next.sendRequest(request);
    },
  }),
});
