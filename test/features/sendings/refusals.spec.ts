import assert from 'node:assert/strict';
import { tellOffice } from '../../../src/model/people/tell-office.ts';
import { dept, openOffice, person } from '../../support/office.ts';
import { codeOf, refusal } from '../../support/refusal.ts';
import { confirmation, sentLaunch } from './a-sending.ts';

const verbs = ['sending.show', 'sending.departments', 'sending.people', 'sending.export', 'sending.resend'] as const;

describe('đối soát: who may', () => {
  it('nobody but the office and the leaders, and they are told who does', async () => {
    const office = await openOffice();
    const spread = await sentLaunch(office);
    for (const who of ['an', 'adviceHead', 'thao']) {
      const error = await refusal(office.as(who).say('đối soát'));
      assert.equal(error.code, 'NOT_ALLOWED_RECONCILE');
      assert.match(office.turn().texts('vi').t(`errors.${error.code}`, error.facts), /Phòng Hành chính – Nghiệp vụ/);
      assert.equal(await codeOf(office.as(who).click('sending.list')), 'NOT_ALLOWED_RECONCILE');
      for (const verb of verbs)
        assert.equal(await codeOf(office.as(who).click(verb, { spread })), 'NOT_ALLOWED_RECONCILE', `${who} ${verb}`);
    }
    assert.deepEqual(await office.dump('export'), []);
  });

  it('pages are for them alone too, whoever they were composed for', async () => {
    const office = await openOffice();
    const spread = await sentLaunch(office);
    const { show } = await office.as('office').click('sending.export', { spread });
    const pages = [
      ['sending.list', {}],
      ['sending.show', { spread }],
      ['sending.departments', { spread, page: '0' }],
      ['sending.people', { spread }],
      ['sending.resend', { spread }],
      ['sending.file', show.params],
    ] as const;
    for (const [page, params] of pages) {
      assert.ok(await office.as('office').page(page, params), page);
      assert.equal(await office.as('an').page(page, params), null, page);
      assert.equal(await office.channelPage('office', page, params), null, page);
    }
  });

  it('the director looks on; sending again is the office’s', async () => {
    const office = await openOffice();
    const spread = await sentLaunch(office);
    for (const verb of verbs.slice(0, -1)) await office.as('director').click(verb, { spread });
    const form = await confirmation(office, spread);
    assert.equal(await codeOf(office.as('director').click('sending.resend', form)), 'NOT_ALLOWED_RESEND');
    const { text } = await office.as('director').click('sending.show', { spread });
    assert.doesNotMatch(text, /Gửi lại|Thu hồi tin|Hủy gửi/);
    assert.deepEqual(
      (await office.dump('spread')).filter(({ data }) => (data as { kind: string }).kind === 'resend'),
      [],
    );
  });
});

describe('đối soát: a forged card', () => {
  const ids = ['', 'x', 'person:an', 'spread:', 'spread:nothing', 'delivery:a', `spread:${'x'.repeat(280)}`];
  it('with anything but a sending’s id for a sending', async () => {
    const office = await openOffice();
    await sentLaunch(office);
    for (const spread of ids)
      for (const verb of verbs)
        assert.equal(await codeOf(office.as('office').click(verb, { spread })), 'SENDING_UNKNOWN', `${verb} ${spread}`);
  });

  it('cannot open what goes to the office alone', async () => {
    const office = await openOffice();
    const show = { page: 'sending.list', params: {} };
    const word = { kind: 'x', show, subject: 'nomination:x', rev: 1, at: office.now, by: person('an'), except: [] };
    await office.run(async (turn) => {
      turn.commit({ command: 'test', subject: 'x', changes: [await tellOffice(turn, word)] });
      await turn.settle();
    });
    await office.runDue();
    const internal = await office.dump('spread');
    assert.equal(internal.length, 1);
    for (const { id } of internal)
      for (const verb of verbs)
        assert.equal(await codeOf(office.as('office').click(verb, { spread: id })), 'SENDING_UNKNOWN');
  });

  it('with a department, an outcome or a place in the list that there is not', async () => {
    const office = await openOffice();
    const spread = await sentLaunch(office);
    const people = (data: object) => office.as('office').click('sending.people', { spread, ...data });
    assert.equal(await codeOf(people({ department: 'department:none' })), 'NOTHING_TO_SHOW');
    assert.equal(await codeOf(people({ department: 'person:an' })), 'NOTHING_TO_SHOW');
    assert.equal(await codeOf(people({ outcome: 'everything' })), 'BAD_CARD');
    assert.equal(await codeOf(people({ page: {} })), 'BAD_CARD');
    for (const page of ['-1', '999', 'x']) assert.match((await people({ page })).text, /Toàn đơn vị/);
    assert.match((await people({ after: 'zzz', before: '99999999' })).text, /Toàn đơn vị/);
    assert.match((await people({ department: dept('lead'), outcome: 'refused' })).text, /Không có ai trong mục này/);
  });

  it('with a file that is of another sending, or none', async () => {
    const office = await openOffice();
    const spread = await sentLaunch(office);
    const { show } = await office.as('office').click('sending.export', { spread });
    const page = (params: Record<string, string>) => office.as('office').page('sending.file', params);
    assert.equal(await page({ spread: 'spread:other', sha256: show.params.sha256 ?? '' }), null);
    assert.equal(await page({ spread, sha256: 'f'.repeat(64) }), null);
  });
});
