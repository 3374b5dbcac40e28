import assert from 'node:assert/strict';
import { DateTime } from 'luxon';
import { backfill } from '../../../src/model/round/backfill.ts';
import { create, list, replace } from '../../../src/ports/documents.ts';
import { type Stored, StoreError } from '../../../src/ports/store.ts';
import { auditRecord } from '../../../src/records/audit.ts';
import { closingId } from '../../../src/records/closing.ts';
import { nominationId, nominationRecord } from '../../../src/records/nomination.ts';
import { personRecord } from '../../../src/records/person.ts';
import { assertGoodCard } from '../../support/check-card.ts';
import { flakyStore } from '../../support/flaky-store.ts';
import { actionsOf, dept, dispatch, type Office, openOffice, person, scope, textOf } from '../../support/office.ts';
import { changeNomination, instant, nominationOf, round, seedDossier, seedRound } from '../../support/seed-round.ts';
import { launch } from '../campaign/launching.ts';
import { given } from '../reminders/a-round.ts';
import { closingOf, lapsing, lastDay, message, toOf } from './a-closing.ts';

const states = async (office: Office): Promise<Record<string, number>> => {
  const all = await list(office.store, { unit: scope.unit, type: nominationRecord });
  const counts: Record<string, number> = {};
  for (const { data } of all) counts[data.state] = (counts[data.state] ?? 0) + 1;
  return counts;
};
const stored = async (office: Office): Promise<Stored> => {
  const found = await office.store.get(scope.unit, closingId(round));
  assert.ok(found);
  return found;
};
const sentBack = (until: string) => ({
  returned: { by: person('office'), at: instant('2026-11-25T09:00:00'), reason: 'Thiếu', until: instant(until) },
});

describe('hết hạn gửi: what was not sent lapses', () => {
  it('is owed from the opening of the round on', async () => {
    const office = await openOffice();
    await launch(office);
    await office.as('office').click('round.open', { round, confirm: 'yes' });
    const closing = await stored(office);
    assert.deepEqual([closing.doc.lane, closing.doc.dueAt], ['close', '2026-11-30T17:01:59.999Z']);
  });

  it('is made good for a round that was opened before, once', async () => {
    const office = await openOffice();
    await seedRound(office);
    const _start = { store: office.store, scope, now: office.now };
    await office.run(backfill);
    await office.run(backfill);
    assert.equal((await office.dump('closing')).length, 1);
    assert.equal((await stored(office)).doc.dueAt, '2026-11-30T17:01:59.999Z');
  });

  it('waits two minutes, to the millisecond: a dossier of the last second still comes in', async () => {
    const office = await lastDay();
    const an = await seedDossier(office, 'an', { state: 'draft' });
    await seedDossier(office, 'an2', { state: 'draft' });
    office.set('2026-12-01T00:01:59.998');
    await office.runDue();
    assert.equal((await nominationOf(office, an)).data.state, 'draft');
    await office.lane('close', await stored(office));
    assert.equal((await nominationOf(office, an)).data.state, 'draft');

    // Clicked at 23:59:59.999, received 59 seconds later: the turn passes on the authenticated instant.
    office.set('2026-12-01T00:00:58.999');
    const at = DateTime.fromISO('2026-11-30T23:59:59.999', { zone: 'Asia/Ho_Chi_Minh' });
    const me = (await list(office.store, { unit: scope.unit, type: personRecord })).find((p) => p.id === person('an'));
    assert.ok(me);
    const place = {
      kind: 'personal',
      isPrivate: true,
      conversationId: 'a',
      serviceUrl: '',
      teamId: '',
      channelName: '',
      botId: '',
    } as const;
    const actor = { id: me.id, roles: me.data.roles, departmentId: me.data.departmentId };
    const click = {
      kind: 'verb',
      verb: 'nomination.submit',
      data: { rev: '1.1', confirm: 'yes' },
      invoke: true,
    } as const;
    await office.run((turn) => dispatch({ ...turn, me, actor, place, sent: [] }, click), {
      at,
      by: me.id,
    });

    office.set(lapsing);
    await office.runDue();
    assert.equal((await nominationOf(office, an)).data.state, 'submitted');
    assert.equal((await nominationOf(office, nominationId(round, person('an2')))).data.state, 'lapsed');
  });

  it('concerns drafts of people and departments alike, and nothing that was sent, withdrawn or is on hold', async () => {
    const office = await lastDay();
    await seedDossier(office, 'an', { state: 'draft' });
    await given(office, dept('advice'), { wish: 'asks', state: 'draft' });
    for (const [key, state] of [
      ['an2', 'submitted'],
      ['hniê', 'opined'],
      ['thao', 'accepted'],
      ['on', 'withdrawn'],
      ['insuranceHead', 'onHold'],
    ] as const)
      await seedDossier(office, key, { state, nomination: { opinionDueAt: null } });
    office.set(lapsing);
    await office.runDue();
    assert.deepEqual(await states(office), {
      lapsed: 2,
      submitted: 1,
      opined: 1,
      accepted: 1,
      withdrawn: 1,
      onHold: 1,
    });
    assert.deepEqual(await toOf(office, 'closing.lapsed'), ['adviceDeputy', 'adviceHead', 'an']);
    const [word] = await office.owed('closing.lapsed');
    assert.equal(word?.data.dueAt, instant(message), 'in the morning, not in the night');
    const audits = await list(office.store, {
      unit: scope.unit,
      type: auditRecord,
      where: { field: 'subject', equals: nominationId(round, person('an')) },
    });
    assert.deepEqual(
      audits.map(({ data }) => [data.command, data.actor]),
      [['nomination.lapse', 'system']],
    );
  });

  it('twice changes nothing', async () => {
    const office = await lastDay();
    await seedDossier(office, 'an', { state: 'draft' });
    const before = await stored(office);
    office.set(lapsing);
    await office.runDue();
    const written = JSON.stringify([
      await office.dump('nomination'),
      await office.dump('closing'),
      await office.owed(),
    ]);
    await office.runDue();
    await assert.rejects(office.lane('close', before), (e) => e instanceof StoreError && e.code === 'Conflict');
    office.set('2026-12-01T09:00:00');
    await office.runDue();
    const after = JSON.stringify([await office.dump('nomination'), await office.dump('closing'), await office.owed()]);
    assert.equal(after, written);
    assert.equal((await stored(office)).doc.lane, undefined);
  });

  it('does not write to who has left or does not ask to be considered; both lapse all the same', async () => {
    const office = await lastDay({
      people: {
        an: { status: 'left', statusFrom: '2026-11-20' },
        adviceHead: { endDate: '2026-11-30' },
        hniê: { status: 'onLeave', statusFrom: '2026-11-20' },
      },
    });
    for (const key of ['an', 'hniê']) await seedDossier(office, key, { state: 'draft' });
    await seedDossier(office, 'thao', { state: 'draft', wish: 'declines' });
    await given(office, dept('advice'), {
      wish: 'asks',
      state: 'returned',
      nomination: {
        ...sentBack('2026-11-30T23:59:59.999'),
        submitted: { by: person('adviceHead'), at: instant('2026-11-10T09:00:00') },
      },
    });
    office.set(lapsing);
    await office.runDue();
    assert.deepEqual(await states(office), { lapsed: 4 });
    assert.deepEqual(await toOf(office, 'closing.lapsed'), ['adviceDeputy', 'hniê']);
  });

  describe('a dossier that was sent back', () => {
    it('lapses at its own deadline, not at the round’s', async () => {
      const office = await lastDay();
      const an = await seedDossier(office, 'an', { state: 'returned', nomination: sentBack('2026-12-03T17:00:00') });
      office.set(lapsing);
      await office.runDue();
      office.set('2026-12-03T17:01:59.999');
      await office.runDue();
      assert.equal((await nominationOf(office, an)).data.state, 'returned');
      office.set('2026-12-03T17:02:00.000');
      await office.runDue();
      await office.runDue();
      assert.equal((await nominationOf(office, an)).data.state, 'lapsed');
      const words = await office.owed('closing.lapsed');
      assert.deepEqual(
        words.map(({ to, data }) => [to, data.dueAt]),
        [['an', instant('2026-12-04T08:31:30')]],
      );
      const told = textOf((await office.as('an').page('closing.lapsed', { nomination: an }))?.card);
      assert.match(told, /Hạn gửi là 17:00 ngày 03\/12\/2026 \(thứ Năm\)/);
      assert.match((await office.as('an').say('hồ sơ')).text, /chưa gửi khi hết hạn \(17:00 ngày 03\/12\/2026\)/);
    });

    it('keeps the time of the round when its own ends before', async () => {
      const office = await lastDay({ now: '2026-11-27T17:05:00' });
      const an = await seedDossier(office, 'an', { state: 'returned', nomination: sentBack('2026-11-27T17:00:00') });
      await office.runDue();
      const { data } = await nominationOf(office, an);
      assert.deepEqual([data.state, data.returned?.until], ['returned', instant('2026-11-30T23:59:59.999')]);
      office.set(lapsing);
      await office.runDue();
      assert.equal((await nominationOf(office, an)).data.state, 'lapsed');
    });

    it('that was sent again in time owes nothing any more', async () => {
      const office = await lastDay();
      const an = await seedDossier(office, 'an', { state: 'returned', nomination: sentBack('2026-12-03T17:00:00') });
      await changeNomination(office, an, { state: 'submitted' });
      office.set('2026-12-03T17:02:00.000');
      await office.runDue();
      assert.notEqual((await nominationOf(office, an)).data.state, 'lapsed');
    });
  });

  describe('three hundred drafts', () => {
    const crowd = async (): Promise<Office> => {
      const office = await lastDay();
      const model = await nominationOf(office, await seedDossier(office, 'an', { state: 'draft' }));
      const [an] = (await list(office.store, { unit: scope.unit, type: personRecord })).filter(
        (p) => p.id === person('an'),
      );
      assert.ok(an);
      for (let i = 0; i < 299; i++) {
        const id = person(`c${String(i).padStart(3, '0')}`);
        await office.store.commit(scope.unit, [
          create(personRecord, scope, id, { ...an.data, aadObjectId: id }),
          create(nominationRecord, scope, nominationId(round, id), {
            ...model.data,
            candidate: { kind: 'person', id },
          }),
        ]);
      }
      office.set(lapsing);
      return office;
    };

    it('lapse in steps that one transaction each takes; a crash between two resumes, and one in a step repeats nobody', async () => {
      const office = await crowd();
      const sizes: number[] = [];
      for (let step = 1; step < 40 && (await stored(office)).doc.lane === 'close'; step++) {
        const before = (await states(office)).lapsed ?? 0;
        // Each third step reaches the store and its answer is lost; each fourth never reaches it.
        const fault = step % 3 === 0 ? { failAfterCommit: 1 } : step % 4 === 0 ? { failBeforeCommit: 1 } : {};
        const store = flakyStore(office.store, fault);
        await office.lane('close', await stored(office), { store }).catch((error: unknown) => {
          assert.ok(error instanceof StoreError && error.code === 'Unavailable');
        });
        sizes.push(((await states(office)).lapsed ?? 0) - before);
      }
      assert.deepEqual(await states(office), { lapsed: 300 });
      assert.ok(Math.max(...sizes) <= 30 && sizes.length > 10);
      await office.runDue();
      const told = await toOf(office, 'closing.lapsed');
      assert.equal(told.length, 300);
      assert.equal(new Set(told).size, 300);
      await office.runDue();
      assert.equal((await office.owed('closing.lapsed')).length, 300);
    }).timeout(20_000);
  });

  it('makes way for a submission that is written at the same time', async () => {
    const office = await lastDay();
    const an = await seedDossier(office, 'an', { state: 'draft' });
    office.set(lapsing);
    const { store } = office;
    let raced = false;
    const racing = {
      store: {
        ...flakyStore(store, {}),
        commit: async (...args: Parameters<typeof store.commit>) => {
          if (!raced) {
            raced = true;
            await changeNomination(office, an, { state: 'submitted' });
          }
          return store.commit(...args);
        },
      },
    };
    await assert.rejects(office.lane('close', await stored(office), racing), { code: 'Conflict' });
    await office.lane('close', await stored(office));
    assert.equal((await nominationOf(office, an)).data.state, 'submitted');
    assert.equal((await closingOf(office)).data.phase, 'closed');
  });

  describe('the word to the candidate', () => {
    it('says what happened, what is kept and whom to ask', async () => {
      for (const locale of ['vi', 'en'] as const) {
        const office = await lastDay({ people: { an: { locale } } });
        const an = await seedDossier(office, 'an', { state: 'draft' });
        office.set(lapsing);
        await office.runDue();
        office.set(message);
        const shown = await office.as('an').page('closing.lapsed', { nomination: an });
        assertGoodCard(shown?.card ?? {});
        assert.equal(shown?.subject, an);
        if (locale === 'en') continue;
        assert.match(
          textOf(shown?.card),
          /Kính gửi chị Nguyễn Văn An\.[\s\S]*hết ngày 30\/11\/2026 \(thứ Hai\)[\s\S]*đề nghị báo Phòng Hành chính – Nghiệp vụ[\s\S]*không phải là kết quả xét khen thưởng/,
        );
        const [open] = actionsOf(shown?.card);
        const dossier = await office.as('an').click(open?.verb ?? '', open?.data);
        assert.match(dossier.text, /Chưa gửi khi hết hạn/);
        assert.match((await office.as('an').say('việc của tôi')).text, /Hồ sơ chưa gửi khi hết hạn/);
      }
    });

    it('is for nobody else, and for nobody once it is no longer so', async () => {
      const office = await lastDay();
      const an = await seedDossier(office, 'an', { state: 'lapsed' });
      for (const key of ['an2', 'adviceHead', 'office']) {
        assert.equal(await office.as(key).page('closing.lapsed', { nomination: an }), null);
      }
      assert.equal(await office.channelPage('office', 'closing.lapsed', { nomination: an }), null);
      const loaded = await nominationOf(office, an);
      await office.store.commit(scope.unit, [
        replace(nominationRecord, loaded, { ...loaded.data, state: 'submitted' }),
      ]);
      assert.equal(await office.as('an').page('closing.lapsed', { nomination: an }), null);
    });
  });
});
