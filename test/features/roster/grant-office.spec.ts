import assert from 'node:assert/strict';
import sinon from 'sinon';
import { grantOffice } from '../../../src/features/roster/grant-office.ts';
import { create, load } from '../../../src/ports/documents.ts';
import { aadKeyId, aadKeyRecord } from '../../../src/records/key.ts';
import { personRecord } from '../../../src/records/person.ts';
import { openOffice, person, scope } from '../../support/office.ts';

describe('grantOffice', () => {
  it('gives the role once, keeps the others, and names whom the roster does not know', async () => {
    const office = await openOffice();
    await office.store.commit(scope.unit, [
      create(aadKeyRecord, scope, aadKeyId(scope.tenant, 'aad-an'), { personId: person('an') }),
    ]);
    const give = () => office.run((turn) => grantOffice(turn, ['AAD-AN', 'aad-nobody']));
    assert.deepEqual([await give(), await give()], [['aad-nobody'], ['aad-nobody']]);
    const an = await load(office.store, scope.unit, personRecord, person('an'));
    assert.deepEqual([an?.data.roles, an?.rev], [['staff', 'office'], 2]);
  });

  it('gives it once when another process, started at the same time, is quicker', async () => {
    const office = await openOffice();
    await office.store.commit(scope.unit, [
      create(aadKeyRecord, scope, aadKeyId(scope.tenant, 'aad-an'), { personId: person('an') }),
    ]);
    const give = () => office.run((turn) => grantOffice(turn, ['aad-an']));
    const commit = sinon.stub(office.store, 'commit').callsFake(async (...args) => {
      commit.restore();
      await give();
      return office.store.commit(...args);
    });
    assert.deepEqual(await give(), []);
    const an = await load(office.store, scope.unit, personRecord, person('an'));
    assert.deepEqual([an?.data.roles, an?.rev], [['staff', 'office'], 2]);
  });
});
