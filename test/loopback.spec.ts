import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Bot, compose } from '../src/compose/serve.ts';
import { readConfig } from '../src/config.ts';
import { type KeyService, startKeyService } from './support/key-service.ts';
import { createSigner, type Signer } from './support/signer.ts';

const tenant = 'b7c1d0de-0000-4000-8000-000000000001';

describe('a bot whose services are all on this machine', () => {
  let keys: KeyService;
  let signer: Signer;
  let service: Server;
  let origin: string;
  let posted: { authorization: string | undefined; url: string | undefined }[];
  let folder: string;
  let bot: Bot;

  before(async () => {
    keys = await startKeyService();
    signer = await createSigner('one');
    keys.publish(signer);
    posted = [];
    service = createServer((req, res) => {
      const isLogin = req.url?.endsWith('/token') === true;
      if (!isLogin) posted.push({ authorization: req.headers.authorization, url: req.url });
      req.resume().on('end', () => {
        res.writeHead(200, { 'content-type': 'application/json' });
        res.end(JSON.stringify(isLogin ? { access_token: 'granted', expires_in: 3_600 } : { id: 'm1' }));
      });
    });
    service.listen(0, '127.0.0.1');
    await once(service, 'listening');
    origin = `http://127.0.0.1:${(service.address() as AddressInfo).port}`;
    folder = mkdtempSync(path.join(tmpdir(), 'thidua-test-'));
    const env = {
      PORT: '0',
      PUBLIC_URL: 'http://127.0.0.1',
      DATA_DIR: path.join(folder, 'data'),
      SECRETS_DIR: path.join(folder, 'secrets'),
      LOG_LEVEL: 'silent',
      MicrosoftAppId: 'loopback-app',
      MicrosoftAppTenantId: tenant,
      MicrosoftAppPassword: 'secret',
      ToBotFromChannelOpenIdMetadataUrl: keys.metadataUrl,
      ToChannelFromBotLoginUrl: `${origin}/${tenant}`,
    };
    bot = await compose(readConfig(env));
  });
  after(async () => {
    await bot.stop();
    service.closeAllConnections();
    service.close();
    await keys.close();
    rmSync(folder, { recursive: true });
  });

  async function say(audience: string): Promise<number> {
    const serviceUrl = `${origin}/connector/`;
    const claims = { iss: 'https://api.botframework.com', aud: audience, serviceurl: serviceUrl };
    const token = await signer.sign({ ...claims, exp: Math.floor(Date.now() / 1_000) + 3_600 });
    const answer = await fetch(`${bot.url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({
        type: 'message',
        id: '1',
        text: 'trợ giúp',
        channelId: 'msteams',
        serviceUrl,
        from: { id: '29:an', aadObjectId: 'aad-an' },
        recipient: { id: '28:bot' },
        conversation: { id: 'a:an', conversationType: 'personal', tenantId: tenant },
      }),
    });
    await answer.text();
    return answer.status;
  }

  it('checks tokens, and answers through the service there with a token of its login', async () => {
    assert.equal(await say('loopback-app'), 200);
    assert.deepEqual(posted, [
      // Whose account it is, since no key leads to it.
      { authorization: 'Bearer granted', url: '/connector/v3/conversations/a%3Aan/members/29%3Aan' },
      { authorization: 'Bearer granted', url: '/connector/v3/conversations/a%3Aan/activities/1' },
    ]);
  });
  it('refuses a token for another bot', async () => {
    const before = posted.length;
    assert.equal(await say('other-app'), 401);
    assert.equal(posted.length, before);
  });
});
