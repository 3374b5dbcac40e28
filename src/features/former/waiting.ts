import type { Actor } from '../../domain/policy/actor.ts';
import { isHeadOrDeputy } from '../../domain/policy/posts.ts';
import { formerLeaders, mayStillBeSaid } from '../../model/dossier/former.ts';
import { assignmentsOf } from '../../pipeline/acting.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { type FormerOpinion, formerBy, formerOpinionRecord } from '../../records/former-opinion.ts';
import { nominationId, nominationRecord } from '../../records/nomination.ts';
import type { Loaded } from '../../records/record.ts';

/** Whose dossiers wait for no one, but would have this person say something of a time in their department; first left first. */
export async function waitingFor(turn: Turn, round: string, actor: Actor): Promise<readonly Loaded<FormerOpinion>[]> {
  const given = (await assignmentsOf(turn)).filter(({ to }) => to === actor.id).map(({ departmentId }) => departmentId);
  const led = new Set([...(isHeadOrDeputy(actor) ? [actor.departmentId] : []), ...given]);
  const found = await Promise.all(
    [...led].map((departmentId) => turn.list(formerOpinionRecord, formerBy.unsaid(round, departmentId))),
  );
  const unsaid = found.flat();
  const dossierOf = ({ data }: Loaded<FormerOpinion>): string => nominationId(round, data.candidate.id);
  const nominations = await turn.getMany(nominationRecord, unsaid.map(dossierOf));
  const asked = unsaid.filter((former) => {
    const dossier = nominations.get(dossierOf(former));
    // Who has come back is judged by the head there as everybody is.
    return (
      dossier !== undefined &&
      mayStillBeSaid(dossier.data.state) &&
      dossier.data.departmentId !== former.data.departmentId
    );
  });
  const mine = await Promise.all(
    asked.map(async (former) => ((await formerLeaders(turn, former.data)).acts === actor.id ? [former] : [])),
  );
  return mine.flat().sort((a, b) => (a.data.until < b.data.until ? -1 : 1));
}
