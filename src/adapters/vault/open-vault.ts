import { createDefaultHttpClient, type HttpClient } from '@azure/core-rest-pipeline';
import { SecretClient } from '@azure/keyvault-secrets';
import type { Secrets } from '../../ports/secrets.ts';
import { credentialOf, type Identity } from '../azure/identity.ts';
import { openKeyVault } from './key-vault.ts';

const timeoutMs = 10_000;

/** Asks the vault nothing yet. */
export const openVault = (url: string, identity: Identity): Secrets =>
  openKeyVault(new SecretClient(url, credentialOf(identity), { httpClient: patient(createDefaultHttpClient()) }));

/** By itself the SDK waits for an answer for ever. */
const patient = (client: HttpClient): HttpClient => ({
  sendRequest: (request) => {
    request.timeout = timeoutMs;
    return client.sendRequest(request);
  },
});
