import { allCard } from '../../../cards/council/all.ts';
import { mayRecordCouncil } from '../../domain/policy/council.ts';
import { aboutNominee } from '../../model/council/findings.ts';
import { asProposed, boardRev, sessionBoard, unanimous } from '../../model/council/session.ts';
import { actorOf } from '../../pipeline/actor-of.ts';
import { definePage } from '../../pipeline/page.ts';
import { councilAll } from './refs.ts';

/** Every case on which the meeting voted as proposed, on one card; the exceptions are unticked. */
export const allPage = definePage({
  name: councilAll,
  compose: async ({ turn, viewer, texts, params, banner }) => {
    const actor = actorOf(viewer);
    if (actor === undefined || !mayRecordCouncil(actor)) return null;
    const board = await sessionBoard(turn, params.session);
    const { session, plan } = board;
    const cases = session.data.state === 'recording' ? asProposed(board, actor) : [];
    if (cases.length === 0) return null;
    const levelName = (id: string): string => plan.levels.find((level) => level.id === id)?.name ?? '';
    const view = {
      session: session.id,
      rev: boardRev(board),
      number: session.data.number,
      explain: texts.t('words.council.allExplain', {
        n: cases.length,
        collectives: cases.filter(({ nominee }) => nominee.kind === 'department').length,
      }),
      dossiers: cases.map((one) => {
        const { agree, level } = unanimous(one);
        const about = aboutNominee(texts, one.nominee);
        const vote = texts.t('words.council.unanimous', { agree, level: levelName(level) });
        return { id: one.nominee.id, title: `${one.nominee.name} – ${about}. ${vote}` };
      }),
      chosen: cases.map((one) => one.nominee.id).join(','),
    };
    return { card: allCard(texts, view, banner), summary: texts.t('summaries.council.all') };
  },
});
