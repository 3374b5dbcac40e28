import assert from 'node:assert/strict';
import { decode, replace } from '../../../src/ports/documents.ts';
import { personRecord } from '../../../src/records/person.ts';
import { type Office, openOffice, person, scope } from '../../support/office.ts';
import { connect, crowd, launch } from './launching.ts';

const shownOf = async (office: Office): Promise<string> => (await office.as('office').say('phát động')).text;
/** “12 Người nhận” of the whole, and the whole of each department. */
const wholes = (text: string): { people: number; departments: number[] } => ({
  people: Number(/(\d+)\s+Người nhận/.exec(text)?.[1]),
  departments: [...text.matchAll(/^\s*\d+\/(\d+)\s*$/gm)].map(([, all]) => Number(all)),
});
const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);

async function leaves(office: Office, key: string): Promise<void> {
  const stored = await office.store.get(scope.unit, person(key));
  assert.ok(stored);
  const known = decode(personRecord, stored);
  const data = { ...known.data, status: 'left' as const, statusFrom: '2026-01-01' };
  await office.store.commit(scope.unit, [replace(personRecord, known, data)]);
}

describe('figures of a launch', () => {
  it('name no whole of a department before all its messages are owed: nobody knows whom of it they concern', async () => {
    const office = await openOffice();
    await leaves(office, 'thao');
    for (const key of ['office', 'an']) await connect(office, key);
    await launch(office);
    const text = await shownOf(office);
    assert.deepEqual(wholes(text).departments, []);
    assert.match(text, /Đã đọc: 0/);
  });

  it('add up to the whole once they are, without those who have left, and say who came later', async () => {
    const office = await openOffice();
    await leaves(office, 'thao');
    for (const key of ['office', 'an']) await connect(office, key);
    await launch(office);
    await office.runDue();
    const before = wholes(await shownOf(office));
    assert.ok(before.departments.length > 1);
    assert.equal(sum(before.departments), before.people);
    await crowd(office, 2);
    const text = await shownOf(office);
    const after = wholes(text);
    assert.equal(after.people, before.people + 2);
    assert.equal(sum(after.departments), before.people);
    assert.match(text, /chưa tính vào phòng: 2/);
  });
});
