import { randomUUID } from 'node:crypto';
import type { JWTPayload } from 'jose';
import { botAccount, guidOf, mriOf, personalChatIdOf, tenantId } from '../../sandbox/server/tenant.ts';
import { createSigner } from '../../test/support/signer.ts';
import type { Microsoft } from '../turns/microsoft.ts';
import { type Dice, type Json, pick } from './mutate.ts';

/** By whom an activity comes. Only `known` may change anything. */
export type Sender = 'known' | 'badToken' | 'stranger' | 'foreignTenant' | 'elsewhere';
export const unauthorised: readonly Sender[] = ['badToken', 'stranger', 'foreignTenant', 'elsewhere'];

/** What may be answered; nothing is ever a fault of ours. */
export const allowed: Readonly<Record<Sender, readonly number[]>> = {
  known: [200, 400, 401, 403, 413, 501],
  badToken: [400, 401],
  stranger: [200, 400, 401, 403, 413, 501],
  foreignTenant: [400, 401, 403, 413],
  elsewhere: [400, 401, 403, 413],
};

/** Stands in all that nobody authorised sends: afterwards the store must not have it anywhere. */
export const mark = 'dấu-của-kẻ-lạ';

const strangers = 40;

export interface Envelope {
  readonly token: string | undefined;
  /** All of an activity but what is asked. */
  readonly base: { [name: string]: Json };
}

interface SendersOptions {
  readonly microsoft: Microsoft;
  readonly serviceUrl: string;
  readonly appId: string;
  /** Object ids of those whom the roster names. */
  readonly people: readonly string[];
}

/** Tokens of every kind and the people behind them. */
export async function createSenders({ microsoft, serviceUrl: ours, appId, people }: SendersOptions) {
  const foreign = await createSigner('bench');
  const seconds = Math.floor(Date.now() / 1_000);
  const good: JWTPayload = {
    iss: 'https://api.botframework.com',
    aud: appId,
    serviceurl: ours,
    exp: seconds + 12 * 3_600,
  };
  const { exp: _, ...endless } = good;
  const valid = await microsoft.sign(good);
  const other = randomUUID();
  const bad: (string | undefined)[] = [
    undefined,
    '',
    'a.b.c',
    'x'.repeat(5_000),
    await foreign.sign(good),
    await foreign.sign({ ...good, iss: `https://sts.windows.net/${other}/`, tid: other, appid: appId, ver: '1.0' }),
    await microsoft.sign(endless),
    await microsoft.sign({ ...good, exp: seconds - 3_600 }),
    await microsoft.sign({ ...good, nbf: seconds + 24 * 3_600 }),
    await microsoft.sign({ ...good, aud: 'other' }),
    await microsoft.sign({ ...good, iss: 'https://api.botframework.us' }),
    await microsoft.sign(good, { kid: 'unknown' }),
    `${valid.slice(0, -4)}AAAA`,
  ];
  const elsewhere = 'https://evil.trafficmanager.net/';
  const elsewhereToken = await microsoft.sign({ ...good, serviceurl: elsewhere });

  return (sender: Sender, dice: Dice): Envelope => {
    const isStranger = sender === 'stranger';
    const aadObjectId = isStranger ? guidOf(`stranger ${Math.floor(dice() * strangers)}`) : pick(dice, people);
    const tenant = sender === 'foreignTenant' ? other : tenantId;
    const serviceUrl = sender === 'elsewhere' ? elsewhere : ours;
    const token = sender === 'badToken' ? pick(dice, bad) : sender === 'elsewhere' ? elsewhereToken : valid;
    return {
      token,
      base: {
        id: `f:${Math.floor(dice() * 1e15)}`,
        channelId: 'msteams',
        serviceUrl,
        from: { id: mriOf(aadObjectId), name: 'x', aadObjectId },
        recipient: { ...botAccount },
        conversation: { conversationType: 'personal', tenantId: tenant, id: personalChatIdOf(aadObjectId) },
        channelData: { tenant: { id: tenant } },
        locale: 'vi-VN',
      },
    };
  };
}
