import type { Choice } from '../../../cards/kit/kit.ts';
import { actorOf } from '../../pipeline/actor-of.ts';
import type { Ctx } from '../../pipeline/context.ts';
import type { Ask } from '../../pipeline/page.ts';
import type { Dossier } from './dossier.ts';
import { writableDossiers } from './own.ts';

export const criterionChoices = ({ criteria }: Dossier): { title: string; value: string }[] =>
  criteria.map(({ id, name }) => ({ title: `${id}. ${name}`, value: id }));

/** The criteria of the person's own dossier, `person CN1`, and for whoever writes the department's of that one too. @throws CodedError NO_ROUND */
export async function choicesFor({ turn, viewer, texts }: Ask<unknown>): Promise<Choice[]> {
  const actor = actorOf(viewer);
  if (actor === undefined) return [];
  const targets = await writableDossiers({ ...turn, actor, at: viewer.at });
  return targets.flatMap((target) =>
    criterionChoices(target).map(({ title, value }) => ({
      title: targets.length === 1 ? title : texts.t(`words.dossier.choice.${target.candidate.kind}`, { title }),
      value: `${target.candidate.kind} ${value}`,
    })),
  );
}

/** What was chosen among them. @param otherwise whose the criterion is where it stands alone, as cards of an earlier release have it */
export function chosenFrom({ me, actor }: Ctx, choice: string, otherwise = me.id) {
  const [kind, criterion = ''] = choice.includes(' ') ? choice.split(' ') : ['', choice];
  const candidate = kind === 'department' ? actor.departmentId : kind === 'person' ? me.id : otherwise;
  return { candidate, criterion };
}
