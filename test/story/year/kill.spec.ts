import assert from 'node:assert/strict';
import { list } from '../../../src/ports/documents.ts';
import { type Store, StoreError } from '../../../src/ports/store.ts';
import { deliveryRecord } from '../../../src/records/message.ts';
import { round } from '../../features/reminders/a-round.ts';
import { flakyStore } from '../../support/flaky-store.ts';
import { scope } from '../../support/office.ts';
import { milestone, sends } from './support/acts.ts';
import { type Event, emptyDiary, startBot } from './support/bot.ts';
import { copyStore } from './support/copy-store.ts';
import type { Life } from './support/life.ts';
import { mortalStore } from './support/mortal-store.ts';
import { november } from './support/november.ts';
import { table, written } from './support/table.ts';

/** Monday 16/11/2026: everything that the calendar brings falls on this morning. */
const instants = ['2026-11-16T08:00', '2026-11-16T08:30', '2026-11-16T08:30:10', '2026-11-16T17:00'];
const expected = written(`
  16/11 08:00 remind.digest     → channel:office
  16/11 08:30 remind.staff      → adviceHead, insuranceHead, thao
  16/11 08:30 remind.head       → adviceHead, insuranceHead
  16/11 08:30 remind.milestones → officeHead, office, secretary
  16/11 08:30 review.dueSoon    → adviceHead
`);

interface Day {
  readonly posted: readonly Event[];
  /** By kind and recipient: how every message of the day ended. */
  readonly messages: ReadonlyMap<string, { state: string; isDoubtful: boolean }>;
}

describe('a day on which the bot breaks down', function () {
  this.timeout(60_000);
  let life: Life;
  let commits: number;
  before(async () => {
    life = await november();
    await life.until('2026-11-12T10:00');
    await sends(life.office, 'an');
    await milestone(life.office, 'office', round, 'proposedList', '19/11/2026');
    await life.until('2026-11-15T12:00');
    const whole = mortalStore(await morning(), { at: Number.POSITIVE_INFINITY, when: 'before' });
    const day = await liveOn(whole);
    assert.deepEqual(table(day.posted), expected);
    commits = whole.commits();
    assert.ok(commits > 20);
  });
  after(() => life.close());

  const morning = (): Promise<Store> => copyStore(life.office.store);

  /** Lives the day; a process that dies is followed at once by another, on the same data. */
  async function liveOn({ store, rest = store }: { store: Store; rest?: Store }): Promise<Day> {
    const diary = emptyDiary();
    const start = (its: Store) => startBot({ deps: { ...life.office.deps, store: its }, diary });
    let bot = start(store);
    for (const at of instants) {
      life.standStill(at);
      try {
        await bot.work();
      } catch (error) {
        if (!(error instanceof StoreError && error.code === 'Unavailable')) throw error;
        bot = start(rest);
        await bot.work();
      }
    }
    const deliveries = await list(rest, { unit: scope.unit, type: deliveryRecord });
    const ofToday = deliveries.filter(({ data }) => data.createdAt > '2026-11-16');
    const messages = new Map(
      ofToday.map(({ data: { kind, to, state, doubtful } }) => [
        `${kind} → ${to.replace('person:', '')}`,
        { state, isDoubtful: doubtful },
      ]),
    );
    assert.equal(messages.size, ofToday.length, 'a message is owed twice');
    await rest.close();
    return { posted: diary.posted, messages };
  }

  /** The list of the day is the same; only of what was under way to Teams nobody can know, and it is marked instead of being said again. */
  function assertSameDay({ posted, messages }: Day, where: string): void {
    const isCertain = ({ kind, to }: Pick<Event, 'kind' | 'to'>) =>
      messages.get(`${kind} → ${to}`)?.isDoubtful === false;
    const undisturbed = expected.flatMap((line) => {
      const [, kind = '', people = ''] = /^\S+ \S+ (\S+) → (.*)$/.exec(line) ?? [];
      return people.split(', ').map((to) => ({ kind, to }));
    });
    const names = (events: readonly Pick<Event, 'kind' | 'to'>[]) =>
      events.map(({ kind, to }) => `${kind} → ${to}`).sort();
    assert.deepEqual([...messages.keys()].sort(), names(undisturbed), `what is owed, ${where}`);
    assert.deepEqual(
      names(posted.filter(isCertain)),
      names(undisturbed.filter(isCertain)),
      `what was posted, ${where}`,
    );
    const inDoubt = names(posted.filter((event) => !isCertain(event)));
    assert.equal(new Set(inDoubt).size, inDoubt.length, `sent twice, ${where}`);
    if (inDoubt.length === 0 && [...messages.values()].every(({ isDoubtful }) => !isDoubtful))
      assert.deepEqual(table(posted), expected, where);
    for (const [message, { state, isDoubtful }] of messages)
      assert.equal(state, isDoubtful ? 'ambiguous' : 'sent', `${message}, ${where}`);
  }

  for (const when of ['before', 'after'] as const) {
    it(`killed ${when} any of its commits: the next process ends the day alike`, async () => {
      for (let at = 1; at <= commits; at++) {
        const rest = await morning();
        const mortal = mortalStore(rest, { at, when });
        const day = await liveOn({ store: mortal.store, rest });
        assert.ok(mortal.isDead());
        assertSameDay(day, `killed ${when} commit ${at}`);
      }
    });

    it(`its connection lost ${when} any of its commits: the same process ends the day alike`, async () => {
      for (let at = 1; at <= commits; at++) {
        const rest = await morning();
        const faults = when === 'before' ? { failBeforeCommit: at } : { failAfterCommit: at };
        assertSameDay(await liveOn({ store: flakyStore(rest, faults), rest }), `no answer ${when} commit ${at}`);
      }
    });
  }
});
