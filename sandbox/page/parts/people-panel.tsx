import { useMemo, useState } from 'preact/hooks';
import type { PersonView } from '../../shared/types.ts';
import { fold } from '../format/names.ts';
import { become } from '../state/session.ts';
import { setState, useStore } from '../state/store.ts';
import { useTexts } from '../texts/use-texts.ts';
import type { Texts } from '../texts/vi.ts';
import { Avatar } from './avatar.tsx';
import { Unread } from './chat-list.tsx';
import { Icon } from './icon.tsx';

/** Sits down at another person's Teams. */
export async function switchTo(key: string): Promise<void> {
  await become(key);
  setState({ panel: 'chats', narrow: 'chat' });
}

export function PeoplePanel() {
  const texts = useTexts();
  const people = useStore((state) => state.people);
  const [query, setQuery] = useState('');
  const groups = useMemo(() => groupsOf(people, query, texts), [people, query, texts]);
  return (
    <>
      <h1 class="side-title">{texts.people}</h1>
      <label class="search">
        <Icon name="search" size={16} />
        <input
          type="search"
          value={query}
          placeholder={texts.searchPeople}
          aria-label={texts.searchPeople}
          data-testid="people-search"
          onInput={(event) => setQuery(event.currentTarget.value)}
        />
      </label>
      <div class="people" data-testid="people">
        {groups.length === 0 && <p class="empty">{texts.nobodyFound}</p>}
        {groups.map(([department, members]) => (
          <section key={department}>
            <h2 class="department">
              {department}
              <span class="department-count">{members.length}</span>
            </h2>
            <ul>
              {members.map((person) => (
                <PersonEntry key={person.key} person={person} />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  );
}

function PersonEntry({ person }: { person: PersonView }) {
  const texts = useTexts();
  const unread = useStore((state) => state.unread[person.key] ?? 0);
  const current = useStore((state) => state.me === person.key);
  const chips = person.roles.filter((role) => role !== 'staff' || person.roles.length === 1);
  const absence = texts.status[person.status];
  return (
    <li>
      <button
        type="button"
        class="person-entry"
        aria-current={current}
        data-testid="person"
        data-person={person.key}
        onClick={() => void switchTo(person.key)}
      >
        <Avatar id={person.key} name={person.fullName} size={36} reach={person.reach} />
        <span class="entry-words">
          <span class="entry-line">
            <span class="entry-name">{person.fullName}</span>
            <Unread count={unread} />
          </span>
          <span class="entry-last">{person.title}</span>
          <span class="chips">
            {chips.map((role) => (
              <span key={role} class={`chip chip-${role}`}>
                {texts.roles[role] ?? role}
              </span>
            ))}
            {absence && <span class="chip chip-quiet">{absence}</span>}
            {person.reach !== 'installed' && <span class="chip chip-quiet">{texts.reach[person.reach]}</span>}
          </span>
        </span>
      </button>
    </li>
  );
}

/** Departments in the order of the roster with the people that the query fits. */
function groupsOf(people: PersonView[], query: string, texts: Texts): [string, PersonView[]][] {
  const groups = new Map<string, PersonView[]>();
  for (const person of people.filter((one) => fits(one, fold(query).trim(), texts))) {
    const name = person.department || texts.outsiders;
    groups.set(name, [...(groups.get(name) ?? []), person]);
  }
  return [...groups];
}

/** Words of a name in any order, or a run of words of all that is shown of a person. */
function fits(person: PersonView, query: string, texts: Texts): boolean {
  const roles = person.roles.map((role) => texts.roles[role] ?? '').join(', ');
  const shown = fold([person.fullName, person.key, person.department, person.title, roles].join(', '));
  const names = fold(person.fullName).split(/\s+/);
  return shown.includes(query) || query.split(/\s+/).every((word) => names.some((name) => name.startsWith(word)));
}
