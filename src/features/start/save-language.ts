import { z } from 'zod';
import { personOf } from '../../model/people/people.ts';
import { type Answer, good, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { replace } from '../../ports/documents.ts';
import { personRecord } from '../../records/person.ts';
import { startHelp } from './refs.ts';

export const saveLanguageInput = z.strictObject({ locale: z.enum(['vi', 'en']) });

export async function saveLanguage(ctx: Ctx, input: z.infer<typeof saveLanguageInput>): Promise<Answer> {
  const me = await personOf(ctx, ctx.me.id);
  if (me.data.locale !== input.locale) {
    ctx.commit({
      command: 'language.save',
      subject: me.id,
      changes: [replace(personRecord, me, { ...me.data, locale: input.locale })],
    });
  }
  return show(startHelp.ref({}), good('languageSaved'));
}
