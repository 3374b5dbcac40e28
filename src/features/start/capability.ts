import { z } from 'zod';
import { CodedError } from '../../domain/errors.ts';
import { runCommand } from '../../model/round/run-command.ts';
import { show } from '../../pipeline/answer.ts';
import { type Capability, type CommandRoute, capability, opens, verb } from '../../pipeline/capability.ts';
import { startHelp, startLanguage, startThanks } from './refs.ts';
import { saveLanguage, saveLanguageInput } from './save-language.ts';
import { startPages } from './start.page.ts';

const everyone = (): boolean => true;
const nothing = z.strictObject({});

/** Help, language and the way from a button to a command. @param others every other capability: help speaks of all of them */
export function start(others: readonly Capability[]): Capability {
  const commands: CommandRoute[] = [
    { name: 'help', isFor: everyone, where: 'personal', run: async () => show(startHelp.ref({})) },
    { name: 'thanks', isFor: everyone, isStep: true, where: 'personal', run: async () => show(startThanks.ref({})) },
    { name: 'language', isFor: everyone, where: 'personal', run: async () => show(startLanguage.ref({})) },
  ];
  const all = [...others.flatMap((f) => f.commands), ...commands];
  return capability({
    commands,
    verbs: [
      opens('help.show', nothing, startHelp),
      opens('language.show', nothing, startLanguage),
      verb('language.save', saveLanguageInput, saveLanguage),
      verb(
        'command.run',
        z.strictObject({ command: z.string(), round: z.string().max(40).default('') }),
        async (ctx, input) => {
          const route = all.find((c) => c.name === input.command && c.where === 'personal');
          if (route === undefined) throw new CodedError('UNKNOWN_VERB');
          return runCommand(ctx, route, { rest: '', round: input.round });
        },
      ),
    ],
    pages: startPages(() => all),
  });
}
