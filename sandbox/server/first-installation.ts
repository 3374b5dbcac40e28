import type { BotAnswer } from './bot-link.ts';
import type { People } from './people.ts';
import type { PersonActs } from './person-acts.ts';

const atOnce = 4;

/**
 * The app comes to those who are to have it and do not yet.
 * @param isNew who removed the app in an earlier run is left alone
 */
export async function installFirst(
  { people, acts }: { people: People; acts: PersonActs },
  isNew: (key: string) => boolean,
): Promise<BotAnswer[]> {
  const waiting = people.all.filter(({ key }) => people.reachOf(key) === 'absent' && isNew(key));
  const answers: BotAnswer[] = [];
  const work = async () => {
    for (let person = waiting.shift(); person; person = waiting.shift()) {
      const reach = people.firstReach(person.key);
      if (reach === 'absent') continue;
      answers.push(...(await acts.setReach(person, 'installed')));
      // Who blocks the bot has met it first.
      if (reach === 'blocked') answers.push(...(await acts.setReach(person, reach)));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return answers;
}
