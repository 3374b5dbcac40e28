import { showCard } from '../../../cards/papers/show.ts';
import { formatIsoDate } from '../../domain/text/format.ts';
import { awaiting, decisionsOf, ownLevel } from '../../model/council/decisions.ts';
import { submissionsOf } from '../../model/council/submissions.ts';
import { roundName, roundOf, roundPlan } from '../../model/round/round.ts';
import { actorOf } from '../../pipeline/actor-of.ts';
import { definePage } from '../../pipeline/page.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { Texts } from '../../ports/texts.ts';
import { sessionRecord } from '../../records/council.ts';
import { byRound } from '../../records/fields.ts';
import { mayMake, mayMakeSome } from './may-make.ts';
import { papersShow } from './refs.ts';
import { lackWords } from './words.ts';
import { type Asked, writePaper } from './write-paper.ts';

/** More than any round has: the newest stand first. */
const mostShown = 12;

/** The papers of a round that can be made now, each with what it lacks. */
export const showPage = definePage({
  name: papersShow,
  compose: async ({ turn, viewer, texts, params, banner }) => {
    const actor = actorOf(viewer);
    if (actor === undefined || !mayMakeSome(actor)) return null;
    const round = await roundOf(turn, params.round);
    const plan = await roundPlan(turn, round);
    const all = await titled(turn, texts, round.data.round);
    const rows = [];
    for (const { title, ...asked } of all.filter(({ paper }) => mayMake(actor, paper)).slice(0, mostShown)) {
      const written = await writePaper(turn, actor, asked);
      if (written === undefined) continue;
      const lacks = lackWords(texts, written);
      const state = written.isDraft ? 'draft' : 'ready';
      rows.push({ ...asked, title, state: lacks === '' || written.isDraft ? texts.t(`words.papers.${state}`) : lacks });
    }
    const view = { roundName: roundName(plan, round), rows };
    return { card: showCard(texts, view, banner), summary: texts.t('summaries.papers.show') };
  },
});

/** All that there is a paper of, in the order in which papers follow each other, the newest of a kind first. */
async function titled(turn: Turn, texts: Texts, round: string): Promise<(Asked & { title: string })[]> {
  const [sessions, submissions, decisions, { forward }] = await Promise.all([
    turn.list(sessionRecord, byRound(round)),
    submissionsOf(turn, round),
    decisionsOf(turn, round),
    awaiting(turn, round),
  ]);
  const minutes = [...sessions]
    .sort((a, b) => b.data.number - a.data.number)
    .map(({ id, data }) => ({
      paper: 'minutes' as const,
      of: id,
      title: texts.t('words.papers.title.minutes', { number: data.number, on: formatIsoDate(data.heldOn) }),
    }));
  const sent = [
    ...(forward.length > 0 ? [{ of: round, number: '' }] : []),
    ...submissions.toReversed().map(({ id, data }) => ({ of: id, number: data.number })),
  ];
  const upwards = sent.flatMap(({ of, number }) =>
    (['submission', 'list'] as const).map((paper) => ({
      paper,
      of,
      title: texts.t(`words.papers.title.${paper}`, { number: number || 'none' }),
    })),
  );
  const own = decisions
    .filter(({ data }) => data.kind === 'award' && data.level === ownLevel)
    .toReversed()
    .flatMap(({ id, data }) =>
      (['decision', 'payment', 'certificate'] as const).map((paper) => ({
        paper,
        of: id,
        title: texts.t(`words.papers.title.${paper}`, { number: data.number || 'none' }),
      })),
    );
  return [...minutes, ...upwards, ...own];
}
