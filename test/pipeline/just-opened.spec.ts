import assert from 'node:assert/strict';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import type { Ctx } from '../../src/pipeline/context.ts';
import { cameUp, requireRead } from '../../src/pipeline/just-opened.ts';
import { stamp } from '../../src/ports/commit.ts';
import { nominationId } from '../../src/records/nomination.ts';
import { dossier, meeting, openedRound, sessionOne } from '../support/before-council.ts';
import { actionsOf, type Office, openOffice, person } from '../support/office.ts';
import { instant, round, seedDossier, seedRound } from '../support/seed-round.ts';

/** A command that answers with the next thing, whose button stands where its own stood. */
interface Going {
  readonly name: string;
  readonly verb: string;
  readonly as: string;
  readonly begin: () => Promise<Office>;
  /** The first card. */
  readonly first: (office: Office) => Promise<unknown>;
}
const sentAt = (i: number) => ({ submitted: { by: person('an'), at: instant(`2026-11-0${i + 3}T08:00:00`) } });
const three = ['an', 'an2', 'hniê'];

async function dossiers(state: 'submitted' | 'opined'): Promise<Office> {
  const office = await openOffice({ now: '2026-11-09T09:00:00' });
  await seedRound(office);
  for (const [i, key] of three.entries()) await seedDossier(office, key, { state, nomination: sentAt(i) });
  return office;
}

const all: readonly Going[] = [
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
/** What the secretary would find filled in. */
const votes = { level: 'unit', agree: '5', disagree: '0', note: '' };

for (const { name, verb, as, begin, first } of all) {
  const button = (card: unknown) => {
    const found = actionsOf(card).find((action) => action.verb === verb);
    assert.ok(found, `no ${verb}`);
    return { ...found.data, ...(verb === 'council.save' ? votes : {}) };
  };
  const written = async (office: Office) => [
    (await office.dump('nomination')).map(({ id, rev }) => [id, rev]),
    (await office.owed()).length,
  ];

  describe(`a slow double click: ${name}`, () => {
    it('does nothing to what came up, however often, and acts once it can have been read', async () => {
      const office = await begin();
      const card = await first(office);
      later(office, 2_000);
      const next = await office.as(as).click(verb, button(card));
      const before = await written(office);
      for (const ms of [300, 400, 700]) {
        later(office, ms);
        await assert.rejects(office.as(as).click(verb, button(next.card)), { code: 'JUST_OPENED', show: next.show });
        assert.deepEqual(await written(office), before, `${ms} ms`);
      }
      const again = await office.as(as).page(next.show.page, next.show.params);
      later(office, 600);
      await office.as(as).click(verb, button(again?.card));
      assert.notDeepEqual(await written(office), before);
    });

    it('a card of before, one that says nonsense, and a clock set back are answered as ever', async () => {
      const said = [undefined, '', 'hôm nay', 17, null, {}, '9999-99-99', '2199-01-01T00:00:00.000Z', 'x'.repeat(500)];
      for (const opened of said) {
        const office = await begin();
        const { opened: _, ...before } = button(await first(office)) as Record<string, unknown>;
        const was = await written(office);
        await office.as(as).click(verb, { ...before, ...(opened === undefined ? {} : { opened }) });
        assert.notDeepEqual(await written(office), was, String(opened));
        office.store.close();
      }
      const office = await begin();
      const card = await first(office);
      later(office, 2_000);
      const next = await office.as(as).click(verb, button(card));
      const before = await written(office);
      later(office, -60_000);
      await office.as(as).click(verb, button(next.card));
      assert.notDeepEqual(await written(office), before);
    });
  });
}

describe('a card that has just come up', () => {
  it('is guarded for less than 1.5 seconds after it did, and at no other time', () => {
    const from = DateTime.fromISO('2026-11-30T16:55:00+07:00');
    fc.assert(
      fc.property(fc.integer({ min: -5_000, max: 5_000 }), (ms) => {
        const ctx = { at: from.plus({ milliseconds: ms }) } as Ctx;
        const act = () => requireRead(ctx, stamp(from), { show: { page: 'any', params: {} } });
        if (ms >= 0 && ms < 1_500) assert.throws(act, { code: 'JUST_OPENED' });
        else act();
      }),
    );
  });

  it('says nothing where the card says nothing that can be read', () => {
    fc.assert(
      fc.property(fc.anything(), (said) => {
        const opened = cameUp.parse(said);
        const at = DateTime.fromISO('2026-11-30T16:55:00+07:00');
        if (DateTime.fromISO(opened).isValid) return;
        requireRead({ at } as Ctx, opened, { show: { page: 'any', params: {} } });
      }),
    );
  });
});
