import assert from 'node:assert/strict';
import type { Attendance } from '../../../src/domain/people/presence.ts';
import { listReceivers } from '../../../src/domain/policy/list-receivers.ts';
import type { Role } from '../../../src/domain/policy/roles.ts';

const day = '2026-11-23';
const here: Attendance = { status: 'active', statusFrom: null, statusTo: null, endDate: null };
const away: Attendance = { ...here, status: 'onLeave', statusFrom: '2026-11-20', statusTo: '2026-11-25' };
const gone: Attendance = { ...here, endDate: '2026-11-22' };
const one = (id: string, role: Role, attendance: Attendance) => ({ id, data: { roles: [role], ...attendance } });

describe('listReceivers', () => {
  const rows: readonly [why: string, people: ReturnType<typeof one>[], receivers: string[]][] = [
    ['the head', [one('h', 'head', here), one('d', 'deputy', here), one('s', 'staff', here)], ['h']],
    ['both heads, where two are recorded', [one('h', 'head', here), one('h2', 'head', here)], ['h', 'h2']],
    ['the deputy of a head on leave', [one('h', 'head', away), one('d', 'deputy', here)], ['d']],
    ['the deputy of a head who left', [one('h', 'head', gone), one('d', 'deputy', here)], ['d']],
    ['the deputies of a vacant post', [one('d', 'deputy', here), one('d2', 'deputy', here)], ['d', 'd2']],
    ['only the deputy who is there', [one('d', 'deputy', away), one('d2', 'deputy', here)], ['d2']],
    ['nobody, where none is there', [one('h', 'head', away), one('d', 'deputy', gone), one('s', 'staff', here)], []],
  ];
  for (const [why, people, receivers] of rows) {
    it(`is ${why}`, () =>
      assert.deepEqual(
        listReceivers(people, day).map(({ id }) => id),
        receivers,
      ));
  }

  it('goes back to the head the day after the leave', () => {
    const people = [one('h', 'head', away), one('d', 'deputy', here)];
    assert.deepEqual(
      listReceivers(people, '2026-11-26').map(({ id }) => id),
      ['h'],
    );
  });
});
