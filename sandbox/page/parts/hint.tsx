import { useEffect, useRef } from 'preact/hooks';
import { remember, setState, useStore } from '../state/store.ts';
import { useTexts } from '../texts/use-texts.ts';
import { Avatar, BotAvatar } from './avatar.tsx';
import { Icon } from './icon.tsx';
import { switchTo } from './people-panel.tsx';

function dismiss() {
  remember('hint', 'seen');
  setState({ hint: false });
}

/** What a first visitor sees: what this is, and six steps to try. */
export function Hint() {
  const texts = useTexts();
  const people = useStore((state) => state.people);
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => panel.current?.focus(), []);
  return (
    <div class="hint-back">
      <div
        class="hint"
        ref={panel}
        role="dialog"
        aria-modal="true"
        aria-label={texts.hintTitle}
        tabIndex={-1}
        data-testid="hint"
        onKeyDown={(event) => event.key === 'Escape' && dismiss()}
      >
        <header>
          <BotAvatar size={40} />
          <h2>{texts.hintTitle}</h2>
          <button type="button" class="tool" aria-label={texts.close} data-testid="hint-close" onClick={dismiss}>
            <Icon name="close" />
          </button>
        </header>
        <p>{texts.hintIntro}</p>
        <ol>
          {texts.hintSteps.map(({ person: key, text }) => {
            const person = people.find((one) => one.key === key);
            return (
              <li key={text}>
                {person && <Avatar id={key} name={person.fullName} />}
                <span class="entry-words">
                  {person && <span class="entry-name">{person.fullName}</span>}
                  <span>{text}</span>
                </span>
                {person && (
                  <button
                    type="button"
                    class="plain-button"
                    data-testid="hint-go"
                    data-person={key}
                    onClick={() => {
                      dismiss();
                      void switchTo(key);
                    }}
                  >
                    {texts.hintGo}
                  </button>
                )}
              </li>
            );
          })}
        </ol>
        <footer>
          <button type="button" class="primary-button" data-testid="hint-start" onClick={dismiss}>
            {texts.hintStart}
          </button>
        </footer>
      </div>
    </div>
  );
}
