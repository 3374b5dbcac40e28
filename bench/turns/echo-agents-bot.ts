import { Activity } from '@microsoft/agents-activity';
import {
  type AuthConfiguration,
  authorizeJWT,
  CloudAdapter,
  getAuthConfigWithDefaults,
} from '@microsoft/agents-hosting';
import restify, { type Request, type Response } from 'restify';
import { answersOf, environment } from './echo-answers.ts';

/** The same echo on the successor of the Bot Framework SDK, with its own check of tokens as Entra issues them. */
const { appId, tenantId, password, loginUrl, port } = environment();
const config: AuthConfiguration = getAuthConfigWithDefaults({
  clientId: appId,
  clientSecret: password,
  tenantId,
  authorityEndpoint: loginUrl,
  issuers: [`https://login.microsoftonline.com/${tenantId}/v2.0`],
  validateIssuer: true,
});
const adapter = new CloudAdapter(config);
// MSAL takes no http: a token that is kept, as MSAL would keep it, costs the echo nothing.
Object.assign(adapter.connectionManager.getDefaultConnection(), { getAccessToken: async () => 'granted-to-the-bench' });
const answers = answersOf();
const authorize = authorizeJWT(config);

const server = restify.createServer();
server.post(
  '/api/messages',
  ...restify.plugins.bodyParser({ mapParams: false }),
  (req, res, next) => void authorize(req as never, res as never, next),
  (async (req: Request, res: Response) => {
    await adapter.process(req as never, res as never, async (context) => {
      await context.sendActivity(Activity.fromObject(answers.for(context.activity as never)));
    });
  }) as never,
);
server.get('/readyz', async (_req: Request, res: Response): Promise<void> => void res.send(200, {}));
server.listen(port, '127.0.0.1');
