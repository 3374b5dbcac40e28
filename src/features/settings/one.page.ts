import { DateTime } from 'luxon';
import { settingCard } from '../../../cards/settings/one.ts';
import { maySeeSettings, maySet } from '../../domain/policy/settings.ts';
import type { Held } from '../../domain/settings/setting.ts';
import { nameOf } from '../../model/people/people.ts';
import { dayOf } from '../../pipeline/day-of.ts';
import { type Ask, definePage } from '../../pipeline/page.ts';
import { pagingView, slice } from '../../pipeline/paging.ts';
import { viewingAs } from '../../pipeline/viewing-as.ts';
import type { Loaded } from '../../records/record.ts';
import { type SetValue, settingsId } from '../../records/settings.ts';
import { historyOf, type Known, knownOf, settingOf, settingsNow } from './known.ts';
import { settingsOne } from './refs.ts';
import { useOfChange } from './uses.ts';
import { nameOfSetting, sinceWords, useOf, valueWords } from './value-words.ts';

const changesPerCard = 4;

/** One setting: its value of today, what comes later, who set what and when, and what it is for. */
export const onePage = definePage({
  name: settingsOne,
  subject: () => settingsId,
  compose: async (ask) => {
    const { turn, viewer, texts, params, banner } = ask;
    if (!viewingAs(viewer, maySeeSettings)) return null;
    const inForce = await settingsNow(turn);
    const known = knownOf(inForce, settingOf(turn, inForce, params.setting), dayOf(turn));
    const { setting, now } = known;
    const history = await historyOf(turn, setting);
    const byId = new Map(history.map((change) => [change.id, change]));
    const part = slice(history, params.page, changesPerCard);
    const mayChange = viewingAs(viewer, maySet);
    const view = {
      setting: setting.id,
      group: setting.group,
      name: nameOfSetting(texts, setting),
      value: now === undefined ? texts.t('words.settings.open') : valueWords(texts, setting, now.value),
      isOpen: known.isOpen,
      facts: now === undefined ? [] : await factsOf(ask, known, { held: now, change: byId.get(now.change ?? '') }),
      use: useOf(texts, setting),
      counts: texts.t(`words.settings.counts.${setting.fixedFrom === undefined ? setting.counts : 'fixed'}`),
      later: laterOf(ask, known),
      history: await Promise.all(part.items.map((change) => changeRow(ask, known, change))),
      mayChange,
      undo: mayChange ? await undoable(ask, known, history) : '',
      ...pagingView(part),
    };
    return {
      card: settingCard(texts, view, banner),
      summary: texts.t('summaries.settings.one', { name: view.name }),
    };
  },
});

type Asked = Ask<{ setting: string }>;

/** From when, resting on what, and by whom. */
async function factsOf(
  { turn, texts }: Asked,
  { setting }: Known,
  { held, change }: { held: Held; change: Loaded<SetValue> | undefined },
) {
  const origin =
    change === undefined
      ? ['origin', texts.t('words.settings.inFile')]
      : [
          'by',
          texts.t('words.settings.setBy', {
            by: await nameOf(turn, change.data.set.by),
            at: DateTime.fromISO(change.data.set.at, { zone: turn.plan.zone }),
          }),
        ];
  return [['since', sinceWords(texts, setting, held.from)], ['source', held.source], origin].flatMap(
    ([fact = '', value = '']) => (value === '' ? [] : [{ fact: texts.t(`words.settings.fact.${fact}`), value }]),
  );
}

const laterOf = ({ turn, texts }: Asked, { setting, all }: Known) =>
  setting.fixedFrom !== undefined
    ? []
    : all
        .filter(({ from }) => from > dayOf(turn))
        .map(({ from, value, source }) => ({
          since: sinceWords(texts, setting, from),
          value: valueWords(texts, setting, value),
          source,
        }));

async function changeRow({ turn, texts }: Asked, { setting }: Known, { data }: Loaded<SetValue>) {
  const when = (instant: string) => DateTime.fromISO(instant, { zone: turn.plan.zone });
  const isFit = setting.schema.safeParse(data.value).success;
  return {
    value: isFit ? valueWords(texts, setting, data.value) : texts.t('words.settings.unfit'),
    since: sinceWords(texts, setting, data.from),
    source: data.source,
    by: texts.t('words.settings.setBy', { by: await nameOf(turn, data.set.by), at: when(data.set.at) }),
    undone:
      data.undone === null
        ? ''
        : texts.t('words.settings.undoneBy', { by: await nameOf(turn, data.undone.by), at: when(data.undone.at) }),
  };
}

/** The latest change, if nothing was made by it yet. */
async function undoable({ turn }: Asked, { setting }: Known, history: readonly Loaded<SetValue>[]): Promise<string> {
  const latest = history.find(({ data }) => data.undone === null);
  if (latest === undefined) return '';
  return (await useOfChange(turn, setting, latest)) === undefined ? latest.id : '';
}
