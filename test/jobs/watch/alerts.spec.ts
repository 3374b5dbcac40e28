import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { alertIds, alertsOf, type Facts } from '../../../src/jobs/watch/alerts.ts';

const minutes = 60_000;
const well: Facts = {
  holdsLease: true,
  trouble: '',
  oldest: undefined,
  isStill: false,
  sent: 100,
  notSent: 0,
  broken: 0,
  tokensTaken: 10,
  tokensRefused: 0,
};
const late = (min: number) => ({ oldest: { id: 'delivery:x', waitedMs: min * minutes }, isStill: true });

describe('what an operator is told', () => {
  const cases: readonly (readonly [what: string, facts: Partial<Facts>, ids: readonly string[]])[] = [
    ['nothing while all is well', {}, []],
    ['a message that stands still for ten minutes', late(10), ['deliveries-waiting']],
    ['not one that stands still for less', late(9.99), []],
    ['not a line of half an hour that moves', { ...late(30), isStill: false }, []],
    ['not by one that does not send, who gives the sender its time', { ...late(19), holdsLease: false }, []],
    ['by others when the sender itself stands still', { ...late(20), holdsLease: false }, ['deliveries-waiting']],
    ['that more than a fifth fails', { sent: 79, notSent: 21 }, ['sends-failing']],
    ['not that a fifth fails', { sent: 80, notSent: 20 }, []],
    ['not of two who took the app out', { sent: 0, notSent: 2 }, []],
    ['of twenty that all fail', { sent: 0, notSent: 20 }, ['sends-failing']],
    ['that the service refuses us as a whole', { broken: 2 }, ['sign-in-failing']],
    ['not of the one that may be chance', { broken: 1 }, []],
    ['that all tokens are refused', { tokensTaken: 0, tokensRefused: 5 }, ['sign-in-failing']],
    ['not of strangers who try while Teams is let in', { tokensTaken: 1, tokensRefused: 1_000 }, []],
    ['that it is not ready', { trouble: 'the disk is full' }, ['not-ready']],
    [
      'all that is so at once',
      { ...late(10), notSent: 100, broken: 2, trouble: 'x' },
      ['deliveries-waiting', 'sends-failing', 'sign-in-failing', 'not-ready'],
    ],
  ];
  for (const [what, facts, ids] of cases)
    it(what, () => {
      const alerts = alertsOf({ ...well, ...facts });
      assert.deepEqual(
        alerts.map(({ id }) => id),
        ids,
      );
    });
  it('comes with the figures it rests on', () => {
    const alerts = alertsOf({ ...well, ...late(61.5), notSent: 100, broken: 3, tokensRefused: 4, trouble: 'x' });
    assert.deepEqual(
      alerts.map(({ figures }) => figures),
      [
        { delivery: 'delivery:x', minutes: 61 },
        { sent: 100, notSent: 100 },
        { broken: 3, tokensTaken: 10, tokensRefused: 4 },
        { trouble: 'x' },
      ],
    );
  });
});

describe('the alerts of the process', () => {
  const read = (path: string): string => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
  it('are those that Azure waits for', () => {
    const ids = [...read('infra/modules/alerts.bicep').matchAll(/\{ id: '([\w-]+)'/g)].map(([, id]) => id);
    assert.deepEqual(ids, [...alertIds]);
  });
  it('and the one of Azure itself have a section of what to do each', () => {
    const sections = [...read('docs/operations.md').matchAll(/^### (.*)$/gm)].map(([, title]) => title);
    assert.deepEqual(sections, [...alertIds, 'nobody-runs']);
  });
});
