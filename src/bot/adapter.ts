import { CloudAdapter } from 'botbuilder';
import type { BotFrameworkAuthentication, ConnectorClient } from 'botframework-connector';

/** @param prepare applied to each turn's client before anything is sent with it */
export function createAdapter(
  authentication: BotFrameworkAuthentication,
  prepare: (client: ConnectorClient) => unknown,
): CloudAdapter {
  const adapter = new CloudAdapter(authentication);
  adapter.use(async (context, next) => {
    const client = context.turnState.get<ConnectorClient>(adapter.ConnectorClientKey);
    if (client !== undefined) prepare(client);
    await next();
  });
  return adapter;
}
