import { DateTime } from 'luxon';
import type { Tone } from '../../../cards/kit/kit.ts';
import { isSent, wasReopened } from '../../domain/dossier/nomination.ts';
import { formatIsoDate } from '../../domain/text/format.ts';
import { openUntil } from '../../model/dossier/dossier.ts';
import { opinersOf } from '../../model/dossier/opiners.ts';
import { codeOf } from '../../model/dossier/own.ts';
import { actedBy } from '../../model/people/acted-by.ts';
import { positionOf } from '../../model/people/people.ts';
import type { Ask } from '../../pipeline/page.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { Texts } from '../../ports/texts.ts';
import type { Nomination } from '../../records/nomination.ts';
import { type Line, outcomeLines } from './dossier-outcome.ts';
import type { Seen } from './seen-dossier.ts';

/** What has happened to the dossier, first thing first, as the person concerned may know it: no vote counts. */
export async function timelineOf(turn: Turn, texts: Texts, { dossier, told }: Seen): Promise<Line[]> {
  const { nomination } = dossier;
  if (nomination === undefined || nomination.data.submitted === null) return [];
  const { data } = nomination;
  const { submitted } = nomination.data;
  const { zone } = dossier.plan;
  const instant = (iso: string): DateTime => DateTime.fromISO(iso, { zone });
  const at = instant(submitted.at);
  const lines: Line[] = [{ label: texts.t('words.dossier.step.submitted'), text: texts.t('words.dossier.at', { at }) }];
  if (data.late !== null) lines.push({ label: texts.t('words.dossier.step.late'), text: data.late.reason });
  if (isSent(data.state)) lines.push(...(await opinionLine(turn, texts, { data, instant })));
  if (data.accepted !== null) {
    const facts = { at: instant(data.accepted.at), by: await positionOf(turn, data.accepted.by) };
    lines.push({ label: texts.t('words.dossier.step.accepted'), text: texts.t('words.dossier.atBy', facts) });
  }
  return [...lines, ...(await outcomeLines(turn, texts, { nomination, told }))];
}

async function opinionLine(
  turn: Turn,
  texts: Texts,
  { data, instant }: { data: Nomination; instant: (iso: string) => DateTime },
): Promise<Line[]> {
  const { acts, inPlaceOf } = await opinersOf(turn, data);
  const given = data.opinion ?? { by: acts ?? data.snapshot?.reviewerId ?? '', inPlaceOf };
  const label = given.by.startsWith('person:')
    ? texts.t('words.dossier.step.opinionOf', { reviewer: await actedBy(turn, texts, given) })
    : texts.t('words.dossier.step.opinion');
  if (data.opinion !== null) {
    const { kind, reason, at } = data.opinion;
    const facts = { said: texts.t(`words.dossier.opinion.${kind}`), at: instant(at) };
    const said = texts.t('words.dossier.opinion.given', facts);
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
  if (data?.destroyedOn !== undefined)
    return {
      note: texts.t('words.dossier.note.destroyed', { on: formatIsoDate(data.destroyedOn) }),
      noteTone: 'emphasis',
    };
  if (state === 'returned' && data?.returned) {
    const by = await actedBy(turn, texts, data.returned);
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
