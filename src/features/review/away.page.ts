import { awayCard } from '../../../cards/review/away.ts';
import { instantOf } from '../../domain/calendar/calendar.ts';
import { presenceOn } from '../../domain/people/presence.ts';
import { maySeeProgressOf } from '../../domain/policy/progress.ts';
import { upperFirst } from '../../domain/text/sentence.ts';
import { queueOf } from '../../model/dossier/redraw.ts';
import { sentNames } from '../../model/dossier/sent-names.ts';
import { personOf, positionOf } from '../../model/people/people.ts';
import { roundName, roundOf, roundPlan } from '../../model/round/round.ts';
import { actorOf } from '../../pipeline/actor-of.ts';
import { definePage } from '../../pipeline/page.ts';
import { asked, isSentBefore, isUnattended } from './my-dossiers.ts';
import { reviewAway } from './refs.ts';

const rowsShown = 10;

/** Dossiers that wait for somebody who is away, and nobody is there to act for them, for whoever can see to it: numbers, names, and when they go on without an opinion. */
export const awayPage = definePage({
  name: reviewAway,
  subject: ({ reviewer }) => queueOf(reviewer),
  compose: async ({ turn, viewer, texts, params, banner, redraw }) => {
    const actor = actorOf(viewer);
    if (actor === undefined) return null;
    const round = await roundOf(turn, params.round);
    const plan = await roundPlan(turn, round);
    const { data: reviewer } = await personOf(turn, params.reviewer);
    const who = await positionOf(turn, params.reviewer);
    if (!maySeeProgressOf(actor, reviewer.departmentId)) return null;
    const presence = presenceOn(reviewer, viewer.at.setZone(plan.zone).toFormat('yyyy-MM-dd'));
    const all = await asked(turn, round.data.round, [params.reviewer]);
    const waiting = all.filter(isUnattended).sort((a, b) => (isSentBefore(a, b) ? -1 : 1));
    const names = await sentNames(turn, all);
    if (!redraw && (presence === 'active' || waiting.length === 0)) return null;
    const more = waiting.length - rowsShown;
    const view = {
      round: round.data.round,
      department: reviewer.departmentId,
      roundName: roundName(plan, round),
      text: texts.t(`words.review.away.${waiting.length === 0 ? 'empty' : presence}`, { who, n: waiting.length }),
      rows: waiting.slice(0, rowsShown).map(({ id, data }) => ({
        name: names.get(id) ?? '',
        detail: data.snapshot?.departmentName ?? '',
        due:
          data.opinionDueAt === null
            ? ''
            : upperFirst(texts.t('words.review.dueBy', { at: instantOf(data.opinionDueAt, plan.zone) })),
      })),
      hasMore: more > 0,
      more: more > 0 ? texts.t('words.review.away.more', { n: more }) : '',
    };
    return {
      card: awayCard(texts, view, banner),
      summary: texts.t('summaries.review.away', { who, n: waiting.length }),
    };
  },
});
