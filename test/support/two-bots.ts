import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { JWTPayload } from 'jose';
import sinon from 'sinon';
import { mriOf, personalChatIdOf, tenantId } from '../../sandbox/server/tenant.ts';
import { startKeyService } from './key-service.ts';
import { startOfficeWithTokens } from './office-with-tokens.ts';
import { createSigner } from './signer.ts';
import { startStockBot } from './stock-bot.ts';

export const appId = '5d1c2f4e-0b1f-4d53-9a51-0d6f5b1b7a10';
/** The sample centre's director. */
const director = '9e6c56ae-def0-4cf7-8a94-afa8e8f2d8b0';

export interface Given {
  readonly body?: Record<string, unknown>;
  readonly raw?: string | Buffer;
  readonly token?: string;
  readonly headers?: Record<string, string>;
}

/** A bot on the stock SDK and ours, which ask the same service for the keys; and those who sign. */
export async function openTwoBots() {
  // The stock one prints what it refuses.
  const printed = sinon.stub(console, 'error');
  /** `entra` signs for whoever has an app in any tenant. */
  const [channel, entra] = await Promise.all([createSigner('channel'), createSigner('entra')]);
  const [keys, emulator] = await Promise.all([startKeyService(), startKeyService()]);
  keys.publish(channel);
  emulator.publish(entra);
  const { metadataUrl, serviceUrl } = keys;
  const stock = await startStockBot({ appId, metadataUrl, emulatorMetadataUrl: emulator.metadataUrl });
  const ours = await startOfficeWithTokens(appId, metadataUrl);

  const claims = () => ({
    iss: 'https://api.botframework.com',
    aud: appId,
    serviceurl: serviceUrl,
    exp: Math.floor(Date.now() / 1_000) + 3_600,
  });
  const activity = (): Record<string, unknown> => ({
    type: 'message',
    id: randomUUID(),
    text: 'trợ giúp',
    channelId: 'msteams',
    serviceUrl,
    from: { id: mriOf(director), aadObjectId: director },
    recipient: { id: '28:bot' },
    conversation: { id: personalChatIdOf(director), conversationType: 'personal', tenantId },
    channelData: { tenant: { id: tenantId } },
  });
  async function post(url: string, given: Given): Promise<{ status: number; text: string }> {
    const answer = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(given.token === undefined ? {} : { authorization: `Bearer ${given.token}` }),
        ...given.headers,
      },
      body: given.raw ?? JSON.stringify(given.body ?? activity()),
    });
    return { status: answer.status, text: await answer.text() };
  }
  const opened = (given: Given) => post(stock.url, given);

  return {
    ...{ keys, channel, stock, ours, claims, activity, post, opened },
    /** Of the channel service, for this bot. */
    token: (more: JWTPayload = {}) => channel.sign({ ...claims(), ...more }),
    /** As Entra signs it for an app of any tenant, by default one that shares our registration: the stock SDK's emulator. */
    emulatorToken(tid: string, appid = appId) {
      const { aud, exp } = claims();
      return entra.sign({ iss: `https://sts.windows.net/${tid}/`, tid, aud, exp, appid, ver: '1.0' });
    },
    /** An activity, but for one field. */
    without(name: string): Record<string, unknown> {
      const { [name]: _, ...rest } = activity();
      return rest;
    },
    /** By ours: with a status and a code, a reference to the log at most, no word more, and nothing is written. */
    async closed(given: Given, [status, code]: readonly [number, string]): Promise<void> {
      const before = ours.commits();
      const answer = await post(ours.url, given);
      const { reference = 'in-short', ...said } = JSON.parse(answer.text) as { reference?: string };
      assert.deepEqual([answer.status, said], [status, { code }]);
      assert.match(reference, /^\S{8}$/);
      assert.equal(ours.commits(), before);
    },
    /** @returns the status, and how often the stock bot's logic ran for it */
    async ran(given: Given): Promise<[number, number]> {
      const before = stock.runs();
      const { status } = await opened(given);
      return [status, stock.runs() - before];
    },
    async close(): Promise<void> {
      stock.close();
      await Promise.all([ours.close(), keys.close(), emulator.close()]);
      printed.restore();
    },
  };
}
export type TwoBots = Awaited<ReturnType<typeof openTwoBots>>;
