import { z } from 'zod';
import { CodedError } from '../../domain/errors.ts';
import { formatIsoDate } from '../../domain/text/format.ts';
import { type Answer, good, Refusal, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { refusedBackTo } from '../../pipeline/inputs.ts';
import { stamp } from '../../ports/commit.ts';
import { replace } from '../../ports/documents.ts';
import { settingRecord } from '../../records/settings.ts';
import { requireSetter, settingOf, settingsNow } from './known.ts';
import { requireFit } from './read-change.ts';
import { settingsOne } from './refs.ts';
import { changed, look } from './save-setting.ts';
import { useOfChange } from './uses.ts';

export const undoSettingInput = z.strictObject({
  setting: z.string().max(100),
  change: z.string().max(100),
});

/**
 * Takes a change back as long as nothing was made by it; it stays in the history.
 * @throws CodedError NOT_ALLOWED_SET, SETTING_UNKNOWN; Refusal SETTING_USED {kind, name, on}, SETTING_UNFIT
 */
export async function undoSetting(ctx: Ctx, input: z.infer<typeof undoSettingInput>): Promise<Answer> {
  requireSetter(ctx);
  const inForce = await settingsNow(ctx);
  const setting = settingOf(ctx, inForce, input.setting);
  const change = await ctx.get(settingRecord, input.change);
  if (change === undefined || change.data.setting !== setting.id) throw new CodedError('SETTING_UNKNOWN');
  const one = settingsOne.ref({ setting: setting.id });
  if (change.data.undone !== null) return show(one, good('settings.undone'));
  const use = await useOfChange(ctx, setting, change);
  if (use !== undefined)
    throw new Refusal('SETTING_USED', {
      facts: { kind: use.kind, name: use.name === '' ? '—' : use.name, on: formatIsoDate(use.on) },
      show: one,
    });
  const left = inForce.changes.filter(({ id }) => id !== change.id);
  await refusedBackTo({ show: one }, () => requireFit(ctx.texts(ctx.me.data.locale), inForce, left));
  ctx.commit({
    command: 'settings.undo',
    subject: change.id,
    facts: { setting: setting.id, from: change.data.from },
    changes: [
      replace(settingRecord, change, { ...change.data, undone: { by: ctx.me.id, at: stamp(ctx.at) } }),
      ...(await changed(ctx)),
    ],
  });
  await look(ctx);
  return show(one, good('settings.undone'));
}
