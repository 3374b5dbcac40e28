import assert from 'node:assert/strict';
import { criteriaFor } from '../../../src/domain/dossier/criteria.ts';
import { dept, everyoneBut, type Office, openOffice, person, textOf } from '../../support/office.ts';
import { arrive, bindOfficeChannel, done, finish, given, live, openRound } from './a-round.ts';

const ready = { ...done, state: 'draft' } as const;

async function november(now: string, setup: NonNullable<Parameters<typeof openOffice>[0]> = {}): Promise<Office> {
  const office = await openOffice({ now, ...setup });
  await openRound(office);
  await bindOfficeChannel(office);
  return office;
}

describe('whoever goes on leave after the round has opened', () => {
  const leave = { status: 'onLeave', statusFrom: '2026-11-14', statusTo: '2026-11-26' } as const;

  it('is told once that nothing is required, is not reminded meanwhile, and is reminded again after it', async () => {
    const office = await november('2026-11-15T09:00:00', { people: { an: leave } });
    const log = await live(office, '2026-11-16', '2026-11-30');
    assert.deepEqual(
      log.filter((line) => line.endsWith('→ an')),
      ['16/11 08:30 round.leave → an', '27/11 08:30 staff → an', '30/11 08:30 staff → an'],
    );
    office.set('2026-11-16T09:00:00');
    const [word] = await office.owed('round.leave');
    const shown = await office.as('an').page(word?.data.show.page ?? '', word?.data.show.params);
    assert.match(textOf(shown?.card), /Trong thời gian nghỉ chế độ, chị không phải tự đánh giá/);
    assert.match(shown?.summary ?? '', /không yêu cầu tự đánh giá trong thời gian nghỉ chế độ/);
  });

  for (const [why, people, facts] of [
    ['was on leave as it opened, and has read it then', { an: { ...leave, statusFrom: '2026-09-01' } }, undefined],
    ['has sent the dossier before', { an: leave }, done],
  ] as const) {
    it(`is not told when the person ${why}`, async () => {
      const office = await november('2026-11-15T09:00:00', { people });
      if (facts !== undefined) await given(office, person('an'), facts);
      const log = await live(office, '2026-11-16', '2026-11-24');
      assert.deepEqual(
        log.filter((line) => line.endsWith('→ an')),
        [],
      );
    });
  }
});

describe('the last afternoon', () => {
  /** Everyone has finished but these; the advice department's dossier is complete and not sent. */
  async function lastDay(...open: readonly string[]): Promise<Office> {
    const office = await november('2026-11-30T07:00:00');
    await finish(office, ...everyoneBut(...open));
    for (const key of ['office', 'insurance'] as const) await given(office, dept(key), done);
    const answered = criteriaFor(office.plan, { kind: 'department', roles: [] }).map(({ id }) => id);
    await given(office, dept('advice'), { ...ready, answered });
    office.set('2026-11-30T15:00:00');
    return office;
  }
  const read = async (office: Office, who: string): Promise<string> => {
    const [word, ...more] = (await office.owed('remind.unsent')).filter(({ to }) => to === who);
    assert.ok(word, `${who} is told nothing`);
    assert.deepEqual(more, []);
    return textOf((await office.as(who).page(word.data.show.page, word.data.show.params))?.card);
  };
  const settleMorning = async (office: Office): Promise<void> => {
    office.set('2026-11-30T08:30:00');
    await office.runDue();
    await arriveAll(office);
    office.set('2026-11-30T15:00:00');
    await office.runDue();
    await office.runDue();
  };

  it('tells whoever sees to a department that its dossier lacks only the sending', async () => {
    const office = await lastDay();
    await settleMorning(office);
    assert.deepEqual(
      (await office.owed('remind.unsent')).map(({ to }) => to),
      ['adviceHead'],
    );
    assert.match(await read(office, 'adviceHead'), /Hồ sơ tập thể/);
  });

  it('is one message with the own dossier, when both lack only that', async () => {
    const office = await lastDay('adviceHead');
    await given(office, person('adviceHead'), ready);
    await settleMorning(office);
    const text = await read(office, 'adviceHead');
    assert.match(text, /Việc của phòng trước hạn gửi hồ sơ[\s\S]*Nhắc gửi hồ sơ đề nghị khen thưởng/);
  });

  it('says nothing of it once it is sent', async () => {
    const office = await lastDay();
    await given(office, dept('advice'), done);
    await settleMorning(office);
    assert.deepEqual(await office.owed('remind.unsent'), []);
  });
});

async function arriveAll(office: Office): Promise<void> {
  await arrive(office, 'remind.head', 'remind.staff', 'remind.milestones', 'remind.digest', 'remind.leaders');
}
