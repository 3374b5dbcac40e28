import assert from 'node:assert/strict';
import { isEmpty, isOwed, type RemindedPerson, type RoundProgress } from '../../../src/domain/calendar/is-owed.ts';
import { type WaveKind, waveKinds } from '../../../src/domain/calendar/planned-waves.ts';

const person: RemindedPerson = { status: 'active', statusFrom: null, statusTo: null, endDate: null, quietRounds: [] };
const open: RoundProgress = { finished: false, declined: false, since: 'first' };

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
    ['a head who is done since the last list', 'head', {}, { finished: true, since: 'changed' }, false],
    ['the office', 'officeDigest', { quietRounds: ['annual-2026'] }, {}, true],
    ['the office, of what changed last', 'officeDigest', {}, { finished: true, since: 'changed' }, true],
    ['the office of nothing', 'officeDigest', {}, { finished: true }, false],
    ['an officer on leave', 'officeDigest', { status: 'onLeave' }, {}, false],
    ['a head, weekly', 'headDigest', { quietRounds: ['annual-2026'] }, {}, true],
    ['a head, weekly, of what changed last', 'headDigest', {}, { finished: true, since: 'changed' }, true],
    ['a head, weekly, of nothing', 'headDigest', {}, { finished: true }, false],
    ['a head of the same list the day before', 'head', {}, { since: 'again' }, false],
    ['the office of nothing new', 'officeDigest', {}, { since: 'unchanged' }, false],
    ['a head on leave, weekly', 'headDigest', { status: 'onLeave' }, { since: 'changed' }, false],
  ];
  for (const [name, kind, personChange, progressChange, expected] of rows) {
    it(`${expected ? 'reminds' : 'spares'} ${name}`, () => {
      const wave = { kind, roundId: 'annual-2026', on: '2026-11-23' };
      assert.equal(isOwed(wave, { ...person, ...personChange }, { ...open, ...progressChange }), expected);
    });
  }
});

describe('isEmpty', () => {
  it('is decided by what is left to do, and by what has changed since the last', () => {
    const sinces = ['first', 'changed', 'unchanged', 'again'] as const;
    const told = (kind: WaveKind, finished: boolean): string =>
      sinces.filter((since) => !isEmpty(kind, { ...open, finished, since })).join(' ');
    const all = sinces.join(' ');
    const table = Object.fromEntries(waveKinds.map((kind) => [kind, [told(kind, false), told(kind, true)]]));
    assert.deepEqual(table, {
      staff: [all, ''],
      // The same list within two working days is not sent again.
      head: ['first changed unchanged', ''],
      officeDigest: ['first changed', 'changed'],
      headDigest: ['first changed', 'changed'],
      leaders: [all, all],
      unsent: [all, ''],
    });
  });
});
