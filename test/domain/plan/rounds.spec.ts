import assert from 'node:assert/strict';
import { CodedError } from '../../../src/domain/errors.ts';
import { plannedRound, plannedRounds } from '../../../src/domain/plan/rounds.ts';
import { khanhHoaPlan as plan } from '../../support/khanh-hoa-plan.ts';

describe('plannedRounds', () => {
  it('are those of the source (R-029, R-030, R-079 … R-081)', () => {
    assert.deepEqual(
      plannedRounds(plan).map((round) => `${round.id} ${round.opensOn.toISODate()} ${round.deadline.toISO()}`),
      [
        'annual-2023 2023-10-01 2023-11-30T23:59:59.999+07:00',
        'annual-2024 2024-10-01 2024-11-30T23:59:59.999+07:00',
        'annual-2025 2025-10-01 2025-11-30T23:59:59.999+07:00',
        'preliminary-2025 2025-10-01 2025-11-30T23:59:59.999+07:00',
        'annual-2026 2026-10-01 2026-11-30T23:59:59.999+07:00',
        'annual-2027 2027-10-01 2027-11-30T23:59:59.999+07:00',
        'annual-2028 2028-10-01 2028-11-30T23:59:59.999+07:00',
        'annual-2029 2029-10-01 2029-11-30T23:59:59.999+07:00',
        'annual-2030 2030-10-01 2030-11-30T23:59:59.999+07:00',
        'final-2030 2030-10-01 2030-11-30T23:59:59.999+07:00',
      ],
    );
  });

  it('carry their year in the name', () => {
    assert.equal(plannedRound(plan, 'annual-2026').name, 'Đợt xét khen thưởng năm 2026');
  });

  it('give no milestone a day that the plan does not (R-084, R-094)', () => {
    assert.ok(plannedRound(plan, 'annual-2026').milestones.every((milestone) => milestone.on === null));
  });

  it('put a milestone into its year or the next', () => {
    const milestones = [
      { id: 'council', on: '12-15', yearAfter: false, owner: 'councilSecretary' },
      { id: 'filing', on: '06-30', yearAfter: true, owner: 'office' },
    ] as const;
    const round = plannedRound({ ...plan, calendar: { ...plan.calendar, milestones: [...milestones] } }, 'annual-2026');
    assert.deepEqual(
      round.milestones.map((milestone) => milestone.on),
      ['2026-12-15', '2027-06-30'],
    );
  });

  it('do not include one the plan has not', () => {
    assert.throws(
      () => plannedRound(plan, 'annual-2031'),
      (error) => error instanceof CodedError && error.code === 'NO_SUCH_ROUND',
    );
  });
});
