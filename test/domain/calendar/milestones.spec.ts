import assert from 'node:assert/strict';
import { DateTime } from 'luxon';
import {
  dueMilestones,
  type Milestone,
  milestoneState,
  nextMilestoneAt,
  remindedBefore,
} from '../../../src/domain/calendar/milestones.ts';
import { khanhHoaPlan as plan } from '../../support/khanh-hoa-plan.ts';

const local = (iso: string) => DateTime.fromISO(iso, { zone: plan.zone });
const opened = local('2026-10-01T09:00');
const council = (on: string | null, more: Partial<Milestone> = {}): Milestone => ({
  id: 'council',
  on,
  isDone: false,
  since: opened,
  ...more,
});

const sweeps = ['00:00', '07:30', '08:29', '08:30', '12:00', '17:00'];

interface Life {
  readonly from: string;
  readonly days: number;
  readonly isDown?: (at: DateTime) => boolean;
  readonly milestones: (at: DateTime) => readonly Milestone[];
  readonly recorded?: Set<string>;
}

/** From sweep to sweep, each twice; `ccc dd/MM HH:mm kind milestone`. */
function live({ from, days, isDown = () => false, milestones, recorded = new Set() }: Life): string[] {
  const sent: string[] = [];
  for (let i = 0; i < sweeps.length * days; i++) {
    const day = local(from).plus({ days: Math.floor(i / sweeps.length) });
    const now = local(`${day.toISODate()}T${sweeps[i % sweeps.length]}`);
    if (isDown(now)) continue;
    const question = () => ({ plan, roundId: 'annual-2026', milestones: milestones(now), waveIds: recorded, now });
    for (const due of dueMilestones(question())) {
      recorded.add(due.wave);
      sent.push(`${now.toFormat('ccc dd/MM HH:mm')} ${due.kind} ${due.milestone}`);
    }
    assert.deepEqual(dueMilestones(question()), [], `sweeping twice at ${now.toISO()}`);
    const next = nextMilestoneAt(question());
    assert.ok(next === undefined || next > now, `nothing is left waiting at ${now.toISO()}`);
  }
  return sent;
}

describe('dueMilestones', () => {
  const cases: readonly [name: string, from: string, on: string, expected: string[]][] = [
    [
      'three working days before, on the day, the day after; the leaders the second day after',
      '2026-12-01',
      '2026-12-10',
      [
        'Mon 07/12 08:30 reminder',
        'Thu 10/12 08:30 reminder',
        'Fri 11/12 08:30 reminder',
        'Mon 14/12 08:30 escalation',
      ],
    ],
    [
      'a Saturday is reminded of on the Friday',
      '2026-12-01',
      '2026-12-12',
      [
        'Tue 08/12 08:30 reminder',
        'Fri 11/12 08:30 reminder',
        'Mon 14/12 08:30 reminder',
        'Tue 15/12 08:30 escalation',
      ],
    ],
    [
      'the holiday of 24/11 is reminded of on the day before, and counted by nobody',
      '2026-11-10',
      '2026-11-24',
      [
        'Wed 18/11 08:30 reminder',
        'Mon 23/11 08:30 reminder',
        'Wed 25/11 08:30 reminder',
        'Thu 26/11 08:30 escalation',
      ],
    ],
    [
      'Tết 2027: nobody is told anything from 05/02 to 11/02',
      '2027-01-25',
      '2027-02-08',
      [
        'Mon 01/02 08:30 reminder',
        'Thu 04/02 08:30 reminder',
        'Fri 12/02 08:30 reminder',
        'Mon 15/02 08:30 escalation',
      ],
    ],
    [
      'Saturday 30/11/2030',
      '2030-11-20',
      '2030-11-30',
      [
        'Tue 26/11 08:30 reminder',
        'Fri 29/11 08:30 reminder',
        'Mon 02/12 08:30 reminder',
        'Tue 03/12 08:30 escalation',
      ],
    ],
  ];
  for (const [name, from, on, expected] of cases) {
    it(name, () => {
      assert.deepEqual(
        live({ from, days: 23, milestones: () => [council(on)] }),
        expected.map((line) => `${line} council`),
      );
    });
  }

  it('says nothing of what is done or has no date', () => {
    const milestones = [council(null), council('2026-12-10', { isDone: true })];
    assert.deepEqual(live({ from: '2026-12-07', days: 9, milestones: () => milestones }), []);
    const question = { plan, roundId: 'annual-2026', milestones, waveIds: [], now: local('2026-12-09T09:00') };
    assert.equal(nextMilestoneAt(question), undefined);
  });

  it('after ten days of standing still one reminder and one word to the leaders stand for all that was missed', () => {
    const isDown = (at: DateTime) => at < local('2026-12-17T12:00');
    const all = [council('2026-12-10'), council('2026-12-10', { id: 'toSo' })];
    assert.deepEqual(live({ from: '2026-12-17', days: 6, isDown, milestones: () => all }), [
      'Thu 17/12 12:00 reminder council',
      'Thu 17/12 12:00 escalation council',
      'Thu 17/12 12:00 reminder toSo',
      'Thu 17/12 12:00 escalation toSo',
    ]);
  });

  it('what was missed on a Friday evening waits for Monday, and is not said again an hour later', () => {
    const isDown = (at: DateTime) => at < local('2026-12-11T17:00');
    assert.deepEqual(live({ from: '2026-12-11', days: 10, isDown, milestones: () => [council('2026-12-11')] }), [
      'Mon 14/12 07:30 reminder council',
      'Tue 15/12 08:30 escalation council',
    ]);
  });

  describe('a date changed at noon, after the reminder of the morning,', () => {
    const noon = local('2026-12-07T12:00');
    const edits: readonly [to: string, expected: string[]][] = [
      ['2026-12-07', ['Tue 08/12 08:30 reminder', 'Wed 09/12 08:30 escalation']],
      ['2026-12-04', ['Tue 08/12 08:30 reminder', 'Wed 09/12 08:30 escalation']],
      ['2026-12-08', ['Tue 08/12 08:30 reminder', 'Wed 09/12 08:30 reminder', 'Thu 10/12 08:30 escalation']],
      [
        '2026-12-14',
        [
          'Wed 09/12 08:30 reminder',
          'Mon 14/12 08:30 reminder',
          'Tue 15/12 08:30 reminder',
          'Wed 16/12 08:30 escalation',
        ],
      ],
    ];
    for (const [to, expected] of edits) {
      it(`to ${to} reminds nobody again that day`, () => {
        const milestones = (at: DateTime) => [at < noon ? council('2026-12-10') : council(to, { since: noon })];
        assert.deepEqual(
          live({ from: '2026-12-07', days: 11, milestones }),
          ['Mon 07/12 08:30 reminder', ...expected].map((line) => `${line} council`),
        );
      });
    }
  });

  it('a date set when its first reminder is past already is told of at once', () => {
    const set = local('2026-12-09T11:59');
    const milestones = (at: DateTime) => [at < set ? council(null) : council('2026-12-10', { since: set })];
    assert.deepEqual(live({ from: '2026-12-09', days: 3, milestones }), [
      'Wed 09/12 12:00 reminder council',
      'Thu 10/12 08:30 reminder council',
      'Fri 11/12 08:30 reminder council',
    ]);
  });

  it('a tick that is taken back leaves the owner a day before anyone else hears of it, each once', () => {
    const back = local('2026-12-21T10:00');
    const milestones = (at: DateTime) => [
      council('2026-12-10', { isDone: at > local('2026-12-11T09:00') && at < back, since: at < back ? opened : back }),
    ];
    assert.deepEqual(live({ from: '2026-12-07', days: 18, milestones }), [
      'Mon 07/12 08:30 reminder council',
      'Thu 10/12 08:30 reminder council',
      'Fri 11/12 08:30 reminder council',
      'Tue 22/12 08:30 reminder council',
      'Wed 23/12 08:30 escalation council',
    ]);
  });

  it('goes by the plan’s own numbers', () => {
    const reminders = { ...plan.calendar.reminders, milestoneDaysBefore: [], escalateAfterWorkingDays: 5, at: '14:00' };
    const own = { ...plan, calendar: { ...plan.calendar, reminders } };
    const ask = (now: string, waveIds: string[] = []) => ({
      plan: own,
      roundId: 'annual-2026',
      milestones: [council('2026-12-10')],
      waveIds,
      now: local(now),
    });
    assert.deepEqual(dueMilestones(ask('2026-12-10T15:00')), []);
    assert.equal(nextMilestoneAt(ask('2026-12-10T15:00'))?.toISO(), local('2026-12-11T14:00').toISO());
    const [due] = dueMilestones(ask('2026-12-11T14:00'));
    assert.equal(due?.wave, 'wave:annual-2026:reminder-council:2026-12-11');
    assert.equal(
      nextMilestoneAt(ask('2026-12-11T14:00', [due?.wave ?? '']))?.toISO(),
      local('2026-12-17T14:00').toISO(),
    );
  });
});

describe('milestoneState', () => {
  const cases: readonly [on: string | null, isDone: boolean, state: string, days: number][] = [
    [null, false, 'undated', 0],
    ['2026-12-10', true, 'done', 0],
    [null, true, 'done', 0],
    ['2026-12-09', false, 'overdue', -1],
    ['2026-12-10', false, 'today', 0],
    ['2026-12-13', false, 'soon', 3],
    ['2026-12-14', false, 'later', 4],
  ];
  for (const [on, isDone, state, days] of cases) {
    it(`${on ?? 'no date'}${isDone ? ', done' : ''}: ${state}`, () => {
      for (const time of ['00:00', '23:59']) {
        assert.deepEqual(milestoneState({ on, isDone }, local(`2026-12-10T${time}`)), { state, days });
      }
    });
  }
});

describe('remindedBefore', () => {
  const cases: readonly [on: string, day: string | undefined][] = [
    ['2026-12-10', undefined],
    ['2026-12-12', '2026-12-11'],
    ['2026-11-24', '2026-11-23'],
    ['2027-02-08', '2027-02-04'],
  ];
  for (const [on, day] of cases) it(on, () => assert.equal(remindedBefore(on, plan)?.toISODate(), day));
});
