import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { NominationState } from '../../../src/domain/dossier/nomination.ts';
import { CodedError } from '../../../src/domain/errors.ts';
import { stamp } from '../../../src/ports/commit.ts';
import { create } from '../../../src/ports/documents.ts';
import { extensionId, extensionRecord } from '../../../src/records/extension.ts';
import { type Nomination, nominationId } from '../../../src/records/nomination.ts';
import { actionsOf, openOffice, person, scope } from '../../support/office.ts';
import { codeOf } from '../../support/refusal.ts';
import { instant, round, seedDossier, seedRound } from '../../support/seed-round.ts';

const id = nominationId(round, person('hniê'));
const act = { by: person('secretary'), at: instant('2026-11-20T09:00:00') };
const states = [
  'draft',
  'submitted',
  'returned',
  'opined',
  'accepted',
  'tabled',
  'withdrawn',
  'lapsed',
  'onHold',
] as const;

/** A dossier of H'Hen Niê as commands may leave it; whatever combination, the office's card must fit it. */
const drawn = fc.record({
  state: fc.constantFrom<NominationState | undefined>(undefined, ...states),
  wish: fc.constantFrom('asks' as const, 'declines' as const, 'undecided' as const),
  consent: fc.constantFrom(undefined, 'pending' as const, 'given' as const, 'refused' as const),
  without: fc.constantFrom([], ['CN2']),
  extendedUntil: fc.constantFrom(undefined, '2026-12-01T17:00:00', '2026-12-15T17:00:00'),
  returnedUntil: fc.constantFrom('2026-11-27T17:00:00', '2026-12-09T17:00:00'),
  wasSentBack: fc.boolean(),
  hasLeft: fc.boolean(),
  graceUntil: fc.constantFrom(null, '2026-12-10T17:00:00.000'),
  now: fc.constantFrom('2026-11-26T09:00:00', '2026-12-02T09:00:00', '2026-12-11T09:00:00', '2027-02-01T09:00:00'),
  of: fc.nat(),
});
type Drawn = typeof drawn extends fc.Arbitrary<infer D> ? D : never;
/** Complete, and lapsed with the round. */
const lapsed: Drawn = {
  state: 'lapsed',
  wish: 'asks',
  consent: undefined,
  without: [],
  extendedUntil: undefined,
  returnedUntil: '2026-11-27T17:00:00',
  wasSentBack: false,
  hasLeft: false,
  graceUntil: null,
  now: '2026-12-02T09:00:00',
  of: 1,
};

const rarely: readonly Drawn[] = [
  lapsed,
  ...(['accepted', 'opined', 'onHold', 'returned'] as const).map((state) => ({ ...lapsed, state })),
];

async function officeOf({ hasLeft, now, graceUntil, ...of }: Drawn) {
  const people = { hniê: hasLeft ? { endDate: '2026-11-25' } : {} };
  const office = await openOffice({ now, people });
  await seedRound(office, { graceUntil: graceUntil && instant(graceUntil) });
  const returned = { ...act, reason: 'Bổ sung', until: instant(of.returnedUntil) };
  const nomination: Partial<Nomination> = {
    proposal: of.consent === undefined ? null : { ...act, reason: 'Nổi bật', consent: of.consent },
    returned: of.state === 'returned' || of.wasSentBack ? returned : null,
    accepted: of.state === 'accepted' ? { ...act, lateReason: '' } : null,
    hold: of.state === 'onHold' ? { ...act, reason: 'Khiếu nại', from: 'submitted' } : null,
  };
  await seedDossier(office, 'hniê', {
    wish: of.wish,
    without: of.without,
    nomination,
    ...(of.state === undefined ? {} : { state: of.state }),
  });
  if (of.extendedUntil !== undefined) {
    const candidate = { kind: 'person' as const, id: person('hniê') };
    const given = { ...act, reason: 'Điều trị' };
    const until = instant(of.extendedUntil);
    const isOver = until < stamp(office.now);
    await office.store.commit(scope.unit, [
      create(extensionRecord, scope, extensionId(round, person('hniê')), { round, candidate, given, until, isOver }),
    ]);
  }
  return office;
}

describe('what the office is offered on a dossier, in whatever state', function () {
  this.timeout(60_000);
  it('is done when it is clicked, now and as the card asks for it', async () => {
    const done = new Set<string>();
    await fc.assert(
      fc.asyncProperty(drawn, async (of) => {
        const office = await officeOf(of);
        const shown = await Promise.all([
          of.state === undefined ? null : office.as('office').page('intake.open', { nomination: id }),
          office.as('office').page('intake.lateForm', { nomination: id }),
        ]);
        const offered = shown.flatMap((page) => actionsOf(page?.card)).filter(({ verb }) => changes.includes(verb));
        const button = offered[of.of % (offered.length || 1)];
        if (button === undefined) return office.store.close();
        const typed = { reason: 'Lý do chính đáng', until: '', receivedOn: '20/11/2026' };
        const click = async (verb: string, data: object) => {
          try {
            return await office.as('office').click(verb, data);
          } catch (error) {
            throw error instanceof CodedError ? new Error(`${verb} is refused: ${error.code}`) : error;
          }
        };
        const asked = takesText.includes(button.verb) && button.data.send === 'yes' ? typed : {};
        const answer = await click(button.verb, { ...button.data, ...asked });
        const form = actionsOf(answer.card).find(({ verb, data }) => verb === button.verb && data.send === 'yes');
        if (button.data.send !== 'yes' && form !== undefined) {
          const takes = button.verb === 'intake.original' ? { receivedOn: typed.receivedOn } : { reason: typed.reason };
          await click(form.verb, { ...form.data, ...takes });
        }
        done.add(button.verb);
        office.store.close();
      }),
      // Some buttons are rarely offered: without examples of them chance decides whether they are tried.
      { numRuns: 150, examples: rarely.flatMap((each) => [0, 1, 2, 3].map((of): [Drawn] => [{ ...each, of }])) },
    );
    assert.deepEqual([...done].sort(), [...changes].sort(), 'every button was tried');
  });

  it('says why where a dossier cannot be taken in', async () => {
    for (const [why, of] of [
      [/chưa đồng ý, không đề nghị xét hoặc đã rút/, { state: 'lapsed' as const, wish: 'declines' as const }],
      [/chưa đồng ý, không đề nghị xét hoặc đã rút/, { state: 'withdrawn' as const }],
      [/H'Hen Niê không còn thuộc đơn vị/, { state: 'lapsed' as const, hasLeft: true }],
    ] as const) {
      const office = await officeOf({ ...lapsed, ...of });
      const { text, card } = await office.as('office').click('intake.late', { nomination: id, rev: '1' });
      assert.match(text, why);
      assert.ok(!actionsOf(card).some(({ verb }) => verb === 'intake.reopen'));
      office.store.close();
    }
  });

  it('opens nothing again for whoever has left, also by a forged card', async () => {
    const office = await officeOf({ ...lapsed, hasLeft: true });
    const forged = { nomination: id, rev: '1', send: 'yes', reason: 'Lý do', until: '' };
    assert.equal(await codeOf(office.as('office').click('intake.reopen', forged)), 'EXTEND_LEFT');
    office.store.close();
  });
});

const changes = [
  'intake.accept',
  'intake.return',
  'intake.late',
  'intake.reopen',
  'intake.extend',
  'intake.hold',
  'intake.resume',
  'intake.original',
];
const takesText = ['intake.late', 'intake.reopen', 'intake.extend'];
