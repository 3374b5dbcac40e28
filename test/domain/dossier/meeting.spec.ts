import assert from 'node:assert/strict';
import { type MeetingFacts, meetingProblem } from '../../../src/domain/dossier/meeting.ts';

const held: MeetingFacts = { heldOn: '2026-11-10', present: 9, total: 11, chair: 'Đỗ Ăn', secretary: 'Trịnh Thị Ẩn' };

describe('meetingProblem', () => {
  const cases: readonly (readonly [why: string, change: Partial<MeetingFacts>, code: string | undefined])[] = [
    ['a meeting of yesterday', {}, undefined],
    ['today', { heldOn: '2026-11-12' }, undefined],
    ['all present', { present: 11 }, undefined],
    ['no date', { heldOn: undefined }, 'MEETING_DATE'],
    ['tomorrow', { heldOn: '2026-11-13' }, 'MEETING_IN_FUTURE'],
    ['no number', { present: undefined }, 'MEETING_COUNT'],
    ['no total', { total: undefined }, 'MEETING_COUNT'],
    ['nobody present', { present: 0 }, 'MEETING_COUNT'],
    ['more present than there are', { present: 12 }, 'MEETING_TOO_MANY'],
    ['no chair', { chair: '' }, 'MEETING_OFFICERS'],
    ['no secretary', { secretary: '' }, 'MEETING_OFFICERS'],
  ];
  for (const [why, change, code] of cases) {
    it(`${why}: ${code ?? 'nothing against it'}`, () => {
      assert.equal(meetingProblem({ ...held, ...change }, '2026-11-12'), code);
    });
  }
});
