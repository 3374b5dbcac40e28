import { namesApart } from '../../model/people/names-apart.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { Texts } from '../../ports/texts.ts';
import type { Reached } from './reached.ts';
import type { Reason, ReminderOfList } from './unfinished.ts';

/** Of those who were reminded today, so many are named. */
const namesShown = 10;

export const reasonWords = (texts: Texts, reason: Reason): string => texts.t(`words.reminders.reason.${reason}`);

/** Whom a reminder leaves out, a line a reason; of those who were reminded today, the names. */
export async function asideLines(turn: Turn, texts: Texts, { aside, headsTold }: Reached): Promise<string[]> {
  const lines: string[] = [];
  const all = aside.reduce((sum, { n }) => sum + n, 0);
  for (const { reason, n, people } of aside) {
    if (n === 0) continue;
    const names = reason === 'told' || all === 1 ? await namesOf(turn, texts, people) : '';
    const facts = { reason: reasonWords(texts, reason), n, names };
    lines.push(texts.t(`words.reminders.aside.${names === '' ? 'count' : 'names'}`, facts));
  }
  if (headsTold.length > 0) {
    const people = headsTold.map(({ to: { id, data } }) => ({ id, name: data.fullName }));
    const facts = { n: people.length, names: await namesOf(turn, texts, people) };
    lines.push(texts.t('words.reminders.aside.heads', facts));
  }
  return lines;
}

async function namesOf(turn: Turn, texts: Texts, people: readonly { id: string; name: string }[]): Promise<string> {
  const names = await namesApart(turn, people.slice(0, namesShown));
  const more = people.length - names.length;
  return [...names, ...(more > 0 ? [texts.t('words.reminders.aside.more', { n: more })] : [])].join(', ');
}

/** Who is sent the list of their department. */
export async function listsLine(turn: Turn, texts: Texts, heads: readonly ReminderOfList[]): Promise<string> {
  const people = heads.map(({ to: { id, data } }) => ({ id, name: data.fullName }));
  return texts.t('words.reminders.confirm.toHeads', { names: (await namesApart(turn, people)).join(', ') });
}
