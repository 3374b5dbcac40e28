import type { Config } from '../config.ts';

/** Of Azure's identities the one that was assigned to the bot is the one that it has in Teams; without any, the machine's own. */
export const identityOf = ({ MicrosoftAppType, MicrosoftAppId }: Config) =>
  MicrosoftAppType === 'UserAssignedMsi' ? { clientId: MicrosoftAppId } : {};
