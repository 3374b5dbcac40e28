import { DateTime } from 'luxon';
import type { Choice } from '../../../cards/kit/kit.ts';
import { formatBytes, formatDate } from '../../domain/text/format.ts';
import { fold } from '../../domain/text/vietnamese.ts';
import type { Dossier } from '../../model/dossier/dossier.ts';
import type { Texts } from '../../ports/texts.ts';
import type { Evidence } from '../../records/evidence.ts';
import type { Loaded } from '../../records/record.ts';

/** "1,2 MB · 22/11/2026", or the host of a link. */
export function aboutEvidence(texts: Texts, { plan }: Dossier, { data }: Loaded<Evidence>): string {
  const on = formatDate(DateTime.fromISO(data.added.at, { zone: plan.zone }));
  if (data.kind === 'link') return texts.t('words.dossier.linkAbout', { host: new URL(data.url).host, on });
  return texts.t('words.dossier.fileAbout', { size: formatBytes(data.bytes, texts.locale), on });
}

/** "CN2 - Giấy xác nhận.pdf" says what it proves. */
export function guessOf(name: string, choices: readonly Choice[]): string {
  const words = fold(name).split(/[^a-z0-9]+/);
  const found = choices.filter(({ value }) => words.includes(fold(value.split(' ')[1] ?? '')));
  return found.length === 1 ? (found[0]?.value ?? '') : '';
}

/** "Ảnh 2" before "Ảnh 10". */
const naturally = new Intl.Collator('vi', { numeric: true }).compare;

/** By criterion in the plan's order; what has none yet comes first, as it asks for something. */
export function inOrder({ criteria, evidence }: Dossier): Loaded<Evidence>[] {
  const rank = (e: Loaded<Evidence>): number => criteria.findIndex(({ id }) => id === e.data.criterion);
  return [...evidence].sort((a, b) => rank(a) - rank(b) || naturally(a.data.name, b.data.name));
}

export const looseOf = (dossier: Dossier): Loaded<Evidence>[] =>
  inOrder(dossier).filter(({ data }) => data.criterion === '');
