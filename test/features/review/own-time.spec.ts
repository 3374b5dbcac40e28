import assert from 'node:assert/strict';
import { create } from '../../../src/ports/documents.ts';
import { assessmentId, assessmentRecord } from '../../../src/records/assessment.ts';
import { extensionId, extensionRecord } from '../../../src/records/extension.ts';
import { type Nomination, nominationId, nominationRecord } from '../../../src/records/nomination.ts';
import { actionsOf, dept, type Office, openOffice, person, scope, textOf } from '../../support/office.ts';
import { codeOf } from '../../support/refusal.ts';
import { changeNomination, instant, nominationOf, round, seedDossier, seedRound } from '../../support/seed-round.ts';

const by = person('office');
const reason = 'Sự cố mạng tại phòng';
const held = { heldOn: '2026-11-27', present: '4', total: '5', chair: 'Đỗ Ăn', secretary: 'Trịnh Thị Ẩn', notes: '' };

/** Whatever asks for a candidate's last instant must know of the time that this one has alone. */
describe('time that one candidate has alone, after the deadline of all', () => {
  let office: Office;
  beforeEach(async () => {
    office = await openOffice({
      now: '2026-12-02T09:00:00',
      plan: (plan) => ({ ...plan, settings: { ...plan.settings, departmentMeeting: 'required' } }),
    });
    await seedRound(office);
  });
  const extend = (candidate: { kind: 'person' | 'department'; id: string }, until: string) =>
    office.store.commit(scope.unit, [
      create(extensionRecord, scope, extensionId(round, candidate.id), {
        round,
        candidate,
        given: { by, at: instant('2026-12-01T09:00:00'), reason },
        until: instant(until),
        isOver: false,
      }),
    ]);
  const ofPerson = (key: string) => ({ kind: 'person' as const, id: person(key) });
  const advice = { kind: 'department' as const, id: dept('advice') };

  it('lets a proposed person answer, and says until when', async () => {
    const proposal = {
      by: person('adviceHead'),
      at: instant('2026-11-20T09:00:00'),
      reason,
      consent: 'pending' as const,
    };
    const nomination = await seedDossier(office, 'an', { state: 'draft', wish: 'undecided', nomination: { proposal } });
    const over = textOf((await office.as('an').page('review.proposal', { nomination }))?.card);
    assert.match(over, /không còn chờ trả lời/);
    await extend(ofPerson('an'), '2026-12-09T17:00:00');
    const shown = await office.as('an').page('review.proposal', { nomination });
    assert.match(textOf(shown?.card), /gửi hồ sơ chậm nhất đến 17:00 ngày 09\/12\/2026/);
    const yes = actionsOf(shown?.card).find(({ data }) => data.answer === 'yes');
    await office.as('an').click('nomination.consent', yes?.data);
    assert.equal((await nominationOf(office, nomination)).data.proposal?.consent, 'given');
  });

  it('lets the department record the meeting that it cannot send without, and nobody else’s', async () => {
    const record = (as: string) => office.as(as).click('meeting.record', { round, rev: '0', ...held });
    assert.equal(await codeOf(record('adviceHead')), 'DEADLINE_PASSED');
    await extend(ofPerson('an'), '2026-12-09T17:00:00');
    assert.equal(await codeOf(record('insuranceHead')), 'DEADLINE_PASSED');
    const page = await office.as('adviceHead').click('collective.show', { round });
    assert.ok(actionsOf(page.card).some(({ verb }) => verb === 'meeting.record'));
    await record('adviceHead');
    office.set('2026-12-09T17:00:01');
    assert.equal(await codeOf(record('adviceHead')), 'DEADLINE_PASSED');
  });

  it('lets it be recorded for a dossier that was sent back, too', async () => {
    const returned = { by, at: instant('2026-11-30T09:00:00'), reason, until: instant('2026-12-07T17:00:00') };
    await seedDossier(office, 'an', { state: 'returned', nomination: { returned } });
    await office.as('adviceDeputy').click('meeting.record', { round, rev: '0', ...held });
    assert.equal((await office.dump('meeting')).length, 1);
  });

  it('is not cut short by sending the dossier back: by the head or by the office, as the form says before', async () => {
    for (const [who, verb, confirm] of [
      ['adviceHead', 'review.return', { confirm: 'yes' }],
      ['office', 'intake.return', { send: 'yes' }],
    ] as const) {
      office = await openOffice({ now: '2026-12-02T09:00:00' });
      await seedRound(office);
      const nomination = await seedDossier(office, 'an', { state: 'submitted' });
      await extend(ofPerson('an'), '2026-12-18T17:00:00');
      const form = await office.as(who).click(verb, { nomination, rev: '1' });
      assert.match(JSON.stringify(form.card), /18\/12\/2026/, verb);
      await office.as(who).click(verb, { nomination, rev: '1', reason, ...confirm });
      const { data } = await nominationOf(office, nomination);
      assert.equal(data.returned?.until, instant('2026-12-18T17:00:00'), verb);
    }
  });

  it('is what every card says while a grace window for all gives more', async () => {
    const until = '2026-12-07T17:00:00';
    office = await openOffice({ now: '2026-12-02T09:00:00' });
    await seedRound(office, { graceUntil: instant('2026-12-14T23:59:59.999') });
    const returned = { by, at: instant('2026-11-30T09:00:00'), reason, until: instant(until) };
    const nomination = await seedDossier(office, 'an', { state: 'returned', nomination: { returned } });
    await extend(ofPerson('hniê'), until);
    const cards = [
      await office.as('an').page('review.returned', { nomination }),
      await office.as('office').page('intake.open', { nomination }),
      await office.as('hniê').page('intake.extended', { round, candidate: person('hniê') }),
      await office.as('an').click('dossier.show', { round }),
    ];
    for (const shown of cards) {
      assert.match(textOf(shown?.card), /14\/12\/2026/);
      assert.doesNotMatch(textOf(shown?.card), /07\/12\/2026/);
    }
  });

  describe('the department’s own dossier in the to-do list of its head and deputy', () => {
    const id = nominationId(round, dept('advice'));
    const answers = (n: number) =>
      Object.fromEntries(
        office.plan.criteria.department
          .slice(0, n)
          .map((criterion) => [
            criterion.id,
            { rating: 'met' as const, words: 'Đã thực hiện', reason: '', at: instant('2026-11-01T09:00:00'), by },
          ]),
      );
    async function assessed(n: number, wish: 'asks' | 'undecided' | 'declines' = 'asks'): Promise<void> {
      await office.store.commit(scope.unit, [
        create(assessmentRecord, scope, assessmentId(round, advice.id), {
          round,
          candidate: advice,
          departmentId: advice.id,
          answers: answers(n),
          wish,
        }),
      ]);
    }
    async function dossier(state: Nomination['state'], more: Partial<Nomination> = {}): Promise<void> {
      const model = (await nominationOf(office, await seedDossier(office, 'thao', { state: 'submitted' }))).data;
      await changeNomination(office, nominationId(round, person('thao')), { state: 'withdrawn' });
      const own = { candidate: advice, departmentId: advice.id, submitted: null, snapshot: null, opinionDueAt: null };
      await office.store.commit(scope.unit, [
        create(nominationRecord, scope, id, { ...model, ...own, state, ...more }),
      ]);
    }
    /** What it says, and where its one button leads. */
    async function row(as = 'adviceHead'): Promise<{ text: string; verb: string; show: string }> {
      const { card, text } = await office.as(as).say('việc của tôi');
      const line = text.split('\n').find((each) => /^Hồ sơ tập thể/.test(each)) ?? '';
      const button = actionsOf(card).find(({ title }) => line !== '' && title.includes(line.slice(0, 50)));
      if (button === undefined) return { text: line, verb: '', show: '' };
      const opened = await office.as(as).click(button.verb, button.data);
      return { text: line, verb: button.verb, show: opened.show.page };
    }
    const openInTime = async () => {
      office = await openOffice({
        now: '2026-11-16T09:00:00',
        plan: (plan) => ({ ...plan, settings: { ...plan.settings, departmentMeeting: 'required' } }),
      });
      await seedRound(office);
    };

    it('names the one next step, and opens it', async () => {
      await openInTime();
      assert.deepEqual(await row(), {
        text: 'Hồ sơ tập thể của phòng chưa lập',
        verb: 'assess.open',
        show: 'assess.criterion',
      });
      await assessed(3);
      assert.deepEqual(await row('adviceDeputy'), {
        text: 'Hồ sơ tập thể của phòng chưa gửi: đã xong 3/7 tiêu chuẩn',
        verb: 'assess.open',
        show: 'assess.criterion',
      });
      await openInTime();
      await assessed(7, 'undecided');
      assert.deepEqual(await row(), {
        text: 'Hồ sơ tập thể của phòng đã đủ tiêu chuẩn, chưa đề nghị xét',
        verb: 'nomination.request',
        show: 'nomination.request',
      });
      await openInTime();
      await assessed(7);
      await dossier('draft');
      assert.deepEqual(await row(), {
        text: 'Hồ sơ tập thể của phòng đã đủ tiêu chuẩn, còn chờ biên bản họp bình xét',
        verb: 'meeting.record',
        show: 'review.meeting',
      });
      await office.as('adviceHead').click('meeting.record', { round, rev: '0', ...held, heldOn: '2026-11-10' });
      assert.deepEqual(await row(), {
        text: 'Hồ sơ tập thể của phòng đã đủ nội dung, chưa gửi',
        verb: 'nomination.submit',
        show: 'nomination.confirm',
      });
    });

    it('is silent once it is sent, withdrawn, or not asked for, and when its time is over', async () => {
      for (const state of ['submitted', 'opined', 'accepted', 'withdrawn'] as const) {
        await openInTime();
        await assessed(7);
        await dossier(state);
        assert.equal((await row()).text, '', state);
      }
      await openInTime();
      await assessed(7, 'declines');
      assert.equal((await row()).text, '');
      await openInTime();
      await assessed(7);
      await dossier('draft');
      office.set('2026-12-01T00:01:00');
      assert.equal((await row()).text, '');
    });

    it('sent back or opened again it leads to why, lapsed to what can be done, each with its own last instant', async () => {
      const back = {
        by: person('director'),
        at: instant('2026-11-30T09:00:00'),
        reason,
        until: instant('2026-12-07T17:00:00'),
      };
      await assessed(7);
      await dossier('returned', { returned: back });
      const shown = { verb: 'dossier.show', show: 'dossier.show' };
      assert.deepEqual(await row(), { text: 'Hồ sơ tập thể được trả lại để bổ sung, hoàn thiện', ...shown });
      assert.match((await office.as('adviceHead').say('việc của tôi')).text, /17:00 ngày 07\/12\/2026/);
      const { until: _until, ...late } = back;
      await changeNomination(office, id, { late });
      assert.deepEqual(await row(), { text: 'Hồ sơ tập thể được mở lại để hoàn thiện và gửi', ...shown });
      const page = await office.as('adviceHead').click('collective.show', { round });
      assert.match(page.text, /Hạn gửi hồ sơ: 17:00 ngày 07\/12\/2026/);
      assert.match(page.text, /Hồ sơ được mở lại, CHƯA gửi\./);
      await changeNomination(office, id, { state: 'lapsed' });
      assert.match((await row()).text, /^Hồ sơ tập thể chưa gửi khi hết hạn/);
      office.set('2027-02-01T09:00:00');
      assert.equal((await row()).text, '');
    });

    it('late, in the time given to it alone, goes on as before', async () => {
      await assessed(3);
      assert.equal((await row()).text, '');
      await extend(advice, '2026-12-09T17:00:00');
      assert.match((await row()).text, /đã xong 3\/7 tiêu chuẩn/);
      const { text } = await office.as('adviceHead').say('việc của tôi');
      assert.match(text, /17:00 ngày 09\/12\/2026/);
    });
  });
});
