import assert from 'node:assert/strict';
import { DateTime } from 'luxon';
import { type DueWave, dueWaves, nextWaveAt } from '../../../src/domain/calendar/due-waves.ts';
import {
  digestsAfter,
  plannedWaves,
  type WaveKind,
  type WaveRound,
  waveKinds,
} from '../../../src/domain/calendar/planned-waves.ts';
import { daysUntil } from '../../../src/domain/calendar/urgency.ts';
import { plannedRound } from '../../../src/domain/plan/rounds.ts';
import { khanhHoaPlan as plan } from '../../support/khanh-hoa-plan.ts';

const local = (iso: string) => DateTime.fromISO(iso, { zone: plan.zone });

function opened(id: string, opensAt?: string): WaveRound {
  const round = plannedRound(plan, id);
  return { id, opensAt: opensAt === undefined ? round.opensOn : local(opensAt), deadline: round.deadline };
}

const days = (round: WaveRound, kind: WaveKind) =>
  plannedWaves(plan, round)
    .filter((wave) => wave.kind === kind)
    .map((wave) => `${wave.at.toFormat('ccc dd/MM HH:mm')}${wave.isLastCall ? ' last' : ''}`);

/** Lives through the round to its deadline from sweep to sweep, recording what each returns; down while `isDown`. */
function live(round: WaveRound, isDown: (at: DateTime) => boolean = () => false) {
  const recorded = new Set<string>();
  const sent: (DueWave & { readonly daysLeft: number })[] = [];
  const merged: string[] = [];
  const sweeps = ['00:00', '07:30', '08:00', '08:30', '10:00', '20:00'];
  for (let i = 0; i < sweeps.length * 66; i++) {
    const day = round.opensAt.plus({ days: Math.floor(i / sweeps.length) });
    const now = local(`${day.toISODate()}T${sweeps[i % sweeps.length]}`);
    if (isDown(now) || now > round.deadline) continue;
    const due = dueWaves({ plan, round, waveIds: recorded, now });
    for (const wave of due) {
      sent.push({ ...wave, daysLeft: daysUntil(round.deadline, now) });
      recorded.add(wave.id);
      for (const missed of wave.merged) {
        merged.push(missed.id);
        recorded.add(missed.id);
      }
    }
    assert.deepEqual(dueWaves({ plan, round, waveIds: recorded, now }), [], `sweeping twice at ${now.toISO()}`);
  }
  return { sent, merged };
}

const lived = new Map<string, ReturnType<typeof live>>();
/** The round as planned, never down. */
function whole(id: string) {
  const known = lived.get(id) ?? live(opened(id));
  lived.set(id, known);
  return known;
}

describe('plannedWaves', () => {
  const expected: readonly [round: string, waves: Record<WaveKind, string[]>][] = [
    [
      'annual-2026',
      {
        staff: ['Mon 16/11 08:30', 'Mon 23/11 08:30', 'Fri 27/11 08:30', 'Mon 30/11 08:30 last'],
        head: ['Fri 30/10 08:30', 'Mon 16/11 08:30', 'Mon 23/11 08:30', 'Fri 27/11 08:30', 'Mon 30/11 08:30 last'],
        officeDigest: [
          'Mon 05/10 08:00',
          'Mon 12/10 08:00',
          'Mon 19/10 08:00',
          'Mon 26/10 08:00',
          'Mon 02/11 08:00',
          'Mon 09/11 08:00',
          'Mon 16/11 08:00',
          'Mon 23/11 08:00',
          'Wed 25/11 08:00',
          'Thu 26/11 08:00',
          'Fri 27/11 08:00',
          'Mon 30/11 08:00',
        ],
        headDigest: ['Mon 02/11 08:30', 'Mon 09/11 08:30'],
        leaders: ['Mon 23/11 08:30'],
        unsent: ['Mon 30/11 15:00 last'],
      },
    ],
    [
      'annual-2027',
      {
        staff: ['Tue 16/11 08:30', 'Tue 23/11 08:30', 'Mon 29/11 08:30', 'Tue 30/11 08:30 last'],
        head: [
          'Fri 29/10 08:30',
          'Tue 16/11 08:30',
          'Tue 23/11 08:30',
          'Fri 26/11 08:30',
          'Mon 29/11 08:30',
          'Tue 30/11 08:30 last',
        ],
        officeDigest: [
          'Mon 04/10 08:00',
          'Mon 11/10 08:00',
          'Mon 18/10 08:00',
          'Mon 25/10 08:00',
          'Mon 01/11 08:00',
          'Mon 08/11 08:00',
          'Mon 15/11 08:00',
          'Mon 22/11 08:00',
          'Thu 25/11 08:00',
          'Fri 26/11 08:00',
          'Mon 29/11 08:00',
          'Tue 30/11 08:00',
        ],
        headDigest: ['Mon 01/11 08:30', 'Mon 08/11 08:30', 'Mon 15/11 08:30', 'Mon 22/11 08:30'],
        leaders: ['Tue 23/11 08:30'],
        unsent: ['Tue 30/11 15:00 last'],
      },
    ],
    [
      'final-2030',
      {
        staff: ['Fri 15/11 08:30', 'Fri 22/11 08:30', 'Fri 29/11 08:30 last'],
        head: ['Thu 31/10 08:30', 'Fri 15/11 08:30', 'Fri 22/11 08:30', 'Wed 27/11 08:30', 'Fri 29/11 08:30 last'],
        officeDigest: [
          'Mon 07/10 08:00',
          'Mon 14/10 08:00',
          'Mon 21/10 08:00',
          'Mon 28/10 08:00',
          'Mon 04/11 08:00',
          'Mon 11/11 08:00',
          'Mon 18/11 08:00',
          'Mon 25/11 08:00',
          'Tue 26/11 08:00',
          'Wed 27/11 08:00',
          'Thu 28/11 08:00',
          'Fri 29/11 08:00',
        ],
        headDigest: ['Mon 04/11 08:30', 'Mon 11/11 08:30', 'Mon 18/11 08:30', 'Mon 25/11 08:30'],
        leaders: ['Fri 22/11 08:30'],
        unsent: ['Fri 29/11 15:00 last'],
      },
    ],
  ];
  for (const [id, waves] of expected) {
    for (const kind of waveKinds) {
      it(`${id}: ${kind}`, () => assert.deepEqual(days(opened(id), kind), waves[kind]));
    }
  }

  it('names a wave by round, kind and local date', () => {
    assert.equal(plannedWaves(plan, opened('annual-2026')).at(-2)?.id, 'wave:annual-2026:head:2026-11-30');
  });

  it('leaves out what lies before the opening', () => {
    assert.deepEqual(days(opened('annual-2026', '2026-11-22T15:00'), 'head'), [
      'Mon 23/11 08:30',
      'Fri 27/11 08:30',
      'Mon 30/11 08:30 last',
    ]);
  });

  it('uses the last day itself when the Friday before was past at the opening', () => {
    assert.deepEqual(days(opened('final-2030', '2030-11-29T15:00'), 'staff'), ['Sat 30/11 08:30 last']);
  });

  it('has none when the round opens after the last of them', () => {
    assert.deepEqual(plannedWaves(plan, opened('annual-2026', '2026-11-30T15:01')), []);
  });

  it('goes on for a year after the deadline with the office’s weekly digest alone', () => {
    const waves = digestsAfter(plan, opened('annual-2026'));
    assert.equal(waves.length, 52);
    assert.deepEqual([...new Set(waves.map((wave) => wave.kind))], ['officeDigest']);
    assert.deepEqual(
      [...waves.slice(0, 2), ...waves.slice(9, 11)].map((wave) => wave.at.toFormat('ccc dd/MM/yyyy HH:mm')),
      // In February the Monday is a holiday of the year's turn.
      ['Mon 07/12/2026 08:00', 'Mon 14/12/2026 08:00', 'Thu 04/02/2027 08:00', 'Mon 15/02/2027 08:00'],
    );
  });

  it('moves with the deadline of a grace window', () => {
    const round = { ...opened('annual-2026'), deadline: local('2026-12-02').endOf('day') };
    assert.deepEqual(days(round, 'staff').slice(-2), ['Tue 01/12 08:30', 'Wed 02/12 08:30 last']);
  });
});

describe('dueWaves', () => {
  for (const id of ['annual-2026', 'annual-2027', 'final-2030']) {
    it(`sends each planned wave of ${id} once, at its time, when never down`, () => {
      const round = opened(id);
      const { sent, merged } = whole(id);
      assert.deepEqual(
        sent.map((wave) => wave.id),
        plannedWaves(plan, round).map((wave) => wave.id),
      );
      assert.deepEqual(merged, []);
    });
  }

  it('counts the days that are really left', () => {
    const { sent } = whole('final-2030');
    assert.deepEqual(
      sent.filter((wave) => wave.kind === 'staff').map((wave) => wave.daysLeft),
      [15, 8, 1],
    );
  });

  it('sends one message after downtime, and records the rest as merged', () => {
    const round = opened('annual-2026');
    const downFrom = local('2026-11-15');
    const { sent, merged } = live(round, (at) => at >= downFrom && at < local('2026-11-25T10:00'));
    const after = sent.filter((wave) => wave.at >= downFrom);
    assert.deepEqual(
      after.slice(0, 3).map((wave) => `${wave.id} ${wave.daysLeft}`),
      [
        'wave:annual-2026:staff:2026-11-23 5',
        'wave:annual-2026:head:2026-11-23 5',
        'wave:annual-2026:officeDigest:2026-11-25 5',
      ],
    );
    assert.deepEqual(merged, [
      'wave:annual-2026:staff:2026-11-16',
      'wave:annual-2026:head:2026-11-16',
      'wave:annual-2026:officeDigest:2026-11-16',
      'wave:annual-2026:officeDigest:2026-11-23',
    ]);
  });

  const at = (now: string, waveIds: string[] = [], round = opened('annual-2026')) =>
    dueWaves({ plan, round, waveIds, now: local(now) }).map((wave) => wave.id.replace(`wave:${round.id}:`, ''));
  const all = plannedWaves(plan, opened('annual-2026')).map((wave) => wave.id);

  it('keeps a missed reminder for office hours', () => {
    assert.deepEqual(at('2026-11-16T21:00'), []);
    assert.deepEqual(at('2026-11-22T10:00'), []);
    assert.ok(at('2026-11-17T07:30').includes('staff:2026-11-16'));
  });

  it('lets the wave of the day stand for one missed before it', () => {
    assert.deepEqual(at('2026-11-23T08:15'), ['officeDigest:2026-11-23']);
    assert.ok(at('2026-11-23T08:30').includes('staff:2026-11-23'));
  });

  it('never sends a head the reminder and the digest of one list together', () => {
    const round = opened('annual-2026');
    const due = (now: string, waveIds: string[] = []) =>
      dueWaves({ plan, round, waveIds, now: local(now) }).filter((wave) => wave.kind.startsWith('head'));
    assert.deepEqual(due('2026-11-02T07:45'), [], 'the reminder missed on 30/10 waits for the digest of the day');
    for (const [now, id, merged] of [
      ['2026-11-02T08:30', 'head:2026-10-30', ['headDigest:2026-11-02']],
      [
        '2026-11-23T08:30',
        'head:2026-11-23',
        ['head:2026-10-30', 'head:2026-11-16', 'headDigest:2026-11-02', 'headDigest:2026-11-09'],
      ],
    ] as const) {
      const [wave, ...others] = due(now);
      assert.equal(wave?.id, `wave:annual-2026:${id}`);
      assert.deepEqual(others, []);
      assert.deepEqual(
        wave?.merged.map((each) => each.id),
        merged.map((each) => `wave:annual-2026:${each}`),
      );
      const recorded = [wave.id, ...wave.merged.map((each) => each.id)];
      assert.deepEqual(due(now, recorded), []);
    }
    const settled = ['wave:annual-2026:head:2026-10-30', 'wave:annual-2026:headDigest:2026-11-02'];
    assert.deepEqual(
      due('2026-11-09T08:30', settled).map((wave) => wave.id),
      ['wave:annual-2026:headDigest:2026-11-09'],
    );
  });

  it('sends the last call in the evening of the last day when the deadline leaves no other time, digests not', () => {
    assert.deepEqual(
      at(
        '2026-11-30T20:00',
        all.filter((id) => !id.endsWith('2026-11-30')),
      ),
      ['staff:2026-11-30', 'head:2026-11-30', 'unsent:2026-11-30'],
    );
  });

  it('sends it on the Saturday of 2030 when the Friday was missed, but not at night', () => {
    const round = opened('final-2030');
    assert.deepEqual(at('2030-11-30T03:00', [], round), []);
    assert.deepEqual(at('2030-11-30T07:30', [], round), ['staff:2030-11-29', 'head:2030-11-29', 'unsent:2030-11-29']);
  });

  it('sends nothing before the opening or after the deadline', () => {
    assert.deepEqual(at('2026-11-23T09:00', [], opened('annual-2026', '2026-11-23T10:00')), []);
    assert.deepEqual(at('2026-12-01T09:00'), []);
  });

  it('sends the last instant of the deadline what it owes, and the next nothing', () => {
    assert.equal(at('2026-11-30T23:59:59.999').length, 3);
    assert.equal(at('2026-12-01T00:00:00.000').length, 0);
  });

  it('after the deadline gives the office its weekly digest, missed ones as one, and nobody anything else', () => {
    assert.deepEqual(at('2026-12-04T09:00'), []);
    assert.deepEqual(at('2026-12-07T07:59'), []);
    assert.deepEqual(at('2026-12-07T08:00'), ['officeDigest:2026-12-07']);
    const [wave, ...others] = dueWaves({
      plan,
      round: opened('annual-2026'),
      waveIds: [],
      now: local('2026-12-22T09:00'),
    });
    assert.deepEqual(others, []);
    assert.equal(wave?.id, 'wave:annual-2026:officeDigest:2026-12-21');
    assert.deepEqual(
      wave?.merged.map((missed) => missed.on),
      ['2026-12-07', '2026-12-14'],
    );
    assert.equal(daysUntil(opened('annual-2026').deadline, local('2026-12-22T09:00')), -22);
    assert.deepEqual(at('2026-12-13T09:00'), [], 'not on a Sunday');
  });

  it('a grace window recorded after the deadline brings the reminders back', () => {
    const round = { ...opened('annual-2026'), deadline: local('2026-12-18').endOf('day') };
    assert.deepEqual(at('2026-12-11T08:30', [...all, 'wave:annual-2026:officeDigest:2026-12-07'], round), [
      'staff:2026-12-11',
      'head:2026-12-11',
      'leaders:2026-12-11',
    ]);
  });

  it('does not go back behind a recorded wave when the plan is amended', () => {
    const reminders = { ...plan.calendar.reminders, staffDaysBefore: [14, 12, 7, 1, 0] };
    const amended = { ...plan, calendar: { ...plan.calendar, reminders } };
    const waveIds = ['wave:annual-2026:staff:2026-11-23'];
    const due = dueWaves({ plan: amended, round: opened('annual-2026'), waveIds, now: local('2026-11-25T09:00') });
    assert.ok(!due.some((wave) => wave.kind === 'staff'));
  });

  it('keeps two rounds of one year apart', () => {
    const waveIds = plannedWaves(plan, opened('annual-2030')).map((wave) => wave.id);
    const due = dueWaves({ plan, round: opened('final-2030'), waveIds, now: local('2030-11-29T09:00') });
    assert.deepEqual(
      due.map((wave) => wave.id),
      [
        ...['staff', 'head', 'officeDigest'].map((kind) => `wave:final-2030:${kind}:2030-11-29`),
        'wave:final-2030:leaders:2030-11-22',
      ],
    );
  });
});

describe('nextWaveAt', () => {
  const round = opened('annual-2026');
  const planned = plannedWaves(plan, round);
  for (const [now, expected] of [
    ['2026-11-10T12:00', '2026-11-16T08:00'],
    ['2026-11-16T08:00', '2026-11-16T08:30'],
    ['2026-11-30T08:29', '2026-11-30T08:30'],
    ['2026-11-30T08:30', '2026-11-30T15:00'],
    ['2026-11-30T15:00', '2026-12-07T08:00'],
    ['2027-11-29T08:00', undefined],
  ] as const) {
    it(`is ${expected ?? 'never'} at ${now}, everything before being recorded`, () => {
      const waveIds = [...planned, ...digestsAfter(plan, round)]
        .filter((wave) => wave.at <= local(now))
        .map((wave) => wave.id);
      const next = nextWaveAt({ plan, round, waveIds, now: local(now) });
      assert.equal(next?.toFormat("yyyy-MM-dd'T'HH:mm"), expected);
    });
  }

  it('is the next opening of the office while a missed one waits', () => {
    const next = nextWaveAt({ plan, round, waveIds: [], now: local('2026-11-21T10:00') });
    assert.equal(next?.toFormat("yyyy-MM-dd'T'HH:mm"), '2026-11-23T07:30');
  });

  it('is the next opening of the office for a digest missed after the deadline, never for what the deadline ended', () => {
    const at = (now: string, waveIds: readonly string[]) =>
      nextWaveAt({ plan, round, waveIds, now: local(now) })?.toFormat("yyyy-MM-dd'T'HH:mm");
    assert.equal(at('2026-12-07T20:00', []), '2026-12-08T07:30');
    assert.equal(at('2026-11-30T20:00', []), '2026-12-07T08:00');
    assert.equal(at('2026-12-01T00:00', []), '2026-12-07T08:00');
  });

  it('never sleeps over a wave', () => {
    const recorded = new Set<string>();
    let now: DateTime | undefined = round.opensAt;
    for (let steps = 0; now !== undefined && steps < 200; steps++) {
      for (const wave of dueWaves({ plan, round, waveIds: recorded, now })) recorded.add(wave.id);
      now = nextWaveAt({ plan, round, waveIds: recorded, now });
    }
    const all = [...planned, ...digestsAfter(plan, round)];
    assert.deepEqual([...recorded].sort(), all.map((wave) => wave.id).sort());
  });
});
