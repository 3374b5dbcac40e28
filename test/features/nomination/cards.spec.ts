import assert from 'node:assert/strict';
import { draftNomination, loadDossier } from '../../../src/model/dossier/dossier.ts';
import { stamp } from '../../../src/ports/commit.ts';
import { create, replace } from '../../../src/ports/documents.ts';
import { type Assessment, assessmentId, assessmentRecord } from '../../../src/records/assessment.ts';
import { evidenceId, evidenceRecord } from '../../../src/records/evidence.ts';
import { nominationId, nominationRecord } from '../../../src/records/nomination.ts';
import { assertGoodCard } from '../../support/check-card.ts';
import { actionsOf, dept, openOffice, person, scope } from '../../support/office.ts';
import { wayBack } from '../../support/refusal.ts';
import { instant, round, seedRound } from '../../support/seed-round.ts';

/** Words that would show if a card read Markdown or HTML. */
const nasty = '**đậm** [liên kết](https://x.test) <img src=x> ';
const longName = `${nasty}${'Ấ'.repeat(120)}`.slice(0, 120);
const whose = { round, candidate: dept('advice') };

/** Seven criteria of 4,000 characters, twenty pieces of evidence with the longest names, a dossier with its whole history. */
async function worstCase(locale: 'vi' | 'en') {
  const office = await openOffice({
    people: { adviceHead: { locale, fullName: 'Tôn Nữ Hoàng Trường Phương Thảo Nguyên' } },
  });
  await seedRound(office);
  const candidate = { kind: 'department' as const, id: dept('advice') };
  const words = nasty.repeat(80).slice(0, 4_000);
  const answers: Assessment['answers'] = {};
  for (const id of ['TT1', 'TT2', 'TT4', 'TT5', 'TT6', 'TT7']) {
    answers[id] = { rating: 'met', words, reason: '', at: stamp(office.now), by: person('adviceHead') };
  }
  answers.TT3 = {
    rating: 'notArisen',
    words: '',
    reason: 'r'.repeat(1_000),
    at: stamp(office.now),
    by: person('adviceHead'),
  };
  const data = { ...whose, candidate, departmentId: dept('advice'), answers, wish: 'asks' as const };
  await office.store.commit(scope.unit, [
    create(assessmentRecord, scope, assessmentId(round, candidate.id), data),
    ...Array.from({ length: 20 }, (_, i) => {
      const digest = String(i).padStart(64, '0');
      const isFile = i % 2 === 0;
      return create(evidenceRecord, scope, evidenceId(round, candidate.id, digest), {
        round,
        candidate,
        criterion: i < 12 ? 'TT1' : '',
        kind: isFile ? 'file' : 'link',
        name: longName,
        sha256: isFile ? digest : '',
        bytes: 20_971_520,
        mediaType: isFile ? 'application/pdf' : '',
        url: isFile ? '' : `https://x.test/${'a'.repeat(1_900)}`,
        added: { by: person('adviceHead'), at: stamp(office.now) },
      });
    }),
  ]);
  return office;
}

for (const locale of ['vi', 'en'] as const) {
  describe(`nomination cards in the worst case (${locale})`, () => {
    it('fit, are accessible, and show nobody’s text where Markdown is read', async () => {
      const office = await worstCase(locale);
      const head = office.as('adviceHead');
      const cards: unknown[] = [];
      const see = (shown: { card: Readonly<Record<string, unknown>> } | null): void => {
        assert.ok(shown);
        assertGoodCard(shown.card);
        cards.push(shown.card);
      };
      see(await head.click('assess.open', whose));
      see(await head.click('assess.open', { ...whose, criterion: 'TT1' }));
      see(await head.click('assess.open', { ...whose, criterion: 'TT3' }));
      see(await head.click('nomination.request', whose));
      see(await head.click('nomination.request', { ...whose, level: 'unit' }));
      see(await head.click('dossier.show', whose));
      see(await head.click('dossier.read', whose));
      see(await head.click('dossier.read', { ...whose, criterion: 'TT1' }));
      see(await head.click('dossier.read', { ...whose, criterion: 'TT3' }));
      see(await head.click('evidence.list', whose));
      see(await head.click('evidence.list', { ...whose, page: '2' }));
      for (const n of [0, 1]) {
        const evidence = evidenceId(round, dept('advice'), String(n).padStart(64, '0'));
        see(await head.click('evidence.open', { evidence }));
        see(await head.click('evidence.remove', { ...whose, evidence }));
      }
      see(await head.click('nomination.submit', whose));
      const confirm = actionsOf(cards.at(-1)).find((a) => a.verb === 'nomination.submit');
      see(await head.click('nomination.submit', confirm?.data));
      see(await head.click('dossier.show', whose));
      see(await head.click('nomination.withdraw', whose));
      const texts = JSON.stringify(cards).match(/\{"type":"TextBlock"[^}]*\}/g) ?? [];
      assert.deepEqual(
        texts.filter((t) => t.includes('đậm')),
        [],
      );
      const urls = JSON.stringify(cards).match(/"url":"[^"]*"/g) ?? [];
      assert.ok(urls.length > 0 && urls.every((u) => /^"url":"https?:/.test(u)));
    });

    it('give long and conflicting texts back whole', async () => {
      const office = await worstCase(locale);
      const head = office.as('adviceHead');
      const stale = { ...whose, criterion: 'TT1', base: 'old', rating: 'met' };
      for (const words of ['ắ'.repeat(10_000), `khác ${'ắ'.repeat(3_990)}`]) {
        const refused = await wayBack(head.click('assess.save', { ...stale, words }));
        const shown = await head.page(refused.show.page, refused.show.params as Record<string, string>, refused.typed);
        assert.ok(shown);
        assertGoodCard(shown.card);
        assert.ok(JSON.stringify(shown.card).includes(words));
      }
    });

    it('show every state a dossier may be in', async () => {
      const office = await worstCase(locale);
      const dossier = await loadDossier(office.turn(), round, dept('advice'));
      const id = nominationId(round, dept('advice'));
      const by = person('office');
      const at = instant('2026-11-10T09:00:00');
      const long = 'lý do '.repeat(166);
      await office.store.commit(scope.unit, [create(nominationRecord, scope, id, draftNomination(dossier, 'unit'))]);
      for (const state of [
        'returned',
        'accepted',
        'tabled',
        'notRecommended',
        'forwarded',
        'declined',
        'awarded',
        'lapsed',
        'withdrawn',
        'onHold',
      ] as const) {
        const loaded = (await loadDossier(office.turn(), round, dept('advice'))).nomination;
        assert.ok(loaded);
        await office.store.commit(scope.unit, [
          replace(nominationRecord, loaded, {
            ...loaded.data,
            state,
            submitted: { by, at },
            late: { by, at, reason: long },
            opinion: { by: person('director'), at, kind: 'disagree', reason: long },
            returned: { by, at, reason: long, until: at },
            accepted: { by, at, lateReason: '' },
          }),
        ]);
        for (const page of ['dossier.show', 'nomination.receipt', 'assess.overview']) {
          const shown = await office.as('adviceHead').page(page, whose);
          assert.ok(shown, `${page} ${state}`);
          assertGoodCard(shown.card);
        }
        const text = JSON.stringify((await office.as('adviceHead').page('dossier.show', whose))?.card);
        if (state === 'notRecommended') assert.doesNotMatch(text, /chưa đề nghị|not recommended/i);
      }
    });
  });
}

describe('cards that are kept in step', () => {
  it('share the nomination as their subject; forms have none', async () => {
    const office = await openOffice();
    await seedRound(office);
    const mine = { round, candidate: person('an') };
    const subject = nominationId(round, person('an'));
    for (const page of ['assess.overview', 'evidence.list', 'dossier.show']) {
      assert.equal((await office.as('an').page(page, mine))?.subject, subject, page);
    }
    for (const page of ['assess.criterion', 'nomination.request', 'evidence.link']) {
      const params = page === 'assess.criterion' ? { ...mine, criterion: 'CN1' } : mine;
      assert.equal((await office.as('an').page(page, params))?.subject, '', page);
    }
    await office.as('an').click('assess.save', { criterion: 'CN1', rating: 'met', words: 'Có' });
    assert.deepEqual(
      (await office.dump('refresh')).map((d) => (d.data as { subject: string }).subject),
      [subject],
    );
  });
});
