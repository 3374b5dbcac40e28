import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { mriOf, personalChatIdOf } from '../../sandbox/server/tenant.ts';
import { crowdOf, rosterOf } from '../fanout/crowd.ts';
import type { Member } from '../turns/crew.ts';
import { planFile } from '../turns/our-data.ts';

const posts = ['office', 'staff;councilSecretary', 'staff;councilChair', 'staff;council', 'staff;council'];

const rowsOf = (people: number) => crowdOf(people).map((row, i) => ({ ...row, roles: posts[i] ?? 'staff' }));

export interface Centre {
  readonly env: Readonly<Record<string, string>>;
  readonly officer: Member;
  readonly secretary: Member;
  readonly someone: Member;
}

/** The plan, and so many people: the first of the office, then the council, all others without a post. */
export function writeCentre(folder: string, people: number): Centre {
  mkdirSync(folder, { recursive: true });
  const rows = rowsOf(people);
  const roster = path.join(folder, 'roster.csv');
  writeFileSync(roster, rosterOf(rows));
  const memberOf = (i: number): Member => {
    const { aadObjectId = '', fullName = '' } = rows[i] ?? {};
    const chat = { mri: mriOf(aadObjectId), chatId: personalChatIdOf(aadObjectId) };
    return { aadObjectId, fullName, ...chat, whose: { round: '', candidate: '' }, base: '', saves: 0, rev: '' };
  };
  return {
    env: {
      DATA_DIR: folder,
      LINK_KEY: 'A'.repeat(43),
      PLAN_FILE: planFile,
      ROSTER_FILE: roster,
    },
    officer: memberOf(0),
    secretary: memberOf(1),
    // Has begun nothing, like every second one.
    someone: memberOf(7),
  };
}
