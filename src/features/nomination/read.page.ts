import type { z } from 'zod';
import { type ReadView, readCard } from '../../../cards/nomination/read.ts';
import { readCriterionCard } from '../../../cards/nomination/read-criterion.ts';
import { isWithheld, type ReadDossier } from '../../model/dossier/as-read-by.ts';
import { codeOf, idsOf } from '../../model/dossier/own.ts';
import { paperWords } from '../../model/dossier/paper.ts';
import { dossierPart, dossierParts, evidenceOf } from '../../model/dossier/parts.ts';
import { sentName } from '../../model/dossier/sent-names.ts';
import { type Ask, type Composed, definePage, type PageDef } from '../../pipeline/page.ts';
import { nominationId } from '../../records/nomination.ts';
import { criterionOf } from './criterion.ts';
import { levelText } from './level.ts';
import { dossierRead, type readParams } from './refs.ts';
import { type Seen, seenDossier, stateOf } from './seen-dossier.ts';

type ReadParams = z.infer<typeof readParams>;

/** The dossier as whoever may see it reads it: all criteria in brief, or one of them whole. */
async function read(ask: Ask<ReadParams>): Promise<Composed | null> {
  const seen = await seenDossier(ask);
  if (seen === null) return null;
  const { criterion, from } = ask.params;
  return criterion === '' ? readDossier(ask, seen, from) : readCriterion(ask, seen.dossier, from);
}

/** All criteria in brief. @param from where the reader came from, as `dossier.read` carries it */
export async function readDossier(
  { turn, texts, banner }: Pick<Ask<unknown>, 'turn' | 'texts' | 'banner'>,
  seen: Seen,
  from = '',
): Promise<Composed> {
  const { dossier } = seen;
  const { candidate } = dossier;
  const loose = evidenceOf(dossier, '').length;
  const view = {
    ...idsOf(dossier),
    code: codeOf(texts, dossier),
    name: await sentName(turn, dossier),
    about:
      candidate.kind === 'department'
        ? texts.t('words.dossier.collective')
        : `${candidate.title}, ${candidate.departmentName}`,
    paper: await paperWords(turn, texts, dossier),
    level: levelText(texts, dossier),
    ...stateOf(texts, seen),
    parts: dossierParts(texts, dossier),
    loose: texts.t('words.dossier.looseEvidence', { n: loose }),
    hasLoose: loose > 0,
    isWithheld: isWithheld(dossier),
    from,
    back: wayBack(from, candidate.id),
  };
  return {
    card: readCard(texts, view, banner),
    summary: texts.t('summaries.nomination.dossier', { code: view.code }),
  };
}

/** One criterion, whole: up to 4,000 characters, and its evidence to open. */
export async function readCriterion(
  { turn, texts, params, banner }: Pick<Ask<{ criterion: string }>, 'turn' | 'texts' | 'params' | 'banner'>,
  dossier: ReadDossier,
  from = '',
): Promise<Composed> {
  const criterion = criterionOf(dossier, params.criterion);
  const part = dossierPart(texts, dossier, criterion);
  const view = { ...idsOf(dossier), code: codeOf(texts, dossier), who: await sentName(turn, dossier), part, from };
  return { card: readCriterionCard(texts, view, banner), summary: `${criterion.id}. ${criterion.name}` };
}

/** What opens the card again that the dossier was opened from; a council's or a decision's, since those have none of the dossier's own. */
function wayBack(from: string, candidate: string): ReadView['back'] {
  if (from.startsWith('nomination:')) return { verb: 'decide.case', data: { nomination: from } };
  if (from.startsWith('agenda:')) return { verb: 'council.agenda', data: { agenda: from } };
  if (from.startsWith('session:')) return { verb: 'council.session', data: { session: from } };
  if (from.startsWith('case:')) {
    return { verb: 'council.case', data: { session: from.slice('case:'.length), candidate } };
  }
  return undefined;
}

export const readPages: readonly PageDef[] = [
  definePage({
    name: dossierRead,
    subject: ({ round, candidate }) => (round === '' || candidate === '' ? '' : nominationId(round, candidate)),
    compose: read,
  }),
];
