import { z } from 'zod';
import { exportedPlan, planText } from '../../domain/settings/exported.ts';
import { type Answer, good, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { keepFile } from '../../pipeline/keep-export.ts';
import { requireSetter, settingsNow } from './known.ts';
import { settingsFile } from './refs.ts';

export const exportPlanInput = z.strictObject({});
/** Whose the file is. */
export const planSubject = 'plan';

/** The plan in force with all that was set in chat, as a file that is read again as it is. @throws CodedError NOT_ALLOWED_SET */
export async function exportPlan(ctx: Ctx): Promise<Answer> {
  requireSetter(ctx);
  const { file, changes } = await settingsNow(ctx);
  const heading = ctx.texts('vi').t('words.settings.file.heading', { at: ctx.at, name: ctx.plan.unit.name });
  const bytes = new TextEncoder().encode(planText(exportedPlan(file.plan, changes), heading));
  const sha256 = await keepFile(ctx, { command: 'settings.export', subject: planSubject, pieces: [bytes] });
  return show(settingsFile.ref({ sha256 }), good('settings.exported'));
}
