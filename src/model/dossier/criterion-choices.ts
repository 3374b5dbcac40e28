import type { Choice } from '../../../cards/kit/kit.ts';
import type { Actor } from '../../domain/policy/actor.ts';
import { enters } from '../../domain/policy/dossier.ts';
import { actorOf } from '../../pipeline/actor-of.ts';
import type { Ctx } from '../../pipeline/context.ts';
import type { Ask } from '../../pipeline/page.ts';
import type { Dossier } from './dossier.ts';
import { writableDossiers } from './own.ts';

export const criterionChoices = ({ criteria }: Dossier): { title: string; value: string }[] =>
  criteria.map(({ id, name }) => ({ title: `${id}. ${name}`, value: id }));

/** By what a choice names its dossier: `person`, `department`, and the candidate's id where somebody else enters it from a paper. */
export const choosing = (actor: Actor, { candidate }: Dossier): string =>
  enters(actor, candidate) ? candidate.id : candidate.kind;

/** The criteria of the person's own dossier, `person CN1`, of what they enter from a paper, and of the department's for whoever writes that. @throws CodedError NO_ROUND */
export async function choicesFor({ turn, viewer, texts }: Ask<unknown>): Promise<Choice[]> {
  const actor = actorOf(viewer);
  if (actor === undefined) return [];
  const named = (target: Dossier): string => (enters(actor, target.candidate) ? 'entered' : target.candidate.kind);
  const targets = await writableDossiers({ ...turn, actor, at: viewer.at });
  return targets.flatMap((target) =>
    criterionChoices(target).map(({ title, value }) => ({
      title:
        targets.length === 1
          ? title
          : texts.t(`words.dossier.choice.${named(target)}`, { title, name: target.candidate.name }),
      value: `${choosing(actor, target)} ${value}`,
    })),
  );
}

/** What was chosen among them. @param otherwise whose the criterion is where it stands alone, as cards of an earlier release have it */
export function chosenFrom({ me, actor }: Ctx, choice: string, otherwise = me.id) {
  const [named = '', criterion = ''] = choice.includes(' ') ? choice.split(' ') : ['', choice];
  const own: Readonly<Record<string, string>> = { '': otherwise, person: me.id, department: actor.departmentId };
  const candidate = own[named] ?? named;
  return { candidate, criterion };
}
