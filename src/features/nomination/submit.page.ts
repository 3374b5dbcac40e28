import { DateTime } from 'luxon';
import { confirmCard } from '../../../cards/nomination/confirm.ts';
import { receiptCard } from '../../../cards/nomination/receipt.ts';
import { requestCard } from '../../../cards/nomination/request.ts';
import { withdrawCard } from '../../../cards/nomination/withdraw.ts';
import { withdrawnNoticeCard } from '../../../cards/nomination/withdrawn-notice.ts';
import { addWorkingDays } from '../../domain/calendar/calendar.ts';
import type { Facts } from '../../domain/errors.ts';
import { isOwn } from '../../domain/policy/dossier.ts';
import { formatIsoDate } from '../../domain/text/format.ts';
import { upperFirst } from '../../domain/text/sentence.ts';
import { type Dossier, openUntil } from '../../model/dossier/dossier.ts';
import { opinersOf } from '../../model/dossier/opiners.ts';
import { codeOf, idsOf, nominationOf, type Whose } from '../../model/dossier/own.ts';
import { originalOf, paperWords } from '../../model/dossier/paper.ts';
import { reviewerFor } from '../../model/dossier/reviewer.ts';
import { actedBy } from '../../model/people/acted-by.ts';
import { positionOf } from '../../model/people/people.ts';
import { closesAt, roundName } from '../../model/round/round.ts';
import { type Ask, type Composed, definePage, type PageDef } from '../../pipeline/page.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { Texts } from '../../ports/texts.ts';
import { type Nomination, nominationId } from '../../records/nomination.ts';
import { levelOf, levelText } from './level.ts';
import { versionOf } from './ready.ts';
import {
  nominationConfirm,
  nominationReceipt,
  nominationRequest,
  nominationWithdraw,
  nominationWithdrawnNotice,
} from './refs.ts';
import { nameFor, seenDossier } from './seen-dossier.ts';

async function request(ask: Ask<Whose>): Promise<Composed | null> {
  const { turn, texts, banner } = ask;
  const seen = await seenDossier(ask);
  if (seen === null || !seen.writes) return null;
  const { dossier } = seen;
  const { plan, nomination } = dossier;
  const proposal = nomination?.data.proposal ?? null;
  const view = {
    ...idsOf(dossier),
    name: dossier.candidate.name,
    roundName: roundName(plan, dossier.round),
    level: levelOf(dossier),
    levels: plan.levels.map(({ id, name, award }) => ({ title: `${name} (${award})`, value: id })),
    proposal:
      proposal === null
        ? ''
        : texts.t('words.dossier.note.proposed', { by: await positionOf(turn, proposal.by), reason: proposal.reason }),
    hasProposal: proposal?.consent === 'pending',
  };
  return { card: requestCard(texts, view, banner), summary: texts.t('summaries.nomination.request') };
}

async function confirm(ask: Ask<Whose>): Promise<Composed | null> {
  const { turn, texts, viewer, typed, banner } = ask;
  const seen = await seenDossier(ask);
  if (seen === null || !seen.writes) return null;
  const { dossier } = seen;
  const { candidate, plan } = dossier;
  const reviewerId = await reviewerFor(turn, candidate);
  const due = addWorkingDays(viewer.at, plan.settings.headOpinionWorkingDays, plan);
  const paper = await paperWords(turn, texts, dossier);
  const label = (key: string, facts: Facts = {}): string => texts.t(`words.dossier.sending.${key}`, facts);
  const view = {
    ...idsOf(dossier),
    code: codeOf(texts, dossier),
    rows: [
      {
        label: label('candidate'),
        text: [await nameFor(turn, seen), candidate.title].filter((s) => s !== '').join(', '),
      },
      ...(paper === '' ? [] : [{ label: label('paper'), text: paper }]),
      { label: label('level'), text: levelText(texts, dossier) },
      { label: label('content'), text: upperFirst(contentOf(texts, dossier)) },
      { label: label('ratings'), text: ratingsOf(texts, dossier) },
      { label: label('deadline'), text: upperFirst(label('until', { at: openUntil(dossier) })) },
      {
        label: label('opinion'),
        text:
          reviewerId === null
            ? texts.t('words.dossier.sending.nobody')
            : texts.t('words.dossier.sending.reviewer', {
                reviewer: await askedWords(turn, texts, {
                  candidate,
                  departmentId: candidate.departmentId,
                  reviewerId,
                }),
                at: due,
              }),
      },
      { label: label('then'), text: plan.unit.office },
    ],
    warnings: warningsOf(texts, dossier),
    first: dossier.criteria[0]?.id ?? '',
    originals: originalsText(texts, dossier),
    summary: typed?.summary ?? dossier.nomination?.data.summary ?? '',
    sender: isOwn(seen.actor, candidate) ? ('self' as const) : ('other' as const),
    rev: versionOf(dossier),
  };
  return { card: confirmCard(texts, view, banner), summary: texts.t('summaries.nomination.confirm') };
}

const ratingOf = ({ assessment }: Dossier, id: string) => assessment?.data.answers[id]?.rating ?? 'unrated';

/** "CN1: Đạt; CN2: Chưa đạt" */
const ratingsOf = (texts: Texts, dossier: Dossier): string =>
  dossier.criteria.map(({ id }) => `${id}: ${texts.t(`words.rating.${ratingOf(dossier, id)}`)}`).join('; ');

/** What may well be meant, and should not be sent unseen. */
function warningsOf(texts: Texts, dossier: Dossier): string[] {
  const rated = (rating: string) => dossier.criteria.filter(({ id }) => ratingOf(dossier, id) === rating);
  const names = (found: readonly { id: string; name: string }[]) => found.map(({ id, name }) => `${id} (${name})`);
  const loose = dossier.evidence.filter((e) => e.data.criterion === '').map((e) => e.data.name);
  const found = { notMet: names(rated('notMet')), notArisen: names(rated('notArisen')), loose };
  return Object.entries(found).flatMap(([what, which]) =>
    which.length === 0
      ? []
      : [texts.t(`words.dossier.sending.look.${what}`, { n: which.length, which: which.slice(0, 8).join('; ') })],
  );
}

async function withdraw(ask: Ask<Whose>): Promise<Composed | null> {
  const { texts, viewer, banner } = ask;
  const seen = await seenDossier(ask);
  if (seen === null || !isOwn(seen.actor, seen.dossier.candidate) || seen.dossier.nomination === undefined) return null;
  const { dossier } = seen;
  const until = closesAt(dossier.plan, dossier.round.data);
  const view = {
    ...idsOf(dossier),
    code: codeOf(texts, dossier),
    name: dossier.candidate.name,
    after: texts.t(`words.dossier.withdrawing.${viewer.at <= until ? 'canReopen' : 'cannotReopen'}`, { at: until }),
    rev: String(seen.dossier.nomination.rev),
  };
  return { card: withdrawCard(texts, view, banner), summary: texts.t('summaries.nomination.withdraw') };
}

/** Composed when it is sent and kept in step: what comes next is told as things stand. */
async function receipt(ask: Ask<Whose>): Promise<Composed | null> {
  const { turn, texts, banner } = ask;
  const seen = await seenDossier(ask);
  const data = seen?.dossier.nomination?.data;
  if (seen === null || data === undefined || data.submitted === null) return null;
  const { dossier } = seen;
  const sentAt = DateTime.fromISO(data.submitted.at, { zone: dossier.plan.zone });
  const code = codeOf(texts, dossier);
  const view = {
    ...idsOf(dossier),
    nomination: nominationOf(dossier),
    roundName: roundName(dossier.plan, dossier.round),
    name: dossier.candidate.name,
    text: texts.t('words.dossier.receipt.text', {
      code,
      at: sentAt,
      parts: contentOf(texts, dossier),
    }),
    next: await nextStep(turn, texts, dossier),
    originals: originalsText(texts, dossier),
  };
  return { card: receiptCard(texts, view, banner), summary: texts.t('summaries.nomination.receipt', { code }) };
}

const contentOf = (texts: Texts, { criteria, evidence }: Dossier): string =>
  texts.t('words.dossier.sending.parts', { criteria: criteria.length, evidence: evidence.length });

function originalsText(texts: Texts, dossier: Dossier): string {
  const { plan, nomination } = dossier;
  const received = nomination?.data.originalReceivedOn ?? originalOf(dossier);
  if (received !== null) return texts.t('words.dossier.part.originalOn', { date: formatIsoDate(received) });
  const by = plan.settings.originalsBy;
  return by === '' ? texts.t('words.dossier.originals.unset') : texts.t('words.dossier.originals.by', { by });
}

/** Who is asked today, and in whose place. */
async function askedWords(
  turn: Turn,
  texts: Texts,
  { reviewerId, candidate, departmentId }: Pick<Nomination, 'candidate' | 'departmentId'> & { reviewerId: string },
): Promise<string> {
  const { kind, id } = candidate;
  const sent = { candidate: { kind, id }, departmentId, snapshot: { reviewerId }, state: 'submitted' as const };
  const { acts, inPlaceOf } = await opinersOf(turn, sent);
  return actedBy(turn, texts, { by: acts ?? reviewerId, inPlaceOf });
}

async function nextStep(turn: Turn, texts: Texts, dossier: Dossier): Promise<string> {
  const { plan, nomination } = dossier;
  const data = nomination?.data;
  const reviewerId = data?.snapshot?.reviewerId ?? null;
  if (data?.state !== 'submitted')
    return texts.t(`words.dossier.receipt.${data?.state === 'opined' ? 'office' : 'later'}`);
  if (reviewerId === null || data.opinionDueAt === null) return texts.t('words.dossier.receipt.office');
  const at = DateTime.fromISO(data.opinionDueAt, { zone: plan.zone });
  const { candidate, departmentId } = data;
  const reviewer = await askedWords(turn, texts, { candidate, departmentId, reviewerId });
  return texts.t('words.dossier.receipt.opinion', { reviewer, at });
}

/** To those who had been asked to act on it. Nothing any more, when it was reopened meanwhile. */
async function withdrawnNotice(ask: Ask<Whose>): Promise<Composed | null> {
  const { turn, texts, banner } = ask;
  const seen = await seenDossier(ask);
  if (seen === null || seen.dossier.facts.state !== 'withdrawn') return null;
  const { candidate } = seen.dossier;
  const view = {
    code: codeOf(texts, seen.dossier),
    name: await nameFor(turn, seen),
    department: candidate.departmentName,
  };
  return {
    card: withdrawnNoticeCard(texts, view, banner),
    summary: texts.t('summaries.nomination.withdrawn', { code: view.code }),
  };
}

const subject = ({ round, candidate }: Whose): string =>
  round === '' || candidate === '' ? '' : nominationId(round, candidate);

export const sendingPages: readonly PageDef[] = [
  definePage({ name: nominationRequest, compose: request }),
  definePage({ name: nominationConfirm, compose: confirm }),
  definePage({ name: nominationWithdraw, compose: withdraw }),
  definePage({ name: nominationReceipt, subject, compose: receipt }),
  definePage({ name: nominationWithdrawnNotice, compose: withdrawnNotice }),
];
