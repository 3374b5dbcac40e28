import assert from 'node:assert/strict';
import { list } from '../../../src/ports/documents.ts';
import { type Store, StoreError } from '../../../src/ports/store.ts';
import { deliveryRecord } from '../../../src/records/message.ts';
import { round } from '../../features/reminders/a-round.ts';
import { flakyStore } from '../../support/flaky-store.ts';
import { toldBy } from '../../support/morning.ts';
import { scope } from '../../support/office.ts';
import { milestone, sends } from './support/acts.ts';
import { type Event, emptyDiary, startBot } from './support/bot.ts';
import { copyStore } from './support/copy-store.ts';
import type { Life } from './support/life.ts';
import { mortalStore } from './support/mortal-store.ts';
import { november } from './support/november.ts';
import { office3, table, written } from './support/table.ts';

interface Day {
  readonly name: string;
  /** What people did before. */
  readonly dawn: (life: Life) => Promise<unknown>;
  /** When something falls due. */
  readonly instants: readonly string[];
  readonly expected: readonly string[];
}

const days: readonly Day[] = [
  {
    name: 'Monday 16/11/2026, on which everything falls that the calendar brings',
    dawn: async (life) => {
      await life.until('2026-11-12T10:00');
      await sends(life.office, 'an');
      await milestone(life.office, 'office', round, 'proposedList', '19/11/2026');
      await life.until('2026-11-15T12:00');
    },
    instants: ['2026-11-16T08:00', '2026-11-16T08:30', '2026-11-16T08:31:30', '2026-11-16T17:00'],
    expected: written(`
      16/11 08:00 remind.digest     → channel:office
      16/11 08:31 remind.staff      → adviceHead, insuranceHead, thao
      16/11 08:31 remind.head       → adviceHead, insuranceHead
      16/11 08:31 remind.milestones → ${office3}
      16/11 08:31 review.dueSoon    → adviceHead
    `),
  },
  {
    name: 'the night of the deadline',
    dawn: async (life) => {
      await life.until('2026-11-25T10:00');
      await sends(life.office, 'an');
      await life.until('2026-11-30T12:00');
    },
    instants: ['2026-11-30T17:00', '2026-12-01T00:01:59.999', '2026-12-01T07:30', '2026-12-01T08:31:30'],
    expected: written(`
      30/11 17:00 remind.unsent     → thao
      01/12 07:30 closing.report    → channel:office
      01/12 08:31 review.overdue    → adviceHead
      01/12 08:31 review.opinion    → an
      01/12 08:31 intake.request    → ${office3}
      01/12 08:31 closing.lapsed    → thao
      01/12 08:31 closing.report    → director, ${office3}, adviceHead, insuranceHead
    `),
  },
];

/** The lines of a table, one for each recipient. */
const singly = (lines: readonly string[]): string[] =>
  lines
    .flatMap((line) => {
      const [, at = '', kind = '', people = ''] = /^(\S+ \S+) (\S+) +→ (.*)$/.exec(line) ?? [];
      return people.split(', ').map((to) => `${at} ${kind} → ${to}`);
    })
    .sort();

/** How a lived day ended. */
interface Lived {
  readonly posted: readonly Event[];
  /** By what is told and recipient: what became of the message owed that day. */
  readonly messages: ReadonlyMap<
    string,
    { readonly kind: string; readonly state: string; readonly isDoubtful: boolean; readonly times: number }
  >;
}

for (const { name, dawn, instants, expected } of days) {
  describe(`a bot that breaks down: ${name}`, function () {
    this.timeout(60_000);
    let life: Life;
    let commits: number;
    before(async () => {
      life = await november();
      await dawn(life);
      const whole = mortalStore(await copyStore(life.office.store), { at: Number.POSITIVE_INFINITY, when: 'before' });
      assert.deepEqual(table((await live(whole)).posted), expected);
      commits = whole.commits();
      assert.ok(commits > 15, `${commits} commits`);
    });
    after(() => life.close());

    /** Lives the day; a process that dies is followed at once by another, on the same data. */
    async function live({ store, rest = store }: { store: Store; rest?: Store }): Promise<Lived> {
      const diary = emptyDiary();
      const start = (its: Store) =>
        startBot({ machine: { ...life.office.machine, store: its }, unit: life.office.unit, diary });
      let bot = start(store);
      const began = life.office.now.toUTC().toISO() ?? '';
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
      await rest.close();
      life.standStill(began);
      const owed = deliveries.filter(({ data }) => data.createdAt > began);
      const ids = owed.map(({ data: { kind, to } }) => `${kind} → ${to}`);
      assert.equal(new Set(ids).size, ids.length, 'a message is owed twice');
      const messages = owed.flatMap(({ data }) =>
        [...new Set(toldBy(data))].map((what) => {
          const to = data.to.replace('person:', '');
          const times = diary.posted.filter((event) => event.to === to && event.told.includes(what)).length;
          return [`${what} → ${to}`, { kind: data.kind, state: data.state, isDoubtful: data.doubtful, times }] as const;
        }),
      );
      return { posted: diary.posted, messages: new Map(messages) };
    }

    /** The same list; only of what was under way to Teams nobody can know, and that is marked: a reminder is not repeated, the rest is once. */
    function assertSame({ posted, messages }: Lived, where: string): void {
      const undisturbed = singly(expected).map((line) => line.slice('dd/MM HH:mm '.length));
      assert.deepEqual([...messages.keys()].sort(), undisturbed.sort(), `what is owed, ${where}`);
      for (const [key, { kind, state, isDoubtful, times }] of messages) {
        const isLeft = isDoubtful && kind.startsWith('remind.');
        assert.equal(state, isLeft ? 'ambiguous' : 'sent', `${key}, ${where}`);
        const most = isDoubtful && !isLeft ? 2 : 1;
        assert.ok(times <= most && times >= (isLeft ? 0 : 1), `${key} ${times} times, ${where}`);
      }
      const isCertain = [...messages.values()].every(({ isDoubtful }) => !isDoubtful);
      if (isCertain) assert.deepEqual(singly(table(posted)), singly(expected), where);
    }

    for (const when of ['before', 'after'] as const) {
      it(`killed ${when} any of its commits, the next process ends the day alike`, async () => {
        for (let at = 1; at <= commits; at++) {
          const rest = await copyStore(life.office.store);
          const mortal = mortalStore(rest, { at, when });
          assertSame(await live({ store: mortal.store, rest }), `killed ${when} commit ${at}`);
          assert.ok(mortal.isDead());
        }
      });

      it(`its connection lost ${when} any of its commits, the same process ends the day alike`, async () => {
        for (let at = 1; at <= commits; at++) {
          const rest = await copyStore(life.office.store);
          const faults = when === 'before' ? { failBeforeCommit: at } : { failAfterCommit: at };
          assertSame(await live({ store: flakyStore(rest, faults), rest }), `no answer ${when} commit ${at}`);
        }
      });
    }
  });
}
