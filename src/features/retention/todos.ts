import { isOffice } from '../../domain/policy/posts.ts';
import { formatIsoDate } from '../../domain/text/format.ts';
import { roundName, roundPlan } from '../../model/round/round.ts';
import { item, type TodoItem, type TodoOf, type TodoSource } from '../../pipeline/todo.ts';
import { periodOf, roundsToDestroy } from './periods.ts';

/** Dossiers whose period is over wait for the unit's decision. */
async function over({ turn, actor }: TodoOf): Promise<TodoItem[]> {
  if (!isOffice(actor)) return [];
  return Promise.all(
    (await roundsToDestroy(turn)).map(async (round) =>
      item('retention', {
        verb: 'retention.show',
        data: { round: round.data.round },
        facts: {
          round: roundName(await roundPlan(turn, round), round),
          on: formatIsoDate(periodOf(turn, round) ?? ''),
        },
      }),
    ),
  );
}

export const retentionTodos: readonly TodoSource[] = [{ order: 90, always: over }];
