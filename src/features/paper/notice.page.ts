import { noticeCard } from '../../../cards/paper/notice.ts';
import { isOwn } from '../../domain/policy/dossier.ts';
import { loadDossier } from '../../model/dossier/dossier.ts';
import { idsOf } from '../../model/dossier/own.ts';
import { paperWords } from '../../model/dossier/paper.ts';
import { addressing } from '../../model/people/addressee.ts';
import { roundName } from '../../model/round/round.ts';
import { actorOf } from '../../pipeline/actor-of.ts';
import { definePage } from '../../pipeline/page.ts';
import { nominationId } from '../../records/nomination.ts';
import { paperNotice } from './refs.ts';

/** To whoever's dossier it is: whose hand writes in their name. Once it was thrown away nobody is told any more, and whoever was reads that. */
export const noticePage = definePage({
  name: paperNotice,
  subject: ({ round, candidate }) => nominationId(round, candidate),
  compose: async ({ turn, viewer, texts, params, banner, redraw }) => {
    const actor = actorOf(viewer);
    if (actor === undefined || viewer.person === undefined) return null;
    const dossier = await loadDossier(turn, params.round, params.candidate);
    const isThere = dossier.paper !== undefined;
    if ((!isThere && !redraw) || !isOwn(actor, dossier.candidate)) return null;
    const view = {
      ...idsOf(dossier),
      unitName: dossier.plan.unit.name,
      addressee: addressing(turn, texts, viewer.person.data).addressee,
      about: texts.t(`words.closing.about.${dossier.candidate.kind === 'department' ? 'collective' : 'own'}`, {
        name: dossier.candidate.name,
      }),
      roundName: roundName(dossier.plan, dossier.round),
      paper: isThere ? await paperWords(turn, texts, dossier) : texts.t('words.paper.gone'),
      isThere,
    };
    return { card: noticeCard(texts, view, banner), summary: texts.t('summaries.paper.notice') };
  },
});
