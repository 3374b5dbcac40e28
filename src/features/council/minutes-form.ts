import { chairs, presides } from '../../domain/policy/council.ts';
import { isCouncilSecretary } from '../../domain/policy/posts.ts';
import { minutesBounds } from '../../model/council/chain.ts';
import { groundsOf } from '../../model/council/grounds.ts';
import { dayOf, paperForm } from '../../model/council/paper-form.ts';
import type { SessionBoard } from '../../model/council/session.ts';
import { namesApart } from '../../model/people/names-apart.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { Typed, Viewer } from '../../ports/pages.ts';
import type { Texts } from '../../ports/texts.ts';
import { personRecord } from '../../records/person.ts';

interface Of {
  readonly viewer: Viewer;
  readonly board: SessionBoard;
  readonly typed: Typed | undefined;
}

/** The part of a form that asks for the minutes: dated the day of the meeting, and signed by whoever presided and by the secretary. */
export async function minutesForm(turn: Turn, texts: Texts, { viewer, board, typed }: Of) {
  const { session, round, plan, cases } = board;
  const { minutes, heldOn, present } = session.data;
  const dossiers = cases.map(({ nominee }) => nominee.nomination);
  const bounds = await minutesBounds(turn, { round, zone: plan.zone, at: viewer.at, dossiers, session });
  const found = await turn.getMany(personRecord, present);
  const people = present.flatMap((id) => found.get(id) ?? []);
  const names = await namesApart(
    turn,
    people.map(({ id, data }) => ({ id, name: data.fullName })),
  );
  const among = (holds: typeof presides): string => people.find(({ data }) => holds(data))?.id ?? '';
  const own = viewer.person?.id ?? '';
  const form = paperForm(typed, bounds, { number: minutes?.number ?? '', issuedOn: minutes?.issuedOn ?? heldOn });
  return {
    ...form,
    ...groundsOf(texts, { plan, on: dayOf(form), dossiers, isSigned: minutes !== null && minutes.number !== '' }),
    chair: typed?.chair ?? minutes?.chair ?? (among(chairs) || among(presides)),
    secretary: typed?.secretary ?? minutes?.secretary ?? (present.includes(own) ? own : among(isCouncilSecretary)),
    startsAt: typed?.startsAt ?? minutes?.startsAt ?? '',
    endsAt: typed?.endsAt ?? minutes?.endsAt ?? '',
    absence: typed?.absence ?? minutes?.absence ?? '',
    invitees: typed?.invitees ?? minutes?.invitees ?? '',
    isAbsent: session.data.members.length > present.length,
    signers: people.map(({ id }, i) => ({ id, title: names[i] ?? '' })),
  };
}
