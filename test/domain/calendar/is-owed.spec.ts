import assert from 'node:assert/strict';
import { isEmpty, isOwed, type RemindedPerson, type RoundProgress } from '../../../src/domain/calendar/is-owed.ts';
import { type WaveKind, waveKinds } from '../../../src/domain/calendar/planned-waves.ts';

const person: RemindedPerson = { status: 'active', statusFrom: null, statusTo: null, endDate: null, quietRounds: [] };
const open: RoundProgress = { finished: false, declined: false, changed: false };

describe('isOwed', () => {
  const rows: readonly [name: string, kind: WaveKind, Partial<RemindedPerson>, Partial<RoundProgress>, boolean][] = [
    ['staff with something missing', 'staff', {}, {}, true],
    ['staff who are done', 'staff', {}, { finished: true }, false],
    ['staff who do not ask to be considered', 'staff', {}, { declined: true }, false],
    ['staff who stopped reminders of this round', 'staff', { quietRounds: ['annual-2026'] }, {}, false],
    ['staff who stopped those of another', 'staff', { quietRounds: ['annual-2025'] }, {}, true],
    ['staff on leave', 'staff', { status: 'onLeave' }, {}, false],
    ['staff on leave until the day', 'staff', { status: 'onLeave', statusTo: '2026-11-23' }, {}, false],
    ['staff back from leave', 'staff', { status: 'onLeave', statusTo: '2026-11-22' }, {}, true],
    ['staff whose leave is to come', 'staff', { status: 'onLeave', statusFrom: '2026-11-24' }, {}, true],
    ['staff who left', 'staff', { status: 'left' }, {}, false],
    ['staff whose last day was yesterday', 'staff', { endDate: '2026-11-22' }, {}, false],
    ['staff whose last day is today', 'staff', { endDate: '2026-11-23' }, {}, true],
    ['a head with work open', 'head', {}, {}, true],
    ['a head not to be considered, with work open', 'head', {}, { declined: true }, true],
    ['a head who is done', 'head', {}, { finished: true }, false],
    ['a head who stopped reminders of the own dossier', 'head', { quietRounds: ['annual-2026'] }, {}, true],
    ['a head who is done since the last list', 'head', {}, { finished: true, changed: true }, false],
    ['the office', 'officeDigest', { quietRounds: ['annual-2026'] }, {}, true],
    ['the office, of what changed last', 'officeDigest', {}, { finished: true, changed: true }, true],
    ['the office of nothing', 'officeDigest', {}, { finished: true }, false],
    ['an officer on leave', 'officeDigest', { status: 'onLeave' }, {}, false],
    ['a head, weekly', 'headDigest', { quietRounds: ['annual-2026'] }, {}, true],
    ['a head, weekly, of what changed last', 'headDigest', {}, { finished: true, changed: true }, true],
    ['a head, weekly, of nothing', 'headDigest', {}, { finished: true }, false],
    ['a head on leave, weekly', 'headDigest', { status: 'onLeave' }, { changed: true }, false],
  ];
  for (const [name, kind, personChange, progressChange, expected] of rows) {
    it(`${expected ? 'reminds' : 'spares'} ${name}`, () => {
      const wave = { kind, roundId: 'annual-2026', on: '2026-11-23' };
      assert.equal(isOwed(wave, { ...person, ...personChange }, { ...open, ...progressChange }), expected);
    });
  }
});

describe('isEmpty', () => {
  it('is decided by what is left to do, and for digests by what has changed besides', () => {
    const table = waveKinds.flatMap((kind) =>
      [false, true].flatMap((finished) =>
        [false, true].map(
          (changed) => [kind, finished, changed, isEmpty(kind, { ...open, finished, changed })] as const,
        ),
      ),
    );
    assert.deepEqual(
      table.filter(([, , , empty]) => empty).map(([kind, finished, changed]) => [kind, finished, changed]),
      [
        ['staff', true, false],
        ['staff', true, true],
        ['head', true, false],
        ['head', true, true],
        ['officeDigest', true, false],
        ['headDigest', true, false],
      ],
    );
    assert.equal(isEmpty('staff', { ...open, declined: true }), true);
    assert.equal(isEmpty('officeDigest', { ...open, declined: true }), false);
  });
});
