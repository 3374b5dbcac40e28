import { remember, setState, useStore } from '../state/store.ts';
import { useTexts } from '../texts/use-texts.ts';
import { Avatar, BotAvatar } from './avatar.tsx';
import { ClockControls } from './clock-controls.tsx';
import { Icon } from './icon.tsx';

export function TopBar() {
  const texts = useTexts();
  const theme = useStore((state) => state.theme);
  const language = useStore((state) => state.language);
  const me = useStore((state) => state.people.find((person) => person.key === state.me));

  function setTheme(next: 'light' | 'dark') {
    remember('theme', next);
    setState({ theme: next });
  }

  function setLanguage(next: 'vi' | 'en') {
    remember('language', next);
    setState({ language: next });
  }

  const otherTheme = theme === 'light' ? 'dark' : 'light';
  return (
    <header class="top">
      <span class="brand">
        <BotAvatar size={24} />
        <span class="brand-name">{texts.appName}</span>
      </span>
      <ClockControls />
      <span class="top-tools">
        <button
          type="button"
          class="tool"
          aria-label={texts.otherLanguage}
          title={texts.otherLanguage}
          data-testid="language"
          onClick={() => setLanguage(language === 'vi' ? 'en' : 'vi')}
        >
          <span class="language">{language === 'vi' ? 'EN' : 'VI'}</span>
        </button>
        <button
          type="button"
          class="tool"
          aria-label={texts[otherTheme]}
          title={texts[otherTheme]}
          data-testid="theme"
          onClick={() => setTheme(otherTheme)}
        >
          <Icon name={theme === 'light' ? 'moon' : 'sun'} />
        </button>
        {me && (
          <button
            type="button"
            class="me"
            aria-label={`${texts.actingAs} ${me.fullName}. ${texts.switchPerson}`}
            title={texts.switchPerson}
            data-testid="me"
            data-person={me.key}
            onClick={() => setState({ panel: 'people', narrow: 'list' })}
          >
            <span class="me-words">
              <span class="me-name">{me.fullName}</span>
              <span class="me-title">{me.title}</span>
            </span>
            <Avatar id={me.key} name={me.fullName} reach={me.reach} />
          </button>
        )}
      </span>
    </header>
  );
}
