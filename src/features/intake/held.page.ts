import { DateTime } from 'luxon';
import { heldCard } from '../../../cards/intake/held.ts';
import { isOwn } from '../../domain/policy/dossier.ts';
import { codeOf } from '../../model/dossier/own.ts';
import { asActor } from '../../pipeline/actor-of.ts';
import { definePage } from '../../pipeline/page.ts';
import { readDossier } from './intake-dossier.ts';
import { intakeHeld } from './refs.ts';

/** To the candidate, in neutral words: the reason is not theirs to read here and a pause is no result. */
export const heldPage = definePage({
  name: intakeHeld,
  compose: async ({ turn, viewer, texts, params, banner }) => {
    const { person } = viewer;
    if (person === undefined) return null;
    const dossier = await readDossier(turn, params.nomination);
    const { nomination, candidate, plan, round } = dossier;
    const { hold } = nomination.data;
    const reader = asActor(person);
    if (nomination.data.state !== 'onHold' || hold === null || !isOwn(reader, candidate)) return null;
    const view = {
      code: codeOf(texts, dossier),
      name: candidate.name,
      since: texts.t('words.at', { at: DateTime.fromISO(hold.at, { zone: plan.zone }) }),
      round: round.data.round,
      candidate: candidate.id,
    };
    return { card: heldCard(texts, view, banner), summary: texts.t('summaries.intake.held') };
  },
});
