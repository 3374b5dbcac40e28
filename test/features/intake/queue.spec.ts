import assert from 'node:assert/strict';
import fc from 'fast-check';
import { nominationStates } from '../../../src/domain/dossier/nomination.ts';
import { queueOfRound } from '../../../src/features/intake/queue.ts';
import { create } from '../../../src/ports/documents.ts';
import { nominationId, nominationRecord } from '../../../src/records/nomination.ts';
import { assertGoodCard } from '../../support/check-card.ts';
import { actionsOf, everyone, type Office, openOffice, person, scope, textOf } from '../../support/office.ts';
import { instant, nominationOf, round, seedDossier, seedRound } from '../../support/seed-round.ts';

describe('the intake queue', () => {
  let office: Office;
  beforeEach(async () => {
    office = await openOffice({ now: '2026-11-16T09:00:00' });
  });
  const opened = (card: unknown): string[] =>
    actionsOf(card)
      .filter((a) => a.verb === 'intake.open')
      .map((a) => String(a.data.nomination).split(':').at(-1) ?? '');

  it('is for the office, in its own chat, once a round is open', async () => {
    await assert.rejects(office.as('office').say('tiếp nhận'), { code: 'NO_ROUND' });
    await seedRound(office);
    await assert.rejects(office.as('an').say('tiep nhan'), { code: 'OFFICE_ONLY' });
    const empty = await office.as('office').say('tiep nhan');
    assertGoodCard(empty.card);
    assert.match(empty.text, /Đợt này chưa có hồ sơ nào được gửi/);
  });

  it('leads to other boxes only where something is in one', async () => {
    await seedRound(office);
    await seedDossier(office, 'an', { state: 'submitted' });
    const { text } = await office.as('office').say('tiep nhan');
    assert.match(text, /Hiện không có hồ sơ nào chờ tiếp nhận\. Chọn ô khác/);
  });

  it('puts what waits for the office first, counts each state and filters by it', async () => {
    await seedRound(office);
    const returned = {
      by: person('office'),
      at: instant('2026-11-13T09:00:00'),
      reason: 'x',
      until: instant('2026-12-01T17:00:00'),
    };
    await seedDossier(office, 'on', { state: 'accepted' });
    await seedDossier(office, 'thao', { state: 'returned', nomination: { returned } });
    await seedDossier(office, 'hniê', { state: 'submitted' });
    await seedDossier(office, 'an2', { state: 'opined' });
    const sooner = {
      by: person('adviceHead'),
      at: instant('2026-11-11T10:00:00'),
      kind: 'overdue' as const,
      reason: '',
    };
    await seedDossier(office, 'an', { state: 'opined', nomination: { opinion: sooner } });
    await seedDossier(office, 'adviceDeputy', { state: 'draft' });
    await seedDossier(office, 'insuranceHead', { state: 'awarded' });
    const all = await office.as('office').click('intake.queue', { filter: 'all' });
    assert.deepEqual(opened(all.card), ['an', 'an2', 'hniê', 'thao', 'on', 'insuranceHead']);
    assert.match(all.text, /2\nChờ tiếp nhận\n.*\n?1\nChờ ý kiến/s);
    assert.match(all.text, /Quá hạn cho ý kiến; chờ tiếp nhận 5 ngày/);
    assert.match(all.text, /Chờ Đỗ Ăn cho ý kiến, đã 6 ngày/);
    assert.match(all.text, /Hạn gửi lại: 17:00 ngày 01\/12\/2026/);
    for (const [filter, expected] of [
      ['waiting', ['an', 'an2']],
      ['submitted', ['hniê']],
      ['returned', ['thao']],
      ['onHold', []],
      ['accepted', ['on']],
      ['ended', ['insuranceHead']],
      ['gone', []],
    ] as const) {
      assert.deepEqual(opened((await office.as('office').click('intake.queue', { filter })).card), expected, filter);
    }
    await assert.rejects(office.as('office').click('intake.queue', { filter: 'awarded' }), { code: 'BAD_CARD' });
  });

  it('is sent as a request only while something waits', async () => {
    await seedRound(office);
    assert.equal(await office.as('office').page('intake.queue', { round }), null);
    await seedDossier(office, 'an', { state: 'submitted' });
    assert.equal(await office.as('office').page('intake.queue', { round }), null);
    await seedDossier(office, 'an2', { state: 'opined' });
    const shown = await office.as('office').page('intake.queue', { round });
    assert.equal(shown?.summary, '1 hồ sơ chờ tiếp nhận');
  });

  it('asks nobody to take in what is only their own, in no message and in no to-do list', async () => {
    await seedRound(office);
    await seedDossier(office, 'office', { state: 'opined' });
    const todo = async (who: string) => (await office.as(who).say('việc của tôi')).text;
    assert.equal(await office.as('office').page('intake.queue', { round }), null);
    assert.doesNotMatch(await todo('office'), /hồ sơ chờ tiếp nhận/);
    assert.ok(await office.as('secretary').page('intake.queue', { round }));
    assert.match(await todo('secretary'), /1 hồ sơ chờ tiếp nhận/);
    await seedDossier(office, 'an', { state: 'opined' });
    assert.match(await todo('office'), /1 hồ sơ chờ tiếp nhận/);
  });

  it('tells two of one name apart wherever in the list they stand', async () => {
    await seedRound(office);
    const sent = (day: string) => ({ submitted: { by: 'x', at: instant(`2026-11-${day}T09:00:00`) }, opinion: null });
    await seedDossier(office, 'an', { state: 'submitted', nomination: sent('01') });
    for (const key of ['hniê', 'thao', 'on', 'adviceDeputy', 'adviceHead', 'insuranceHead'])
      await seedDossier(office, key, { state: 'submitted', nomination: sent('05') });
    await seedDossier(office, 'an2', { state: 'submitted', nomination: sent('09') });
    const [first, second] = await Promise.all(
      ['0', '1'].map((page) => office.as('office').click('intake.queue', { round, filter: 'submitted', page })),
    );
    assert.match(first?.text ?? '', /Nguyễn Văn An \(an\)/);
    assert.match(second?.text ?? '', /Nguyễn Văn An \(an2\)/);
    const found = await Promise.all(
      ['0', '1'].map((page) => office.as('office').click('intake.find', { round, name: 'n', page })),
    );
    assert.ok(found.every(({ text }) => !/Nguyễn Văn An\n/.test(text)));
  });

  it('pages 300 dossiers of long names under the size limit, in both languages', async () => {
    office = await openOffice({ now: '2026-12-16T09:00:00', people: { secretary: { locale: 'en' } } });
    await seedRound(office);
    const { data } = await nominationOf(office, await seedDossier(office, 'thao', { state: 'opined' }));
    const snapshot = {
      ...(data.snapshot ?? assert.fail()),
      departmentName: 'Phòng Tư vấn, giới thiệu việc làm và thông tin thị trường lao động, cơ sở 2',
    };
    for (let n = 0; n < 299; n++) {
      const id = `person:01J9ZZZZZZZZZZZZZZZZZZZ${String(n).padStart(3, '0')}`;
      const copy = { ...data, candidate: { kind: 'person' as const, id }, snapshot };
      await office.store.commit(scope.unit, [create(nominationRecord, scope, nominationId(round, id), copy)]);
    }
    const seen = new Set<string>();
    for (let page = 0; page < 50; page++) {
      const { card, text } = await office.as('office').click('intake.queue', { page: String(page) });
      assertGoodCard(card);
      for (const key of opened(card)) seen.add(key);
      if (page === 49) assert.match(text, /295–300/);
    }
    assertGoodCard((await office.as('secretary').click('intake.queue', { filter: 'all' })).card);
    assert.equal(seen.size, 300);
    const beyond = await office.as('office').click('intake.queue', { page: '999' });
    assert.equal(opened(beyond.card).length, 6);
  });

  it('shows the worst dossier under the size limit, in both languages', async () => {
    office = await openOffice({ now: '2026-12-16T09:00:00', people: { secretary: { locale: 'en' } } });
    await seedRound(office);
    const at = instant('2026-11-01T09:00:00');
    const answer = { rating: 'notMet' as const, words: 'ữ'.repeat(4_000), reason: '', at, by: person('adviceHead') };
    const id = await seedDossier(office, 'adviceHead', {
      state: 'onHold',
      answers: { CN1: answer, CN2: answer, CN3: answer },
      nomination: {
        hold: { by: person('office'), at, reason: 'ữ'.repeat(1_000), from: 'opined' },
        late: { by: person('office'), at, reason: 'ữ'.repeat(1_000) },
        opinion: { by: person('director'), at, kind: 'disagree', reason: 'ữ'.repeat(1_000) },
      },
    });
    for (const as of ['office', 'secretary']) {
      const shown = await office.as(as).page('intake.open', { nomination: id });
      assert.ok(shown);
      assertGoodCard(shown.card);
      assert.match(
        textOf(shown.card),
        as === 'office' ? /Sẽ xét khi Hội đồng ghi nhận tập thể/ : /once the council has/,
      );
    }
  });
});

describe('the office’s dossiers, whatever has become of them', () => {
  const sentStates = nominationStates.filter((state) => !['draft', 'withdrawn', 'lapsed'].includes(state));

  it('are all listed and opened, each in one place, years later too', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...nominationStates), { maxLength: everyone.length }),
        async (states) => {
          const office = await openOffice({ now: '2028-03-01T09:00:00' });
          await seedRound(office);
          const sent: string[] = [];
          for (const [i, state] of states.entries()) {
            const key = everyone[i] ?? assert.fail();
            const submitted = { by: person(key), at: instant('2026-11-10T09:00:00') };
            // Every second of those that went was sent before.
            const wasSent = sentStates.includes(state) || (state !== 'draft' && i % 2 === 0);
            const id = await seedDossier(office, key, { state, nomination: { submitted: wasSent ? submitted : null } });
            if (wasSent) sent.push(id);
          }
          const queue = await office.turn().list(nominationRecord);
          assert.equal(queue.length, states.length);
          const { entries, counts } = await queueOfRound(office.turn(), round);
          assert.deepEqual(entries.map(({ nomination }) => nomination.id).sort(), sent.sort());
          assert.equal(
            Object.values(counts).reduce((a, b) => a + b, 0),
            sent.length,
          );
          for (const id of sent) {
            const { card } = await office.as('office').click('intake.open', { nomination: id });
            assertGoodCard(card);
            const offers = actionsOf(card).map(({ verb }) => verb);
            assert.equal(offers.includes('intake.original'), id !== nominationId(round, person('office')));
          }
        },
      ),
      { numRuns: 15 },
    );
  });
});
