import type { Setting } from '../../domain/settings/setting.ts';
import { formatIsoDate } from '../../domain/text/format.ts';
import type { Texts } from '../../ports/texts.ts';

type Named = Pick<Setting, 'name' | 'of'>;

/** "Mức lương cơ sở", "Người có thẩm quyền khen thưởng: Cấp Sở". */
export const nameOfSetting = (texts: Texts, { name, of }: Named): string =>
  texts.t(`words.settings.name.${name}`, { ...of, candidate: of.candidate ?? '' });

export const fieldLabel = (texts: Texts, { name }: Named, field: string): string =>
  texts.t(`words.settings.field.${name}.${field}`);

/** What is done by it, and what happens as long as it is not entered. */
export const useOf = (texts: Texts, { name }: Named): string => texts.t(`words.settings.use.${name}`);

export const choiceWords = (texts: Texts, { name }: Named, choice: string): string =>
  texts.t(`words.settings.choice.${name}.${choice}`);

/** A value as people read it. */
export function valueWords(texts: Texts, setting: Setting, value: unknown): string {
  const typed = setting.typed(value);
  if (setting.isOpen(value) || Object.values(typed).every((part) => part === '')) return texts.t('words.settings.open');
  const key = `words.settings.value.${setting.name}`;
  if (texts.has(key)) {
    const isShare = String(typed.limit?.endsWith('%') ?? false);
    return texts.t(key, { ...typed, ...figuresOf(setting, value), isShare });
  }
  return Object.entries(setting.fields)
    .map(([name, { kind }]) =>
      kind === 'choice' ? choiceWords(texts, setting, typed[name] ?? '') : (typed[name] ?? ''),
    )
    .join(', ');
}

/** The parts that are numbers. */
const figuresOf = ({ fields }: Setting, value: unknown): Record<string, number> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, { figure }]) =>
      figure === undefined ? [] : [[name, figure(name === 'value' ? value : (value as Record<string, unknown>)[name])]],
    ),
  );

/** From when a value holds; empty for what holds from the beginning. */
export function sinceWords(texts: Texts, setting: Setting, from: string): string {
  if (from === '' || setting.fixedFrom !== undefined) return '';
  return texts.t(`words.settings.since.${setting.counts}`, { on: formatIsoDate(from) });
}
