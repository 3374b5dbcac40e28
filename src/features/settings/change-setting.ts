import { z } from 'zod';
import { type Answer, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { withInputs } from '../../pipeline/inputs.ts';
import { requireSetter } from './known.ts';
import { partName, settingForm, settingsForm } from './refs.ts';

const { setting, on, source } = settingForm;
export const changeSettingInput = withInputs({ setting, on, source }, partName, z.string().max(20_000));

/** The form for another value; with what was typed, when somebody has seen it and goes back. @throws CodedError NOT_ALLOWED_SET */
export async function changeSetting(ctx: Ctx, input: z.infer<typeof changeSettingInput>): Promise<Answer> {
  requireSetter(ctx);
  const { setting: asked, ...typed } = input;
  const page = show(settingsForm.ref({ setting: asked }));
  return typed.on === '' && typed.source === '' ? page : { ...page, typed };
}
