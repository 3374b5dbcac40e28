import { lapsedCard } from '../../../cards/closing/lapsed.ts';
import { isOwn } from '../../domain/policy/dossier.ts';
import { loadDossier, openUntil } from '../../model/dossier/dossier.ts';
import { codeOf } from '../../model/dossier/own.ts';
import { toldState } from '../../model/dossier/state-told.ts';
import { addressing } from '../../model/people/addressee.ts';
import { isHere } from '../../model/people/people.ts';
import { deadlineLine } from '../../model/round/deadline-line.ts';
import { roundName } from '../../model/round/round.ts';
import { actorOf } from '../../pipeline/actor-of.ts';
import { definePage } from '../../pipeline/page.ts';
import { nominationRecord } from '../../records/nomination.ts';
import { closingLapsed } from './refs.ts';

/** To the candidate's side: the dossier was not sent in time, and what can still be done. Nothing once it is no longer so. */
export const lapsedPage = definePage({
  name: closingLapsed,
  subject: ({ nomination }) => nomination,
  compose: async ({ turn, viewer, texts, params, banner, redraw }) => {
    const actor = actorOf(viewer);
    const nomination = await turn.get(nominationRecord, params.nomination);
    if (actor === undefined || viewer.person === undefined || nomination === undefined) return null;
    const isLapsed = nomination.data.state === 'lapsed';
    if (!isHere(turn, viewer.person.data) || (!isLapsed && !redraw)) return null;
    const dossier = await loadDossier(turn, nomination.data.round, nomination.data.candidate.id);
    const { candidate, plan, round } = dossier;
    if (!isOwn(actor, candidate)) return null;
    const isCollective = candidate.kind === 'department';
    const view = {
      unitName: plan.unit.name,
      addressee: addressing(turn, texts, viewer.person.data).addressee,
      roundName: roundName(plan, round),
      code: codeOf(texts, dossier),
      about: texts.t(`words.closing.about.${isCollective ? 'collective' : 'own'}`, { name: candidate.name }),
      deadline: deadlineLine(texts, openUntil(dossier)),
      state: texts.t(`words.state.${await toldState(turn, actor, nomination.data)}`),
      stateTone: isLapsed ? ('attention' as const) : ('accent' as const),
      isLapsed,
      round: round.data.round,
      candidate: candidate.id,
    };
    return {
      card: lapsedCard(texts, view, banner),
      summary: texts.t('summaries.closing.lapsed'),
    };
  },
});
