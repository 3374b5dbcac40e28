import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Reach } from '../shared/types.ts';
import type { SavedChat } from './conversations.ts';

export type Snapshot = {
  now: string;
  reach: Record<string, Reach>;
  /** How often people's chats were lost, by key; absent in older files. */
  lostChats?: Record<string, number>;
  /** Who took the app away; absent in older files. */
  removed?: string[];
  teamInstalled: boolean;
  chats: SavedChat[];
  uploads: { id: string; name: string }[];
};

const quietTime = 400;
const fileIn = (folder: string) => join(folder, 'sandbox.json');

/** What an earlier run left in the folder. */
export function readSnapshot(folder: string): Snapshot | undefined {
  return existsSync(fileIn(folder)) ? JSON.parse(readFileSync(fileIn(folder), 'utf8')) : undefined;
}

/** Writes the state a moment after the last change, and at once on `flush`. */
export function createSnapshotWriter(folder: string, take: () => Snapshot) {
  mkdirSync(folder, { recursive: true });
  let timer: NodeJS.Timeout | undefined;
  function write() {
    timer = undefined;
    const draft = `${fileIn(folder)}.new`;
    writeFileSync(draft, JSON.stringify(take()));
    renameSync(draft, fileIn(folder));
  }
  return {
    changed() {
      timer ??= setTimeout(write, quietTime);
    },
    flush() {
      clearTimeout(timer);
      write();
    },
  };
}
