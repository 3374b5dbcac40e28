import { useEffect } from 'preact/hooks';
import { useStore } from '../state/store.ts';
import { ChatList } from './chat-list.tsx';
import { ChatPane } from './chat-pane.tsx';
import { FaultsPanel } from './faults-panel.tsx';
import { Hint } from './hint.tsx';
import { PeoplePanel } from './people-panel.tsx';
import { Rail } from './rail.tsx';
import { Toasts } from './toasts.tsx';
import { TopBar } from './top-bar.tsx';

const panels = { chats: ChatList, people: PeoplePanel, faults: FaultsPanel };

export function App() {
  const theme = useStore((state) => state.theme);
  const language = useStore((state) => state.language);
  const ready = useStore((state) => state.ready);
  const panel = useStore((state) => state.panel);
  const narrow = useStore((state) => state.narrow);
  const hint = useStore((state) => state.hint);

  useEffect(() => {
    document.documentElement.dataset.theme = theme;
    document.documentElement.lang = language;
  }, [theme, language]);

  if (!ready) return <div class="loading" aria-busy="true" />;
  const Panel = panels[panel];
  return (
    <div class={`app narrow-${narrow}`}>
      <TopBar />
      <Rail />
      <aside class="side">
        <Panel />
      </aside>
      <ChatPane />
      <Toasts />
      {hint && <Hint />}
    </div>
  );
}
