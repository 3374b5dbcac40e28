import assert from 'node:assert/strict';
import type { NominationState } from '../../../src/domain/dossier/nomination.ts';
import { create } from '../../../src/ports/documents.ts';
import { nominationId, nominationRecord } from '../../../src/records/nomination.ts';
import { afterCouncil, confirmation, decisionOne, id, recorded } from '../../support/after-council.ts';
import { dept, type Office, openOffice, person, scope } from '../../support/office.ts';
import { changeNomination, nominationOf, round, seedDossier, seedRound } from '../../support/seed-round.ts';

const found: readonly NominationState[] = ['recommended', 'notRecommended'];
const finding = /Hội đồng (đề nghị|chưa đề nghị)/;

/** The advice department's own dossier, in the state of another. */
async function collectiveLike(office: Office, nomination: string): Promise<void> {
  const { data } = await nominationOf(office, nomination);
  const candidate = { kind: 'department' as const, id: dept('advice') };
  const id = nominationId(round, candidate.id);
  await office.store.commit(scope.unit, [create(nominationRecord, scope, id, { ...data, candidate })]);
}

describe('what the council found, before the decision', () => {
  for (const state of found) {
    it(`${state}: is told neither to the candidate nor to a head or deputy who is not of the council`, async () => {
      const office = await openOffice({ now: '2026-12-10T09:00:00', people: { adviceHead: { roles: ['head'] } } });
      await seedRound(office);
      const nomination = await seedDossier(office, 'an', { state });
      await changeNomination(office, nomination, {
        returned: {
          by: person('adviceHead'),
          at: '2026-11-11T02:00:00.000Z',
          reason: 'Thiếu',
          until: '2026-11-20T10:00:00.000Z',
        },
        submitted: null,
      });
      await collectiveLike(office, nomination);
      const pages: [who: string, page: string, params: Record<string, string>][] = [
        ['an', 'review.dossier', { nomination }],
        ['an', 'review.returned', { nomination }],
        ['an', 'dossier.show', { round, candidate: person('an') }],
        ['adviceHead', 'review.dossier', { nomination }],
        ['adviceHead', 'collective.show', { round }],
        ['adviceDeputy', 'collective.show', { round }],
        ['adviceDeputy', 'progress.show', { round, department: dept('advice') }],
      ];
      for (const [who, page, params] of pages) {
        const shown = await office.as(who).page(page, params);
        assert.ok(shown, `${who} ${page}`);
        assert.doesNotMatch(JSON.stringify(shown.card), finding, `${who} ${page}`);
      }
      assert.match(JSON.stringify((await office.as('office').page('review.dossier', { nomination }))?.card), finding);
      assert.match(
        JSON.stringify((await office.as('vice').page('progress.show', { round, department: dept('advice') }))?.card),
        finding,
      );
    });

    it(`${state}: the office's people do not read it of their own dossier`, async () => {
      const office = await openOffice({ now: '2026-12-10T09:00:00' });
      await seedRound(office);
      const nomination = await seedDossier(office, 'office', { state });
      for (const [page, params] of [
        ['intake.open', { nomination }],
        ['intake.queue', { round, filter: 'all' }],
      ] as const) {
        const own = await office.as('office').page(page, { ...params });
        const colleague = await office.as('secretary').page(page, { ...params });
        assert.doesNotMatch(JSON.stringify(own?.card), finding, page);
        if (state === 'recommended' || page === 'intake.open')
          assert.match(JSON.stringify(colleague?.card), finding, page);
      }
    });
  }

  it('why a dossier is on hold is not told to a candidate who works in the office', async () => {
    const office = await openOffice();
    await seedRound(office);
    const nomination = await seedDossier(office, 'office', {
      state: 'onHold',
      nomination: {
        hold: { by: person('secretary'), at: '2026-11-20T02:00:00.000Z', reason: 'Có đơn phản ánh', from: 'opined' },
      },
    });
    assert.match(JSON.stringify((await office.as('secretary').page('intake.open', { nomination }))?.card), /phản ánh/);
    assert.doesNotMatch(
      JSON.stringify((await office.as('office').page('intake.open', { nomination }))?.card),
      /phản ánh/,
    );
  });
});

describe('a result that is recorded and not yet published', () => {
  it('is told to nobody concerned, whichever page they open', async () => {
    const office = await afterCouncil();
    await recorded(office);
    const pages: [who: string, page: string, params: Record<string, string>][] = [
      ['an', 'dossier.show', { round, candidate: person('an') }],
      ['an', 'dossier.read', { round, candidate: person('an') }],
      ['an', 'review.dossier', { nomination: id('an') }],
      ['on', 'dossier.show', { round, candidate: person('on') }],
      ['on', 'review.dossier', { nomination: id('on') }],
      ['adviceDeputy', 'collective.show', { round }],
      ['adviceDeputy', 'progress.show', { round, department: dept('advice') }],
    ];
    const told = /Được khen thưởng|Chưa được khen thưởng/;
    const shown = async (): Promise<string[]> =>
      Promise.all(
        pages.map(async ([who, page, params]) => JSON.stringify((await office.as(who).page(page, params))?.card)),
      );
    for (const [i, card] of (await shown()).entries()) assert.doesNotMatch(card, told, String(pages[i]));
    const preview = await confirmation(office, 'office', 'publish.results', { round, decision: decisionOne });
    await office.as('office').click('publish.results', preview);
    for (const [i, card] of (await shown()).entries()) assert.match(card, told, String(pages[i]));
  });
});

describe('a council member’s own case', () => {
  it('is read with the figures by the others only', async () => {
    const office = await afterCouncil();
    const votes = /[Tt]án thành/;
    const rowOf = (card: unknown, name: string): string => {
      const rows = JSON.stringify(card).split('"separator":true');
      return rows.find((row) => row.includes(name)) ?? '';
    };
    for (const [page, params] of [
      ['council.show', { round }],
      ['decide.show', { round }],
    ] as const) {
      const own = await office.as('director').page(page, { ...params });
      const other = await office.as('vice').page(page, { ...params });
      assert.ok(own && other);
      assert.doesNotMatch(rowOf(own.card, 'Trần Quốc Khánh'), votes, page);
      assert.match(rowOf(own.card, 'Nguyễn Văn An'), votes, page);
      assert.match(rowOf(other.card, 'Trần Quốc Khánh'), votes, page);
    }
  });
});
