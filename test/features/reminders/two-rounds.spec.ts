import assert from 'node:assert/strict';
import { features } from '../../../src/features/features.ts';
import { createSpreadStep } from '../../../src/pipeline/spread.ts';
import type { Card } from '../../../src/ports/messenger.ts';
import { spreadId } from '../../../src/records/message.ts';
import { roundId } from '../../../src/records/round.ts';
import { assertGoodCard } from '../../support/check-card.ts';
import { actionsOf, dept, type Office, openOffice, person, scope, textOf } from '../../support/office.ts';
import { bindOfficeChannel, done, given, openRound } from './a-round.ts';
import { crowd } from './crowd.ts';

const annual = 'annual-2030';
const final = 'final-2030';
const rounds = [annual, final] as const;
const day = '2030-11-22';
const annualName = 'Đợt xét khen thưởng năm 2030';
const finalName = 'Đợt tổng kết giai đoạn 2026 - 2030';

/** Both rounds of 2030 are open; everything before the wave of 22/11 is settled. */
async function november(): Promise<Office> {
  const office = await openOffice({ now: `${day}T08:30:00` });
  for (const round of rounds) {
    await openRound(office, {
      round,
      kind: round === annual ? 'annual' : 'final',
      year: 2030,
      opened: { by: person('office'), at: '2030-11-20T02:00:00.000Z' },
      deadline: '2030-11-30T16:59:59.999Z',
      nextLookAt: null,
    });
  }
  await bindOfficeChannel(office);
  return office;
}

/** The round's calendar comes round, and its messages are owed to the end. */
async function look(office: Office, round: string): Promise<void> {
  const stored = await office.store.get(scope.unit, roundId(round));
  assert.ok(stored);
  await office.lane('calendar', stored);
  await office.runDue();
}

const owedTo = async (office: Office, kind: string, to: string) =>
  (await office.owed(kind)).filter((delivery) => delivery.to === to);

async function messageTo(office: Office, kind: string, to: string): Promise<Card> {
  const [message, ...more] = await owedTo(office, kind, to);
  assert.ok(message, `${kind} is not owed to ${to}`);
  assert.deepEqual(more, []);
  const shown = await office.as(to).page(message.data.show.page, message.data.show.params);
  assert.ok(shown, `${kind} has nothing to say to ${to}`);
  assertGoodCard(shown.card);
  return shown.card;
}
const named = (card: Card): string[] => [annualName, finalName].filter((name) => textOf(card).includes(name));

describe('two rounds open at once', () => {
  for (const order of [rounds, [final, annual]] as const) {
    describe(`${order.join(' before ')}`, () => {
      let office: Office;
      before(async () => {
        office = await november();
        await given(office, person('an'), { ...done, in: annual });
        await given(office, person('an2'), { ...done, in: final });
        await given(office, person('hniê'), { wish: 'declines', in: annual });
        await given(office, person('adviceDeputy'), { wish: 'declines', in: final });
        await office.as('thao').click('remind.stop', { round: annual });
        await office.as('on').click('remind.stop', { round: final });
        for (const round of rounds) {
          await given(office, person('director'), { ...done, in: round });
          await office.as('vice').click('remind.stop', { round });
        }
        for (const round of order) await look(office, round);
      });

      it('remind a person once, of both', async () => {
        const card = await messageTo(office, 'remind.staff', 'office');
        assert.deepEqual(named(card), [annualName, finalName]);
        assert.equal(
          textOf(card)
            .split('\n')
            .filter((line) => line === 'Hồ sơ còn thiếu').length,
          2,
        );
        const assess = actionsOf(card).filter(({ verb }) => verb === 'assess.open');
        assert.deepEqual(assess.map(({ data }) => data.round).sort(), [...rounds]);
      });

      it('send a head one list, of both', async () => {
        const card = await messageTo(office, 'remind.head', 'adviceHead');
        assert.deepEqual(named(card), [annualName, finalName]);
        assert.equal(
          textOf(card)
            .split('\n')
            .filter((line) => line === 'Chưa hoàn thành: 3 người').length,
          2,
        );
      });

      for (const [who, name, why] of [
        ['an', finalName, 'has finished the annual one'],
        ['an2', annualName, 'has finished the final one'],
        ['hniê', finalName, 'said “không đề nghị xét” in the annual one'],
        ['adviceDeputy', annualName, 'said “không đề nghị xét” in the final one'],
        ['thao', finalName, 'chose “dừng nhắc” for the annual one'],
        ['on', annualName, 'chose “dừng nhắc” for the final one'],
      ] as const) {
        it(`remind of the other only whoever ${why}`, async () => {
          assert.deepEqual(named(await messageTo(office, 'remind.staff', who)), [name]);
        });
      }

      it('leave alone whoever has finished both, or stopped both', async () => {
        for (const who of ['director', 'vice']) assert.deepEqual(await owedTo(office, 'remind.staff', who), []);
      });

      it('give the office one digest a round', async () => {
        office.set('2030-11-25T08:00:00');
        for (const round of order) await look(office, round);
        assert.deepEqual(
          (await office.owed('remind.digest')).map(({ to, data }) => `${data.show.params.round} → ${to}`).sort(),
          rounds.map((round) => `${round} → channel:office`),
        );
      });
    });
  }

  it('remind a person once when both are carried out at the same moment', async () => {
    const office = await november();
    const handlers = [];
    for (const round of rounds) {
      const stored = await office.store.get(scope.unit, roundId(round));
      assert.ok(stored);
      await office.lane('calendar', stored);
    }
    const step = createSpreadStep(
      office.machine,
      office.officeOf,
      features.flatMap((feature) => feature.spreads),
    );
    for (const round of rounds) {
      const spread = await office.store.get(scope.unit, spreadId(`wave:${round}:staff:${day}`));
      assert.ok(spread);
      handlers.push(step(spread));
    }
    const ended = await Promise.allSettled(handlers);
    assert.deepEqual(ended.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
    await office.runDue();
    const staff = await office.owed('remind.staff');
    assert.equal(staff.length, 13);
    assert.deepEqual(
      (await office.dump('spread')).filter((doc) => doc.lane === 'spread'),
      [],
    );
  });

  it('remind by hand once a day too: the second round reaches only who was not reminded', async () => {
    const office = await november();
    await given(office, person('an'), { ...done, in: annual });
    const send = (round: string) =>
      office.as('office').click('remind.now', { round, audience: 'staff', formId: `f-${round}`, confirm: 'yes' });
    assert.match((await send(annual)).text, /tới 12 người/);
    await office.runDue();
    assert.equal((await office.owed('remind.staff')).length, 12);
    assert.match((await send(final)).text, /tới 1 người/);
    await office.runDue();
    assert.equal((await owedTo(office, 'remind.staff', 'an')).length, 1);
    assert.equal((await office.owed('remind.staff')).length, 13);
  });

  it('lead from the board of one to that of the other', async () => {
    const office = await november();
    const board = await office.as('office').page('remind.show', { round: annual });
    const other = actionsOf(board?.card).find(({ title }) => title === `Đợt khác: ${finalName}`);
    assert.deepEqual(other?.data, { round: final });
  });

  it('fit a card with three hundred people and long names, in both languages', async () => {
    for (const locale of ['vi', 'en'] as const) {
      const office = await openOffice({ now: `${day}T08:30:00`, people: { adviceHead: { locale }, an: { locale } } });
      for (const round of rounds) {
        await openRound(office, {
          round,
          kind: round === annual ? 'annual' : 'final',
          year: 2030,
          deadline: '2030-11-30T16:59:59.999Z',
        });
      }
      const snapshot = { name: '', title: '', gender: '', departmentName: '', reviewerId: person('adviceHead') };
      for (const [i, id] of (await crowd(office, dept('advice'), 300)).entries()) {
        if (i > 20) continue;
        const nomination = { snapshot: { ...snapshot, name: `Tôn Nữ Hoàng Trường Phương Thảo Nguyên ${i}` } };
        for (const round of rounds) await given(office, id, { ...done, state: 'submitted', in: round, nomination });
      }
      for (const [who, page] of [
        ['adviceHead', 'reminders.head'],
        ['an', 'reminders.staff'],
      ] as const) {
        const shown = await office.as(who).page(page, { day });
        assert.ok(shown);
        assertGoodCard(shown.card);
      }
    }
  });
});
