import { formCard } from '../../../cards/paper/form.ts';
import { mayTakePaper } from '../../domain/policy/dossier.ts';
import { isOffice } from '../../domain/policy/posts.ts';
import { formatDate } from '../../domain/text/format.ts';
import { loadDossier } from '../../model/dossier/dossier.ts';
import { idsOf } from '../../model/dossier/own.ts';
import { nameApart } from '../../model/people/names-apart.ts';
import { closesAt, roundName } from '../../model/round/round.ts';
import { actorOf } from '../../pipeline/actor-of.ts';
import { definePage } from '../../pipeline/page.ts';
import { paperForm } from './refs.ts';

/** When the paper came in, and what follows from entering it. */
export const formPage = definePage({
  name: paperForm,
  compose: async ({ turn, viewer, texts, params, banner, typed }) => {
    const actor = actorOf(viewer);
    if (actor === undefined) return null;
    const dossier = await loadDossier(turn, params.round, params.candidate);
    const { candidate, plan, round, nomination } = dossier;
    if (!mayTakePaper(actor, candidate) || dossier.paper !== undefined) return null;
    const closes = closesAt(plan, round.data);
    const view = {
      ...idsOf(dossier),
      roundName: roundName(plan, round),
      name: await nameApart(turn, candidate),
      departmentName: candidate.kind === 'department' ? texts.t('words.collectiveDossier') : candidate.departmentName,
      place: texts.t(`words.paper.place.${isOffice(actor) ? 'office' : 'department'}`, { office: plan.unit.office }),
      deadline: texts.t(`words.paper.deadline.${viewer.at > closes ? 'over' : 'ahead'}`, { at: closes }),
      isProposed: nomination?.data.proposal?.consent === 'pending',
      receivedOn: typed?.receivedOn ?? formatDate(viewer.at.setZone(plan.zone)),
    };
    return { card: formCard(texts, view, banner), summary: texts.t('summaries.paper.form', { name: view.name }) };
  },
});
