import type { DateTime } from 'luxon';
import type { StepView } from '../../../cards/dossier-step.ts';
import { nextStep, type Step, type StepFacts, type Want, wants } from '../../domain/dossier/next-step.ts';
import { wasReopened } from '../../domain/dossier/nomination.ts';
import type { Actor } from '../../domain/policy/actor.ts';
import { isOwn, mayWrite } from '../../domain/policy/dossier.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { Texts } from '../../ports/texts.ts';
import { type DepartmentMeeting, meetingId, meetingRecord } from '../../records/meeting.ts';
import type { Loaded } from '../../records/record.ts';
import { type Dossier, openUntil } from './dossier.ts';
import { idsOf, isWritable } from './own.ts';

export const meetingOf = (turn: Turn, { round, candidate }: Dossier): Promise<Loaded<DepartmentMeeting> | undefined> =>
  turn.get(meetingRecord, meetingId(round.data.round, candidate.departmentId));

async function factsOf(turn: Turn, dossier: Dossier): Promise<StepFacts> {
  const { nomination, assessment, missing, plan, facts, paper, evidence } = dossier;
  const isRequired = plan.settings.departmentMeeting === 'required';
  return {
    state: facts.state,
    wish: assessment?.data.wish ?? 'undecided',
    isThere: nomination !== undefined,
    isProposed: nomination?.data.proposal?.consent === 'pending',
    missing: missing.length,
    wantsScan: paper !== undefined && !evidence.some(({ data }) => data.kind === 'file'),
    wantsMeeting: isRequired && (await meetingOf(turn, dossier)) === undefined,
  };
}

/** What keeps the dossier from being sent, first thing first. */
export const wantsOf = async (turn: Turn, dossier: Dossier): Promise<Want[]> => wants(await factsOf(turn, dossier));

/** The one next step of whoever writes it; null when there is none, or for anybody else. */
export async function nextStepOf(
  turn: Turn,
  dossier: Dossier,
  { actor, at }: { readonly actor: Actor; readonly at: DateTime },
): Promise<Step | null> {
  if (!mayWrite(actor, dossier.candidate)) return null;
  // What was taken back is its candidate's, whoever entered it.
  const reopens = isOwn(actor, dossier.candidate) && dossier.facts.state === 'withdrawn' && at <= openUntil(dossier);
  return nextStep(await factsOf(turn, dossier), { writes: isWritable(dossier, at), reopens });
}

/** The step as a button, and what is said of it: above all that nothing was sent yet. */
export function stepView(texts: Texts, dossier: Dossier, { step, actor }: Stepping): StepView {
  const declines = dossier.assessment?.data.wish === 'declines';
  const said = step === null || step === 'reopen' ? 'nothing' : declines ? 'declines' : saidOf(dossier, step);
  return {
    notice: said === 'nothing' ? '' : texts.t(`words.dossier.unsent.${said}`, factsFor(dossier)),
    tone: declines ? 'emphasis' : 'warning',
    isOptional: declines,
    ...buttonOf(texts, dossier, { step, actor }),
  };
}
interface Opening {
  readonly verb: string;
  readonly data: Readonly<Record<string, string>>;
}
interface Stepping {
  readonly step: Step | null;
  readonly actor: Actor;
}

/** Opened again after its deadline; what goes on is a sending like any other. */
export const isReopened = ({ nomination }: Dossier): boolean =>
  nomination?.data.state === 'returned' && wasReopened(nomination.data);

const saidOf = (dossier: Dossier, step: Step): string =>
  isReopened(dossier) ? 'reopened' : dossier.facts.state === 'returned' && step !== 'resend' ? 'returned' : step;

const factsFor = ({ criteria, missing }: Dossier) => ({
  total: criteria.length,
  n: missing.length,
  missing: missing.join(', '),
});

const writesMinutes = (actor: Actor, { candidate: { departmentId } }: Dossier): boolean =>
  isOwn(actor, { kind: 'department', id: departmentId, departmentId });

function buttonOf(texts: Texts, dossier: Dossier, stepping: Stepping): Pick<StepView, 'title' | 'verb' | 'data'> {
  const opens = openingOf(dossier, stepping);
  if (opens === undefined) return { title: '', verb: '', data: {} };
  const step = stepping.step === 'resend' && isReopened(dossier) ? 'send' : stepping.step;
  return { title: texts.t(`words.dossier.next.${step}`), ...opens };
}

/** What the step is done by. Only whoever leads the department records its meeting; everyone else waits. */
export function openingOf(dossier: Dossier, { step, actor }: Stepping): Opening | undefined {
  const ids = idsOf(dossier);
  if (step === null || (step === 'meeting' && !writesMinutes(actor, dossier))) return undefined;
  const [verb, data] = {
    goOn: ['assess.open', { ...ids, criterion: dossier.missing[0] ?? '' }] as const,
    ask: ['nomination.request', ids] as const,
    scan: ['evidence.list', ids] as const,
    meeting: ['meeting.record', { round: ids.round }] as const,
    send: ['nomination.submit', ids] as const,
    resend: ['nomination.submit', ids] as const,
    reopen: ['nomination.reopen', { ...ids, rev: String(dossier.nomination?.rev ?? 0) }] as const,
  }[step];
  return { verb, data };
}
