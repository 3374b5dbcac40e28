import assert from 'node:assert/strict';
import type { CodedError } from '../../../src/domain/errors.ts';
import { Refusal } from '../../../src/pipeline/answer.ts';
import { channel, launch } from '../../features/campaign/launching.ts';
import { type Office, openOffice } from '../../support/office.ts';

const commands = ['tiến độ', 'đôn đốc', 'tiếp nhận', 'hồ sơ', 'tự đánh giá', 'minh chứng'];

async function refusalOf(act: Promise<unknown>): Promise<CodedError> {
  const error = await act.then(
    () => assert.fail('not refused'),
    (thrown: unknown) => thrown as CodedError,
  );
  assert.equal(error.code, 'NO_ROUND');
  return error;
}
const said = (office: Office, { facts }: CodedError): string => office.turn().texts('vi').t('errors.NO_ROUND', facts);

describe('asking for a round that there is none of', () => {
  it('the office, which opens rounds itself, is led to that, and not told to wait', async () => {
    const office = await openOffice();
    for (const words of commands) {
      const before = await refusalOf(office.as('office').say(words));
      assert.match(said(office, before), /Phong trào cũng chưa được phát động: đề nghị phát động trước/, words);
      assert.equal((before as Refusal).show.page, 'announce.prepare', words);
    }
    await office.as('office').say('kênh văn phòng', channel('Chung'));
    await launch(office);
    for (const words of commands) {
      const after = await refusalOf(office.as('office').say(words));
      assert.equal(
        said(office, after),
        'Chưa có đợt xét khen thưởng nào được mở. Đề nghị xem các đợt ở bên dưới để mở.',
      );
      assert.ok(after instanceof Refusal);
      const back = await office.as('office').page(after.show.page, after.show.params);
      assert.match(JSON.stringify(back?.card), /"verb":"round.open"/, words);
    }
    const named = await refusalOf(office.as('officeHead').click('progress.show', { round: 'annual-2026' }));
    assert.match(said(office, named), /^Đợt xét khen thưởng này chưa được mở\./);
  });

  it('everyone else is told that they will hear of it', async () => {
    const office = await openOffice();
    for (const key of ['an', 'adviceHead', 'director'])
      for (const words of ['hồ sơ', 'mốc việc']) {
        const refused = await refusalOf(office.as(key).say(words));
        assert.ok(!(refused instanceof Refusal), `${key}: ${words}`);
        assert.match(said(office, refused), /^Chưa có đợt .* nào được mở\. Khi đơn vị mở đợt, anh\/chị sẽ nhận được/);
      }
  });
});
