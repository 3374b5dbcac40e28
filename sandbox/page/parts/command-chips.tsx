import { channelCommands, commandsFor } from '../state/commands.ts';
import { useStore } from '../state/store.ts';
import { useTexts } from '../texts/use-texts.ts';

type Props = { isChannel: boolean; onPick: (command: string) => void };

/** What this person may want to say to the bot, one click each. */
export function CommandChips({ isChannel, onPick }: Props) {
  const texts = useTexts();
  const me = useStore((state) => state.people.find(({ key }) => key === state.me));
  const commands = isChannel ? channelCommands : commandsFor(me?.roles ?? []);
  return (
    <fieldset class="commands" aria-label={texts.suggestions}>
      {commands.map((command) => (
        <button
          type="button"
          class="chip-button"
          key={command}
          data-testid="command"
          data-command={command}
          onClick={() => onPick(command)}
        >
          {isChannel ? `@ ${command}` : command}
        </button>
      ))}
    </fieldset>
  );
}
