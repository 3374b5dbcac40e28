import type { NominationState } from '../../domain/dossier/nomination.ts';
import { formatIsoDate } from '../../domain/text/format.ts';
import { lookedAtAgain } from '../../model/dossier/looked-at-again.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { Texts } from '../../ports/texts.ts';
import { type Decision, decisionRecord, sessionRecord } from '../../records/council.ts';
import type { Nomination } from '../../records/nomination.ts';
import type { Loaded } from '../../records/record.ts';

export interface Line {
  readonly label: string;
  readonly text: string;
}

interface Outcome {
  readonly nomination: Loaded<Nomination>;
  /** Where it stands as its candidate is told. */
  readonly told: NominationState;
}

const withCouncil: readonly NominationState[] = ['tabled', 'recommended', 'notRecommended', 'forwarded'];
const ended: readonly NominationState[] = ['awarded', 'declined', 'declinedBySo', 'revoked'];

/** What the council and whoever decides have made of a dossier: when, by which paper, and why not. */
export async function outcomeLines(turn: Turn, texts: Texts, { nomination, told }: Outcome): Promise<Line[]> {
  const { data } = nomination;
  const lines: Line[] = [];
  const again = await lookedAtAgain(turn, nomination);
  if (again !== undefined) {
    const text = texts.t('words.dossier.council.again', { date: formatIsoDate(again.data.heldOn) });
    lines.push({ label: texts.t('words.dossier.step.council'), text });
  } else if (withCouncil.includes(told) || ended.includes(told))
    lines.push({
      label: texts.t('words.dossier.step.council'),
      text:
        told === 'tabled' ? texts.t('words.dossier.council.tabled') : await consideredText(turn, texts, data.council),
    });
  if (ended.includes(told) || told === 'forwarded')
    lines.push({ label: texts.t('words.dossier.step.result'), text: await resultText(turn, texts, data, told) });
  return lines;
}

async function consideredText(turn: Turn, texts: Texts, council: Nomination['council']): Promise<string> {
  const session = council === null ? undefined : await turn.get(sessionRecord, council.session);
  return session === undefined
    ? texts.t('words.dossier.council.considered')
    : texts.t('words.dossier.council.consideredOn', { date: formatIsoDate(session.data.heldOn) });
}

async function resultText(turn: Turn, texts: Texts, data: Nomination, told: NominationState): Promise<string> {
  const decision = data.decision === null ? undefined : (await turn.get(decisionRecord, data.decision))?.data;
  const state = texts.t(`words.dossier.state.${told}`);
  const isNamed = told === 'awarded' || told === 'revoked';
  const said =
    isNamed && decision?.issuedOn
      ? texts.t('words.dossier.result.decided', {
          state,
          number: decision.number,
          date: formatIsoDate(decision.issuedOn),
        })
      : state;
  const why = whyNot(told, { data, decision });
  return why === '' ? said : texts.t('words.dossier.result.reason', { said, reason: why });
}

function whyNot(
  told: NominationState,
  { data, decision }: { data: Nomination; decision: Decision | undefined },
): string {
  if (told === 'revoked') return decision?.reason ?? '';
  return told === 'declined' || told === 'declinedBySo' ? data.declineReason : '';
}
