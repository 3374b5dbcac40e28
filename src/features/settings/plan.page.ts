import { offeredPlanCard } from '../../../cards/settings/plan.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { maySeeSettings, maySet } from '../../domain/policy/settings.ts';
import { differencesOf } from '../../domain/settings/differences.ts';
import { type Held, heldOn, type Setting } from '../../domain/settings/setting.ts';
import { dayOf } from '../../pipeline/day-of.ts';
import { definePage } from '../../pipeline/page.ts';
import { viewingAs } from '../../pipeline/viewing-as.ts';
import type { Texts } from '../../ports/texts.ts';
import { settingsId } from '../../records/settings.ts';
import { namedFor, settingsNow } from './known.ts';
import { homeless, offeredPlan } from './offered.ts';
import { settingsPlan } from './refs.ts';
import { nameOfSetting, valueWords } from './value-words.ts';

/** The rest is told by number. */
const shown = 8;

/** A plan's file that is not the one in force: what it has otherwise, and what becomes of the values set in chat. */
export const planPage = definePage({
  name: settingsPlan,
  subject: () => settingsId,
  compose: async ({ turn, viewer, texts, banner }) => {
    if (!viewingAs(viewer, maySeeSettings)) return null;
    const [inForce, offered] = await Promise.all([settingsNow(turn), offeredPlan(turn)]);
    const { settings, sections } =
      offered === undefined ? { settings: [], sections: [] } : differencesOf(inForce.file.plan, offered.plan);
    const own = namedFor(turn, inForce);
    const theirs = offered === undefined ? own : namedFor(turn, { file: offered });
    const named = (all: readonly Setting[], ids: readonly string[]) => all.filter(({ id }) => ids.includes(id));
    const differing = named(
      theirs,
      settings.map(({ id }) => id),
    );
    const heldBy = (setting: Setting, by: readonly Setting[], plan: Plan) =>
      valueOn(texts, setting, by.find(({ id }) => id === setting.id)?.inPlan(plan), dayOf(turn));
    const gone = offered === undefined ? [] : homeless(inForce, offered);
    const view = {
      isOffered: offered !== undefined,
      version: offered?.planVersion ?? '',
      mayAdopt: offered !== undefined && viewingAs(viewer, maySet),
      rows: differing.slice(0, shown).map((setting) => ({
        name: nameOfSetting(texts, setting),
        before: heldBy(setting, own, inForce.file.plan),
        after: heldBy(setting, theirs, offered?.plan ?? inForce.file.plan),
      })),
      more: differing.length > shown ? texts.t('words.settings.plan.more', { n: differing.length - shown }) : '',
      sections: sections.map((section) => texts.t(`words.settings.plan.section.${section}`)),
      kept: texts.t('words.settings.plan.kept', {
        n: inForce.changes.filter(({ setting }) => !gone.includes(setting)).length,
      }),
      gone: named(own, gone).map((setting) => nameOfSetting(texts, setting)),
    };
    return { card: offeredPlanCard(texts, view, banner), summary: texts.t('summaries.settings.plan') };
  },
});

/** Of today: what a file has for other days is not written out. */
function valueOn(texts: Texts, setting: Setting, all: readonly Held[] | undefined, today: string): string {
  const held = all && heldOn(all, setting.fixedFrom ?? today);
  return held === undefined ? texts.t('words.settings.open') : valueWords(texts, setting, held.value);
}
