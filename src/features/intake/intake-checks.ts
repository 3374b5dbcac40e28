import { DateTime } from 'luxon';
import { type Check, type EligibilityFacts, eligibility, writesCollective } from '../../domain/dossier/eligibility.ts';
import { presenceOn } from '../../domain/people/presence.ts';
import { isGated } from '../../domain/policy/gate.ts';
import { formatIsoDate } from '../../domain/text/format.ts';
import { departmentOf, personOf } from '../../model/people/people.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { Texts } from '../../ports/texts.ts';
import { meetingId, meetingRecord } from '../../records/meeting.ts';
import { nominationId, nominationRecord } from '../../records/nomination.ts';
import type { IntakeDossier } from './intake-dossier.ts';

/** What these find is said by the dossier's words, ratings and evidence. */
const aboutContent = ['selfRating', 'words', 'evidence'];

const tones = { ok: 'good', look: 'warning', none: 'emphasis' } as const;

/** The checks of a dossier by current records, as rows of a card. */
export async function checkRows(
  turn: Turn,
  texts: Texts,
  about: { dossier: IntakeDossier; at: DateTime; isOwn: boolean; isWithheld: boolean },
) {
  const all = eligibility(await factsOf(turn, texts, about));
  const hidden = [...(about.isOwn ? ['gate'] : []), ...(about.isWithheld ? aboutContent : [])];
  const checks = all.filter(({ id }) => !hidden.includes(id));
  return checks.map(({ id, result, finding, facts }: Check) => ({
    name: texts.t(`words.check.${id}.name`),
    text: texts.t(`words.check.${id}.${finding}`, facts),
    result: texts.t(`words.checkResult.${result}`),
    tone: tones[result],
  }));
}

async function factsOf(
  turn: Turn,
  texts: Texts,
  { dossier, at }: { dossier: IntakeDossier; at: DateTime },
): Promise<EligibilityFacts> {
  const { nomination, plan, criteria, assessment, evidence, candidate, round } = dossier;
  const { data } = nomination;
  const meeting = await turn.get(meetingRecord, meetingId(round.data.round, data.departmentId));
  return {
    criteria,
    answers: assessment?.data.answers ?? {},
    evidence: { count: evidence.length, unassigned: evidence.filter((e) => e.data.criterion === '').length },
    opinion: data.opinion,
    meeting: {
      setting: plan.settings.departmentMeeting,
      heldOn: meeting === undefined ? '' : formatIsoDate(meeting.data.heldOn),
    },
    candidate: await candidateFacts(turn, dossier, at),
    sent: { at: sentAt(texts, dossier), lateReason: data.late?.reason ?? null },
    gate: {
      applies: candidate.kind === 'person' && isGated(plan.settings.headGateCovers, candidate.roles),
      outstanding: await outstanding(turn, dossier),
    },
    originalReceivedOn: data.originalReceivedOn === null ? '' : formatIsoDate(data.originalReceivedOn),
  };
}

/** When it was sent; of one that was entered from a paper also when that came in, which is what counts. */
export const sentAt = (texts: Texts, { nomination, plan, paper }: IntakeDossier): string => {
  const { submitted } = nomination.data;
  if (submitted === null) return '';
  const at = DateTime.fromISO(submitted.at, { zone: plan.zone });
  if (paper === undefined) return texts.t('words.at', { at });
  return texts.t('words.sentFromPaper', { at, date: formatIsoDate(paper.data.receivedOn) });
};

async function candidateFacts(
  turn: Turn,
  { candidate, plan }: IntakeDossier,
  at: DateTime,
): Promise<EligibilityFacts['candidate']> {
  if (candidate.kind === 'department') {
    const { data } = await departmentOf(turn, candidate.id);
    return { kind: 'department', writesCollective: writesCollective(data, plan), isOffice: data.isOffice };
  }
  const { data } = await personOf(turn, candidate.id);
  return { kind: 'person', presence: presenceOn(data, at.setZone(plan.zone).toFormat('yyyy-MM-dd')) };
}

/** What the council recorded of the collective that the candidate leads, on its dossier or else on theirs; null while it has not. */
async function outstanding(turn: Turn, { round, nomination }: IntakeDossier): Promise<boolean | null> {
  const id = nominationId(round.data.round, nomination.data.departmentId);
  const collective = await turn.get(nominationRecord, id);
  return collective?.data.council?.outstanding ?? nomination.data.council?.outstanding ?? null;
}
