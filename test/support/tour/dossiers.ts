import { loadDossier } from '../../../src/model/dossier/dossier.ts';
import type { Card } from '../../../src/ports/messenger.ts';
import { dept, person } from '../office.ts';
import type { Tour } from './open-tour.ts';

const pdf = (content: string): Uint8Array => new TextEncoder().encode(`%PDF-1.4\n%${content}\ntrailer<<>>\n%%EOF`);
const words =
  'Tư vấn cho 1.250 lượt người lao động, kết nối việc làm thành công cho 215 người, đạt 118% chỉ tiêu được giao; chủ trì tổ chức 04 phiên giao dịch việc làm lưu động tại các xã miền núi.';
const save = (typed: object) => ({ verb: 'assess.save', typed });
const page = (goTo: string, typed: object) => ({ verb: 'assess.sheet', pick: { goTo }, typed });

/** One person writes, makes mistakes, gives evidence, asks, sends, withdraws and sends again. */
export async function dossierWritten(tour: Tour): Promise<void> {
  const { office } = tour;
  office.set('2026-11-04T09:00:00');
  await tour.say('an', 'hồ sơ');
  await tour.say('an', 'minh chứng');
  const sheet = await tour.say('an', 'tự đánh giá');
  const first = { 'rating-CN1': 'met', 'words-CN1': words };
  await tour.refusePress('an', sheet, page('send', { ...first, 'words-CN1': words.repeat(25) }));
  await tour.press('an', sheet, page('send', first));
  await tour.refusePress('an', sheet, page('send', { ...first, 'words-CN1': 'Viết trên điện thoại cùng lúc.' }));
  await tour.press('an', await tour.say('an', 'tự đánh giá'), page('overview', { 'rating-CN2': 'notMet' }));
  await tour.refuse('an', 'nomination.submit');
  await evidence(tour);
  // The office looks at what has not been sent.
  for (const verb of ['dossier.show', 'dossier.read', 'evidence.list'])
    await tour.click('office', verb, { candidate: person('an') });
  const rest = await tour.say('an', 'tự đánh giá');
  const overview = await tour.press(
    'an',
    rest,
    page('overview', { ...first, 'rating-CN2': 'notMet', 'words-CN2': words }),
  );
  const ask = await tour.click('an', 'nomination.request');
  await tour.press('an', ask, { verb: 'nomination.request', typed: { level: 'unit' } });
  await tour.press('an', overview, { verb: 'dossier.show' });
  await send(tour, 'an');
  await tour.messages();
  const withdraw = await tour.press('an', await tour.say('an', 'hồ sơ'), { verb: 'nomination.withdraw' });
  const withdrawn = await tour.press('an', withdraw, { verb: 'nomination.withdraw' });
  await tour.messages();
  await tour.press('an', withdrawn, { verb: 'nomination.reopen' });
  await send(tour, 'an');
  await tour.messages();
  await tour.click('an', 'dossier.read', {});
  await tour.click('an', 'dossier.read', { criterion: 'CN1' });
  await tour.click('an', 'assess.open', { criterion: 'CN1' });
  await tour.say('an', 'minh chứng');
  const silent = await tour.say('an2', 'tự đánh giá');
  await tour.press('an2', silent, page('decline', {}));
  await tour.say('an2', 'hồ sơ');
}

async function evidence(tour: Tour): Promise<void> {
  const { office } = tour;
  const sort = await tour.send(
    'an',
    office.attach(
      'Báo cáo kết quả kết nối việc làm, tư vấn học nghề quý III năm 2026 (bản có xác nhận của đơn vị).pdf',
      pdf('a'),
    ),
    office.attach('Giấy xác nhận.pdf', pdf('b')),
    office.attach('trò chơi.exe', new Uint8Array([0x4d, 0x5a, 0x90, 0])),
  );
  await tour.press('an', sort, { verb: 'evidence.sort', typed: { to0: 'person CN1', to1: '' } });
  const list = await tour.say('an', 'minh chứng');
  const link = await tour.press('an', list, { verb: 'evidence.add' });
  await tour.refusePress('an', link, {
    verb: 'evidence.add',
    typed: { url: 'javascript:alert(1)', name: 'Tin bài', criterion: 'CN1' },
  });
  await tour.press('an', link, {
    verb: 'evidence.add',
    typed: {
      url: 'https://baokhanhhoa.vn/viec-lam/2026/ngay-hoi-viec-lam-luu-dong',
      name: 'Tin bài trên Báo Khánh Hòa',
      criterion: 'CN1',
    },
  });
  const full = await tour.say('an', 'minh chứng');
  await tour.press('an', full, { verb: 'evidence.open' });
  const item = await tour.press('an', full, { verb: 'evidence.open' });
  const remove = await tour.press('an', item, { verb: 'evidence.remove' });
  await tour.press('an', remove, { verb: 'evidence.remove' });
  await tour.send(
    'adviceHead',
    ...Array.from({ length: 12 }, (_, i) => office.attach(`Minh chứng tập thể ${i + 1}.pdf`, pdf(`c${i}`))),
  );
  await tour.say('adviceHead', 'minh chứng');
  await tour.click('adviceHead', 'evidence.list', { page: '2' });
}

async function send(tour: Tour, who: string): Promise<Card> {
  const dossier = await tour.say(who, 'hồ sơ');
  const confirm = await tour.press(who, dossier, { verb: 'nomination.submit' });
  return tour.press(who, confirm, { verb: 'nomination.submit' });
}

interface Whose {
  readonly level?: string;
  readonly candidate?: string;
}

/** A dossier written and not sent, by the same commands as everyone's; nothing is shown of it. */
export async function written(
  { office }: Tour,
  who: string,
  { level = 'unit', candidate = '' }: Whose = {},
): Promise<void> {
  const dossier = await loadDossier(office.turn(), 'annual-2026', candidate === '' ? person(who) : candidate);
  for (const criterion of dossier.missing)
    await office.as(who).click('assess.save', {
      ...{ candidate, criterion, rating: 'met', words },
      base: dossier.assessment?.data.answers[criterion]?.at ?? '',
    });
  await office.as(who).click('nomination.request', { candidate, level });
}

export async function sent(tour: Tour, who: string, whose: Whose = {}): Promise<void> {
  await written(tour, who, whose);
  const { office } = tour;
  const { candidate = '' } = whose;
  const ask = await office.as(who).click('nomination.submit', { candidate });
  const rev = JSON.stringify(ask.card).match(/"rev":"([^"]+)"/)?.[1];
  await office.as(who).click('nomination.submit', { candidate, rev, confirm: 'yes' });
}

/** The department as a collective, with its meeting. */
export async function collectiveWritten(tour: Tour): Promise<void> {
  tour.office.set('2026-11-10T14:00:00');
  const head = 'adviceHead';
  const collective = await tour.say(head, 'hồ sơ tập thể');
  await tour.press(head, collective, { verb: 'collective.members' });
  await tour.click(head, 'collective.members', { round: 'annual-2026', page: '2' });
  const meeting = await tour.press(head, collective, { verb: 'meeting.record' });
  const held = {
    heldOn: '2026-11-09',
    present: '19',
    total: '21',
    chair: 'Đỗ Ăn',
    secretary: 'Trịnh Thị Ẩn',
    notes: words,
  };
  await tour.refusePress(head, meeting, { verb: 'meeting.record', typed: { ...held, present: '30' } });
  await tour.press(head, meeting, { verb: 'meeting.record', typed: held });
  await tour.refusePress('adviceDeputy', meeting, {
    verb: 'meeting.record',
    typed: { ...held, notes: 'Ghi lại cùng lúc.' },
  });
  const candidate = dept('advice');
  await tour.click(head, 'assess.open', { candidate });
  const form = await tour.click(head, 'assess.open', { candidate, criterion: 'TT3' });
  await tour.press('adviceDeputy', form, save({ rating: 'notArisen', reason: 'Địa bàn không có dự án trọng điểm.' }));
  await tour.refusePress(head, form, save({ rating: 'met', words: 'Viết trên điện thoại cùng lúc.' }));
  await sent(tour, head, { candidate });
  await tour.messages();
  await tour.say(head, 'hồ sơ tập thể');
  await tour.say('insuranceHead', 'hồ sơ tập thể');
}
