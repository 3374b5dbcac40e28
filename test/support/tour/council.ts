import { stampCameUp } from '../../../src/pipeline/just-opened.ts';
import { present, sessionOne } from '../before-council.ts';
import { dept, person } from '../office.ts';
import type { Tour } from './open-tour.ts';

/** The council sits once; each result of a vote occurs. */
export async function council(tour: Tour): Promise<void> {
  const { office } = tour;
  office.set('2026-12-04T09:00:00');
  await tour.say('director', 'hội đồng');
  const waiting = await tour.say('secretary', 'hội đồng');
  const announcing = await tour.press('secretary', waiting, { verb: 'council.agendaForm' });
  const agenda = { heldOn: '2026-12-04', place: '08 giờ, Phòng họp số 1' };
  await tour.refusePress('secretary', announcing, {
    verb: 'council.announce',
    typed: { ...agenda, heldOn: '2026-12-01', dossiers: person('adviceDeputy') },
  });
  await tour.press('secretary', announcing, {
    verb: 'council.announce',
    typed: { ...agenda, dossiers: person('adviceDeputy') },
  });
  await tour.messages();
  const form = await tour.press('secretary', waiting, { verb: 'council.form' });
  const first = person('adviceDeputy');
  const meeting = {
    heldOn: '2026-12-03',
    place: 'Phòng họp số 1, trụ sở Trung tâm',
    present: present('director', 'vice', 'secretary'),
    notes: '',
  };
  await tour.refusePress('secretary', form, {
    verb: 'council.record',
    typed: { ...meeting, heldOn: '2026-12-31', dossiers: first },
  });
  await tour.press('secretary', form, { verb: 'council.record', typed: { ...meeting, dossiers: first } });
  const amend = await tour.click('secretary', 'council.amendment', { session: sessionOne });
  await tour.press('secretary', amend, { verb: 'council.amend', typed: { ...meeting, present: present() } });
  const add = await tour.click('secretary', 'council.addition', { session: sessionOne });
  const all = [dept('advice'), person('adviceHead'), person('crowd0000'), person('crowd0001'), person('crowd0002')];
  const waitingIds = all.filter((id) => JSON.stringify(add).includes(`"${id}"`));
  await tour.press('secretary', add, { verb: 'council.add', typed: { dossiers: waitingIds.join(',') } });
  await tour.say('vice', 'hội đồng');
  await tour.click('vice', 'council.session', { session: sessionOne });
  const together = await tour.click('secretary', 'council.all', { session: sessionOne });
  await tour.refusePress('secretary', together, { verb: 'council.saveAll', typed: { dossiers: '' } });
  const votes: readonly (readonly [string, object])[] = [
    [dept('advice'), { agree: '6', disagree: '0', outstanding: 'true' }],
    [person('adviceHead'), { agree: '5', disagree: '0' }],
    [first, { agree: '2', disagree: '4', note: 'Chưa có số liệu xác nhận.' }],
    [person('crowd0000'), { agree: '6', disagree: '0' }],
    [person('crowd0001'), { agree: '5', disagree: '1', level: 'so' }],
    [person('crowd0002'), { agree: '4', disagree: '2', level: 'so' }],
  ];
  for (const [candidate, vote] of votes.filter(([id]) => id === first || waitingIds.includes(id))) {
    const one = await tour.click('secretary', 'council.case', { session: sessionOne, candidate });
    const typed = { level: 'unit', ...vote };
    // The second of a slow double click.
    if (candidate === first)
      await tour.refusePress('secretary', stampCameUp(one, office.now), { verb: 'council.save', typed });
    office.set(office.now.plus({ seconds: 5 }).toISO() ?? '');
    if (candidate === first)
      await tour.refusePress('secretary', one, { verb: 'council.save', typed: { ...typed, agree: '9' } });
    await tour.press('secretary', one, { verb: 'council.save', typed });
  }
  const closing = await tour.click('secretary', 'council.close', { session: sessionOne });
  const minutes = {
    number: '03/BB-HĐTĐKT',
    issuedOn: '2026-12-03',
    chair: person('director'),
    secretary: person('secretary'),
  };
  await tour.refusePress('secretary', closing, {
    verb: 'council.close',
    typed: { ...minutes, issuedOn: '2026-12-01' },
  });
  await tour.press('secretary', closing, { verb: 'council.close', typed: { ...minutes, number: '' } });
  await tour.messages();
  const recorded = await tour.click('secretary', 'council.minutes', { session: sessionOne });
  const wrong = { ...minutes, secretary: minutes.chair };
  await tour.refusePress('secretary', recorded, { verb: 'council.recordMinutes', typed: wrong });
  await tour.press('secretary', recorded, { verb: 'council.recordMinutes', typed: minutes });
  await tour.click('vice', 'council.session', { session: sessionOne });
  await tour.say('director', 'hội đồng');
  await tour.say('adviceDeputy', 'hồ sơ');
}
