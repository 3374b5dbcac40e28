import assert from 'node:assert/strict';
import { z } from 'zod';
import { CodedError } from '../../../src/domain/errors.ts';
import { features } from '../../../src/features/features.ts';
import { decode, replace } from '../../../src/ports/documents.ts';
import { StoreError } from '../../../src/ports/store.ts';
import type { Assessment } from '../../../src/records/assessment.ts';
import { evidenceRecord } from '../../../src/records/evidence.ts';
import type { Nomination } from '../../../src/records/nomination.ts';
import { everyone, type Office, openOffice, person, scope, textOf } from '../../support/office.ts';
import { codeOf } from '../../support/refusal.ts';
import { instant, round, seedDossier, seedRound } from '../../support/seed-round.ts';

const secret = 'Riêng';
const before = instant('2026-11-01T09:00:00');
const sentAt = instant('2026-11-10T09:00:00');
const after = instant('2026-11-12T09:00:00');

const answer = (at: string, words = `${secret} lời`): Assessment['answers'][string] => ({
  ...{ rating: 'notMet', words, reason: '', at, by: person('an') },
});
/** Every way in which what a dossier holds is not, or no longer, sent. */
const unsent: readonly (readonly [what: string, state: Nomination['state'] | undefined, more: Partial<Nomination>])[] =
  [
    ['no dossier yet', undefined, {}],
    ['a draft', 'draft', {}],
    [
      'a proposal',
      'draft',
      { proposal: { by: person('adviceHead'), at: before, reason: 'Làm tốt', consent: 'pending' } },
    ],
    ['one that was withdrawn', 'withdrawn', { submitted: { by: person('an'), at: sentAt } }],
    ['one that lapsed', 'lapsed', {}],
    [
      'one that lapsed and was opened again',
      'returned',
      { submitted: null, returned: { by: person('office'), at: after, reason: 'Bổ sung', until: after } },
    ],
  ];

async function begun(state?: Nomination['state'], more: Partial<Nomination> = {}): Promise<Office> {
  const office = await openOffice({ now: '2026-11-13T09:00:00' });
  await seedRound(office);
  await office.as('an').send(office.attach(`${secret} tệp.pdf`, new TextEncoder().encode('%PDF-1.4\n%%EOF')));
  await office.as('an').click('evidence.add', {
    ...{ url: `https://rieng.example/${secret}`, name: `${secret} liên kết`, criterion: 'CN1', typed: 'yes' },
  });
  const answers = { CN1: answer(before), CN2: { ...answer(before), rating: null } };
  await seedDossier(office, 'an', { answers, ...(state && { state }), nomination: more });
  return office;
}

const candidate = person('an');
const nomination = `nomination:${round}:${candidate}`;
const department = 'department:advice';
/** Pages by the ids that they take, as the first look at them has shown. */
const pages = new Map<string, boolean>();

/** Every page of every capability that takes ids which might lead to the dossier of An. */
async function everyPage(office: Office, who: string): Promise<string[]> {
  const [file = '', link = ''] = (await office.dump('evidence')).map(({ id }) => id);
  const ids: Record<string, string>[] = [
    { round },
    { round, candidate },
    { round, candidate, criterion: 'CN1' },
    { round, candidate, criterion: '' },
    { nomination },
    { nomination, criterion: 'CN2', page: '0' },
    { nomination, criterion: '', page: '0' },
    { nomination, ask: 'agree' },
    { round, candidate, page: '1' },
    { round, candidate, files: `${file} ${link}`, refused: '[]' },
    { evidence: file },
    { evidence: link },
    { round, department },
    { round, department, page: '0' },
    { round, person: candidate },
  ];
  const shown: string[] = [];
  for (const { page } of features.flatMap((feature) => feature.pages)) {
    for (const params of ids) {
      const way = `${page} ${Object.keys(params)}`;
      if (pages.get(way) === false) continue;
      try {
        const card = (await office.as(who).page(page, params))?.card;
        if (card !== undefined) shown.push(`${page} ${JSON.stringify(card)}`);
      } catch (error) {
        if (error instanceof z.ZodError) pages.set(way, false);
        // A page that asks for an id which is not among these has none.
        else if (!(error instanceof CodedError || error instanceof StoreError)) throw error;
      }
    }
  }
  return shown;
}
const readers = ['adviceHead', 'adviceDeputy', 'office', 'secretary', 'director', 'vice', 'insuranceHead', 'an2'];
const telling = (cards: readonly string[]): string[] =>
  cards.filter((card) => card.includes(secret) || card.includes('rieng.'));

describe('what has not been sent', () => {
  for (const [what, state, more] of unsent) {
    it(`of ${what} is shown to nobody but those who write it, on no page`, async () => {
      const office = await begun(state, more);
      assert.ok(telling(await everyPage(office, 'an')).length >= 3);
      for (const who of readers) assert.deepEqual(telling(await everyPage(office, who)), [], who);
    });
  }

  it('is there, and what is missing, for the office, the head and the director', async () => {
    const office = await begun('draft');
    for (const who of ['office', 'adviceHead', 'director']) {
      const dossier = await office.as(who).page('dossier.show', { round, candidate: person('an') });
      assert.match(textOf(dossier?.card), /Còn thiếu: CN2\./, who);
      assert.match(textOf(dossier?.card), /Có minh chứng chưa gửi/, who);
      const read = textOf((await office.as(who).page('dossier.read', { round, candidate: person('an') }))?.card);
      assert.match(read, /Nội dung chưa gửi chỉ người lập hồ sơ đọc được/, who);
      assert.match(read, /Chưa gửi/);
      assert.doesNotMatch(read, /Chưa đạt/);
    }
  });

  it('is refused with the reason when its evidence is opened', async () => {
    const office = await begun('draft');
    for (const { id } of await office.dump('evidence'))
      assert.equal(await codeOf(office.as('adviceHead').click('evidence.open', { evidence: id })), 'EVIDENCE_NOT_SENT');
    await assert.rejects(office.as('an2').click('evidence.open', { evidence: 'evidence:none' }), /nothing to show/);
  });

  it('belongs to the head and the deputy where the collective writes', async () => {
    const office = await begun();
    await office.as('adviceHead').click('assess.save', {
      ...{ round, candidate: 'department:advice', criterion: 'TT1', rating: 'met', words: `${secret} của phòng` },
    });
    const params = { round, candidate: 'department:advice', criterion: 'TT1' };
    const reads = async (who: string): Promise<boolean> =>
      JSON.stringify((await office.as(who).page('dossier.read', params))?.card ?? '').includes(secret);
    const reading: string[] = [];
    for (const who of everyone) if (await reads(who)) reading.push(who);
    assert.deepEqual(reading.sort(), ['adviceDeputy', 'adviceHead']);
  });
});

describe('what was sent', () => {
  const returned = { by: person('adviceHead'), at: instant('2026-11-11T09:00:00'), reason: 'Bổ sung', until: after };

  it('is read by the reviewer, the office and the director', async () => {
    const office = await begun('submitted');
    for (const who of ['adviceHead', 'office', 'director'])
      assert.ok(telling(await everyPage(office, who)).length >= 3, who);
    for (const who of ['an2', 'insuranceHead']) assert.deepEqual(telling(await everyPage(office, who)), [], who);
  });

  for (const state of ['returned', 'lapsed'] as const) {
    it(`stays readable where it was not changed since, once the dossier is ${state}; what is new is not`, async () => {
      const office = await openOffice({ now: '2026-11-13T09:00:00' });
      await seedRound(office);
      const answers = { CN1: answer(before, 'Đã gửi'), CN2: answer(after) };
      await seedDossier(office, 'an', {
        answers,
        state,
        nomination: { returned, submitted: { by: person('an'), at: sentAt } },
      });
      await office
        .as('an')
        .send(office.attach('cũ.pdf', new TextEncoder().encode('%PDF-1.4\n%%EOF')))
        .catch(() => undefined);
      for (const who of ['adviceHead', 'office', 'director']) {
        const read = textOf((await office.as(who).page('dossier.read', { round, candidate: person('an') }))?.card);
        assert.match(read, /Đã gửi/, who);
        assert.deepEqual(telling(await everyPage(office, who)), [], who);
        const opened = await office.as(who).page('dossier.read', { round, candidate: person('an'), criterion: 'CN2' });
        assert.match(textOf(opened?.card), /Chưa gửi/);
      }
    });
  }

  it('before a return opens, what was added since does not', async () => {
    const office = await begun('returned', { returned, submitted: { by: person('an'), at: sentAt } });
    const [one] = await office.store.query({ unit: scope.unit, type: 'evidence', limit: 1 }).then(({ items }) => items);
    assert.ok(one);
    const piece = decode(evidenceRecord, one);
    await office.store.commit(scope.unit, [
      replace(evidenceRecord, piece, { ...piece.data, added: { by: person('an'), at: before } }),
    ]);
    for (const { id } of await office.dump('evidence')) {
      const opened = office.as('office').click('evidence.open', { evidence: id });
      if (id === piece.id) assert.match((await opened).text, new RegExp(secret));
      else assert.equal(await codeOf(opened), 'EVIDENCE_NOT_SENT');
    }
  });
});
