import { DateTime } from 'luxon';
import { CodedError } from '../../domain/errors.ts';
import { mayReconcile } from '../../domain/policy/sending.ts';
import { nameOf } from '../../model/people/people.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { requireMay } from '../../pipeline/inputs.ts';
import type { SendingDef, SpreadDef, SpreadNow } from '../../pipeline/spread.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { Texts } from '../../ports/texts.ts';
import { type Spread, spreadRecord } from '../../records/message.ts';
import type { Loaded } from '../../records/record.ts';

export type ListedDef = SpreadDef & { readonly sending: SendingDef };
/** By kind, every spread that the office is told of. */
export interface Listed {
  readonly get: (kind: string) => ListedDef | undefined;
  readonly kinds: () => readonly string[];
}

/** @param defs of every capability, this one among them: asked when the first card is */
export function listedOf(defs: () => readonly SpreadDef[]): Listed {
  let found: ReadonlyMap<string, ListedDef> | undefined;
  const byKind = (): ReadonlyMap<string, ListedDef> => {
    found ??= new Map(defs().flatMap((def) => (isListed(def) ? [[def.kind, def] as const] : [])));
    return found;
  };
  return { get: (kind) => byKind().get(kind), kinds: () => [...byKind().keys()] };
}
const isListed = (def: SpreadDef): def is ListedDef => def.sending !== undefined;

/** A spread that the office may look through, with what its capability says of it. */
export interface Sending {
  readonly spread: Loaded<Spread>;
  readonly def: ListedDef;
}

/** @throws CodedError NOT_ALLOWED_RECONCILE */
export const requireReconciler = (ctx: Ctx): void => requireMay(ctx, mayReconcile, 'NOT_ALLOWED_RECONCILE');

/** @param id as a card carried it. @throws CodedError SENDING_UNKNOWN: none, or not one that is told of */
export async function sendingOf(turn: Turn, listed: Listed, id: string): Promise<Sending> {
  const spread = id.startsWith('spread:') ? await turn.get(spreadRecord, id) : undefined;
  const def = spread && listed.get(spread.data.kind);
  if (spread === undefined || def === undefined) throw new CodedError('SENDING_UNKNOWN');
  return { spread, def };
}

export const nowOf = ({ spread }: Sending, at: DateTime): SpreadNow => ({
  id: spread.id,
  params: spread.data.params,
  at,
});

/** What it was, in the reader's words. */
export async function titleOf(turn: Turn, texts: Texts, sending: Sending): Promise<string> {
  try {
    return await sending.def.sending.name(turn, texts, nowOf(sending, turn.clock.now()));
  } catch (error) {
    // What it was about is no longer kept; who received it still is.
    if (!(error instanceof CodedError)) throw error;
    return texts.t('words.sendings.name.gone');
  }
}

/** "09:00 02/11/2026 · Lê Thị Thu Hà" */
export async function startedLine(turn: Turn, texts: Texts, { spread }: Sending): Promise<string> {
  const { startedBy, startedAt } = spread.data;
  const by = startedBy === 'system' ? texts.t('words.sendings.bySystem') : await nameOf(turn, startedBy);
  const at = DateTime.fromISO(startedAt, { zone: turn.plan.zone });
  return texts.t('words.sendings.started', { at, by });
}
