import { type Panel, setState, useStore } from '../state/store.ts';
import { useTexts } from '../texts/use-texts.ts';
import { Icon, type IconName } from './icon.tsx';

const items: { panel: Panel; icon: IconName }[] = [
  { panel: 'chats', icon: 'chat' },
  { panel: 'people', icon: 'people' },
  { panel: 'faults', icon: 'bolt' },
];

/** The bar of Teams' apps; at the bottom on a narrow screen. */
export function Rail() {
  const texts = useTexts();
  const panel = useStore((state) => state.panel);
  const unread = useStore((state) => state.chats.reduce((sum, chat) => sum + chat.unread, 0));
  const faults = useStore((state) => state.faults.length);
  const badges: Record<Panel, number> = { chats: unread, people: 0, faults };
  return (
    <nav class="rail" aria-label="Teams">
      {items.map((item) => (
        <button
          type="button"
          key={item.panel}
          class="rail-item"
          aria-current={panel === item.panel ? 'page' : undefined}
          data-testid={`rail-${item.panel}`}
          onClick={() => setState({ panel: item.panel, narrow: 'list' })}
        >
          <span class="rail-icon">
            <Icon name={item.icon} size={22} />
            {badges[item.panel] > 0 && <span class="badge rail-badge">{Math.min(badges[item.panel], 99)}</span>}
          </span>
          {texts[item.panel]}
        </button>
      ))}
      <button
        type="button"
        class="rail-item rail-guide"
        data-testid="rail-guide"
        onClick={() => setState({ hint: true })}
      >
        <span class="rail-icon">
          <Icon name="help" size={22} />
        </span>
        {texts.guide}
      </button>
    </nav>
  );
}
