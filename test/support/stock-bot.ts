import { once } from 'node:events';
import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { AuthenticationConstants } from 'botframework-connector';
import restify from 'restify';
import { PlainLogin } from '../../src/adapters/teams/plain-login.ts';

/** A bot as the SDK's samples are written: its own adapter and its own check of tokens, on the router's own reading of bodies. */
export interface StockBot {
  readonly url: string;
  /** How often its logic ran. */
  runs(): number;
  /** The longest text of a body that was read, unpacked and parsed; characters. */
  longestText(): number;
  close(): void;
}

interface StockOptions {
  readonly appId: string;
  /** Of the channel service, and of the one that signs for the emulator. */
  readonly metadataUrl: string;
  readonly emulatorMetadataUrl: string;
}

export async function startStockBot({ appId, metadataUrl, emulatorMetadataUrl }: StockOptions): Promise<StockBot> {
  let runs = 0;
  let longest = 0;
  // Once one of these is given, the SDK takes all of them as they are.
  const settings = {
    MicrosoftAppId: appId,
    ToBotFromChannelOpenIdMetadataUrl: metadataUrl,
    ToBotFromEmulatorOpenIdMetadataUrl: emulatorMetadataUrl,
    ToBotFromChannelTokenIssuer: AuthenticationConstants.ToBotFromChannelTokenIssuer,
    ToChannelFromBotLoginUrl: AuthenticationConstants.ToChannelFromBotLoginUrl,
    ToChannelFromBotOAuthScope: AuthenticationConstants.ToChannelFromBotOAuthScope,
    OAuthUrl: AuthenticationConstants.OAuthUrl,
  };
  const adapter = new CloudAdapter(
    new ConfigurationBotFrameworkAuthentication(settings, new PlainLogin({ appId, password: 'secret' })),
  );
  const server = restify.createServer();
  server.use(restify.plugins.bodyParser());
  server.post('/api/messages', async (req, res) => {
    longest = Math.max(longest, String(req.body?.text ?? '').length);
    await adapter.process(req as Parameters<typeof adapter.process>[0], res, async () => {
      runs += 1;
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${server.address().port}/api/messages`,
    runs: () => runs,
    longestText: () => longest,
    close: () => {
      server.server.closeAllConnections();
      server.close();
    },
  };
}
