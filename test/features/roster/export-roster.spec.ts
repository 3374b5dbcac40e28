import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readRoster } from '../../../src/features/roster/read/read-roster.ts';
import { rosterColumns } from '../../../src/features/roster/read/roster-columns.ts';
import type { Locale } from '../../../src/ports/pages.ts';
import { departmentRecord } from '../../../src/records/department.ts';
import { type Person, personRecord } from '../../../src/records/person.ts';
import { assertGoodCard } from '../../support/check-card.ts';
import { keptFile } from '../../support/memory-files.ts';
import { everyone, everyoneBut, type Office, openOffice } from '../../support/office.ts';
import { readWorkbook } from '../../support/read-workbook.ts';
import { change } from '../reminders/a-round.ts';

const day = fc.constantFrom(null, '2026-03-05', '2026-12-31');
const words = fc.constantFrom(
  'Nguyễn "Văn" An',
  "H'Hen Niê",
  '=1+1',
  '+84',
  'Lê; Văn, Tám',
  'Tôn Nữ Hoàng Trường Phương Thảo',
);
const facts: fc.Arbitrary<Partial<Person>> = fc.record(
  {
    fullName: words,
    title: fc.oneof(fc.constant(''), words),
    gender: fc.constantFrom('female', 'male', 'unstated'),
    startDate: fc.constantFrom(null, '2004-01-31'),
    employmentType: fc.constantFrom('', 'publicEmployee', 'Hợp đồng 111'),
    status: fc.constantFrom('active', 'onLeave', 'left'),
    statusFrom: day,
    endDate: day,
    organisations: fc.subarray(['youthUnion', 'tradeUnion', 'vfc']),
  },
  { requiredKeys: [] },
);
const guid = (i: number): string => `00000000-0000-4000-8000-${String(i).padStart(12, '0')}`;

/** What the roster has, as its rows are read. */
async function rowsOf(office: Office) {
  const turn = office.turn();
  const found = [];
  for (const { data } of await turn.list(personRecord)) {
    const { departmentId, locale: _, quietRounds: __, ...row } = data;
    found.push({ ...row, department: (await turn.get(departmentRecord, departmentId))?.data.name });
  }
  return found;
}
const inOrder = <R extends { readonly email: string }>(rows: readonly R[]): R[] =>
  [...rows].sort((a, b) => (a.email < b.email ? -1 : 1));

describe('nhân sự: the file', () => {
  it('is read again as the same rows, in either language, departments in their order', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(facts, { minLength: 3, maxLength: everyone.length }),
        fc.constantFrom<Locale>('vi', 'en'),
        async (people, locale) => {
          const office = await openOffice();
          for (const [i, key] of everyone.entries()) {
            const email = key === 'on' ? '' : `m${i}@example.vn`;
            await change(office, key, { aadObjectId: key === 'thao' ? '' : guid(i), email });
          }
          for (const [i, to] of people.entries()) await change(office, everyone[i] ?? '', to);
          await change(office, 'office', { status: 'active', endDate: null });
          await change(office, 'office', { locale });
          const { show } = await office.as('office').click('roster.export');
          const bytes = await keptFile(office.machine.files, 'roster', show.params.sha256 ?? '');
          assert.ok(bytes);
          const { rows: read, problems, remarks } = await readRoster(bytes, office.machine.readWorkbook);
          assert.deepEqual([problems, remarks], [[], []]);
          const turn = office.turn();
          assert.deepEqual(inOrder(read), inOrder(await rowsOf(office)));
          assert.deepEqual(
            [...new Set(read.map(({ department }) => department))],
            (await turn.list(departmentRecord))
              .sort((a, b) => a.data.order - b.data.order)
              .map(({ data }) => data.name),
          );
        },
      ),
      { numRuns: 40 },
    );
  });

  it('is a workbook of the columns that are read, every cell a text whatever it begins with', async () => {
    const office = await openOffice({ people: { an: { fullName: '=HYPERLINK("http://x","y")', title: '+1' } } });
    const { show, card, text } = await office.as('office').click('roster.export');
    assertGoodCard(card);
    assert.match(text, /Đã xuất danh sách 13 người/);
    const bytes = await keptFile(office.machine.files, 'roster', show.params.sha256 ?? '');
    assert.ok(bytes);
    const [sheet, ...others] = readWorkbook(bytes);
    assert.deepEqual(others, []);
    assert.equal(sheet?.rows[0]?.length, rosterColumns.length);
    assert.equal(sheet?.rows.length, 14);
    assert.ok(sheet?.rows.flat().every(({ kind }) => kind === 'text'));
    assert.ok(sheet?.rows.flat().some(({ value }) => value === '=HYPERLINK("http://x","y")'));
    assert.doesNotMatch(sheet?.xml ?? '', /<f>/);
  });

  it('is audited, once when doubled, lasts an hour from when it was last asked for, and then is gone', async () => {
    const office = await openOffice({ now: '2026-11-02T09:00:00' });
    const { show } = await office.as('office').click('roster.export');
    const kept = () => keptFile(office.machine.files, 'roster', show.params.sha256 ?? '');
    const told = async () =>
      (await office.dump('audit')).filter(({ data }) => (data as { command: string }).command === 'roster.export')
        .length;
    office.set('2026-11-02T09:00:01');
    await office.as('office').click('roster.export');
    assert.equal(await told(), 1);
    office.set('2026-11-02T09:59:00');
    assert.deepEqual((await office.as('secretary').click('roster.export')).show, show);
    assert.equal(await told(), 2);
    office.set('2026-11-02T10:58:00');
    await office.runDue();
    assert.ok(await kept());
    office.set('2026-11-02T10:59:01');
    await office.runDue();
    await office.runDue();
    assert.equal(await kept(), undefined);
    assert.deepEqual(await office.dump('export'), []);
    assert.equal(await office.as('office').page('roster.file', show.params), null);
  });

  it('is refused to everybody but the office, and so is the way to it; and to a file of something else', async () => {
    const office = await openOffice();
    const { show } = await office.as('office').click('roster.export');
    for (const key of everyoneBut('office', 'officeHead', 'secretary')) {
      await assert.rejects(office.as(key).click('roster.export'), { code: 'OFFICE_ONLY' });
      assert.equal(await office.as(key).page('roster.file', show.params), null);
    }
    assert.equal((await office.dump('export')).length, 1);
    assert.equal(await office.channelPage('office', 'roster.file', show.params), null);
    assert.equal(await office.as('office').page('roster.file', { sha256: 'x' }), null);
    assert.equal(
      await office
        .as('office')
        .page('sending.file', { ...show.params, spread: 'roster' })
        .catch(() => null),
      null,
    );
  });
});
