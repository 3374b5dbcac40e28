import { dropCard } from '../../../cards/paper/drop.ts';
import { enters } from '../../domain/policy/dossier.ts';
import { loadDossier } from '../../model/dossier/dossier.ts';
import { idsOf } from '../../model/dossier/own.ts';
import { paperWords } from '../../model/dossier/paper.ts';
import { nameApart } from '../../model/people/names-apart.ts';
import { actorOf } from '../../pipeline/actor-of.ts';
import { definePage } from '../../pipeline/page.ts';
import { paperDrop } from './refs.ts';

/** What goes when it is thrown away. */
export const dropPage = definePage({
  name: paperDrop,
  compose: async ({ turn, viewer, texts, params, banner }) => {
    const actor = actorOf(viewer);
    if (actor === undefined) return null;
    const dossier = await loadDossier(turn, params.round, params.candidate);
    const { candidate, assessment, evidence, facts } = dossier;
    if (!enters(actor, candidate) || facts.sentAt !== null) return null;
    const criteria = Object.keys(assessment?.data.answers ?? {}).length;
    const content = texts.t('words.dossier.sending.parts', { criteria, evidence: evidence.length });
    const view = {
      ...idsOf(dossier),
      name: await nameApart(turn, candidate),
      paper: await paperWords(turn, texts, dossier),
      content: texts.t(`words.paper.drops.${criteria + evidence.length === 0 ? 'none' : 'some'}`, { content }),
    };
    return { card: dropCard(texts, view, banner), summary: texts.t('summaries.paper.drop', { name: view.name }) };
  },
});
