import assert from 'node:assert/strict';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { act, readFirst } from '../../cards/kit/kit.ts';
import { requireRead, stampCameUp } from '../../src/pipeline/just-opened.ts';
import { stamp } from '../../src/ports/commit.ts';
import type { Card } from '../../src/ports/messenger.ts';
import { nominationId } from '../../src/records/nomination.ts';
import { dossier, meeting, openedRound, sessionOne } from '../support/before-council.ts';
import { actionsOf, type Office, openOffice, person } from '../support/office.ts';
import { instant, round, seedDossier, seedRound } from '../support/seed-round.ts';

/** A click that brings up a button that decides where its own stood. */
interface Going {
  readonly name: string;
  /** Of the first card's button, where it is another. */
  readonly from?: string;
  /** Of the button that decides. */
  readonly verb: string;
  readonly as: string;
  readonly begin: () => Promise<Office>;
  /** The first card. */
  readonly first: (office: Office) => Promise<Card>;
}
const sentAt = (i: number) => ({ submitted: { by: person('an'), at: instant(`2026-11-0${i + 3}T08:00:00`) } });
const three = ['an', 'an2', 'hniê'];

async function dossiers(state: 'submitted' | 'opined'): Promise<Office> {
  const office = await openOffice({ now: '2026-11-09T09:00:00' });
  await seedRound(office);
  for (const [i, key] of three.entries()) await seedDossier(office, key, { state, nomination: sentAt(i) });
  return office;
}

/** What stands in a form when its button is clicked. */
const filledIn: Readonly<Record<string, object>> = {
  'nomination.request': { level: 'unit' },
  'council.save': { level: 'unit', agree: '5', disagree: '0', note: '' },
};

const all: readonly Going[] = [
  {
    name: 'asking to be considered',
    from: 'nomination.request',
    verb: 'nomination.submit',
    as: 'an',
    begin: async () => {
      const office = await openOffice();
      await seedRound(office);
      await seedDossier(office, 'an', { wish: 'undecided' });
      return office;
    },
    first: async (office) => (await office.as('an').click('nomination.request', { round })).card,
  },
  {
    name: 'taking a dossier back',
    verb: 'nomination.withdraw',
    as: 'an',
    begin: () => dossiers('submitted'),
    first: async (office) => (await office.as('an').click('dossier.show', { round })).card,
  },
  {
    name: 'agreeing with a dossier',
    verb: 'review.agree',
    as: 'adviceHead',
    begin: () => dossiers('submitted'),
    first: async (office) => (await office.as('adviceHead').click('review.next', { round })).card,
  },
  {
    name: 'taking a dossier in',
    verb: 'intake.accept',
    as: 'office',
    begin: () => dossiers('opined'),
    first: async (office) => {
      const nomination = nominationId(round, person('an'));
      return (await office.as('office').click('intake.open', { nomination })).card;
    },
  },
  {
    name: 'recording a vote',
    verb: 'council.save',
    as: 'secretary',
    begin: async () => {
      const office = await openOffice({ now: '2026-12-04T09:00:00' });
      await openedRound(office);
      const keys = ['an', 'thao', 'vice'].map(person);
      for (const key of keys) await dossier(office, key);
      await office
        .as('secretary')
        .click('council.record', { round, number: '1', ...meeting, dossiers: keys.join(',') });
      return office;
    },
    first: async (office) => {
      const { card } = await office.as('secretary').click('council.session', { session: sessionOne });
      const open = actionsOf(card).find(({ verb }) => verb === 'council.case');
      return (await office.as('secretary').click('council.case', open?.data)).card;
    },
  },
];

const later = (office: Office, ms: number): void => office.set(office.now.plus({ milliseconds: ms }).toISO() ?? '');

for (const { name, from, verb, as, begin, first } of all) {
  /** As the bot puts it into the place of the card before. */
  const button = (card: Card, at: DateTime, of = verb) => {
    const found = actionsOf(stampCameUp(card, at)).findLast((action) => action.verb === of);
    assert.ok(found, `no ${of}`);
    return { ...found.data, ...filledIn[of] };
  };
  const written = async (office: Office) => [
    (await office.dump('nomination')).map(({ id, rev }) => [id, rev]),
    (await office.owed()).length,
  ];

  describe(`a slow double click: ${name}`, () => {
    it('does nothing to what came up, however often, and acts once it can have been read', async () => {
      const office = await begin();
      const card = await first(office);
      const open = button(card, office.now, from);
      later(office, 2_000);
      const next = await office.as(as).click(from ?? verb, open);
      const decide = button(next.card, office.now);
      const before = await written(office);
      for (const ms of [0, 300, 400, 700]) {
        later(office, ms);
        await assert.rejects(office.as(as).click(verb, decide), { code: 'JUST_OPENED' });
        assert.deepEqual(await written(office), before, `${ms} ms`);
      }
      later(office, 600);
      await office.as(as).click(verb, decide);
      assert.notDeepEqual(await written(office), before);
    });

    it('a card of before, one that says nonsense, and a clock set back are answered as ever', async () => {
      const said = [undefined, '', 'hôm nay', 17, null, {}, '9999-99-99', '2199-01-01T00:00:00.000Z', 'x'.repeat(500)];
      for (const cameUp of said) {
        const office = await begin();
        const { card } = await office
          .as(as)
          .click(from ?? verb, button(await first(office), office.now.minus({ hour: 1 }), from));
        const { cameUp: _, ...before } = button(card, office.now) as Record<string, unknown>;
        const was = await written(office);
        await office.as(as).click(verb, { ...before, ...(cameUp === undefined ? {} : { cameUp }) });
        assert.notDeepEqual(await written(office), was, String(cameUp));
        office.store.close();
      }
      const office = await begin();
      const open = button(await first(office), office.now, from);
      later(office, 2_000);
      const next = await office.as(as).click(from ?? verb, open);
      const decide = button(next.card, office.now);
      const before = await written(office);
      later(office, -60_000);
      await office.as(as).click(verb, decide);
      assert.notDeepEqual(await written(office), before);
    });
  });
}

describe('a card that has just come up', () => {
  const from = DateTime.fromISO('2026-11-30T16:55:00+07:00');

  it('is guarded for less than 1.5 seconds after it did, and at no other time', () => {
    fc.assert(
      fc.property(fc.integer({ min: -5_000, max: 5_000 }), (ms) => {
        const act = () => requireRead({ at: from.plus({ milliseconds: ms }) }, { round, cameUp: stamp(from) });
        if (ms >= 0 && ms < 1_500) assert.throws(act, { code: 'JUST_OPENED' });
        else assert.deepEqual(act(), { round });
      }),
    );
  });

  it('says nothing where the card says nothing that can be read', () => {
    fc.assert(
      fc.property(fc.anything(), (cameUp) => {
        if (typeof cameUp === 'string' && DateTime.fromISO(cameUp).isValid) return;
        assert.deepEqual(requireRead({ at: from }, { round, cameUp }), { round });
      }),
    );
  });

  it('says when it did on what confirms and what decides unasked, in both kinds of button, and on nothing else', () => {
    const card = {
      actions: [
        act('Gửi', 'nomination.submit', { round, confirm: 'yes' }),
        act('Nhận', 'intake.accept', { round, ...readFirst }),
        act('Mở', 'round.show', { round, confirm: '' }),
      ],
    } as unknown as Card;
    const { actions } = stampCameUp(card, from) as unknown as { actions: ReturnType<typeof act>[] };
    const said = actions.map(({ data, fallback }) => [data.cameUp, fallback.data.cameUp]);
    const at = stamp(from);
    assert.deepEqual(said, [
      [at, at],
      [at, at],
      [undefined, undefined],
    ]);
  });
});
