import assert from 'node:assert/strict';
import { act, actions, bare, destructive, openUrl, primary, tight } from '../../../cards/kit/kit.ts';

describe('act', () => {
  it('sends its verb, and from older clients the same as a Submit that carries the verb in its data', () =>
    assert.deepEqual(act('Gửi hồ sơ', 'nomination.submit', { rev: 3 }), {
      type: 'Action.Execute',
      title: 'Gửi hồ sơ',
      verb: 'nomination.submit',
      data: { rev: 3 },
      fallback: { type: 'Action.Submit', title: 'Gửi hồ sơ', data: { rev: 3, verb: 'nomination.submit' } },
    }));
  it('has the same manners in both forms', () => {
    const { fallback, ...execute } = act('Rút hồ sơ', 'nomination.withdraw', {}, destructive, bare);
    for (const form of [execute, fallback])
      assert.deepEqual([form.style, form.associatedInputs], ['destructive', 'none']);
  });
  it('carries its own verb whatever the data call so', () =>
    assert.equal(act('Xem', 'sending.show', { verb: 'sending.recall' }).fallback.data.verb, 'sending.show'));
});

describe('openUrl', () => {
  it('leads out of Teams and sends nothing', () =>
    assert.deepEqual(openUrl('Mở tệp', 'https://files.test/x', primary), {
      type: 'Action.OpenUrl',
      title: 'Mở tệp',
      url: 'https://files.test/x',
      style: 'positive',
    }));
});

describe('actions', () => {
  it('stand within the body, those that are there', () => {
    const see = act('Xem', 'sending.show');
    assert.deepEqual(actions([false, see], tight), { type: 'ActionSet', actions: [see], spacing: 'None' });
  });
});
