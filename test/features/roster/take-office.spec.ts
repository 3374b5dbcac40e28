import assert from 'node:assert/strict';
import { grantOffice } from '../../../src/features/roster/grant-office.ts';
import { takeOffice } from '../../../src/features/roster/take-office.ts';
import { create, load, replace } from '../../../src/ports/documents.ts';
import { aadKeyId, aadKeyRecord } from '../../../src/records/key.ts';
import { personRecord } from '../../../src/records/person.ts';
import { openOffice, person, scope } from '../../support/office.ts';

/** An has an account, and is of the staff; the office has its people by the roster. */
async function setUp() {
  const office = await openOffice();
  await office.store.commit(scope.unit, [
    create(aadKeyRecord, scope, aadKeyId(scope.tenant, 'aad-an'), { personId: person('an') }),
  ]);
  const rolesOf = async (key: string) =>
    (await load(office.store, scope.unit, personRecord, person(key)))?.data.roles ?? [];
  const change = async (key: string, more: object): Promise<void> => {
    const stored = await load(office.store, scope.unit, personRecord, person(key));
    assert.ok(stored);
    await office.store.commit(scope.unit, [replace(personRecord, stored, { ...stored.data, ...more })]);
  };
  await change('an', { aadObjectId: 'aad-an' });
  /** A start with these ids in the configuration. */
  const start = async (...ids: string[]): Promise<string[]> => {
    await office.run((turn) => grantOffice(turn, ids));
    return office.run((turn) => takeOffice(turn, ids));
  };
  const trail = async () =>
    (await office.dump('audit')).flatMap(({ data }) => {
      const { command, subject } = data as { command: string; subject: string };
      return command.startsWith('roster.') && command.endsWith('Office') ? [`${command} ${subject}`] : [];
    });
  return { office, start, rolesOf, change, trail };
}
const before = ['staff'];

describe('takeOffice', () => {
  it('takes the role at the next start from whom the configuration no longer names, with a trace, and gives it again', async () => {
    const t = await setUp();
    await t.start('AAD-AN');
    assert.deepEqual(await t.rolesOf('an'), [...before, 'office']);
    assert.deepEqual(await t.start('aad-an'), [], 'still named');
    assert.deepEqual(await t.rolesOf('an'), [...before, 'office']);
    for (let twice = 0; twice < 2; twice += 1) assert.deepEqual(await t.start(), []);
    assert.deepEqual(await t.rolesOf('an'), before);
    await t.start('aad-an');
    await t.start();
    assert.deepEqual(await t.rolesOf('an'), before);
    const one = person('an');
    assert.deepEqual(await t.trail(), [
      `roster.grantOffice ${one}`,
      `roster.takeOffice ${one}`,
      `roster.grantOffice ${one}`,
      `roster.takeOffice ${one}`,
    ]);
  });
  it('is refused at once what only the office may do', async () => {
    const t = await setUp();
    await t.start('aad-an');
    await t.start();
    await assert.rejects(t.office.as('an').say('phát động'), /NOT_ALLOWED/);
  });
  it('leaves the role to whom the roster gave it', async () => {
    const t = await setUp();
    const roles = await t.rolesOf('office');
    assert.deepEqual(await t.start(), []);
    assert.deepEqual(await t.rolesOf('office'), roles);
  });
  it('leaves it to everyone, and says to whom, while nobody else would act for the office', async () => {
    const t = await setUp();
    await t.start('aad-an');
    const others = (await t.office.dump('person')).filter(
      ({ id, data }) => id !== person('an') && (data as { roles: string[] }).roles.includes('office'),
    );
    assert.ok(others.length > 0);
    for (const { id } of others) await t.change(id.replace('person:', ''), { status: 'left' });
    assert.deepEqual(await t.start(), [person('an')]);
    assert.deepEqual(await t.rolesOf('an'), [...before, 'office']);
    const [back] = others;
    await t.change(back?.id.replace('person:', '') ?? '', { status: 'active' });
    assert.deepEqual(await t.start(), []);
    assert.deepEqual(await t.rolesOf('an'), before);
  });
});
