import { z } from 'zod';
import { evidenceReceivingCard } from '../../../cards/nomination/evidence-receiving.ts';
import { idsOf } from '../../model/dossier/own.ts';
import { definePage } from '../../pipeline/page.ts';
import { nominationId } from '../../records/nomination.ts';
import { sentFileRecord } from '../../records/sent-file.ts';
import { refusalsView } from './file-refusals.ts';
import { evidenceReceiving } from './refs.ts';
import { enteredFor, seenDossier } from './seen-dossier.ts';

const sentFiles = z.array(z.strictObject({ id: z.string(), name: z.string() }));

/** The files of one message while they are fetched; which of them was taken is told when all are. */
export const receivingPage = definePage({
  name: evidenceReceiving,
  subject: ({ round, candidate }) => nominationId(round, candidate),
  compose: async (ask) => {
    const { turn, texts, params, banner } = ask;
    const seen = await seenDossier(ask);
    if (seen === null || !seen.isMine) return null;
    const files = sentFiles.parse(JSON.parse(params.sent));
    const known = await turn.getMany(
      sentFileRecord,
      files.map(({ id }) => id),
    );
    const rows = files.map(({ id, name }) => {
      const file = known.get(id)?.data;
      const state = file === undefined || file.dueAt === null ? 'over' : file.attempts === 0 ? 'going' : 'again';
      return { name, state: texts.t(`words.dossier.fetching.${state}`), isGoing: state !== 'over' };
    });
    const going = rows.filter(({ isGoing }) => isGoing).length;
    const refusals = refusalsView(texts, params.refused);
    const view = {
      ...idsOf(seen.dossier),
      whose: await enteredFor(turn, texts, seen),
      rows,
      isGoing: going > 0,
      isOver: going === 0 && rows.length > 0,
      ...refusals,
    };
    const summary = texts.t('summaries.nomination.receiving', { n: rows.length, refused: refusals.refusedCount });
    return { card: evidenceReceivingCard(texts, view, banner), summary };
  },
});
