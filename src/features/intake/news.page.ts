import { DateTime } from 'luxon';
import { newsCard } from '../../../cards/intake/news.ts';
import { isOwn } from '../../domain/policy/dossier.ts';
import { codeOf } from '../../model/dossier/own.ts';
import { toldState } from '../../model/dossier/state-told.ts';
import { roundName } from '../../model/round/round.ts';
import { actorOf } from '../../pipeline/actor-of.ts';
import { definePage } from '../../pipeline/page.ts';
import type { Nomination } from '../../records/nomination.ts';
import { readDossier } from './intake-dossier.ts';
import { intakeNews, type News } from './refs.ts';
import { stateTone } from './state-tone.ts';

/** What the office did to a dossier, to the candidate's side: first what happened, then how the dossier stands. Nothing once it is undone. */
export const newsPage = definePage({
  name: intakeNews,
  subject: ({ nomination }) => nomination,
  compose: async ({ turn, viewer, texts, params: { nomination: id, what, at }, banner, redraw }) => {
    const actor = actorOf(viewer);
    if (actor === undefined) return null;
    const dossier = await readDossier(turn, id);
    const { nomination, candidate, plan, round } = dossier;
    const { data } = nomination;
    if (!isOwn(actor, candidate) || (!redraw && !stillSo[what](data, at))) return null;
    const local = (instant: string): DateTime => DateTime.fromISO(instant, { zone: plan.zone });
    const facts = { at: local(at), until: local(data.returned?.until ?? at) };
    const state = await toldState(turn, actor, data);
    const view = {
      unitName: plan.unit.name,
      heading: texts.t(`words.intakeNews.${what}.heading`),
      about: texts.t(`words.closing.about.${candidate.kind === 'department' ? 'collective' : 'own'}`, {
        name: candidate.name,
      }),
      code: codeOf(texts, dossier),
      roundName: roundName(plan, round),
      state: texts.t(`words.state.${state}`),
      tone: stateTone(state),
      what: texts.t(`words.intakeNews.${what}.text`, facts),
      reason: (what === 'late' || what === 'reopened') && data.late !== null ? data.late.reason : '',
      round: round.data.round,
      candidate: candidate.id,
    };
    return { card: newsCard(texts, view, banner), summary: `${view.heading}: ${view.about}` };
  },
});

/** Whether a message that was owed is still worth sending. */
const stillSo: Readonly<Record<News, (data: Nomination, at: string) => boolean>> = {
  accepted: ({ accepted }, at) => accepted?.at === at,
  resumed: ({ state }) => state !== 'onHold',
  late: ({ late, submitted }, at) => late?.at === at && submitted !== null,
  reopened: ({ returned, state }, at) => state === 'returned' && returned?.at === at,
};
