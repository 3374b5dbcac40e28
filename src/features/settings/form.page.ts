import { settingFormCard } from '../../../cards/settings/form.ts';
import { maySet } from '../../domain/policy/settings.ts';
import { dayOf } from '../../pipeline/day-of.ts';
import { definePage } from '../../pipeline/page.ts';
import { viewingAs } from '../../pipeline/viewing-as.ts';
import { historyOf, knownOf, settingOf, settingsNow } from './known.ts';
import { settingsForm } from './refs.ts';
import { choiceWords, fieldLabel, nameOfSetting, useOf, valueWords } from './value-words.ts';

/** Another value for a setting, with the document that it rests on and the day from which it holds. */
export const formPage = definePage({
  name: settingsForm,
  compose: async ({ turn, viewer, texts, params, banner, typed }) => {
    if (!viewingAs(viewer, maySet)) return null;
    const inForce = await settingsNow(turn);
    const { setting, now } = knownOf(inForce, settingOf(turn, inForce, params.setting), dayOf(turn));
    const [latest] = await historyOf(turn, setting);
    const held: Readonly<Record<string, string>> = now === undefined ? {} : setting.typed(now.value);
    const name = nameOfSetting(texts, setting);
    const view = {
      setting: setting.id,
      formId: turn.newId(),
      seen: latest?.id ?? '',
      name,
      value: now === undefined ? texts.t('words.settings.open') : valueWords(texts, setting, now.value),
      use: useOf(texts, setting),
      fields: Object.entries(setting.fields).map(([part, { kind, choices }]) => ({
        id: `value-${part}` as const,
        label: fieldLabel(texts, setting, part),
        kind,
        choices: choices.map((choice) => ({ title: choiceWords(texts, setting, choice), value: choice })),
        value: typed?.[`value-${part}`] ?? held[part] ?? '',
      })),
      source: typed?.source ?? '',
      asksDay: setting.fixedFrom === undefined,
      on: typed?.on ?? dayOf(turn),
      counts: texts.t(`words.settings.counts.${setting.fixedFrom === undefined ? setting.counts : 'fixed'}`),
    };
    return { card: settingFormCard(texts, view, banner), summary: texts.t('summaries.settings.form', { name }) };
  },
});
