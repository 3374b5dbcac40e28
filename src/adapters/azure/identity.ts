import { ManagedIdentityCredential } from '@azure/identity';

/** @property clientId of an identity that was assigned; without it the machine's own */
export interface Identity {
  readonly clientId?: string;
}

export const managed = ({ clientId }: Identity): ManagedIdentityCredential =>
  clientId === undefined ? new ManagedIdentityCredential() : new ManagedIdentityCredential({ clientId });
