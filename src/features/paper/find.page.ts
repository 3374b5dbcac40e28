import { findCard } from '../../../cards/paper/find.ts';
import type { Actor } from '../../domain/policy/actor.ts';
import { mayTakePaper } from '../../domain/policy/dossier.ts';
import { isHead, isOffice } from '../../domain/policy/posts.ts';
import { formatIsoDate } from '../../domain/text/format.ts';
import { candidateView, loadDossier } from '../../model/dossier/dossier.ts';
import { type Found, findIn } from '../../model/dossier/found.ts';
import { hasBegun, papersEntered } from '../../model/dossier/paper.ts';
import { nameApart, rowsApart } from '../../model/people/names-apart.ts';
import { roundName, roundOf, roundPlan } from '../../model/round/round.ts';
import { actorOf } from '../../pipeline/actor-of.ts';
import { definePage } from '../../pipeline/page.ts';
import { pagingView, slice } from '../../pipeline/paging.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { Texts } from '../../ports/texts.ts';
import { paperFind } from './refs.ts';

const pageSize = 8;

/**
 * Whose paper is it? What this person is entering stands on top; below, who is found by a part of the name. A head sees the people of the
 * department with nothing typed.
 */
export const findPage = definePage({
  name: paperFind,
  asksAbout: () => undefined,
  compose: async ({ turn, viewer, texts, params, banner }) => {
    const actor = actorOf(viewer);
    if (actor === undefined || !mayFind(actor)) return null;
    const round = await roundOf(turn, params.round);
    const plan = await roundPlan(turn, round);
    const key = round.data.round;
    const asks = params.name.trim() !== '' || !isOffice(actor);
    const all = asks ? await findIn(turn, { round: key, plan }, params.name) : [];
    const theirs = all.filter((found) => mayTakePaper(actor, found));
    const part = slice(await rowsApart(turn, theirs), params.page, pageSize);
    const view = {
      round: key,
      roundName: roundName(plan, round),
      name: params.name,
      entered: await enteredBy(turn, texts, { actor, round: key }),
      rows: await Promise.all(part.items.map((found) => rowOf(turn, texts, { found, round: key }))),
      empty: asks && part.total === 0 ? texts.t('words.paper.notFound') : '',
      ...pagingView(part),
    };
    return { card: findCard(texts, view, banner), summary: texts.t('summaries.paper.find') };
  },
});

export const mayFind = (actor: Actor): boolean => isOffice(actor) || isHead(actor);

async function enteredBy(turn: Turn, texts: Texts, { actor, round }: { actor: Actor; round: string }) {
  const papers = await papersEntered({ ...turn, actor }, round);
  return Promise.all(
    papers.map(async ({ data: { candidate, receivedOn } }) => {
      const name = await nameApart(turn, await candidateView(turn, candidate.id));
      const detail = texts.t('words.paper.receivedOn', { date: formatIsoDate(receivedOn) });
      return { candidate: candidate.id, name, detail, title: texts.t('words.paper.enter', { name }) };
    }),
  );
}

/** Whoever has written something themselves is only named. */
async function rowOf(turn: Turn, texts: Texts, { found, round }: { found: Found; round: string }) {
  const dossier = await loadDossier(turn, round, found.id);
  const isEntered = dossier.paper !== undefined;
  const isOffered = isEntered ? dossier.facts.sentAt === null : !hasBegun(dossier);
  return {
    candidate: found.id,
    name: found.name,
    departmentName: found.departmentName || texts.t('words.collectiveDossier'),
    state: texts.t(`words.paper.state.${isEntered ? 'entered' : isOffered ? 'none' : 'begun'}`),
    title: isOffered ? texts.t('words.paper.enter', { name: found.name }) : '',
  };
}
