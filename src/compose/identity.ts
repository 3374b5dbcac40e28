import type { Config } from '../config.ts';

/** Of Azure's identities the one that was assigned to the bot is the one that it has in Teams; without any, the machine's own. */
export function identityOf({
  AZURE_LOGIN,
  MicrosoftAppType,
  MicrosoftAppId,
}: Config): 'cli' | { readonly clientId?: string } {
  if (AZURE_LOGIN === 'cli') return 'cli';
  return MicrosoftAppType === 'UserAssignedMsi' ? { clientId: MicrosoftAppId } : {};
}
