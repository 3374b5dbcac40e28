import { z } from 'zod';
import { fold } from '../../domain/text/vietnamese.ts';
import { personOf } from '../../model/people/people.ts';
import { type Answer, good, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { replace } from '../../ports/documents.ts';
import type { Locale } from '../../ports/pages.ts';
import type { Texts } from '../../ports/texts.ts';
import { personRecord } from '../../records/person.ts';
import { startHelp } from './refs.ts';

export const saveLanguageInput = z.strictObject({ locale: z.enum(['vi', 'en']) });

/** Each language, and the command that is its name. */
export const languages = [
  { locale: 'vi', command: 'vietnamese' },
  { locale: 'en', command: 'english' },
] as const;

/** The language that somebody means by these words, in whichever language they say it. */
export function languageCalled(texts: (locale: Locale) => Texts, said: string): Locale | undefined {
  const wanted = fold(said);
  if (wanted === '') return undefined;
  return languages.find(({ command }) =>
    languages.some(({ locale }) =>
      ['name', 'aliases', 'words'].some((key) =>
        texts(locale).t(`commands.${command}.${key}`).split('|').map(fold).includes(wanted),
      ),
    ),
  )?.locale;
}

/** The person is written to in this language from the answer on. */
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
