import type { BotAnswer } from './bot-link.ts';

/** The bot did not take what it was told. */
class BotRefusal extends Error {
  override name = 'BotRefusal';

  constructor(
    readonly refused: readonly BotAnswer[],
    of: number,
  ) {
    const [first] = refused;
    super(
      `The bot did not take ${refused.length} of ${of}, answering ${first?.status}: ${JSON.stringify(first?.body)}`,
    );
  }
}

/** @throws BotRefusal unless the bot took everything that it was told */
export function requireTaken(answers: readonly BotAnswer[]): void {
  const refused = answers.filter(({ status }) => status < 200 || status >= 300);
  if (refused.length > 0) throw new BotRefusal(refused, answers.length);
}
