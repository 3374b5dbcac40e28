import type { Tour } from './open-tour.ts';

/** While dossiers wait: heads say when they are away, a deputy is told, and they come back early. */
export async function leave(tour: Tour): Promise<void> {
  const form = await tour.say('insuranceHead', 'nghỉ phép');
  await tour.refusePress('insuranceHead', form, {
    verb: 'leave.save',
    typed: { from: '2026-11-09', to: '2026-11-07' },
  });
  await tour.refuseWords('on', 'tôi nghỉ từ 01/10 đến 10/10');
  const confirm = await tour.say('insuranceHead', 'tôi nghỉ từ 06/11 đến 06/11');
  await tour.press('insuranceHead', confirm, { verb: 'leave.save' });
  await tour.say('insuranceHead', 'tôi nghỉ từ 06/11 đến 07/11');
  const head = await tour.say('adviceHead', 'tôi nghỉ từ 06/11');
  await tour.press('adviceHead', head, { verb: 'leave.save' });
  await tour.messages();
  await tour.message('adviceDeputy', 'leave.standIn');
  await tour.say('adviceHead', 'đã trở lại');
  await tour.say('insuranceHead', 'hủy nghỉ');
  // As it is in the roster.
  const later = await tour.say('adviceHead', 'tôi nghỉ từ 10/11/2026 đến 11/11/2026');
  await tour.press('adviceHead', later, { verb: 'leave.save' });
}
