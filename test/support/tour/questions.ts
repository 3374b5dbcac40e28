import type { Tour } from './open-tour.ts';

const long =
  'Trong năm tôi đã tư vấn cho 1.250 lượt người lao động, kết nối việc làm thành công cho 215 người, đạt 118% chỉ tiêu được giao.';

const link = 'https://sonoivu.khanhhoa.gov.vn/tin/ngay-hoi-viec-lam-luu-dong-xa-dien-khanh?id=7';

/** A message that is no command becomes text of a criterion, or a question that the office answers. */
export async function questions(tour: Tour): Promise<void> {
  tour.office.set('2026-11-03T09:00:00');
  await tour.say('an', 'cảm ơn');
  const offer = await tour.say('on', long);
  await tour.refusePress('on', offer, { verb: 'assess.append', typed: { text: long } });
  await tour.press('on', offer, { verb: 'assess.append', typed: { text: long, criterion: 'person CN1' } });
  await tour.say('adviceHead', long);
  await tour.say('an', `Tin bài CN2: ${link}`);
  await tour.say('adviceHead', link);
  await tour.refuseWords('an', `${link} ${link}`);
  const both = await tour.say('an', `${long} ${link}`);
  await tour.press('an', both, { verb: 'evidence.link', typed: { text: `${long} ${link}` } });
  const ask = await tour.say('an', 'Bản chính có chữ ký nộp trước ngày nào, nộp cho ai?');
  await tour.refusePress('an', ask, { verb: 'question.ask', typed: { text: '' } });
  await tour.press('an', ask, { verb: 'question.ask', typed: { text: 'Bản chính có chữ ký nộp trước ngày nào?' } });
  for (const n of [1, 2, 3, 4, 5])
    await tour.click('on', 'question.ask', { text: `${long} Như vậy đã đủ để đề nghị xét chưa? (${n})` });
  await tour.say('office', 'câu hỏi');
  const list = await tour.click('office', 'question.list', {});
  await tour.messages();
  const form = await tour.press('office', list, { verb: 'question.open' });
  await tour.refusePress('office', form, { verb: 'question.answer', typed: { answer: '' } });
  await tour.press('office', form, { verb: 'question.answer', typed: { answer: 'Trước ngày 05/12, tại văn thư.' } });
  await tour.press('secretary', list, { verb: 'question.open' });
  await tour.messages();
}
