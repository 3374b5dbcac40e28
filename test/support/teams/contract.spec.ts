import assert from 'node:assert/strict';
import type { LedgerRequest } from '../../../sandbox/server/ledger.ts';
import { openContract } from './contract.ts';

const sent: LedgerRequest = {
  operation: 'send',
  method: 'POST',
  target: '/connector/v3/conversations/a%3A1/activities',
  body: { type: 'message', summary: 'x', attachments: [{ contentType: 'text/html', content: {} }] },
  status: 201,
  answer: { id: '1' },
};
const members = { ...sent, method: 'GET', target: '/connector/v3/conversations/a%3A1/pagedmembers?pageSize=2' };

describe('the contract of the connector', () => {
  const contract = openContract();
  before(function () {
    if (contract === undefined) this.skip();
  });
  const problems = (more: Partial<LedgerRequest>, of = sent) => contract?.({ ...of, ...more }) ?? [];

  it('is kept by a message and its answer, a refusal, and what is not answered', () => {
    assert.deepEqual(problems({}), []);
    assert.deepEqual(problems({ status: 429, answer: { error: { code: 'Throttled', message: 'x' } } }), []);
    assert.deepEqual(problems({ status: 0, answer: undefined }), []);
    const member = { id: '29:a', email: 'a@x.test', userPrincipalName: 'a@x.test', givenName: 'A', surname: 'B' };
    assert.deepEqual(problems({ body: undefined, status: 200, answer: { members: [member] } }, members), []);
  });

  for (const [what, more, of] of [
    ['a path that there is not', { target: '/connector/v3/teams/1' }],
    ['a method that there is not', { method: 'PATCH' }],
    ['a parameter that there is not', { target: `${members.target}&isTargetedActivity=true` }, members],
    ['a field that there is not', { body: { ...(sent.body as object), colour: 'red' } }],
    ['a field that only members of a team have', { body: { type: 'message', from: { id: '28:b', email: 'x' } } }],
    ['a field of another type', { body: { type: 'message', text: 1 } }],
    ['a type that there is not', { body: { type: 'shout' } }],
    ['a time that is none', { body: { type: 'message', timestamp: 'today' } }],
    ['a card that is a text', { body: { type: 'message', attachments: [{ contentType: 'x', content: 'x' }] } }],
    ['an answer that is not described', { answer: { activityId: '1' } }],
    ['an answer where there is none', { method: 'DELETE', target: `${sent.target}/1`, body: undefined, status: 200 }],
  ] as const)
    it(`is not kept by ${what}`, () => assert.notDeepEqual(problems(more, of), []));
});
