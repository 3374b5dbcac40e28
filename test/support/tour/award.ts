import { nominationId } from '../../../src/records/nomination.ts';
import { person } from '../office.ts';
import type { Tour } from './open-tour.ts';

const round = 'annual-2026';
const of = (key: string): string => nominationId(round, person(key));

/** Agreed, recorded, forwarded, answered, published, read, revoked. */
export async function award(tour: Tour): Promise<void> {
  const { office } = tour;
  office.set('2026-12-07T09:00:00');
  await tour.say('office', 'giấy tờ');
  await tour.say('office', 'quyết định');
  await tour.say('office', 'công bố');
  await tour.say('crowd0000', 'kết quả');
  const waiting = await tour.say('director', 'quyết định');
  await tour.press('director', waiting, { verb: 'decide.case', pick: { nomination: of('crowd0000') } });
  await tour.click('director', 'decide.ask', { ask: 'sendBack', id: of('crowd0000') });
  const agreement = await tour.press('director', waiting, { verb: 'decide.agree' });
  await tour.press('director', agreement, { verb: 'decide.agree' });
  await tour.messages();
  const forwarding = await tour.press('office', await tour.say('office', 'quyết định'), { verb: 'decide.forward' });
  const sent = { number: '21/TTr-DVVLKH', issuedOn: '2026-12-07' };
  await tour.refusePress('office', forwarding, { verb: 'decide.forward', typed: { ...sent, issuedOn: '2026-12-01' } });
  await tour.press('office', forwarding, { verb: 'decide.forward', typed: sent });
  await tour.messages();
  const decision = String((await office.dump('decision'))[0]?.id);
  const minutes = await tour.say('secretary', 'giấy tờ');
  await tour.press('secretary', minutes, { verb: 'papers.make' });
  const all = await tour.say('office', 'giấy tờ');
  await tour.press('office', all, { verb: 'papers.make', pick: { paper: 'decision' } });
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
  await tour.click('office', 'decide.decision', { decision });
  const signed = await tour.click('office', 'decide.paper', { decision });
  await tour.press('office', signed, {
    verb: 'decide.record',
    typed: { number: '6/QĐ-DVVLKH', issuedOn: '2026-12-07' },
  });
  const submitted = await tour.press('office', await tour.click('office', 'decide.waiting', { round }), {
    verb: 'decide.correction',
  });
  await tour.press('office', submitted, { verb: 'decide.submission', typed: { ...sent, number: '22/TTr-DVVLKH' } });
  const notThis = await tour.click('office', 'decide.case', { nomination: of('adviceDeputy') });
  await tour.press('office', notThis, { verb: 'decide.ask' });
  const reply = await tour.click('office', 'decide.reply', { nomination: of('crowd0001') });
  await tour.press('office', reply, {
    verb: 'decide.answer',
    typed: { result: 'awarded', number: '77/QĐ-SNV', issuedOn: '2026-12-07', reason: '' },
  });
  const second = await tour.click('office', 'decide.reply', { nomination: of('crowd0002') });
  const answering = await tour.press('office', second, {
    verb: 'decide.answer',
    typed: { result: 'declined', number: '', issuedOn: '', reason: 'Đã đủ số lượng khen thưởng của năm.' },
  });
  await tour.press('office', answering, { verb: 'decide.answer' });
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
  const known = await tour.click('office', 'decide.case', { nomination: of('crowd0000') });
  const asking = await tour.press('office', known, { verb: 'decide.ask', pick: { ask: 'revoke' } });
  const typed = { reason: 'Kê khai thành tích không trung thực.' };
  await tour.press('office', asking, { verb: 'decide.revoke', typed });
  await tour.messages();
  await tour.say('director', 'việc của tôi');
  const revocation = String((await office.dump('decision')).at(-1)?.id);
  const asked = await tour.click('director', 'decide.decision', { decision: revocation });
  await tour.press('director', asked, { verb: 'decide.ask' });
  const revoking = await tour.press('director', asked, { verb: 'decide.agreeRevocation' });
  await tour.press('director', revoking, { verb: 'decide.agreeRevocation' });
  await tour.messages();
  const revocationPaper = await tour.click('office', 'decide.paper', { decision: revocation });
  // The number of the award: asked about before it is taken.
  const same = { number: '06/QĐ-DVVLKH', issuedOn: '2026-12-14' };
  await tour.refusePress('office', revocationPaper, { verb: 'decide.record', typed: same });
  await tour.press('office', revocationPaper, { verb: 'decide.record', typed: { ...same, number: '09/QĐ-DVVLKH' } });
  await tour.messages();
  await tour.channel('office', 'results.channel', { decision });
  await tour.channel('office', 'results.amended', { decision: revocation });
  await tour.click('office', 'decide.decision', { decision });
  const refused = await tour.click('office', 'decide.case', { nomination: of('crowd0002') });
  const again = await tour.press('office', refused, { verb: 'decide.ask' });
  await tour.press('office', again, { verb: 'decide.reconsider', typed: { reason: 'Đủ điều kiện ở cấp Trung tâm.' } });
  await tour.messages();
  await tour.say('crowd0000', 'kết quả');
  await tour.say('office', 'quyết định');
  await tour.say('office', 'việc của tôi');
}
