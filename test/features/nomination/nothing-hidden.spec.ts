import assert from 'node:assert/strict';
import { create } from '../../../src/ports/documents.ts';
import { evidenceId, evidenceRecord } from '../../../src/records/evidence.ts';
import { actionsOf, type Office, openOffice, person, scope } from '../../support/office.ts';
import { wayBack } from '../../support/refusal.ts';
import { instant, round, seedDossier, seedRound } from '../../support/seed-round.ts';

const at = instant('2026-11-01T09:00:00');
const said = (rating: 'met' | 'notMet' | 'notArisen', words = 'Đã làm', reason = '') => ({
  ...{ rating, words, reason, at, by: person('an') },
});
const loose = async ({ store }: Office, key: string): Promise<string> => {
  const id = evidenceId(round, person(key), 'a'.repeat(64));
  await store.commit(scope.unit, [
    create(evidenceRecord, scope, id, {
      ...{ round, candidate: { kind: 'person', id: person(key) }, criterion: '', kind: 'link', name: 'Tin bài' },
      ...{ url: 'https://a.vn/', sha256: '', bytes: 0, mediaType: '', added: { by: person(key), at } },
    }),
  ]);
  return id;
};

describe('a click that changes nothing', () => {
  let office: Office;
  beforeEach(async () => {
    office = await openOffice();
    await seedRound(office);
  });

  it('says so: no criterion chosen for a file, for one of several, for a link', async () => {
    const evidence = await loose(office, 'an');
    const item = await office.as('an').click('evidence.open', { evidence });
    const save = actionsOf(item.card).find(({ verb }) => verb === 'evidence.add');
    const alone = await wayBack(office.as('an').click('evidence.add', { ...save?.data, criterion: '' }));
    assert.deepEqual([alone.code, alone.show.page], ['EVIDENCE_UNSORTED', 'evidence.item']);
    const sort = { round, candidate: person('an'), files: evidence, criterion: '', to0: '' };
    const several = await wayBack(office.as('an').click('evidence.sort', sort));
    assert.deepEqual([several.code, several.show.page], ['EVIDENCE_UNSORTED', 'evidence.sort']);
    const link = { round, candidate: person('an'), url: '', name: '', criterion: '', typed: 'yes' };
    assert.equal((await wayBack(office.as('an').click('evidence.add', link))).code, 'BAD_URL');
  });
  it('an empty criterion stays where it is, and says what it lacks', async () => {
    for (const goTo of ['next', 'stay']) {
      const kept = await office.as('an').click('assess.save', { round, criterion: 'CN1', rating: '', words: '', goTo });
      assert.deepEqual([kept.show.page, kept.show.params.criterion], ['assess.criterion', 'CN1']);
      assert.equal(kept.remark?.tone, 'warning');
    }
    assert.deepEqual(await office.dump('assessment'), []);
  });
  it('half done is kept, is a warning, and does not go on: a level without words, and words without a level', async () => {
    for (const half of [
      { criterion: 'CN1', rating: 'met', words: '' },
      { criterion: 'CN2', rating: '', words: 'Đã tư vấn 340 lượt' },
    ]) {
      const kept = await office.as('an').click('assess.save', { round, ...half, goTo: 'next' });
      assert.deepEqual([kept.show.page, kept.show.params.criterion], ['assess.criterion', half.criterion]);
      assert.equal(kept.remark?.tone, 'warning');
    }
    const stored = (await office.dump('assessment')).map(({ data }) => (data as { answers: object }).answers);
    assert.deepEqual(stored.flatMap(Object.keys), ['CN1', 'CN2']);
  });
});

describe('before a dossier is sent', () => {
  it('the confirm shows what matters: criteria not met or not arisen, evidence without a criterion, and until when', async () => {
    const office = await openOffice({ now: '2026-11-30T16:55:00' });
    await seedRound(office);
    const answers = { CN1: said('met'), CN2: said('notMet') };
    await seedDossier(office, 'an', { wish: 'asks', state: 'draft', answers });
    await seedDossier(office, 'thao', {
      wish: 'asks',
      state: 'draft',
      answers: { ...answers, CN2: said('notArisen', '', 'Không có') },
    });
    await loose(office, 'an');
    const { text } = await office.as('an').click('nomination.submit', { round });
    assert.match(text, /Tiêu chuẩn tự đánh giá “Chưa đạt”: CN2/);
    assert.match(text, /1 minh chứng chưa gắn tiêu chuẩn: Tin bài/);
    assert.match(text, /Hạn gửi\nHết ngày 30\/11\/2026/);
    assert.doesNotMatch(text, /Không phát sinh”:/);
    const other = (await office.as('thao').click('nomination.submit', { round })).text;
    assert.match(other, /Tiêu chuẩn “Không phát sinh”: CN2/);
    assert.doesNotMatch(other, /chưa gắn tiêu chuẩn:/);
  });
  for (const now of ['2026-11-02T09:00:00', '2026-11-30T16:55:00', '2026-11-30T23:59:00'])
    it(`its card names the deadline and says that it is not sent (${now})`, async () => {
      const office = await openOffice({ now });
      await seedRound(office);
      await seedDossier(office, 'an', { wish: 'asks', state: 'draft' });
      for (const asked of ['hồ sơ', 'tự đánh giá']) {
        const { text } = await office.as('an').say(asked);
        assert.match(text, /hết ngày 30\/11\/2026/, asked);
        assert.match(text, /chưa gửi/i, asked);
      }
    });
});

describe('what a person is told to do', () => {
  const todo = async (office: Office, who: string): Promise<string> => (await office.as(who).say('việc của tôi')).text;

  it('is the signed original of a dossier that was sent, until it is in or the finding is known', async () => {
    const office = await openOffice({ now: '2026-12-03T09:00:00' });
    await seedRound(office);
    const seeds = { an: 'submitted', an2: 'accepted', hniê: 'tabled', thao: 'awarded', on: 'declined' } as const;
    for (const [key, state] of Object.entries(seeds)) await seedDossier(office, key, { wish: 'asks', state });
    for (const key of ['an', 'an2', 'hniê']) assert.match(await todo(office, key), /bản chính/i, key);
    for (const key of ['thao', 'on']) assert.doesNotMatch(await todo(office, key), /bản chính/i, key);
    const having = await openOffice({ now: '2026-12-03T09:00:00' });
    await seedRound(having);
    await seedDossier(having, 'an', {
      wish: 'asks',
      state: 'accepted',
      nomination: { originalReceivedOn: '2026-12-02' },
    });
    assert.doesNotMatch(await todo(having, 'an'), /bản chính/i);
  });
  it('is nothing for whoever declined, who is told so and not that their wish is missing', async () => {
    const office = await openOffice();
    await seedRound(office);
    await seedDossier(office, 'an', { wish: 'declines', without: ['CN2'] });
    assert.doesNotMatch(await todo(office, 'an'), /tự đánh giá|đề nghị xét/i);
    for (const asked of ['hồ sơ', 'tự đánh giá']) {
      const { text } = await office.as('an').say(asked);
      assert.match(text, /không đề nghị xét/i);
      assert.doesNotMatch(text, /Đề nghị xét\n[^\n]*[Cc]òn thiếu|Đề nghị xét – còn thiếu/);
    }
  });
});
