import { z } from 'zod';

const mention = z.object({ type: z.literal('mention'), mentioned: z.object({ id: z.string() }), text: z.string() });

/** As Teams writes a mention, with attributes or without. */
export const mentionMarks = /<at(?:\s[^<>]{0,200})?>([^<]{0,200})<\/at>/gi;

/** More are not looked for. */
const mostMentions = 100;

/**
 * The text with everyone who is mentioned by name: a name is a word of what was said. The bot's own mention is whom it was said to, and stays
 * as it is marked.
 */
export function withNames(text: string, entities: unknown, botId: string): string {
  if (!text.includes('<at') || !Array.isArray(entities)) return text;
  const names = { ofBot: new Set<string>(), ofOthers: new Set<string>() };
  for (const entity of entities.slice(0, mostMentions)) {
    const { data } = mention.safeParse(entity);
    if (data === undefined) continue;
    const { ofBot, ofOthers } = names;
    (data.mentioned.id === botId ? ofBot : ofOthers).add(data.text.replace(mentionMarks, '$1'));
  }
  return text.replace(mentionMarks, (mark, name: string) =>
    names.ofOthers.has(name) && !names.ofBot.has(name) ? name : mark,
  );
}
