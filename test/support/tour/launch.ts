import { channel, connect, crowd, settle } from '../../features/campaign/launching.ts';
import { actionsOf, dept } from '../office.ts';
import { keepTeam } from '../teams/a-team.ts';
import type { Tour } from './open-tour.ts';

/** Nothing has begun: what the bot says to people who have nothing to do yet. */
export async function beforeAnything(tour: Tour): Promise<void> {
  await crowd(tour.office, 16);
  await tour.open('an', 'start.welcome');
  for (const who of ['an', 'adviceHead', 'office', 'secretary', 'director', 'thao']) await tour.say(who, 'trợ giúp');
  await tour.say('an', 'xin chào');
  await tour.say('an', 'to danh gia');
  await tour.say('an', 'thời tiết hôm nay thế nào');
  await tour.say('an', 'ngôn ngữ');
  await tour.click('an', 'language.save', { locale: tour.locale });
  for (const who of ['an', 'adviceHead', 'office', 'director']) await tour.say(who, 'việc của tôi');
  await tour.say('an', 'kế hoạch');
  await tour.refuseWords('office', 'tiến độ');
  await datesBefore(tour);
  await tour.refuseWords('an', 'phát động');
  await tour.refuse('office', 'round.choose');
  await tour.say('thao', 'kênh', channel('Chi đoàn'));
  await tour.say('thao', 'kênh chi đoàn', channel('Chi đoàn'));
  await tour.say('an', 'trợ giúp', channel('Chung'));
  await tour.say('office', 'kênh', channel('Chung'));
  await tour.say('office', 'kênh văn phòng', channel('Chung'));
  await tour.say('office', 'kênh văn phòng', channel('Hành chính – Nghiệp vụ'));
}

/** The dates wait for the round. */
async function datesBefore(tour: Tour): Promise<void> {
  const sheet = await tour.say('office', 'mốc việc');
  const typed = { 'on-departmentMeeting': '2026-11-20', 'on-filing': '2027-06-30' };
  await tour.press('office', sheet, { verb: 'milestones.dates', typed });
}

const launch = (typed: object) => ({ verb: 'announce.launch', typed });

/** Launched, taken back, launched again, read by some; the round is opened. */
export async function launched(tour: Tour): Promise<void> {
  const { office } = tour;
  for (const key of ['office', 'secretary', 'director', 'adviceHead', 'an', 'on']) await connect(office, key);
  await connect(office, 'an2', 'uninstalled');
  await connect(office, 'thao', 'forbidden');
  const form = await tour.say('office', 'phát động');
  await tour.click('office', 'announce.people', { list: 'unreachable', department: '', page: '0' });
  await tour.click('office', 'announce.people', { list: 'unreachable', department: '', page: '1' });
  await keepTeam(office, '19:1');
  await keepTeam(office, '19:2', { name: 'Chi đoàn', reason: '403 BotNotInConversationRoster' });
  await keepTeam(office, '19:3', { name: '', readAt: null });
  await tour.click('office', 'announce.people', { list: 'unreachable', department: '', page: '0' });
  const wrong = { number: '25/KH-XYZ', issuedOn: '15/06/2023' };
  await tour.refusePress('office', form, launch(wrong));
  const confirm = await tour.press('office', form, launch({ number: '25', issuedOn: '15/06/2023' }));
  const along = await tour.press('office', confirm, { verb: 'announce.launch', pick: { round: 'annual-2026' } });
  const alone = await tour.press('office', along, { ...launch({}), pick: { round: undefined } });
  const running = await tour.press('office', alone, launch({}));
  await tour.messages();
  for (const { id, to } of await office.owed('announce.launch'))
    await settle(office, id, to === 'on' ? 'ambiguous' : ['an', 'adviceHead'].includes(to) ? 'sent' : 'unreachable');
  const cancel = await tour.press('office', running, { verb: 'announce.cancel' });
  office.set('2026-11-02T09:20:00');
  await tour.press('office', cancel, { verb: 'announce.cancel' });
  await tour.messages();

  office.set('2026-11-02T10:00:00');
  await tour.press(
    'secretary',
    await tour.say('secretary', 'phát động'),
    launch({ number: '25', issuedOn: '15/06/2023', confirm: 'yes' }),
  );
  await tour.messages();
  for (const [to, state] of [
    ['an', 'sent'],
    ['adviceHead', 'sent'],
    ['office', 'sent'],
    ['on', 'ambiguous'],
    ['an2', 'unreachable'],
  ] as const) {
    const owed = (await office.owed('announce.launch')).filter((o) => o.to === to).at(-1);
    if (owed !== undefined) await settle(office, owed.id, state);
  }
  const received = await tour.message('an', 'announce.launch');
  await tour.press('an', received, { verb: 'announce.acknowledge' });
  await tour.press('an', received, { verb: 'announce.acknowledge' });
  await tour.say('an', 'kế hoạch');
  await tour.say('an2', 'kế hoạch');
  await tour.say('office', 'phát động');
  await tour.click('office', 'announce.people', { list: 'unread', department: dept('advice'), page: '0' });
  await tour.click('office', 'announce.people', { list: 'unread', department: dept('insurance'), page: '0' });
  await everySection(tour, 'on');
  await everySection(tour, 'office');
}

/** The plan from cover to cover. */
async function everySection(tour: Tour, who: string): Promise<void> {
  const title = tour.office.machine.texts(tour.locale).t('cards.campaign.plan-section.next');
  let card = await tour.press(who, await tour.say(who, 'kế hoạch'), { verb: 'plan.section' });
  for (;;) {
    const next = actionsOf(card).find((action) => action.title === title);
    if (next === undefined) return;
    card = await tour.click(who, 'plan.section', next.data);
  }
}

export async function roundOpened(tour: Tour): Promise<void> {
  tour.office.set('2026-11-03T08:00:00');
  const choose = await tour.say('office', 'mở đợt');
  await tour.press('office', await tour.press('office', choose, { verb: 'round.open' }), { verb: 'round.open' });
  await tour.open('an', 'round.which', { command: 'assess', need: 'open' });
  await tour.messages();
  await tour.say('office', 'mở đợt');
  await tour.click('an', 'round.show', { round: 'annual-2026' });
  for (const who of ['an', 'adviceHead', 'director']) await joined(tour, who);
  await tour.channel('office', 'round.show', { round: 'annual-2026' });
  for (const who of ['an', 'adviceHead', 'office', 'director']) await tour.say(who, 'việc của tôi');
  for (const who of ['office', 'adviceHead', 'director']) await tour.say(who, 'tiến độ');
  await tour.say('adviceHead', 'xác nhận');
  await tour.say('office', 'tiếp nhận');
}

/** The launch as it tells somebody who joins while a round is open, or everyone where both begin at once. */
async function joined(tour: Tour, who: string): Promise<void> {
  const { params } = (await tour.office.owed('announce.launch')).at(-1)?.data.show ?? {};
  const of = params as { campaign: string; launch: string };
  await tour.open(who, 'campaign.launched', { ...of, asOf: '2026-11-03T02:00:00.000Z' });
}
