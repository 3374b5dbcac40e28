import assert from 'node:assert/strict';
import { pageOf, readMember, readMembers } from '../../../src/adapters/teams/members.ts';

const tenant = '11111111-1111-4111-8111-111111111111';
const an = { id: '29:1an', name: 'An', aadObjectId: 'AAD-AN', tenantId: tenant, userRole: 'user' };
const read = (members: unknown, more: object = {}) => readMembers({ members, ...more }, tenant);

describe('a page of members', () => {
  it('is read as Teams gives it, optional fields absent or null', () => {
    assert.deepEqual(
      read([an, { id: '29:1b', objectId: 'b', aadObjectId: null, userRole: null }], { continuationToken: 't' }),
      {
        kind: 'members',
        members: [
          { userId: '29:1an', aadObjectId: 'aad-an', isGuest: false, name: 'An', emails: [] },
          { userId: '29:1b', aadObjectId: 'b', isGuest: false, name: '', emails: [] },
        ],
        next: 't',
      },
    );
    assert.deepEqual(read(null, { continuationToken: null }), { kind: 'members', members: [], next: '' });
  });
  it('knows guests by their role and by their tenant, and no bots', () => {
    const foreign = '22222222-2222-4222-8222-222222222222';
    const page = read([
      { ...an, userRole: 'guest' },
      { ...an, userRole: 'anonymous' },
      { ...an, tenantId: foreign },
      { ...an, tenantId: tenant.toUpperCase() },
      { ...an, id: '28:bot' },
      'x',
    ]);
    assert.ok(page.kind === 'members');
    assert.deepEqual(
      page.members.map(({ isGuest }) => isGuest),
      [true, true, true, false],
    );
    const local = readMembers({ members: [{ ...an, tenantId: foreign }] }, '');
    assert.ok(local.kind === 'members' && local.members[0]?.isGuest === false, 'the sandbox has one tenant');
  });
  it('has the e-mail and the sign-in name of people, of whom alone it is certain that they are no guests', () => {
    const mails = { email: 'An@Unit.vn', userPrincipalName: 'an@unit.vn' };
    const of = (more: object) => {
      const page = readMembers({ members: [{ ...an, ...mails, ...more }] }, tenant);
      return page.kind === 'members' ? page.members[0]?.emails : undefined;
    };
    assert.deepEqual(of({}), ['an@unit.vn']);
    assert.deepEqual(of({ userPrincipalName: 'an.le@unit.vn' }), ['an@unit.vn', 'an.le@unit.vn']);
    assert.deepEqual(of({ email: null, userPrincipalName: '' }), []);
    assert.deepEqual([of({ userRole: 'guest' }), of({ userRole: null })], [[], []]);
  });
  it('asked for by name is one of them, and no bot', () => {
    assert.deepEqual(readMember({ ...an, email: 'an@unit.vn' }, tenant), {
      kind: 'member',
      member: { userId: '29:1an', aadObjectId: 'aad-an', isGuest: false, name: 'An', emails: ['an@unit.vn'] },
    });
    for (const odd of [undefined, {}, { ...an, id: '28:bot' }]) assert.equal(readMember(odd, tenant).kind, 'unknown');
  });
  it('that is none is not taken for an empty one', () => {
    for (const odd of [undefined, null, 'x', { members: 'x' }]) assert.equal(readMembers(odd, tenant).kind, 'unknown');
  });
  it('is asked for without a token when it is the first', () => {
    assert.deepEqual([pageOf(''), pageOf('t')], [{ pageSize: 100 }, { pageSize: 100, continuationToken: 't' }]);
  });
});
