import { offerCard } from '../../../cards/questions/offer.ts';
import { mayWrite } from '../../domain/policy/dossier.ts';
import { isHeadOrDeputy, isOffice } from '../../domain/policy/posts.ts';
import { formatAmount } from '../../domain/text/format.ts';
import { webAddress } from '../../domain/text/web-address.ts';
import { type Dossier, loadDossier } from '../../model/dossier/dossier.ts';
import { isWritable } from '../../model/dossier/own.ts';
import { openedRounds } from '../../model/round/round.ts';
import { actorOf } from '../../pipeline/actor-of.ts';
import { type Ask, definePage } from '../../pipeline/page.ts';
import { departmentRecord } from '../../records/department.ts';
import { maxQuestion } from './ask-question.ts';
import { questionOffer } from './refs.ts';

/** The dossiers that the reader may write in now: the own one, then that of the department. */
async function writable({ turn, viewer }: Ask<object>): Promise<Dossier[]> {
  const actor = actorOf(viewer);
  const [round] = await openedRounds(turn);
  if (actor === undefined || round === undefined) return [];
  const department = isHeadOrDeputy(actor) ? await turn.get(departmentRecord, actor.departmentId) : undefined;
  const ids = [actor.id, ...(department?.data.isCollective ? [department.id] : [])];
  const all = await Promise.all(ids.map((id) => loadDossier(turn, round.data.round, id)));
  return all.filter((of) => mayWrite(actor, of.candidate) && isWritable(of, viewer.at));
}

/** A long message is more than a command that was not understood: it may be what a criterion asks for, or a question. */
export const offerPage = definePage({
  name: questionOffer,
  compose: async (ask) => {
    const { texts, viewer, typed, banner } = ask;
    if (viewer.person === undefined) return null;
    const dossiers = await writable(ask);
    const choices = dossiers.flatMap(({ candidate, criteria }) =>
      criteria.map(({ id, name }) => ({
        title:
          dossiers.length === 1
            ? `${id}. ${name}`
            : texts.t(`words.dossier.choice.${candidate.kind}`, { title: `${id}. ${name}` }),
        value: `${candidate.kind} ${id}`,
      })),
    );
    const view = {
      text: typed?.text ?? '',
      criterion: typed?.criterion ?? '',
      choices,
      hasLink: choices.length > 0 && webAddress(typed?.text ?? '') !== undefined,
      asks: !isOffice(viewer.person.data),
      max: formatAmount(maxQuestion),
    };
    return { card: offerCard(texts, view, banner), summary: texts.t('summaries.questions.offer') };
  },
});
