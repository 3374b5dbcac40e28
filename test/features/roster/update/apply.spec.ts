import assert from 'node:assert/strict';
import { create, list, load, replace } from '../../../../src/ports/documents.ts';
import { MAX_CHANGES } from '../../../../src/ports/limits.ts';
import { type Change, StoreError } from '../../../../src/ports/store.ts';
import { assessmentId, assessmentRecord } from '../../../../src/records/assessment.ts';
import { nominationId, nominationRecord } from '../../../../src/records/nomination.ts';
import { personRecord } from '../../../../src/records/person.ts';
import { rosterImportRecord } from '../../../../src/records/roster-import.ts';
import { clicking } from '../../../support/clicking.ts';
import { dept, type Office, person, scope } from '../../../support/office.ts';
import { round, seedDossier, seedRound } from '../../../support/seed-round.ts';
import { csvOf, openCentre, type Row, rosterNow, sendRoster } from './a-roster.ts';

const newcomers = 40;

/** A roster that joins, moves, renames a department and lets people leave. */
function changed(rows: readonly Row[]): Row[] {
  const kept = rows
    .filter(({ email }) => email !== 'on@example.vn')
    .map((row) => ({
      ...row,
      title: row.title === 'Chuyên viên' ? 'Viên chức' : (row.title ?? ''),
      department: row.email === 'an@example.vn' ? 'Phòng Bảo hiểm thất nghiệp' : (row.department ?? ''),
    }));
  const joined = Array.from({ length: newcomers }, (_, n) => ({
    ...{ email: `moi${n}@example.vn`, fullName: `Đinh Thị Mới ${n % 30}`, department: `Phòng Mới ${n % 3}` },
    ...{ roles: 'staff', title: 'Viên chức' },
  }));
  return [...kept, ...joined];
}

/** Everyone as they are now, whatever ids they were given. */
async function everyone(office: Office) {
  const names = new Map((await office.dump('department')).map(({ id, data }) => [id, (data as { name: string }).name]));
  return (await list(office.store, { unit: scope.unit, type: personRecord }))
    .map(({ data }) => JSON.stringify({ ...data, departmentId: names.get(data.departmentId) }))
    .sort();
}
const keys = async (office: Office): Promise<number> => (await office.dump('upnKey')).length;

async function confirmed(rows: (rows: readonly Row[]) => Row[]): Promise<{ office: Office; id: string }> {
  const office = await openCentre();
  await seedRound(office);
  const { id, preview } = await sendRoster(office, csvOf(rows(await rosterNow(office))));
  await clicking(office, 'office', preview.card).press('Ghi, 1 người nghỉ việc');
  return { office, id };
}
async function stateOf({ store }: Office, id: string) {
  const all = await list(store, { unit: scope.unit, type: rosterImportRecord });
  return all.find((one) => one.id === id)?.data;
}

const moved = 'Phòng Bảo hiểm thất nghiệp';

/** What somebody wrote, in each of these rounds as well. */
async function inRounds({ store }: Office, key: string, rounds: readonly string[]): Promise<Change[]> {
  const [assessment, nomination] = await Promise.all([
    load(store, scope.unit, assessmentRecord, assessmentId(round, person(key))),
    load(store, scope.unit, nominationRecord, nominationId(round, person(key))),
  ]);
  assert.ok(assessment && nomination);
  return rounds.flatMap((each) => [
    create(assessmentRecord, scope, assessmentId(each, person(key)), { ...assessment.data, round: each }),
    create(nominationRecord, scope, nominationId(each, person(key)), { ...nomination.data, round: each }),
  ]);
}

describe('a roster that is taken over', function () {
  this.timeout(60_000);
  let expected: string[];
  let commits = 0;
  before(async () => {
    const { office, id } = await confirmed(changed);
    const { commit } = office.store;
    office.store.commit = (unit, changes) => {
      commits += 1;
      assert.ok(changes.length <= MAX_CHANGES, `${changes.length}`);
      return commit.call(office.store, unit, changes);
    };
    await office.runDue();
    expected = await everyone(office);
    assert.equal(expected.length, 13 + newcomers);
    const data = await stateOf(office, id);
    assert.deepEqual([data?.state, data?.done], ['applied', newcomers + 9]);
  });

  it('in parts that any store takes, goes on after a crash at any of them, and nobody is made twice', async () => {
    assert.ok(commits > 6, `${commits}`);
    for (let at = 1; at <= commits; at += 1)
      for (const isLost of [false, true]) {
        const { office, id } = await confirmed(changed);
        const { commit } = office.store;
        let n = 0;
        office.store.commit = async (unit, changes) => {
          n += 1;
          if (n === at && !isLost) throw new Error('the process died');
          const etags = await commit.call(office.store, unit, changes);
          if (n === at) throw new Error('the process died');
          return etags;
        };
        await assert.rejects(office.runDue(), /died/);
        office.store.commit = commit;
        await office.runDue();
        assert.deepEqual(await everyone(office), expected, `${at} ${isLost}`);
        assert.equal((await stateOf(office, id))?.state, 'applied', `${at} ${isLost}`);
        assert.equal(await keys(office), 13 + newcomers);
      }
  });

  it('in parts that any store takes also where many move with what they wrote in many rounds', async () => {
    const office = await openCentre();
    await seedRound(office);
    const rounds = Array.from({ length: 12 }, (_, n) => `annual-${2027 + n}`);
    for (const each of rounds) await seedRound(office, { round: each });
    const movers = ['an', 'an2', 'thao'];
    for (const key of movers) {
      await seedDossier(office, key, { state: 'draft' });
      await office.store.commit(scope.unit, [...(await inRounds(office, key, rounds))]);
    }
    const rows = (await rosterNow(office)).map((row) =>
      movers.some((key) => row.email === `${key}@example.vn`) ? { ...row, department: moved } : row,
    );
    const { id, preview } = await sendRoster(office, csvOf(rows));
    await clicking(office, 'office', preview.card).press('Ghi vào danh sách');
    await office.runDue();
    assert.equal((await stateOf(office, id))?.state, 'applied');
    const all = await list(office.store, { unit: scope.unit, type: nominationRecord });
    assert.equal(all.length, movers.length * 13);
    assert.deepEqual([...new Set(all.map(({ data }) => data.departmentId))], [dept('insurance')]);
  });

  it('looks at what others change meanwhile as it is then, and overwrites none of it', async () => {
    const { office, id } = await confirmed(changed);
    const { commit } = office.store;
    let isFirst = true;
    office.store.commit = async (unit, changes) => {
      const touches = changes.some((change) => change.op === 'replace' && change.doc.id === person('thao'));
      if (isFirst && touches) {
        isFirst = false;
        const all = await list(office.store, { unit, type: personRecord });
        const thao = all.find((one) => one.id === person('thao'));
        assert.ok(thao);
        await commit.call(office.store, unit, [replace(personRecord, thao, { ...thao.data, locale: 'en' })]);
        throw new StoreError('Conflict', thao.id);
      }
      return commit.call(office.store, unit, changes);
    };
    await office.runDue();
    const thao = (await list(office.store, { unit: scope.unit, type: personRecord })).find(
      ({ id: one }) => one === person('thao'),
    );
    assert.deepEqual([isFirst, thao?.data.locale, thao?.data.title], [false, 'en', 'Viên chức']);
    assert.equal((await stateOf(office, id))?.state, 'applied');
  });

  it('by whom it was confirmed stands with each part', async () => {
    const { office, id } = await confirmed(changed);
    await office.runDue();
    const events = (await office.dump('audit'))
      .map(({ data }) => data as { command: string; subject: string; facts: Record<string, string> })
      .filter(({ command, subject }) => command === 'roster.apply' && subject === id);
    assert.ok(events.length > 3 && events.every(({ facts }) => facts.by === person('office')));
    assert.equal(JSON.stringify(events).includes('Mới'), false);
  });

  it('tells namesakes apart from then on', async () => {
    const { office } = await confirmed(changed);
    await office.runDue();
    assert.match((await office.as('office').say('nhân sự mới 3')).text, /Đinh Thị Mới 3 \(/);
  });

  it('whose file is gone says that nothing is written, and is over', async () => {
    const { office, id } = await confirmed(changed);
    office.machine.files.read = async () => undefined;
    await office.runDue();
    assert.equal((await stateOf(office, id))?.state, 'over');
    assert.match(
      (await office.as('office').click('roster.update', { id })).text,
      /không được dùng.*danh sách giữ nguyên/,
    );
  });

  it('whose file is lost half-way says how many are written, and what to do', async () => {
    const { office, id } = await confirmed(changed);
    const { commit } = office.store;
    const { read } = office.machine.files;
    office.store.commit = async (unit, changes) => {
      const etags = await commit.call(office.store, unit, changes);
      if (((await stateOf(office, id))?.done ?? 0) > 0) throw new Error('the process died');
      return etags;
    };
    await assert.rejects(office.runDue(), /died/);
    office.store.commit = commit;
    office.machine.files.read = async () => undefined;
    await office.runDue();
    office.machine.files.read = read;
    const { done = 0 } = (await stateOf(office, id)) ?? {};
    assert.ok(done > 0);
    const { text } = await office.as('office').click('roster.update', { id });
    assert.match(text, new RegExp(`Đã ghi ${done} người rồi dừng.*gửi lại tệp`));
    assert.doesNotMatch(text, /giữ nguyên/);
  });
});
