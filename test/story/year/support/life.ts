import { DateTime } from 'luxon';
import type { Plan } from '../../../../src/domain/plan/plan.ts';
import { create } from '../../../../src/ports/documents.ts';
import type { Change } from '../../../../src/ports/store.ts';
import { addressId, addressRecord } from '../../../../src/records/address.ts';
import { adopted } from '../../../support/adopted.ts';
import { everyone, openOffice, person, scope } from '../../../support/office.ts';
import { type Bot, emptyDiary, startBot } from './bot.ts';

const zone = 'Asia/Ho_Chi_Minh';

interface Setup extends NonNullable<Parameters<typeof openOffice>[0]> {
  readonly isTwice?: boolean;
  /** Milliseconds by which the bot comes late to whatever falls due, as lanes do that look once a minute. */
  readonly lagMs?: number;
  /** Whether the office has a channel; without one its digests go to its people. */
  readonly hasChannel?: boolean;
}

interface Restart {
  readonly plan?: Plan;
  readonly isMute?: boolean;
}

export type Life = Awaited<ReturnType<typeof openLife>>;
/** What people do of themselves; between their acts the bot is alone with the calendar. */
export type Act = readonly [at: string, act: (life: Life) => Promise<unknown>];

/** A centre whose days pass: the clock goes from one due instant to the next, everything due is done, everything owed is sent. */
export async function openLife({ isTwice = false, lagMs = 0, hasChannel = true, ...setup }: Setup) {
  const office = await openOffice(setup);
  const diary = emptyDiary();
  for (const key of everyone) await installed(person(key), `a:${key}`);
  if (hasChannel) await installed('channel:office', '19:office@thread.tacv2');
  let bot: Bot = startBot({ machine: office.machine, unit: office.unit, diary, isTwice });

  /** @param more what is committed with the way to somebody */
  async function installed(owner: string, conversationId: string, more: readonly Change[] = []): Promise<void> {
    const address = {
      owner,
      conversationId,
      serviceUrl: 'http://127.0.0.1/',
      userId: owner.startsWith('channel:') ? '' : `29:${owner}`,
      botId: '28:bot',
      teamId: '',
      channelName: '',
      reachable: 'yes' as const,
      reason: '',
      at: office.now.toUTC().toISO() ?? '',
    };
    await office.store.commit(scope.unit, [create(addressRecord, scope, addressId(owner), address), ...more]);
  }
  const move = (to: DateTime): void => office.set(to.setZone(zone).toISO() ?? '');

  async function until(iso: string): Promise<void> {
    const end = DateTime.fromISO(iso, { zone });
    await bot.work();
    for (let next = await bot.nextDue(end); next !== undefined; next = await bot.nextDue(end)) {
      const at = DateTime.min(DateTime.fromISO(next).plus(lagMs), end);
      if (at > office.now) move(at);
      await bot.work();
    }
    move(end);
  }

  return {
    office,
    diary,
    installed,
    /** Lives up to this instant, work due then included. */
    until,
    /** The process stands still until then. */
    standStill: (iso: string): void => office.set(iso),
    /** What is due at this instant is done. */
    work: (): Promise<void> => bot.work(),
    /** Another process goes on with the same data, perhaps with an edited plan. @returns the version of its plan */
    restart: async ({ plan = office.plan, isMute = false }: Restart = {}): Promise<string> => {
      const unit = { scope, ...(await adopted(office, plan)) };
      bot = startBot({ machine: office.machine, unit, diary, isTwice, isMute });
      return unit.planVersion;
    },
    close: () => office.store.close(),
  };
}

export async function play(life: Life, acts: readonly Act[], end: string): Promise<void> {
  for (const [at, act] of acts) {
    await life.until(at);
    await act(life);
    await life.work();
  }
  await life.until(end);
}
