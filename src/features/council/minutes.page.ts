import { minutesCard } from '../../../cards/council/minutes.ts';
import { mayRecordCouncil } from '../../domain/policy/council.ts';
import { formatIsoDate } from '../../domain/text/format.ts';
import { sessionBoard } from '../../model/council/session.ts';
import { roundName } from '../../model/round/round.ts';
import { actorOf } from '../../pipeline/actor-of.ts';
import { definePage } from '../../pipeline/page.ts';
import { minutesForm } from './minutes-form.ts';
import { areOpen } from './record-minutes.ts';
import { councilMinutes } from './refs.ts';

/** Number, day and signers of the minutes, written down after the meeting was closed, or corrected. */
export const minutesPage = definePage({
  name: councilMinutes,
  compose: async ({ turn, viewer, texts, params, banner, typed }) => {
    const actor = actorOf(viewer);
    if (actor === undefined || !mayRecordCouncil(actor)) return null;
    const board = await sessionBoard(turn, params.session);
    if (!(await areOpen(turn, board))) return null;
    const { session, round, plan } = board;
    const { number, heldOn } = session.data;
    const view = {
      ...(await minutesForm(turn, texts, { viewer, board, typed })),
      session: session.id,
      rev: session.rev,
      roundName: roundName(plan, round),
      meeting: texts.t('words.award.session', { number, on: formatIsoDate(heldOn) }),
    };
    return { card: minutesCard(texts, view, banner), summary: texts.t('summaries.council.minutes') };
  },
});
