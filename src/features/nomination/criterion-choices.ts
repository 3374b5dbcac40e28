import type { Choice } from '../../../cards/kit/kit.ts';
import { fold } from '../../domain/text/vietnamese.ts';
import { actorOf } from '../../pipeline/actor-of.ts';
import type { Ask } from '../../pipeline/page.ts';
import { writableDossiers } from './evidence.ts';
import { criterionChoices } from './evidence-words.ts';

/** The criteria of the person's own dossier, and for whoever writes the department's of that one too. */
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

/** "CN2 - Giấy xác nhận.pdf" says what it proves. */
export function guessOf(name: string, choices: readonly Choice[]): string {
  const words = fold(name).split(/[^a-z0-9]+/);
  const found = choices.filter(({ value }) => words.includes(fold(value.split(' ')[1] ?? '')));
  return found.length === 1 ? (found[0]?.value ?? '') : '';
}
