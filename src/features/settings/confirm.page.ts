import { settingConfirmCard } from '../../../cards/settings/confirm.ts';
import { maySet } from '../../domain/policy/settings.ts';
import { heldOn, type Setting, type SettingChange, timeline } from '../../domain/settings/setting.ts';
import { formatIsoDate } from '../../domain/text/format.ts';
import { dayOf } from '../../pipeline/day-of.ts';
import type { InForce } from '../../pipeline/in-force.ts';
import { definePage } from '../../pipeline/page.ts';
import { viewingAs } from '../../pipeline/viewing-as.ts';
import type { Texts } from '../../ports/texts.ts';
import { settingOf, settingsNow } from './known.ts';
import { readChange } from './read-change.ts';
import { settingsConfirm } from './refs.ts';
import { usesFrom } from './uses.ts';
import { nameOfSetting, sinceWords, valueWords } from './value-words.ts';

/** A value before it is set: what it takes the place of, from when, until when, and what has been made already that it would change. */
export const confirmPage = definePage({
  name: settingsConfirm,
  compose: async ({ turn, viewer, texts, params, banner }) => {
    if (!viewingAs(viewer, maySet)) return null;
    const { setting: id, formId, seen, on, source, ...parts } = params;
    const inForce = await settingsNow(turn);
    const setting = settingOf(turn, inForce, id);
    const typed = { ...(parts as Record<string, string>), on, source };
    const change = readChange(texts, inForce, { id: formId, setting, typed });
    const made = setting.counts !== 'round' ? await usesFrom(turn, setting, change.from) : [];
    const name = nameOfSetting(texts, setting);
    const view = {
      setting: id,
      formId,
      seen,
      typed,
      name,
      lines: [
        ['before', valueOn(texts, inForce, setting, change)],
        ['after', valueWords(texts, setting, change.value)],
        ['since', sinceWords(texts, setting, change.from)],
        ['source', change.source],
      ].flatMap(([line = '', value = '']) =>
        value === '' ? [] : [{ label: texts.t(`words.settings.fact.${line}`), value }],
      ),
      notes: [
        texts.t(`words.settings.counts.${setting.fixedFrom === undefined ? setting.counts : 'fixed'}`),
        ...untilWords(texts, inForce, setting, change),
        ...(setting.counts === 'round' && change.from < dayOf(turn) ? [texts.t('words.settings.notBack')] : []),
      ],
      warning:
        made.length === 0
          ? ''
          : texts.t('words.settings.madeAlready', { n: made.length, on: formatIsoDate(change.from) }),
    };
    return { card: settingConfirmCard(texts, view, banner), summary: texts.t('summaries.settings.confirm', { name }) };
  },
});

function valueOn(texts: Texts, { file, changes }: InForce, setting: Setting, { from }: SettingChange): string {
  const before = heldOn(timeline(setting, file.plan, changes), from);
  return before === undefined ? texts.t('words.settings.open') : valueWords(texts, setting, before.value);
}

/** That another value follows, which stays. */
function untilWords(texts: Texts, { file, changes }: InForce, setting: Setting, { from }: SettingChange): string[] {
  if (setting.fixedFrom !== undefined) return [];
  const next = timeline(setting, file.plan, changes).find((held) => held.from > from);
  if (next === undefined) return [];
  const value = valueWords(texts, setting, next.value);
  return [texts.t('words.settings.thenFollows', { on: formatIsoDate(next.from), value })];
}
