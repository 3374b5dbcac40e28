import assert from 'node:assert/strict';
import { create, decode } from '../../../src/ports/documents.ts';
import { assessmentId, assessmentRecord } from '../../../src/records/assessment.ts';
import { evidenceId, evidenceRecord } from '../../../src/records/evidence.ts';
import { nominationId, nominationRecord } from '../../../src/records/nomination.ts';
import { personRecord } from '../../../src/records/person.ts';
import { assertGoodCard } from '../../support/check-card.ts';
import { dept, type Office, openOffice, person, scope } from '../../support/office.ts';
import { seedCrowd } from '../../support/seed-crowd.ts';
import { instant, nominationOf, round, seedDossier, seedRound } from '../../support/seed-round.ts';

const longest = '“Kết quả” nổi bật trong năm. '.repeat(150).slice(0, 4_000);

/** 300 people with long names, 40 dossiers that wait, a collective dossier of 7 criteria × 4,000 characters and 20 pieces of evidence. */
async function fullOffice(locale: 'vi' | 'en'): Promise<{ office: Office; collective: string }> {
  const speaking = { locale };
  const office = await openOffice({
    now: '2026-11-12T09:00:00',
    people: { adviceHead: speaking, director: speaking, an: speaking, hniê: speaking },
  });
  await seedRound(office);
  const keys = Array.from({ length: 300 }, (_, i) => `01JBZ7K3QZ9VBXXXXXXXXXX${String(i).padStart(3, '0')}`);
  await seedCrowd(office, keys.slice(0, 40));
  await seedCrowd(office, keys.slice(40), false);
  const candidate = { kind: 'department' as const, id: dept('advice') };
  const collective = nominationId(round, dept('advice'));
  const model = (await nominationOf(office, nominationId(round, person(keys[0] ?? '')))).data;
  const at = instant('2026-11-01T09:00:00');
  const by = person('adviceHead');
  const answers = Object.fromEntries(
    office.plan.criteria.department.map(({ id }) => [
      id,
      { rating: 'met' as const, words: longest, reason: '', at, by },
    ]),
  );
  const departmentId = dept('advice');
  const snapshot = model.snapshot && { ...model.snapshot, reviewerId: person('director') };
  await office.store.commit(scope.unit, [
    create(assessmentRecord, scope, assessmentId(round, candidate.id), {
      round,
      candidate,
      departmentId,
      answers,
      wish: 'asks',
    }),
    create(nominationRecord, scope, collective, { ...model, candidate, snapshot }),
    ...Array.from({ length: 20 }, (_, i) =>
      create(evidenceRecord, scope, evidenceId(round, candidate.id, `${'a'.repeat(62)}${i + 10}`), {
        round,
        candidate,
        criterion: i < 19 ? 'TT1' : '',
        kind: 'file',
        name: `${'Báo cáo kết quả kết nối việc làm '.repeat(7)}.pdf`,
        sha256: 'a'.repeat(64),
        bytes: 1,
        mediaType: 'application/pdf',
        url: '',
        added: { by, at },
      }),
    ),
  ]);
  return { office, collective };
}

for (const locale of ['vi', 'en'] as const) {
  describe(`every card of review, at its longest, in ${locale}`, () => {
    let office: Office;
    let collective: string;
    before(async () => {
      ({ office, collective } = await fullOffice(locale));
    });
    const good = async (who: string, page: string, params: Record<string, string>, typed?: Record<string, string>) => {
      const stored = await office.store.get(scope.unit, person(who));
      assert.ok(stored);
      const viewer = {
        unit: scope.unit,
        owner: person(who),
        person: decode(personRecord, stored),
        locale,
        at: office.now,
      };
      const banner = { tone: 'good' as const, text: 'x'.repeat(200) };
      const shown = await office.pages.compose({ page, params }, { viewer, banner, ...(typed ? { typed } : {}) });
      assert.ok(shown, page);
      assert.equal(shown.card.lang, locale);
      assertGoodCard(shown.card);
    };

    it('the list of 40', () => good('adviceHead', 'review.queue', { round, page: '2' }));
    it('the list of opined ones, empty', () =>
      good('adviceHead', 'review.queue', { round, list: 'handled', empty: 'show' }));
    it('the dossier of 7 criteria', () => good('director', 'review.dossier', { nomination: collective }));
    it('one criterion of 4,000 characters with its evidence', () =>
      good('director', 'review.criterion', { nomination: collective, criterion: 'TT1', page: '1' }));
    it('evidence of no criterion', () =>
      good('director', 'review.criterion', { nomination: collective, criterion: '' }));
    for (const ask of ['agree', 'disagree', 'return'])
      it(`the form to ${ask}`, () =>
        good('director', 'review.form', { nomination: collective, ask }, { reason: 'ạ'.repeat(1_500) }));
    it('whom to propose, of 300', () => good('adviceHead', 'review.people', { round, page: '5' }));
    it('the proposal form', () =>
      good(
        'adviceHead',
        'review.propose',
        { round, person: person('an') },
        { level: 'so', reason: 'ạ'.repeat(1_500) },
      ));
    it('the meeting form after a conflict', async () => {
      const held = { heldOn: '2026-11-10', present: '9', total: '11', chair: 'A', secretary: 'B', notes: longest };
      await office.as('adviceHead').click('meeting.record', { round, rev: '0', ...held });
      await good('adviceHead', 'review.meeting', { round }, { ...held, notes: longest });
    });
    it('the collective', () => good('adviceHead', 'collective.show', { round }));
    it('its people', () => good('adviceHead', 'collective.members', { round, page: '8' }));
    it('an opinion, a return and a proposal with the longest reasons', async () => {
      const reason = 'ạ'.repeat(1_000);
      const opined = await seedDossier(office, 'an', {
        state: 'opined',
        nomination: {
          opinion: { by: person('adviceHead'), at: instant('2026-11-11T09:00:00'), kind: 'disagree', reason },
        },
      });
      await good('an', 'review.opinion', { nomination: opined });
      await good('adviceHead', 'review.dossier', { nomination: opined });
      const returned = await seedDossier(office, 'hniê', {
        state: 'returned',
        nomination: {
          returned: {
            by: person('adviceHead'),
            at: instant('2026-11-11T09:00:00'),
            reason,
            until: instant('2026-11-30T23:59:59.999'),
          },
          proposal: { by: person('adviceHead'), at: instant('2026-11-02T09:00:00'), reason, consent: 'given' },
        },
      });
      await good('hniê', 'review.returned', { nomination: returned });
      await good('hniê', 'review.proposal', { nomination: returned });
      await good('adviceHead', 'review.proposal', { nomination: returned });
      await good('adviceHead', 'review.queue', { round, list: 'handled' });
    });
  });
}
