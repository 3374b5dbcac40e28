import { settingsGroupCard } from '../../../cards/settings/group.ts';
import { maySeeSettings } from '../../domain/policy/settings.ts';
import { beginningOf } from '../../domain/text/beginning-of.ts';
import { formatIsoDate } from '../../domain/text/format.ts';
import { dayOf } from '../../pipeline/day-of.ts';
import { definePage } from '../../pipeline/page.ts';
import { viewingAs } from '../../pipeline/viewing-as.ts';
import type { Texts } from '../../ports/texts.ts';
import { settingsId } from '../../records/settings.ts';
import { allKnown, type Known } from './known.ts';
import { settingsGroup } from './refs.ts';
import { nameOfSetting, valueWords } from './value-words.ts';

/** Of a value in a list. */
const longestValue = 120;

/** The settings of one kind, each with the value of today. */
export const groupPage = definePage({
  name: settingsGroup,
  subject: () => settingsId,
  compose: async ({ turn, viewer, texts, params, banner }) => {
    if (!viewingAs(viewer, maySeeSettings)) return null;
    const { group } = params;
    const today = dayOf(turn);
    const mine = (await allKnown(turn)).filter(({ setting }) => setting.group === group);
    const name = texts.t(`words.settings.group.${group}`);
    const view = {
      name,
      about: texts.t(`words.settings.about.${group}`),
      rows: mine.map((known) => ({
        setting: known.setting.id,
        name: nameOfSetting(texts, known.setting),
        value: shortValue(texts, known),
        isOpen: known.isOpen,
        later: laterWords(texts, known, today),
      })),
    };
    return { card: settingsGroupCard(texts, view, banner), summary: texts.t('summaries.settings.group', { name }) };
  },
});

function shortValue(texts: Texts, { setting, now, isOpen }: Known): string {
  if (isOpen || now === undefined) return texts.t('words.settings.open');
  return beginningOf(valueWords(texts, setting, now.value).replaceAll('\n', '; '), longestValue);
}

/** That another value is to come; empty when none is. */
function laterWords(texts: Texts, { setting, all }: Known, today: string): string {
  const next = setting.fixedFrom === undefined ? all.find(({ from }) => from > today) : undefined;
  return next === undefined ? '' : texts.t('words.settings.later', { on: formatIsoDate(next.from) });
}
