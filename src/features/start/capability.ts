import { z } from 'zod';
import { CodedError } from '../../domain/errors.ts';
import { runCommand } from '../../model/round/run-command.ts';
import { type Answer, show } from '../../pipeline/answer.ts';
import { anywhere, type Capability, type CommandRoute, capability, opens, verb } from '../../pipeline/capability.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { startButton, startChannel, startHelp, startLanguage, startThanks } from './refs.ts';
import { languageCalled, languages, saveLanguage, saveLanguageInput } from './save-language.ts';
import { startPages } from './start.page.ts';

const everyone = (): boolean => true;
const nothing = z.strictObject({});

/** In a channel everyone reads along: there it says what is done in channels, never what this person may do. */
const help = async ({ place }: Ctx): Promise<Answer> =>
  show(place.kind === 'personal' ? startHelp.ref({}) : startChannel.ref({}));

/** A language that is named is taken at once; otherwise both are offered. */
async function language(ctx: Ctx, rest: string): Promise<Answer> {
  const locale = languageCalled(ctx.texts, rest);
  return locale === undefined ? show(startLanguage.ref({})) : saveLanguage(ctx, { locale });
}

/** Help, language and the way from a button to a command. @param others every other capability: help speaks of all of them */
export function start(others: readonly Capability[]): Capability {
  const commands: CommandRoute[] = [
    { name: 'help', isFor: everyone, where: 'anywhere', run: help },
    { name: 'thanks', isFor: () => false, isStep: true, where: 'personal', run: async () => show(startThanks.ref({})) },
    { name: 'button', isFor: () => false, isStep: true, where: 'personal', run: async () => show(startButton.ref({})) },
    { name: 'language', isFor: everyone, where: 'personal', run: language },
    ...languages.map(
      ({ locale, command }): CommandRoute => ({
        name: command,
        isFor: everyone,
        isStep: true,
        where: 'personal',
        run: (ctx) => saveLanguage(ctx, { locale }),
      }),
    ),
  ];
  const all = [...others.flatMap((f) => f.commands), ...commands];
  return capability({
    commands,
    verbs: [
      anywhere(verb('help.show', nothing, help)),
      opens('language.show', nothing, startLanguage),
      verb('language.save', saveLanguageInput, saveLanguage),
      verb(
        'command.run',
        z.strictObject({ command: z.string(), round: z.string().max(40).default('') }),
        async (ctx, input) => {
          const route = all.find((c) => c.name === input.command && c.where !== 'channel');
          if (route === undefined) throw new CodedError('UNKNOWN_VERB');
          return runCommand(ctx, route, { rest: '', round: input.round });
        },
      ),
    ],
    pages: startPages(() => all),
  });
}
