import { person } from '../office.ts';
import type { Tour } from './open-tour.ts';

/** The youth union calls, people answer, the call is closed. */
export async function calls(tour: Tour): Promise<void> {
  tour.office.set('2026-11-04T15:00:00');
  await tour.click('thao', 'call.mine');
  const compose = await tour.say('thao', 'vận động');
  const typed = {
    title: 'Ngày hội việc làm lưu động và tư vấn học nghề cho thanh niên xã Diên Khánh',
    text: 'Tư vấn, giới thiệu việc làm cho thanh niên. Đề nghị các đồng chí mặc áo xanh tình nguyện.',
    place: 'Nhà văn hóa xã Diên Khánh',
    date: '2026-11-14',
    time: '07:30',
    answerBy: '2026-11-12',
  };
  await tour.refusePress('thao', compose, { verb: 'call.post', typed: { ...typed, answerBy: '2026-11-20' } });
  const preview = await tour.press('thao', compose, { verb: 'call.post', typed });
  await tour.press('thao', preview, { verb: 'call.edit' });
  await tour.press('thao', preview, { verb: 'call.post' });
  await tour.messages();
  const call = String((await tour.office.dump('call'))[0]?.id);
  for (const [who, answer] of [
    ['an', 'yes'],
    ['hniê', 'maybe'],
    ['office', 'yes'],
    ['on', 'no'],
  ] as const)
    await tour.click(who, 'call.answer', { call, answer });
  await tour.open('thao', 'calls.invite', { call, person: person('thao') });
  await tour.channel('youth', 'calls.channel', { call });
  for (const who of ['an', 'thao']) await tour.open(who, 'calls.own', { call });
  await tour.click('thao', 'call.show', { call });
  for (const answer of ['yes', 'maybe', 'silent']) await tour.click('thao', 'call.people', { call, answer, page: '1' });
  await tour.click('thao', 'call.mine');
  await tour.say('an', 'việc của tôi');
  await tour.say('an', 'không tham gia');
  await tour.say('insuranceHead', 'tham gia');
  const other = { ...typed, title: 'Hiến máu tình nguyện', date: '2026-11-21', answerBy: '2026-11-20' };
  const second = await tour.press('thao', compose, { verb: 'call.post', typed: { ...other, formId: 'form999999' } });
  await tour.press('thao', second, { verb: 'call.post' });
  await tour.say('an', 'tham gia');
  await tour.say('an', 'trang sau');
  const close = await tour.click('thao', 'call.close', { call });
  await tour.press('thao', close, { verb: 'call.close' });
  await tour.refuse('hniê', 'call.answer', { call, answer: 'yes' });
  await tour.open('hniê', 'calls.invite', { call, person: person('hniê') });
  await tour.channel('youth', 'calls.channel', { call });
  await tour.say('on', 'vận động');
}
