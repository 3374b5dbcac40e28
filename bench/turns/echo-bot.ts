import { CloudAdapter, ConfigurationBotFrameworkAuthentication, type TurnContext } from 'botbuilder';
import restify, { type Request, type Response } from 'restify';
import { createAuthentication } from '../../src/adapters/teams/authentication.ts';
import { endpointsOf } from '../../src/adapters/teams/endpoints.ts';
import { PlainLogin } from '../../src/adapters/teams/plain-login.ts';
import { answersOf, environment } from './echo-answers.ts';

/** The least that a bot on this stack can be: it answers a click with the card that it was given, and a message with a message. */
const { appId, tenantId, password, metadataUrl, loginUrl, port } = environment();
const endpoints = endpointsOf({ ToBotFromChannelOpenIdMetadataUrl: metadataUrl, ToChannelFromBotLoginUrl: loginUrl });
const settings = { MicrosoftAppId: appId, MicrosoftAppTenantId: tenantId, MicrosoftAppType: 'SingleTenant' };
const authentication =
  process.env.TOKENS === 'remembered'
    ? createAuthentication({ appId, tenantId, password, appType: 'SingleTenant', endpoints, isPlainLogin: true })
    : // The SDK's own check of tokens; only its login is another, since MSAL takes no http.
      new ConfigurationBotFrameworkAuthentication({ ...settings, ...endpoints }, new PlainLogin({ appId, password }));
const adapter = new CloudAdapter(authentication);
const answers = answersOf();

async function turn(context: TurnContext): Promise<void> {
  await context.sendActivity(answers.for(context.activity));
}

const server = restify.createServer();
server.post('/api/messages', ...restify.plugins.bodyParser({ mapParams: false }), (async (
  req: Request,
  res: Response,
) => {
  await adapter.process(req as never, res, turn);
}) as never);
server.get('/readyz', async (_req: Request, res: Response): Promise<void> => void res.send(200, {}));
server.listen(port, '127.0.0.1');
