import { readFileSync } from 'node:fs';
import type { Activity } from 'botbuilder';

const cardType = 'application/vnd.microsoft.card.adaptive';

/** What an echo was started with. */
export const environment = () => {
  const { APP_ID = '', TENANT_ID = '', METADATA_URL = '', LOGIN_URL = '', PORT = '' } = process.env;
  return {
    appId: APP_ID,
    tenantId: TENANT_ID,
    password: 'bench',
    metadataUrl: METADATA_URL,
    loginUrl: LOGIN_URL,
    port: Number(PORT),
  };
};

/** The cards that our bot gave, by what was asked: an echo answers with as much. */
export function answersOf() {
  const cards: Record<string, object> = JSON.parse(readFileSync(process.env.CARDS ?? '', 'utf8'));
  return {
    for({ type, text, value }: Pick<Activity, 'type' | 'text' | 'value'>): Partial<Activity> {
      if (type !== 'invoke')
        return { type: 'message', attachments: [{ contentType: cardType, content: cards[text] }], summary: text };
      const { verb } = (value as { action: { verb: string } }).action;
      const body = { statusCode: 200, type: cardType, value: cards[verb] };
      return { type: 'invokeResponse', value: { status: 200, body } };
    },
  };
}
