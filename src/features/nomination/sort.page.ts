import { evidenceSortCard } from '../../../cards/nomination/evidence-sort.ts';
import { choicesFor } from '../../model/dossier/criterion-choices.ts';
import { idsOf } from '../../model/dossier/own.ts';
import { definePage } from '../../pipeline/page.ts';
import type { Evidence } from '../../records/evidence.ts';
import { nominationId } from '../../records/nomination.ts';
import type { Loaded } from '../../records/record.ts';
import { sentFileRecord, sentFilesOf } from '../../records/sent-file.ts';
import { aboutEvidence, guessOf, looseOf } from './evidence-words.ts';
import { refusalsView } from './file-refusals.ts';
import { evidenceSort } from './refs.ts';
import { enteredFor, seenDossier } from './seen-dossier.ts';
import { sortedAtOnce } from './sort-evidence.ts';

/** What of the evidence has no criterion yet, the pieces that have just come in first; and which files were not taken, and why. */
export const sortPage = definePage({
  name: evidenceSort,
  // Once every piece has its criterion it asks for nothing, and says so on every client.
  subject: ({ round, candidate }) => (round === '' || candidate === '' ? '' : nominationId(round, candidate)),
  compose: async (ask) => {
    const { turn, texts, params, banner } = ask;
    const seen = await seenDossier(ask);
    if (seen === null || !seen.isMine) return null;
    const { dossier } = seen;
    const { round, candidate } = idsOf(dossier);
    const news = params.files.split(' ');
    const isNew = ({ id }: Loaded<Evidence>): boolean => news.includes(id);
    const loose = seen.writes ? looseOf(dossier) : [];
    const came = news.flatMap((id) => loose.filter((piece) => piece.id === id));
    const pieces = [...came, ...loose.filter((piece) => !isNew(piece))];
    const asked = pieces.slice(0, sortedAtOnce);
    const choices = await choicesFor(ask);
    const going = (await turn.list(sentFileRecord, sentFilesOf(round, candidate))).filter((f) => f.data.dueAt !== null);
    const refusals = refusalsView(texts, params.refused);
    const received = dossier.evidence.filter(isNew).length;
    if (asked.length + refusals.refusedCount + received === 0) return null;
    const whose = await enteredFor(turn, texts, seen);
    const view = {
      ...{ round, candidate },
      whose: whose === '' ? '' : texts.t('words.dossier.scanAlone', { whose }),
      files: asked.map(({ id }) => id).join(' '),
      rows: asked.map((piece, i) => ({
        ...{ input: `to${i}` as const, name: piece.data.name, about: aboutEvidence(texts, dossier, piece) },
        guess: guessOf(piece.data.name, choices),
      })),
      choices,
      isSeveral: asked.length > 1,
      hasRows: asked.length > 0,
      isPlaced: asked.length === 0 && received > 0,
      more: texts.t('words.dossier.moreFiles', { n: pieces.length - asked.length }),
      hasMore: pieces.length > asked.length,
      going: texts.t('words.dossier.goingFiles', { names: going.map(({ data }) => data.name).join('; ') }),
      hasGoing: going.length > 0,
      ...refusals,
    };
    const summary = texts.t('summaries.nomination.received', {
      n: received || asked.length,
      refused: refusals.refusedCount,
    });
    return { card: evidenceSortCard(texts, view, banner), summary };
  },
});
