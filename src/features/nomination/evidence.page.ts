import type { z } from 'zod';
import { evidenceItemCard } from '../../../cards/nomination/evidence-item.ts';
import { evidenceLinkCard } from '../../../cards/nomination/evidence-link.ts';
import { evidenceListCard } from '../../../cards/nomination/evidence-list.ts';
import { evidenceRemoveCard } from '../../../cards/nomination/evidence-remove.ts';
import { CodedError } from '../../domain/errors.ts';
import { mayTrace } from '../../domain/policy/privacy.ts';
import { choicesFor, choosing, criterionChoices } from '../../model/dossier/criterion-choices.ts';
import type { Dossier } from '../../model/dossier/dossier.ts';
import { evidenceOwner } from '../../model/dossier/evidence-bytes.ts';
import { idsOf } from '../../model/dossier/own.ts';
import { evidenceWords } from '../../model/dossier/parts.ts';
import { nameOf } from '../../model/people/people.ts';
import { roundName } from '../../model/round/round.ts';
import { fileLink, tellOpened } from '../../pipeline/file-link.ts';
import { type Ask, type Composed, definePage, type PageDef } from '../../pipeline/page.ts';
import { slice } from '../../pipeline/paging.ts';
import { type Evidence, evidenceLooks } from '../../records/evidence.ts';
import { nominationId } from '../../records/nomination.ts';
import type { Loaded } from '../../records/record.ts';
import { findEvidence } from './evidence.ts';
import { aboutEvidence, guessOf, inOrder } from './evidence-words.ts';
import {
  evidenceItem,
  evidenceLink,
  evidenceList,
  evidenceRemove,
  type itemParams,
  type linkParams,
  type listParams,
} from './refs.ts';
import { nameFor, type Seen, seenDossier } from './seen-dossier.ts';

/** A card of ten stays under the size that clients take. */
const rowsPerCard = 10;

async function list(ask: Ask<z.infer<typeof listParams>>): Promise<Composed | null> {
  const { texts, params, banner } = ask;
  const seen = await seenDossier(ask);
  if (seen === null) return null;
  const { dossier, writes } = seen;
  const { criteria, plan } = dossier;
  const all = inOrder(dossier);
  const withholds = dossier.withheld.evidence.size > 0;
  // Its cards have always counted pages from 1.
  const part = slice(all, String(Number(params.page) - 1), rowsPerCard);
  const { from, to, total, hasPrevious, hasNext } = part;
  const without = criteria.filter(({ id }) => !all.some((e) => e.data.criterion === id)).map(({ id }) => id);
  const groupOf = (e: Loaded<Evidence>): string => {
    const criterion = criteria.find(({ id }) => id === e.data.criterion);
    return criterion === undefined ? texts.t('words.dossier.looseGroup') : `${criterion.id}. ${criterion.name}`;
  };
  const view = {
    ...idsOf(dossier),
    name: await nameFor(ask.turn, seen),
    roundName: roundName(plan, dossier.round),
    count: seen.isMine
      ? texts.t('words.dossier.evidenceOf', { n: all.length, max: plan.settings.evidence.maxFiles })
      : evidenceWords(texts, all.length, withholds),
    rows: part.items.map((e, i) => ({
      evidence: e.id,
      group: groupOf(e),
      startsGroup: i === 0 || part.items[i - 1]?.data.criterion !== e.data.criterion,
      name: e.data.name,
      about: aboutEvidence(texts, dossier, e),
    })),
    isEmpty: all.length === 0 && !withholds,
    isWithheld: withholds,
    without: texts.t('words.dossier.withoutEvidence', { criteria: without.join(', ') }),
    hasWithout: without.length > 0 && all.length > 0 && !withholds,
    isWritable: writes,
    hasLoose: writes && all.some(({ data }) => data.criterion === ''),
    closed: seen.closed === undefined ? '' : texts.t(`words.dossier.evidenceClosed.${seen.closed}`),
    mayTrace: !(all.length === 0 && !withholds) && mayTrace(seen.actor, dossier.candidate),
    range: texts.t('words.dossier.range', { from, to, total }),
    hasPrevious,
    hasNext,
    previous: String(part.previous + 1),
    next: String(part.next + 1),
  };
  return {
    card: evidenceListCard(texts, view, banner),
    summary: texts.t('summaries.nomination.evidence', { n: all.length }),
  };
}

/** The piece and its dossier, if the viewer may see that dossier. @throws CodedError EVIDENCE_NOT_SENT while it is its writers' alone */
async function seenEvidence(ask: Ask<{ evidence: string }>): Promise<(Seen & { piece: Loaded<Evidence> }) | null> {
  const piece = await findEvidence(ask.turn, ask.params.evidence);
  if (piece === undefined) return null;
  const { round, candidate } = piece.data;
  const seen = await seenDossier({ ...ask, params: { round, candidate: candidate.id } });
  if (seen === null) return null;
  if (!seen.dossier.evidence.some(({ id }) => id === piece.id)) throw new CodedError('EVIDENCE_NOT_SENT');
  return { ...seen, piece };
}

async function item(ask: Ask<z.infer<typeof itemParams>>): Promise<Composed | null> {
  const { turn, texts, banner } = ask;
  const seen = await seenEvidence(ask);
  if (seen === null) return null;
  const { dossier, piece } = seen;
  const { data } = piece;
  const criterion = dossier.criteria.find(({ id }) => id === data.criterion);
  const isFile = data.kind === 'file';
  const view = {
    ...idsOf(dossier),
    evidence: piece.id,
    name: data.name,
    about: aboutEvidence(texts, dossier, piece),
    who: texts.t('words.dossier.addedBy', { by: await nameOf(turn, data.added.by) }),
    criterionName: criterion === undefined ? texts.t('words.dossier.looseGroup') : `${criterion.id}. ${criterion.name}`,
    criterion: criterion?.id ?? '',
    criteria: criterionChoices(dossier),
    url: addressFor(ask, dossier, piece),
    address: data.url,
    isFile,
    isLink: !isFile,
    isWritable: seen.writes,
  };
  return { card: evidenceItemCard(texts, view, banner), summary: data.name };
}

/** A file's, or that of a link: whoever is given it has opened the piece. */
function addressFor(ask: Ask<unknown>, dossier: Dossier, { id, data }: Loaded<Evidence>): string {
  const { round, candidate } = idsOf(dossier);
  const opening = { command: 'evidence.open', subject: evidenceLooks(round, candidate), facts: { evidence: id } };
  if (data.kind === 'file') {
    const { sha256, name, mediaType } = data;
    return fileLink(ask, { owner: evidenceOwner({ round, candidate }), sha256, name, mediaType }, opening);
  }
  tellOpened(ask, opening);
  return data.url;
}

async function remove(ask: Ask<z.infer<typeof itemParams>>): Promise<Composed | null> {
  const { texts, banner } = ask;
  const seen = await seenEvidence(ask);
  if (seen === null || !seen.writes) return null;
  const { dossier, piece } = seen;
  const view = {
    ...idsOf(dossier),
    evidence: piece.id,
    name: piece.data.name,
    about: aboutEvidence(texts, dossier, piece),
  };
  return { card: evidenceRemoveCard(texts, view, banner), summary: piece.data.name };
}

async function link(ask: Ask<z.infer<typeof linkParams>>): Promise<Composed | null> {
  const { texts, typed, banner } = ask;
  const seen = await seenDossier(ask);
  if (seen === null || !seen.writes) return null;
  const { dossier } = seen;
  const here = `${choosing(seen.actor, dossier)} `;
  const all = await choicesFor(ask);
  // The dossier that it was opened from comes first.
  const criteria = [
    ...all.filter(({ value }) => value.startsWith(here)),
    ...all.filter(({ value }) => !value.startsWith(here)),
  ];
  const guess = guessOf(typed?.name ?? '', criteria);
  const view = {
    ...idsOf(dossier),
    name: dossier.candidate.name,
    url: typed?.url ?? '',
    linkName: typed?.name ?? '',
    criterion: typed?.criterion || guess,
    criteria,
  };
  return { card: evidenceLinkCard(texts, view, banner), summary: texts.t('summaries.nomination.link') };
}

export const evidencePages: readonly PageDef[] = [
  definePage({
    name: evidenceList,
    subject: ({ round, candidate }) => (round === '' || candidate === '' ? '' : nominationId(round, candidate)),
    compose: list,
  }),
  definePage({ name: evidenceItem, compose: item }),
  definePage({ name: evidenceRemove, compose: remove }),
  definePage({ name: evidenceLink, compose: link }),
];
