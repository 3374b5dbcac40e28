import { settingsCard } from '../../../cards/settings/show.ts';
import { maySeeSettings, maySet } from '../../domain/policy/settings.ts';
import { groups } from '../../domain/settings/setting.ts';
import { definePage } from '../../pipeline/page.ts';
import { viewingAs } from '../../pipeline/viewing-as.ts';
import { settingsId } from '../../records/settings.ts';
import { allKnown } from './known.ts';
import { offeredPlan } from './offered.ts';
import { settingsShow } from './refs.ts';
import { nameOfSetting, useOf } from './value-words.ts';

/** More would leave no room for the groups; the rest stands in them. */
const openShown = 10;

/** All that the plan leaves open, by groups; first what nobody has entered yet, and where that is missed. */
export const showPage = definePage({
  name: settingsShow,
  subject: () => settingsId,
  compose: async ({ turn, viewer, texts, banner }) => {
    if (!viewingAs(viewer, maySeeSettings)) return null;
    const all = await allKnown(turn);
    const isOffered = (await offeredPlan(turn)) !== undefined;
    const open = all.filter(({ isOpen }) => isOpen);
    const view = {
      isOffered,
      mayExport: viewingAs(viewer, maySet),
      state: texts.t('words.settings.state', { n: open.length }),
      tone: open.length === 0 ? ('good' as const) : ('warning' as const),
      open: open.slice(0, openShown).map(({ setting }) => ({
        setting: setting.id,
        name: nameOfSetting(texts, setting),
        use: useOf(texts, setting),
      })),
      more: open.length > openShown ? texts.t('words.settings.more', { n: open.length - openShown }) : '',
      groups: groups.map((group) => {
        const mine = all.filter(({ setting }) => setting.group === group);
        return {
          group,
          name: texts.t(`words.settings.group.${group}`),
          detail: texts.t('words.settings.count', { n: mine.length, open: mine.filter(({ isOpen }) => isOpen).length }),
        };
      }),
    };
    return {
      card: settingsCard(texts, view, banner),
      summary: texts.t('summaries.settings.show', { n: open.length }),
    };
  },
});
