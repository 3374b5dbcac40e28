import { nominationId } from '../../../src/records/nomination.ts';
import { person } from '../office.ts';
import type { Tour } from './open-tour.ts';

const round = 'annual-2026';
const of = (key: string): string => nominationId(round, person(key));

/** Agreed, recorded, forwarded, answered, published, read, revoked. */
export async function award(tour: Tour): Promise<void> {
  const { office } = tour;
  office.set('2026-12-07T09:00:00');
  await tour.say('office', 'quyết định');
  await tour.say('office', 'công bố');
  await tour.say('crowd0000', 'kết quả');
  const waiting = await tour.say('director', 'quyết định');
  const agreement = await tour.press('director', waiting, { verb: 'decide.agree' });
  await tour.press('director', agreement, { verb: 'decide.agree' });
  await tour.messages();
  const forwarding = await tour.press('office', await tour.say('office', 'quyết định'), { verb: 'decide.forward' });
  await tour.press('office', forwarding, { verb: 'decide.forward' });
  await tour.messages();
  const decision = String((await office.dump('decision'))[0]?.id);
  await tour.click('office', 'decide.decision', { decision });
  const paper = await tour.click('office', 'decide.paper', { decision });
  const declineReason = 'Theo kết quả xét của Hội đồng, thành tích chưa đáp ứng đầy đủ tiêu chuẩn khen thưởng.';
  await tour.refusePress('office', paper, {
    verb: 'decide.record',
    typed: { number: '', issuedOn: '2026-12-07', declineReason },
  });
  await tour.press('office', paper, {
    verb: 'decide.record',
    typed: { number: '05/QĐ-DVVLKH', issuedOn: '2026-12-07', declineReason },
  });
  await tour.messages();
  await tour.click('office', 'decide.waiting', { round });
  const reply = await tour.click('office', 'decide.reply', { nomination: of('crowd0001') });
  await tour.press('office', reply, {
    verb: 'decide.answer',
    typed: { result: 'awarded', number: '77/QĐ-SNV', issuedOn: '2026-12-07', reason: '' },
  });
  const second = await tour.click('office', 'decide.reply', { nomination: of('crowd0002') });
  await tour.press('office', second, {
    verb: 'decide.answer',
    typed: { result: 'declined', number: '', issuedOn: '', reason: 'Đã đủ số lượng khen thưởng của năm.' },
  });
  await tour.messages();

  const publish = await tour.say('office', 'công bố');
  const preview = await tour.press('office', publish, { verb: 'publish.results', pick: { decision } });
  await tour.press('office', preview, { verb: 'publish.results' });
  await tour.messages();
  await tour.channel('office', 'results.channel', { decision });
  for (const who of ['crowd0000', 'adviceDeputy', 'adviceHead', 'hniê', 'office']) await tour.say(who, 'kết quả');
  await tour.say('crowd0000', 'hồ sơ');
  await tour.say('adviceDeputy', 'hồ sơ');

  office.set('2026-12-14T09:00:00');
  const revocation = await tour.click('office', 'decide.revocation', { nomination: of('crowd0000') });
  const typed = { number: '09/QĐ-DVVLKH', issuedOn: '2026-12-14', reason: 'Kê khai thành tích không trung thực.' };
  const revoking = await tour.press('office', revocation, { verb: 'decide.revoke', typed });
  await tour.press('office', revoking, { verb: 'decide.revoke' });
  await tour.messages();
  await tour.say('crowd0000', 'kết quả');
  await tour.say('office', 'quyết định');
  await tour.say('office', 'việc của tôi');
}
