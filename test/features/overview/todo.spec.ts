import assert from 'node:assert/strict';
import type { Plan } from '../../../src/domain/plan/plan.ts';
import { create } from '../../../src/ports/documents.ts';
import { assessmentId, assessmentRecord } from '../../../src/records/assessment.ts';
import { answerId, answerRecord, callId, callRecord } from '../../../src/records/call.ts';
import { campaignId, campaignRecord } from '../../../src/records/campaign.ts';
import { decisionId, decisionRecord, sessionId, sessionRecord } from '../../../src/records/council.ts';
import { evidenceId, evidenceRecord } from '../../../src/records/evidence.ts';
import { assertGoodCard } from '../../support/check-card.ts';
import { actionsOf, dept, type Office, openOffice, person, scope } from '../../support/office.ts';
import { instant, round, seedDossier, seedRound } from '../../support/seed-round.ts';

const texts: Record<string, RegExp> = {
  plan: /Kế hoạch phát động phong trào: chưa xác nhận/,
  assess: /Tự đánh giá theo tiêu chuẩn khen thưởng: đã xong/,
  wish: /chưa cho biết có đề nghị xét hay không/,
  send: /Hồ sơ đề nghị xét chưa gửi/,
  returned: /^Hồ sơ được trả lại/,
  consent: /Trưởng phòng đề nghị/,
  evidence: /chưa gắn với tiêu chuẩn nào/,
  opinions: /chờ anh\/chị cho ý kiến/,
  collective: /^Hồ sơ tập thể/,
  people: /người trong phòng chưa hoàn thành/,
  intake: /hồ sơ chờ tiếp nhận/,
  lateHeads: /người cho ý kiến$/,
  council: /chờ ghi nhận kết quả họp Hội đồng/,
  decide: /chờ anh\/chị đồng ý nội dung quyết định/,
  forward: /đề nghị ở cấp trên, chưa trình/,
  record: /chưa ghi số và ngày/,
  publish: /chưa công bố kết quả/,
  original: /^Chưa nộp bản chính có chữ ký/,
  call: /Lời kêu gọi chưa trả lời/,
};

/** Finished with everything of their own, so that only what a test adds is on the list. */
const declines = (office: Office, key: string) => seedDossier(office, key, { wish: 'declines' });

describe('việc của tôi', () => {
  let office: Office;
  beforeEach(async () => {
    office = await openOffice({ now: '2026-11-16T09:00:00' });
    await seedRound(office);
  });

  /** The keys of what is on the person's list, in order. */
  async function listOf(key: string): Promise<string[]> {
    const { card } = await office.as(key).say('việc của tôi');
    assertGoodCard(card);
    const lines = rows(card).map((row) => row[0] ?? '');
    return lines.map((line) => Object.keys(texts).find((name) => texts[name]?.test(line)) ?? `?${line}`);
  }

  it('says so when there is nothing to do, also before any round', async () => {
    await declines(office, 'an');
    const { card, text } = await office.as('an').say('viec cua toi');
    assert.match(text, /Hiện không có việc nào cần làm/);
    assert.deepEqual(rows(card), []);
    const early = await openOffice();
    assert.match((await early.as('an').say('todo')).text, /Chưa mở đợt xét khen thưởng[\s\S]*không có việc nào/);
  });

  it('tells the office to launch, then to open the round once its day has come, and nobody else', async () => {
    office = await openOffice({ now: '2026-09-30T09:00:00' });
    const press = async (verb: string): Promise<string> => {
      const { card } = await office.as('office').say('việc của tôi');
      const button = actionsOf(card).find((action) => action.verb === verb);
      assert.ok(button, `no ${verb}`);
      return (await office.as('office').click(verb, button.data)).text;
    };
    assert.match(await press('command.run'), /Chuẩn bị phát động/);
    const launch = { number: '05', issuedOn: '15/06/2023', formId: 'form1', confirm: 'yes' };
    await office.as('office').click('announce.launch', launch);
    assert.deepEqual(await listOf('office'), ['plan'], 'not before its day');
    office.set('2026-10-01T09:00:00');
    assert.match(await press('round.open'), /Kiểm tra và xác nhận/);
    assert.match((await office.as('office').say('todo')).text, /chưa mở; dự kiến mở từ 01\/10\/2026/);
    for (const key of ['an', 'director', 'adviceHead']) assert.deepEqual(await listOf(key), ['plan'], key);
    await office.as('office').click('round.open', { round, confirm: 'yes' });
    assert.ok(!(await office.as('office').say('todo')).text.includes('chưa mở'));
  });

  it('leads a person through the own dossier, one step at a time, with the deadline and the days left', async () => {
    assert.deepEqual(await listOf('an'), ['assess']);
    const { card, text } = await office.as('an').say('việc của tôi');
    assert.match(text, /đã xong 0\/2 tiêu chuẩn/);
    assert.match(text, /Hạn: hết ngày 30\/11\/2026/);
    assert.match(text, /còn 14 ngày/);
    const open = actionsOf(card).find((a) => a.verb === 'assess.open');
    assert.deepEqual(open?.data, { round, candidate: person('an') });
    await seedDossier(office, 'an2', { wish: 'undecided' });
    assert.deepEqual(await listOf('an2'), ['wish']);
    await seedDossier(office, 'hniê', { state: 'draft' });
    assert.deepEqual(await listOf('hniê'), ['send']);
    await seedDossier(office, 'thao', { state: 'submitted' });
    assert.deepEqual(await listOf('thao'), ['original']);
    await seedDossier(office, 'on', { state: 'tabled', nomination: { originalReceivedOn: '2026-11-20' } });
    assert.deepEqual(await listOf('on'), []);
  });

  it('asks for the answer to a proposal and for the criterion of loose evidence', async () => {
    const proposal = {
      by: person('adviceHead'),
      at: instant('2026-11-01T09:00:00'),
      reason: '',
      consent: 'pending' as const,
    };
    const id = await seedDossier(office, 'an', { state: 'draft', nomination: { proposal } });
    const candidate = { kind: 'person' as const, id: person('an') };
    await office.store.commit(scope.unit, [
      create(evidenceRecord, scope, evidenceId(round, person('an'), 'a'.repeat(64)), {
        round,
        candidate,
        criterion: '',
        kind: 'file',
        name: 'Quyết định.pdf',
        sha256: 'a'.repeat(64),
        bytes: 10,
        mediaType: 'application/pdf',
        url: '',
        added: { by: person('an'), at: instant('2026-11-10T09:00:00') },
      }),
    ]);
    assert.deepEqual(await listOf('an'), ['consent', 'send', 'evidence']);
    const answer = await office.as('an').click('todo.open', { what: 'proposal', id });
    assert.deepEqual(answer.show, { page: 'review.proposal', params: { nomination: id } });
    await assert.rejects(office.as('an').click('todo.open', { what: 'person', id }), { code: 'BAD_CARD' });
    await assert.rejects(office.as('an').click('todo.open', { what: 'proposal', id: 'x' }), { code: 'BAD_CARD' });
  });

  it('keeps a returned dossier on the list to its own deadline, then lets it go', async () => {
    const returned = {
      by: person('office'),
      at: instant('2026-11-25T09:00:00'),
      reason: 'x',
      until: instant('2026-12-02T17:00:00'),
    };
    await seedDossier(office, 'an', { state: 'returned', nomination: { returned } });
    office.set('2026-12-01T09:00:00');
    assert.deepEqual(await listOf('an'), ['returned']);
    assert.match((await office.as('an').say('việc của tôi')).text, /Hạn: 17:00 ngày 02\/12\/2026[\s\S]*Còn 1 ngày/);
    office.set('2026-12-02T17:00:01');
    assert.deepEqual(await listOf('an'), []);
  });

  it('asks nobody to assess after the deadline', async () => {
    office.set('2026-12-01T00:00:00');
    assert.deepEqual(await listOf('an'), []);
    assert.deepEqual(await listOf('adviceHead'), []);
  });

  it('shows a head what waits for an opinion first, then the department', async () => {
    await declines(office, 'adviceHead');
    assert.deepEqual(await listOf('adviceHead'), ['collective', 'people']);
    await seedDossier(office, 'an', {
      state: 'submitted',
      nomination: { opinionDueAt: instant('2026-11-18T17:00:00') },
    });
    await seedDossier(office, 'an2', {
      state: 'submitted',
      nomination: { opinionDueAt: instant('2026-11-17T17:00:00') },
    });
    assert.deepEqual(await listOf('adviceHead'), ['opinions', 'collective', 'people']);
    const { text } = await office.as('adviceHead').say('việc của tôi');
    assert.match(text, /2 hồ sơ chờ anh\/chị cho ý kiến\nHạn: 17:00 ngày 17\/11\/2026/);
    assert.match(text, /2\/5 người trong phòng/);
    await declines(office, 'adviceDeputy');
    await declines(office, 'hniê');
    const department = { kind: 'department' as const, id: dept('advice') };
    await office.store.commit(scope.unit, [
      create(assessmentRecord, scope, assessmentId(round, dept('advice')), {
        round,
        candidate: department,
        departmentId: dept('advice'),
        answers: {},
        wish: 'declines',
      }),
    ]);
    assert.deepEqual(await listOf('adviceHead'), ['opinions']);
    assert.deepEqual(await listOf('adviceDeputy'), []);
  });

  it('asks for no collective dossier of the leadership, nor of the office where it may not', async () => {
    const plan = (real: Plan): Plan => ({ ...real, settings: { ...real.settings, officeIsEligible: false } });
    office = await openOffice({ now: '2026-11-16T09:00:00', plan, people: { vice: { roles: ['deputy'] } } });
    await seedRound(office);
    for (const key of ['vice', 'officeHead']) assert.ok(!(await listOf(key)).includes('collective'), key);
    assert.ok((await listOf('adviceHead')).includes('collective'));
  });

  it('shows the office what to take in, what waits for heads and which papers are open', async () => {
    await declines(office, 'office');
    await seedDossier(office, 'an', { state: 'submitted' });
    await seedDossier(office, 'thao', { state: 'submitted', nomination: { snapshot: null } });
    await seedDossier(office, 'on', { state: 'opined' });
    assert.deepEqual(await listOf('office'), ['intake', 'lateHeads']);
    const { card, text } = await office.as('office').say('việc của tôi');
    assert.match(text, /2 hồ sơ đang chờ 2 người cho ý kiến/);
    assert.deepEqual(actionsOf(card).find((a) => a.verb === 'intake.queue')?.data, { round, filter: 'waiting' });
    await decide(1, { number: '' });
    await decide(2, { number: '12/QĐ', issuedOn: '2026-12-20' });
    await decide(3, { number: '13/QĐ', published: { by: person('office'), at: instant('2026-12-21T09:00:00') } });
    assert.deepEqual(await listOf('office'), ['intake', 'lateHeads', 'record', 'publish']);
  });

  it('shows the secretary what the council has not said, and the director what to agree to', async () => {
    for (const key of ['secretary', 'director', 'vice']) await declines(office, key);
    await seedDossier(office, 'an', { state: 'accepted' });
    await seedDossier(office, 'an2', { state: 'tabled' });
    const id = await seedDossier(office, 'on', { state: 'recommended', nomination: found('unit') });
    await closedSession();
    assert.deepEqual(await listOf('secretary'), ['council']);
    assert.match((await office.as('secretary').say('việc của tôi')).text, /2 hồ sơ chờ ghi nhận/);
    assert.deepEqual(await listOf('director'), ['decide']);
    assert.deepEqual(await listOf('vice'), []);
    await decide(1, { nominations: [id] });
    assert.deepEqual(await listOf('director'), []);
    await seedDossier(office, 'thao', { state: 'recommended', nomination: { level: 'so', ...found('so') } });
    await declines(office, 'office');
    assert.deepEqual(await listOf('director'), []);
    assert.deepEqual(await listOf('office'), ['forward', 'record']);
  });

  it('lists open calls of the person’s own organisations until they are answered', async () => {
    await declines(office, 'an');
    await declines(office, 'on');
    const id = callId('form1');
    await office.store.commit(scope.unit, [
      create(callRecord, scope, id, {
        title: 'Hiến máu [tại đây](http://x)',
        text: 'Chi đoàn vận động',
        place: 'Nha Trang',
        startsAt: instant('2026-11-28T07:00:00'),
        answerBy: '2026-11-20',
        organisation: 'youthUnion',
        posted: { by: person('thao'), at: instant('2026-11-10T09:00:00') },
        state: 'open',
      }),
    ]);
    assert.deepEqual(await listOf('an'), ['call']);
    assert.deepEqual(await listOf('on'), []);
    assert.deepEqual((await office.as('an').click('todo.open', { what: 'call', id })).show, {
      page: 'calls.invite',
      params: { call: id, person: person('an') },
    });
    office.set('2026-11-21T00:00:00');
    assert.deepEqual(await listOf('an'), []);
    office.set('2026-11-16T09:00:00');
    await office.store.commit(scope.unit, [
      create(answerRecord, scope, answerId(id, person('an')), {
        call: id,
        person: person('an'),
        answer: 'no',
        at: instant('2026-11-12T09:00:00'),
      }),
    ]);
    assert.deepEqual(await listOf('an'), []);
  });

  it('asks for the plan to be read once it is launched', async () => {
    await declines(office, 'an');
    await office.store.commit(scope.unit, [
      create(campaignRecord, scope, campaignId(office.plan.id), {
        planId: office.plan.id,
        number: '12',
        issuedOn: '2026-09-01',
        launched: { by: person('office'), at: instant('2026-09-02T09:00:00') },
        spreadId: 'spread:launch',
        cancelled: null,
        round: null,
      }),
    ]);
    assert.deepEqual(await listOf('an'), ['plan']);
    await office.as('an').click('announce.acknowledge', { launch: 'spread:launch' });
    assert.deepEqual(await listOf('an'), []);
  });

  it('is nobody’s in a channel', async () => {
    assert.equal(await office.channelPage('office', 'todo.show'), null);
  });

  const found = (level: string) => ({
    council: { session: sessionId(round, 1), level, agree: 5, disagree: 0, note: '', outstanding: null },
  });
  const closedSession = () =>
    office.store.commit(scope.unit, [
      create(sessionRecord, scope, sessionId(round, 1), {
        round,
        number: 1,
        heldOn: '2026-12-03',
        place: 'Phòng họp',
        members: [person('director')],
        present: [person('director')],
        notes: '',
        considered: [person('on')],
        rules: { quorum: { numerator: 2, denominator: 3 }, passPercent: 50, passOf: 'total', ownCase: 'abstains' },
        state: 'closed',
        recorded: { by: person('secretary'), at: instant('2026-12-03T09:00:00') },
        minutes: null,
      }),
    ]);
  const decide = (sequence: number, more: object) =>
    office.store.commit(scope.unit, [
      create(decisionRecord, scope, decisionId(round, sequence), {
        round,
        sequence,
        kind: 'award',
        level: 'unit',
        nominations: [],
        reason: '',
        agreed: { by: person('director'), at: instant('2026-12-15T09:00:00') },
        number: '',
        issuedOn: null,
        published: null,
        proposed: null,
        refused: null,
        ...more,
      }),
    ]);
});

/** The words of each row, in order. */
function rows(card: unknown): string[][] {
  const body = (card as { body: { type: string; selectAction?: unknown; columns?: unknown[] }[] }).body;
  return body
    .filter((part) => part.type === 'ColumnSet' && part.selectAction !== undefined)
    .map((part) => words(part.columns));
}

function words(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(words);
  if (node === null || typeof node !== 'object') return [];
  return Object.entries(node).flatMap(([key, value]) =>
    key === 'text' && typeof value === 'string' ? [value] : words(value),
  );
}
