import { DateTime } from 'luxon';
import { extendedCard } from '../../../cards/intake/extended.ts';
import { isOpenForWriting } from '../../domain/dossier/nomination.ts';
import { isOwn } from '../../domain/policy/dossier.ts';
import { loadDossier, openUntil } from '../../model/dossier/dossier.ts';
import { addressing } from '../../model/people/addressee.ts';
import { deadlineLine } from '../../model/round/deadline-line.ts';
import { roundName } from '../../model/round/round.ts';
import { actorOf } from '../../pipeline/actor-of.ts';
import { definePage } from '../../pipeline/page.ts';
import { nominationId } from '../../records/nomination.ts';
import { intakeExtended } from './refs.ts';

/** To the candidate's side: there is more time for this one alone. Nothing once it is over or used. */
export const extendedPage = definePage({
  name: intakeExtended,
  subject: ({ round, candidate }) => nominationId(round, candidate),
  compose: async ({ turn, viewer, texts, params, banner, redraw }) => {
    const actor = actorOf(viewer);
    if (actor === undefined || viewer.person === undefined) return null;
    const dossier = await loadDossier(turn, params.round, params.candidate);
    const { extension, candidate, plan, round, facts } = dossier;
    if (extension === undefined || !isOwn(actor, candidate)) return null;
    const until = openUntil(dossier);
    const isOpen = viewer.at <= until && (isOpenForWriting(facts.state) || facts.state === 'withdrawn');
    if (!isOpen && !redraw) return null;
    const view = {
      unitName: plan.unit.name,
      addressee: addressing(turn, texts, viewer.person.data).addressee,
      about: texts.t(`words.closing.about.${candidate.kind === 'department' ? 'collective' : 'own'}`, {
        name: candidate.name,
      }),
      roundName: roundName(plan, round),
      until: deadlineLine(texts, isOpen ? until : DateTime.fromISO(extension.data.until, { zone: plan.zone })),
      reason: extension.data.given.reason,
      isOpen,
      round: params.round,
      candidate: params.candidate,
    };
    return {
      card: extendedCard(texts, view, banner),
      summary: texts.t('summaries.intake.extended', { until: view.until }),
    };
  },
});
