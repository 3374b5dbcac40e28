import type { Credential } from '../../src/adapters/teams/credentials.ts';
import { endpointsOf } from '../../src/adapters/teams/endpoints.ts';

/** Of a bot in Microsoft's public cloud, or elsewhere as given. */
export const aCredential = (given: Partial<Credential> = {}): Credential => ({
  appId: 'app',
  appType: 'SingleTenant',
  tenantId: 'tenant',
  password: 'secret',
  endpoints: endpointsOf({}),
  isPlainLogin: false,
  ...given,
});
