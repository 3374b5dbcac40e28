import assert from 'node:assert/strict';
import { type Office, openOffice } from '../../support/office.ts';
import { change } from '../reminders/a-round.ts';
import { connect, crowd, launch } from './launching.ts';

const shownOf = async (office: Office): Promise<string> => (await office.as('office').say('phát động')).text;
/** “12 Người nhận” of the whole, and the whole of each department. */
const wholes = (text: string): { people: number; departments: number[] } => ({
  people: Number(/(\d+)\s+Người nhận/.exec(text)?.[1]),
  departments: [...text.matchAll(/^\s*\d+\/(\d+)\s*$/gm)].map(([, all]) => Number(all)),
});
const left = { status: 'left', statusFrom: '2026-01-01' } as const;
const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);

describe('figures of a launch', () => {
  it('name no whole of a department before all its messages are owed: nobody knows whom of it they concern', async () => {
    const office = await openOffice();
    await change(office, 'thao', left);
    for (const key of ['office', 'an']) await connect(office, key);
    await launch(office);
    const text = await shownOf(office);
    assert.deepEqual(wholes(text).departments, []);
    assert.match(text, /Đã đọc: 0/);
  });

  it('add up to the whole once they are, without those who have left, and say who came later', async () => {
    const office = await openOffice();
    await change(office, 'thao', left);
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
