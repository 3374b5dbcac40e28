import { DateTime } from 'luxon';
import type { Tone } from '../../../cards/kit/kit.ts';
import { isSent, type NominationState, wasReopened } from '../../domain/dossier/nomination.ts';
import { openUntil } from '../../model/dossier/dossier.ts';
import { codeOf } from '../../model/dossier/own.ts';
import { positionOf } from '../../model/people/people.ts';
import type { Ask } from '../../pipeline/page.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { Texts } from '../../ports/texts.ts';
import type { Nomination } from '../../records/nomination.ts';
import type { Seen } from './seen-dossier.ts';

interface Line {
  readonly label: string;
  readonly text: string;
}

const withCouncil: readonly NominationState[] = ['tabled', 'recommended', 'notRecommended', 'forwarded'];
const ended: readonly NominationState[] = ['awarded', 'declined', 'declinedBySo', 'revoked'];

/** What has happened to the dossier, first thing first, as the person concerned may know it: no vote counts. */
export async function timelineOf(turn: Turn, texts: Texts, { dossier, told }: Seen): Promise<Line[]> {
  const data = dossier.nomination?.data;
  if (data === undefined || data.submitted === null) return [];
  const { zone } = dossier.plan;
  const instant = (iso: string): DateTime => DateTime.fromISO(iso, { zone });
  const at = (iso: string): string => texts.t('words.dossier.at', { at: instant(iso) });
  const lines: Line[] = [{ label: texts.t('words.dossier.step.submitted'), text: at(data.submitted.at) }];
  if (data.late !== null) lines.push({ label: texts.t('words.dossier.step.late'), text: data.late.reason });
  if (isSent(data.state)) lines.push(...(await opinionLine(turn, texts, { data, instant })));
  if (data.accepted !== null) {
    lines.push({ label: texts.t('words.dossier.step.accepted'), text: at(data.accepted.at) });
  }
  if (withCouncil.includes(told) || ended.includes(told)) {
    const seen = told === 'tabled' ? 'tabled' : 'considered';
    lines.push({ label: texts.t('words.dossier.step.council'), text: texts.t(`words.dossier.council.${seen}`) });
  }
  if (ended.includes(told) || told === 'forwarded') {
    lines.push({ label: texts.t('words.dossier.step.result'), text: texts.t(`words.dossier.state.${told}`) });
  }
  return lines;
}

async function opinionLine(
  turn: Turn,
  texts: Texts,
  { data, instant }: { data: Nomination; instant: (iso: string) => DateTime },
): Promise<Line[]> {
  const reviewerId = data.opinion?.by ?? data.snapshot?.reviewerId ?? null;
  const label =
    reviewerId === null || !reviewerId.startsWith('person:')
      ? texts.t('words.dossier.step.opinion')
      : texts.t('words.dossier.step.opinionOf', { reviewer: await positionOf(turn, reviewerId) });
  if (data.opinion !== null) {
    const { kind, reason } = data.opinion;
    const said = texts.t(`words.dossier.opinion.${kind}`);
    return [{ label, text: reason === '' ? said : `${said}: ${reason}` }];
  }
  if (data.opinionDueAt === null) return [];
  return [{ label, text: texts.t('words.dossier.opinion.awaited', { at: instant(data.opinionDueAt) }) }];
}

/** What the person should know or do now, above everything else; empty when there is nothing. */
export async function noteOf(
  { turn, texts, viewer }: Pick<Ask<unknown>, 'turn' | 'texts' | 'viewer'>,
  { dossier }: Seen,
): Promise<{ note: string; noteTone: Tone }> {
  const { state } = dossier.facts;
  const data = dossier.nomination?.data;
  const until = openUntil(dossier);
  if (state === 'returned' && data?.returned) {
    const by = await positionOf(turn, data.returned.by);
    const text = texts.t(`words.dossier.note.${wasReopened(data) ? 'reopened' : 'returned'}`, {
      code: codeOf(texts, dossier),
      reason: data.returned.reason,
      by,
      until,
    });
    return { note: text, noteTone: 'warning' };
  }
  if (state === 'withdrawn') {
    return {
      note: texts.t(`words.dossier.note.${viewer.at <= until ? 'withdrawn' : 'withdrawnOver'}`, { at: until }),
      noteTone: 'accent',
    };
  }
  if (state === 'lapsed' || state === 'onHold')
    return { note: texts.t(`words.dossier.note.${state}`, { at: until }), noteTone: 'warning' };
  if (state === 'draft' && viewer.at > until)
    return { note: texts.t('words.dossier.note.over', { at: until }), noteTone: 'attention' };
  if (data?.proposal?.consent === 'pending') {
    const by = await positionOf(turn, data.proposal.by);
    return {
      note: texts.t('words.dossier.note.proposed', { by, reason: data.proposal.reason }),
      noteTone: 'accent',
    };
  }
  return { note: '', noteTone: 'accent' };
}
