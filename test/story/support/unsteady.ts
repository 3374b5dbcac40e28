import assert from 'node:assert/strict';
import { presenceOn } from '../../../src/domain/people/presence.ts';
import { list, load } from '../../../src/ports/documents.ts';
import { type Person, personRecord } from '../../../src/records/person.ts';
import { openCentre, press } from '../../features/roster/one/a-person.ts';
import { openedRound } from '../../support/before-council.ts';
import { actionsOf, type Office, person, scope } from '../../support/office.ts';

/** Posts that change hands, with the roles that go with each and where its holders sit. */
const posts = {
  officeHead: { roles: 'head,office,council', department: 'department:office' },
  head: { roles: 'head,council', department: 'department:advice' },
  secretary: { roles: 'office,councilSecretary', department: 'department:office' },
  member: { roles: 'staff,council', department: 'department:insurance' },
  other: { roles: 'staff,council', department: 'department:insurance' },
} as const;
export type Post = keyof typeof posts;
/** Their keys. */
export const postNames = Object.keys(posts) as Post[];

/** A centre in which posts change hands by the cards of the office; its clerk and the director stay. */
export async function unsteady() {
  const office = await openCentre('2026-11-16T09:00:00');
  await openedRound(office);
  /** Keys of those who hold each post, the present one last. */
  const held: Record<Post, string[]> = {
    officeHead: ['officeHead'],
    head: ['adviceHead'],
    secretary: ['secretary'],
    member: ['insuranceHead'],
    other: [],
  };
  let n = 0;
  const now = (post: Post): string => held[post].at(-1) ?? '';
  const before = (post: Post): string[] => held[post].slice(0, -1);

  async function newcomer(post: Post): Promise<string> {
    n += 1;
    const { roles, department } = posts[post];
    const form = (await office.as('office').click('roster.add', { department })).card;
    const name = `Lê Văn ${['Một', 'Hai', 'Ba', 'Tư', 'Năm', 'Sáu', 'Bảy'][n % 7]} ${String.fromCharCode(65 + n)}`;
    const typed = { fullName: name, title: 'Viên chức', email: `moi${n}@example.vn`, roles };
    const { show } = await press(office, form, 'roster.create', typed);
    return String(show.params.person).replace('person:', '');
  }
  /** Every other one leaves the unit, the others go back to the staff. */
  async function goes(key: string): Promise<void> {
    const of = { person: person(key) };
    if (n % 2 === 0) {
      const asked = await press(office, (await office.as('office').click('roster.leave', of)).card, 'roster.depart', {
        on: '2026-11-15',
      });
      await press(office, asked.card, 'roster.depart');
      return;
    }
    const { card } = await office.as('office').click('roster.edit', of);
    const saved = await press(office, card, 'roster.change', { roles: 'staff' });
    if (actionsOf(saved.card).some(({ verb }) => verb === 'roster.change'))
      await press(office, saved.card, 'roster.change');
  }
  return {
    office,
    now,
    before,
    async change(): Promise<void> {
      for (const post of postNames) {
        const last = now(post);
        held[post].push(await newcomer(post));
        if (last !== '') await goes(last);
      }
      await office.runDue();
      office.set(office.now.plus({ minutes: 10 }).toISO() ?? '');
    },
    dataOf: async (key: string): Promise<Person> => {
      const found = await load(office.store, scope.unit, personRecord, person(key));
      assert.ok(found);
      return found.data;
    },
  };
}

/** Who has a task of these words in "Việc của tôi", of all who are there. */
export async function askedFor(office: Office, task: RegExp): Promise<string[]> {
  const people = await list(office.store, { unit: scope.unit, type: personRecord });
  const today = office.now.toFormat('yyyy-MM-dd');
  const asked: string[] = [];
  for (const { id, data } of people) {
    if (presenceOn(data, today) === 'left') continue;
    const key = id.replace('person:', '');
    if (task.test((await office.as(key).say('việc của tôi')).text)) asked.push(key);
  }
  return asked.sort();
}
