import { campaignOf } from '../../model/round/round.ts';
import { type Answer, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { acknowledgeLaunch } from './acknowledge-launch.ts';
import { planContents } from './refs.ts';

/** "Đã đọc" as a message: the plan of the launch in force; before a launch there is only the plan to read. */
export async function typedRead(ctx: Ctx): Promise<Answer> {
  const campaign = await campaignOf(ctx);
  return campaign === undefined
    ? show(planContents.ref({}))
    : acknowledgeLaunch(ctx, { launch: campaign.data.spreadId });
}
