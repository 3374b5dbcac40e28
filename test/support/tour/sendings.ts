import { sendingStopped, sendingWorks } from '../../../src/model/sending/outage.ts';
import { settle } from '../../features/campaign/launching.ts';
import { unsentOne } from '../../features/restoration/a-restoration.ts';
import { dept } from '../office.ts';
import { change } from '../recalling.ts';
import { restored } from '../restored.ts';
import type { Tour } from './open-tour.ts';

const round = 'annual-2026';

/** The office looks through what was sent, takes it away as a file and sends it again; the service is away for a while. */
export async function sendings(tour: Tour): Promise<void> {
  const { office } = tour;
  const list = await tour.say('office', 'đối soát');
  await tour.press('office', list, { verb: 'sending.list', pick: { page: '1' } });
  await tour.say('director', 'đối soát');
  await tour.refuseWords('an', 'đối soát');

  const [launch] = (await office.dump('campaign')).map(({ data }) => (data as { spreadId: string }).spreadId);
  const show = await tour.click('office', 'sending.show', { spread: launch });
  await tour.click('director', 'sending.show', { spread: launch });
  await tour.press('office', show, { verb: 'sending.departments' });
  for (const department of ['', dept('advice'), dept('insurance')])
    await tour.click('office', 'sending.people', { spread: launch, department });
  await tour.press('office', show, { verb: 'sending.people', pick: { outcome: 'unreachable' } });
  await tour.click('office', 'sending.people', { spread: launch, outcome: 'recalled' });
  await tour.press('office', show, { verb: 'sending.export' });
  const confirm = await tour.press('office', show, { verb: 'sending.resend' });
  await tour.refusePress('director', confirm, { verb: 'sending.resend', pick: { confirm: 'yes' } });
  await tour.press('office', confirm, {
    verb: 'sending.resend',
    pick: { confirm: 'yes' },
    typed: { ambiguous: 'true' },
  });
  await tour.refuse('office', 'sending.resend', { spread: launch });
  await tour.messages();
  const [again] = (await office.owed()).filter(({ data }) => data.kind === 'announce.launch~2');
  if (again !== undefined) await settle(office, again.id, 'sent');
  await tour.click('office', 'sending.show', { spread: again?.data.cause });
  await tour.click('office', 'sending.show', { spread: launch });
  await tour.refuse('office', 'sending.resend', { spread: `spread:roundOpened:round:${round}` });

  await office.run((turn) => sendingStopped(turn, '401 Unauthorized'));
  await tour.say('office', 'đối soát');
  await tour.click('office', 'sending.show', { spread: launch });
  office.set(office.now.plus({ minutes: 50 }).toISO() ?? '');
  await office.run((turn) => sendingWorks(turn));
  await tour.messages();
}

/** Data come from a backup: the office looks at what is held back, and chooses; another time it is nothing at all. */
export async function restoring(tour: Tour): Promise<void> {
  const { office } = tour;
  for (const [nth, choice] of ['send', 'drop'].entries()) {
    for (const [i, kind] of ['announce.launch', 'question.answered', 'review.request'].entries())
      await unsentOne(office, kind, nth * 10 + i);
    const [one] = (await office.owed('announce.launch')).filter(({ data }) => data.state === 'unreachable');
    if (one !== undefined) await change(office, one.id, { state: 'pending' });
    const restoration = await restored(office, office.now.minus({ hours: 8 }).toUTC().toISO() ?? '');
    const [launch] = (await office.dump('campaign')).map(({ data }) => (data as { spreadId: string }).spreadId);
    await tour.say('office', 'đối soát');
    await tour.click('director', 'sending.show', { spread: launch });
    await tour.say('office', 'việc của tôi');
    const page = await tour.click('office', 'restoration.show', { restoration });
    await tour.refuse('director', 'restoration.show', { restoration });
    const asked = await tour.press('office', page, { verb: 'restoration.choose', pick: { choice } });
    await tour.press('office', asked, { verb: 'restoration.choose' });
    await tour.refuse('secretary', 'restoration.choose', { restoration, choice: 'send', confirm: 'yes' });
    await office.runDue();
    await tour.click('office', 'restoration.show', { restoration });
    await tour.click('office', 'sending.resend', { spread: launch });
    office.set(office.now.plus({ minutes: 5 }).toISO() ?? '');
  }
}
