import { callingOrganisations, callsFor } from '../../domain/policy/calls.ts';
import { fold } from '../../domain/text/vietnamese.ts';
import { type Answer, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { callRecord, callsOfOrganisation } from '../../records/call.ts';
import { callsInvite, callsShow } from './refs.ts';

/** The title of a call, as it stands on the rows of lists: its organiser sees the answers, its members may give theirs. */
export async function typedCall(ctx: Ctx, text: string): Promise<Answer | undefined> {
  const typed = fold(text);
  const all = await Promise.all(callingOrganisations.map((each) => ctx.list(callRecord, callsOfOrganisation(each))));
  const call = all.flat().find(({ data }) => fold(data.title) === typed);
  if (call === undefined) return undefined;
  const { organisation } = call.data;
  if (callsFor(ctx.actor).some((each) => each === organisation)) return show(callsShow.ref({ call: call.id }));
  return ctx.me.data.organisations.includes(organisation)
    ? show(callsInvite.ref({ call: call.id, person: ctx.me.id }))
    : undefined;
}
