import { z } from 'zod';
import { CodedError } from '../../domain/errors.ts';
import { type CandidateFacts, isOwn, mayIntake } from '../../domain/policy/dossier.ts';
import { isOffice } from '../../domain/policy/posts.ts';
import { type Dossier, loadDossier } from '../../model/dossier/dossier.ts';
import { lastChange } from '../../model/dossier/last-change.ts';
import { sentAs } from '../../model/dossier/sent-names.ts';
import { Refusal } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { confirmation, requireMay, revision, showsNow } from '../../pipeline/inputs.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { Texts } from '../../ports/texts.ts';
import type { PageRef } from '../../records/message.ts';
import { type Nomination, nominationRecord } from '../../records/nomination.ts';
import type { Loaded } from '../../records/record.ts';
import { intakeOpen } from './refs.ts';

/** A dossier that exists as a nomination. */
export interface IntakeDossier extends Dossier {
  readonly nomination: Loaded<Nomination>;
}

/** What every card about one dossier carries; `rev` is the revision it showed. */
export const dossierInput = { nomination: z.string(), rev: revision };
/** `send` is set by the form's own button: without it the verb opens the form. */
export const formInput = { ...dossierInput, send: confirmation };

/** `until`: a deadline of the office's choice, empty for the plan's; taking in late carries it for the other way of its form. */
export const reasonedInput = z.strictObject({
  ...formInput,
  reason: z.string().default(''),
  until: z.string().default(''),
});

export const openRef = (nomination: string): PageRef => intakeOpen.ref({ nomination });
/** @throws CodedError NOTHING_TO_SHOW when there is none */
export async function readDossier(turn: Turn, id: string): Promise<IntakeDossier> {
  const nomination = await turn.get(nominationRecord, id);
  if (nomination === undefined) throw new CodedError('NOTHING_TO_SHOW');
  const dossier = await loadDossier(turn, nomination.data.round, nomination.data.candidate.id);
  return { ...dossier, nomination };
}

/** @throws CodedError OFFICE_ONLY */
export const requireOffice = (ctx: Ctx): void => requireMay(ctx, isOffice, 'OFFICE_ONLY');

/** The dossier to act on. @throws CodedError OFFICE_ONLY, OWN_DOSSIER, NOTHING_TO_SHOW */
export async function intakeDossier(ctx: Ctx, id: string): Promise<IntakeDossier> {
  requireOffice(ctx);
  const dossier = await readDossier(ctx, id);
  if (!mayHandle(ctx, dossier.candidate)) throw new CodedError('OWN_DOSSIER');
  return dossier;
}

/** The office does not handle a dossier of one's own, nor the head that of the department (design: nobody acts on their own). */
export const mayHandle = ({ actor }: Pick<Ctx, 'actor'>, candidate: CandidateFacts): boolean =>
  mayIntake(actor, candidate) && !isOwn(actor, candidate);

/** @throws Refusal ALREADY_DONE when the card showed an older state */
export async function requireCurrent(ctx: Ctx, { nomination }: IntakeDossier, rev: string): Promise<void> {
  if (showsNow(rev, nomination)) return;
  const facts = await lastChange(ctx, nomination.id);
  throw new Refusal('ALREADY_DONE', { facts: { ...facts }, show: openRef(nomination.id) });
}

/** Where the candidate works, as the dossier says; a collective is the department of that name. */
export const departmentWords = (texts: Texts, dossier: Pick<Dossier, 'candidate' | 'nomination'>): string =>
  dossier.candidate.kind === 'department' ? texts.t('words.collectiveDossier') : sentAs(dossier).departmentName;
