import { z } from 'zod';
import { oweRefresh } from '../../delivery/owe/owe.ts';
import { CodedError } from '../../domain/errors.ts';
import { type Answer, good, Refusal, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { refusedBackTo } from '../../pipeline/inputs.ts';
import { replace } from '../../ports/documents.ts';
import { planRecordId } from '../../records/campaign.ts';
import { settingsId, settingsRecord } from '../../records/settings.ts';
import { requireSetter, settingsNow } from './known.ts';
import { offeredPlan } from './offered.ts';
import { requireFit } from './read-change.ts';
import { settingsPlan, settingsShow } from './refs.ts';
import { look } from './save-setting.ts';

export const adoptOfferedInput = z.strictObject({ version: z.string().max(40) });

/**
 * Takes over the plan's file that the program was started with: from now on it is what values are set upon. Rounds that are open keep their rules.
 * @throws CodedError NOT_ALLOWED_SET; Refusal PLAN_NOT_OFFERED, SETTING_UNFIT {why} when a value set in chat contradicts it
 */
export async function adoptOffered(ctx: Ctx, { version }: z.infer<typeof adoptOfferedInput>): Promise<Answer> {
  requireSetter(ctx);
  const all = settingsShow.ref({});
  const settings = await ctx.get(settingsRecord, settingsId);
  if (settings === undefined) throw new CodedError('PLAN_NOT_OFFERED');
  if (settings.data.plan === version) return show(all, good('settings.adopted'));
  const offered = await offeredPlan(ctx);
  if (offered?.planVersion !== version) throw new Refusal('PLAN_NOT_OFFERED', { show: all });
  const { changes } = await settingsNow(ctx);
  const texts = ctx.texts(ctx.me.data.locale);
  await refusedBackTo({ show: settingsPlan.ref({}) }, () => requireFit(texts, { file: offered, changes: [] }, changes));
  ctx.commit({
    command: 'plan.adopt',
    subject: planRecordId(version),
    facts: { before: settings.data.plan },
    changes: [
      replace(settingsRecord, settings, { plan: version, offered: null, changes: settings.data.changes + 1 }),
      oweRefresh(ctx.scope, ctx.at, settingsId, settings.rev + 1),
    ],
  });
  await look(ctx);
  return show(all, good('settings.adopted'));
}
