import { AzureCliCredential, ManagedIdentityCredential, type TokenCredential } from '@azure/identity';

/** Who is shown to the accounts: the machine's own identity, one that was assigned to it, or whoever is logged in with the Azure CLI. */
export type Identity = 'cli' | { readonly clientId?: string };

export function credentialOf(identity: Identity): TokenCredential {
  if (identity === 'cli') return new AzureCliCredential();
  const { clientId } = identity;
  return clientId === undefined ? new ManagedIdentityCredential() : new ManagedIdentityCredential({ clientId });
}
