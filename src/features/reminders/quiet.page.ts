import { isHead } from '../../domain/policy/posts.ts';
import { roundName, roundOf } from '../../model/round/round.ts';
import { definePage } from '../../pipeline/page.ts';
import { quietScreen } from '../../screens/reminders/reminder-screens.ts';
import { remindQuiet } from './refs.ts';
import { roundClock } from './round-clock.ts';

/** Whether this person wants reminders of the round, and the way back. */
export const quietPage = definePage({
  name: remindQuiet,
  subject: (_params, viewer) => viewer.owner,
  compose: async ({ turn, viewer, texts, params, banner }) => {
    const { person } = viewer;
    if (person === undefined) return null;
    const round = await roundOf(turn, params.round);
    const clock = await roundClock(turn, round, viewer.at);
    const isQuiet = person.data.quietRounds.includes(round.data.round);
    const state = clock.isOver ? 'over' : isQuiet ? 'quiet' : 'loud';
    const view = {
      unitName: clock.plan.unit.name,
      roundName: roundName(clock.plan, round),
      state: texts.t(`words.reminders.quiet.${state}.state`),
      detail: texts.t(`words.reminders.quiet.${state}.detail`, { at: clock.closesAt }),
      isHead: isHead(person.data) && !clock.isOver,
      isQuiet: state === 'quiet',
      isLoud: state === 'loud',
      round: round.data.round,
    };
    return { card: quietScreen(texts, view, banner), summary: texts.t('summaries.reminders.quiet') };
  },
});
