import type { DateTime } from 'luxon';
import type { Tone } from '../../../cards/kit/kit.ts';
import type { Step } from '../../domain/dossier/next-step.ts';
import type { NominationState } from '../../domain/dossier/nomination.ts';
import type { Closed } from '../../domain/dossier/writing.ts';
import type { Actor } from '../../domain/policy/actor.ts';
import { enters, isOwn, maySee, mayWrite } from '../../domain/policy/dossier.ts';
import { asReadBy, type ReadDossier } from '../../model/dossier/as-read-by.ts';
import { type Dossier, loadDossier, openUntil } from '../../model/dossier/dossier.ts';
import { nextStepOf } from '../../model/dossier/next-step.ts';
import { closedBy, type Whose } from '../../model/dossier/own.ts';
import { candidatesState } from '../../model/dossier/state-told.ts';
import { nameApart } from '../../model/people/names-apart.ts';
import { asActor } from '../../pipeline/actor-of.ts';
import type { Ask } from '../../pipeline/page.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { Texts } from '../../ports/texts.ts';

export interface Seen {
  readonly dossier: ReadDossier;
  readonly actor: Actor;
  /** What whoever writes it does next. */
  readonly step: Step | null;
  /** The viewer writes it, and still may. */
  readonly writes: boolean;
  /** Why the viewer, who writes it, can change nothing any more; `undefined` also for whoever does not write it. */
  readonly closed: Closed | undefined;
  /** The viewer writes it, whether or not anything can be changed now. */
  readonly isMine: boolean;
  /** Where it stands as its candidate is told: no result before it is published. */
  readonly told: NominationState;
}

/** `null` in a channel, and for whoever may not see this dossier. @throws CodedError those of `loadDossier` */
export async function seenDossier<P extends Whose>({ turn, viewer, params }: Ask<P>): Promise<Seen | null> {
  const { person } = viewer;
  if (person === undefined) return null;
  const actor = asActor(person);
  const dossier = await loadDossier(turn, params.round, params.candidate === '' ? person.id : params.candidate);
  if (!maySee(actor, dossier.facts)) return null;
  const isMine = mayWrite(actor, dossier.candidate);
  const told = dossier.nomination === undefined ? 'draft' : await candidatesState(turn, dossier.nomination.data);
  const step = await nextStepOf(turn, dossier, { actor, at: viewer.at });
  const closed = isMine ? closedBy(dossier, viewer.at) : undefined;
  const writes = isMine && closed === undefined;
  return { dossier: asReadBy(actor, dossier), actor, step, isMine, told, writes, closed };
}

const tones: Partial<Record<NominationState, Tone>> = {
  submitted: 'accent',
  opined: 'accent',
  accepted: 'good',
  tabled: 'good',
  awarded: 'good',
  returned: 'attention',
  lapsed: 'attention',
  onHold: 'warning',
};

/** Where the dossier stands, in words for the person concerned: of what the council found, whether it proposes them. */
export function stateOf(texts: Texts, { dossier, told }: Seen): { state: string; stateTone: Tone } {
  if (dossier.nomination === undefined) return { state: texts.t('words.dossier.state.none'), stateTone: 'emphasis' };
  return { state: texts.t(`words.dossier.state.${told}`), stateTone: tones[told] ?? 'emphasis' };
}

export const evidenceCount = (texts: Texts, dossier: Dossier, criterion: string): string => {
  const n = dossier.evidence.filter((e) => e.data.criterion === criterion).length;
  return n === 0 ? texts.t('words.noEvidence') : texts.t('words.evidenceCount', { n });
};

/** "Hạn gửi hồ sơ: 23 giờ 59 phút ngày 30/11/2026; còn 28 ngày." */
export function deadlineText(texts: Texts, dossier: Dossier, at: DateTime): string {
  const until = openUntil(dossier);
  const days = Math.round(until.startOf('day').diff(at.setZone(dossier.plan.zone).startOf('day'), 'days').days);
  const which = at > until ? 'over' : days === 0 ? 'today' : 'ahead';
  return texts.t(`words.dossier.deadline.${which}`, { at: until, n: days });
}

/** The candidate's name for this reader: told from others of the name, but to oneself. */
export const nameFor = async (
  turn: Turn,
  { dossier: { candidate }, actor }: Pick<Seen, 'dossier' | 'actor'>,
): Promise<string> => (isOwn(actor, candidate) ? candidate.name : nameApart(turn, candidate));

/** Whose dossier it is, for whoever enters it from a paper; empty for its candidate. */
export const enteredFor = async (turn: Turn, texts: Texts, { dossier: { candidate }, actor }: Seen): Promise<string> =>
  enters(actor, candidate) ? texts.t('words.dossier.enteredFor', { name: await nameApart(turn, candidate) }) : '';
