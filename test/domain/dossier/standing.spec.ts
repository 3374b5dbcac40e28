import assert from 'node:assert/strict';
import { isMissing, type StandingFacts, standingOf } from '../../../src/domain/dossier/standing.ts';

describe('standingOf', () => {
  const nothing: StandingFacts = {
    presence: 'active',
    answered: 0,
    missing: 3,
    wish: 'undecided',
    nomination: null,
  };
  const done: Partial<StandingFacts> = { answered: 3, missing: 0 };
  const table: [what: string, facts: Partial<StandingFacts>, standing: string, missing: boolean][] = [
    ['nothing done', {}, 'notStarted', true],
    ['some answered', { answered: 1 }, 'assessing', true],
    ['finished, silent on being considered', { ...done }, 'undecided', true],
    ['asks, not sent', { ...done, wish: 'asks', nomination: 'draft' }, 'toSend', true],
    ['asks, no dossier made', { ...done, wish: 'asks' }, 'toSend', true],
    ['asks before finishing', { answered: 1, wish: 'asks', nomination: 'draft' }, 'assessing', true],
    ['let it lapse', { ...done, wish: 'asks', nomination: 'lapsed' }, 'lapsed', false],
    [
      'let it lapse, on leave since',
      { ...done, wish: 'asks', presence: 'onLeave', nomination: 'lapsed' },
      'lapsed',
      false,
    ],
    ['sent', { ...done, wish: 'asks', nomination: 'submitted' }, 'waitingOpinion', false],
    ['opined', { ...done, wish: 'asks', nomination: 'opined' }, 'waitingIntake', false],
    ['on hold', { ...done, wish: 'asks', nomination: 'onHold' }, 'onHold', false],
    ['not awarded', { ...done, wish: 'asks', nomination: 'declined' }, 'accepted', false],
    ['returned', { ...done, wish: 'asks', nomination: 'returned' }, 'returned', true],
    ['withdrawn', { ...done, wish: 'asks', nomination: 'withdrawn' }, 'declined', false],
    ['declines without assessing', { wish: 'declines' }, 'declined', false],
    ['declines after a draft', { ...done, wish: 'declines', nomination: 'draft' }, 'declined', false],
    ['on leave', { presence: 'onLeave' }, 'onLeave', false],
    ['on leave with a returned dossier', { presence: 'onLeave', nomination: 'returned' }, 'onLeave', false],
    ['on leave after sending', { presence: 'onLeave', nomination: 'accepted' }, 'accepted', false],
  ];
  for (const [what, facts, standing, missing] of table) {
    it(`${what}: ${standing}`, () => {
      const found = standingOf({ ...nothing, ...facts });
      assert.deepEqual([found, isMissing(found)], [standing, missing]);
    });
  }
});
