import { DateTime } from 'luxon';
import { graceNoticeCard } from '../../../cards/closing/grace-notice.ts';
import { addressing } from '../../model/people/addressee.ts';
import { endingOf } from '../../model/round/closing.ts';
import { deadlineLine } from '../../model/round/deadline-line.ts';
import { roundInText } from '../../model/round/round.ts';
import { definePage } from '../../pipeline/page.ts';
import { closingGrace } from './refs.ts';
import { unfinishedOf } from './unfinished.ts';

/** "There is more time", to one person; nothing once the window is over, replaced by a later one, or of no use to them any more. */
export const graceNoticePage = definePage({
  name: closingGrace,
  compose: async ({ turn, viewer, texts, params, banner }) => {
    const { person } = viewer;
    if (person === undefined) return null;
    const ending = await endingOf(turn, params.round);
    const { plan, round, closing } = ending;
    const grace = closing.graces.at(-1);
    if (grace === undefined || params.grace !== String(closing.graces.length)) return null;
    const until = DateTime.fromISO(grace.until, { zone: plan.zone });
    const today = viewer.at.setZone(plan.zone).toFormat('yyyy-MM-dd');
    const unfinished = await unfinishedOf(turn, ending, { person, today });
    if (viewer.at > until || unfinished === undefined) return null;
    const view = {
      unitName: plan.unit.name,
      ...addressing(turn, texts, person.data),
      roundName: roundInText(plan, round),
      until: deadlineLine(texts, until),
      reason: grace.reason,
      isOwn: unfinished.own,
      isHead: unfinished.department,
      title: person.data.title,
      round: params.round,
    };
    const summary = texts.t('summaries.closing.grace', { until: view.until });
    return { card: graceNoticeCard(texts, view, banner), summary };
  },
});
