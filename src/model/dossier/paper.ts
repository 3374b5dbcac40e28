import { isOpenForWriting } from '../../domain/dossier/nomination.ts';
import type { Actor } from '../../domain/policy/actor.ts';
import { isHeadOrDeputy, isOffice } from '../../domain/policy/posts.ts';
import { formatIsoDate } from '../../domain/text/format.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { Texts } from '../../ports/texts.ts';
import { nominationId, nominationRecord } from '../../records/nomination.ts';
import { type PaperDossier, paperDossierRecord, paperDossiersOf } from '../../records/paper-dossier.ts';
import type { Loaded } from '../../records/record.ts';
import { positionOf } from '../people/people.ts';
import type { Dossier } from './dossier.ts';

/** That a dossier comes from a signed paper, when that came in and who enters it; empty for one that its candidate writes. */
export async function paperWords(turn: Turn, texts: Texts, { paper }: Pick<Dossier, 'paper'>): Promise<string> {
  if (paper === undefined) return '';
  const { receivedOn, entered, isAtOffice } = paper.data;
  return texts.t('words.dossier.paper', {
    date: formatIsoDate(receivedOn),
    by: await positionOf(turn, entered.by),
    place: isAtOffice ? 'office' : 'department',
    office: turn.plan.unit.office,
  });
}

/** The day on which the signed original came in with the paper: what lies with the office is it. */
export const originalOf = ({ paper }: Pick<Dossier, 'paper'>): string | null =>
  paper?.data.isAtOffice === true ? paper.data.receivedOn : null;

/** Whether the candidate has written anything, or a dossier is further than a head's proposal. */
export const hasBegun = ({ assessment, evidence, nomination }: Dossier): boolean =>
  assessment !== undefined ||
  evidence.length > 0 ||
  (nomination !== undefined && (nomination.data.state !== 'draft' || nomination.data.proposal === null));

/** What this person enters from papers in the round and has not sent, the newest first. */
export async function papersEntered(
  turn: Turn & { readonly actor: Actor },
  round: string,
): Promise<Loaded<PaperDossier>[]> {
  const { actor } = turn;
  if (!isOffice(actor) && !isHeadOrDeputy(actor)) return [];
  const all = await turn.list(paperDossierRecord, paperDossiersOf(round, actor.id));
  const idOf = ({ data }: Loaded<PaperDossier>): string => nominationId(round, data.candidate.id);
  const sent = await turn.getMany(nominationRecord, all.map(idOf));
  return all
    .filter((paper) => isOpenForWriting(sent.get(idOf(paper))?.data.state ?? 'draft'))
    .sort((a, b) => (a.data.entered.at < b.data.entered.at ? 1 : -1));
}
