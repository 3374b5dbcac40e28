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

/** To the candidate: whose hand writes in their name. Nothing any more once it was thrown away. */
export const noticePage = definePage({
  name: paperNotice,
  subject: ({ round, candidate }) => nominationId(round, candidate),
  compose: async ({ turn, viewer, texts, params, banner }) => {
    const actor = actorOf(viewer);
    if (actor === undefined || viewer.person === undefined) return null;
    const dossier = await loadDossier(turn, params.round, params.candidate);
    if (dossier.paper === undefined || !isOwn(actor, dossier.candidate)) return null;
    const view = {
      ...idsOf(dossier),
      unitName: dossier.plan.unit.name,
      addressee: addressing(turn, texts, viewer.person.data).addressee,
      roundName: roundName(dossier.plan, dossier.round),
      paper: await paperWords(turn, texts, dossier),
    };
    return { card: noticeCard(texts, view, banner), summary: texts.t('summaries.paper.notice') };
  },
});
