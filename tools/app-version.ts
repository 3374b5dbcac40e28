import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Manifest } from './app-package.ts';

/** Which app was last packed under which version: Teams takes a changed app only under a higher one. */
export interface Packed {
  readonly version: string;
  /** Of everything that goes into the package, the version left out. */
  readonly sha256: string;
}

const note = 'packed.json';

/** The app in the folder as it is now. */
export function packedOf(folder: string): Packed {
  const { version, ...app } = JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8')) as Manifest;
  const { color, outline } = app.icons;
  const languages = app.localizationInfo.additionalLanguages.map(({ file }) => file);
  const hash = createHash('sha256').update(JSON.stringify(app));
  for (const part of [color, outline, ...languages]) hash.update(readFileSync(path.join(folder, part)));
  return { version, sha256: hash.digest('hex') };
}

/** What was noted when the app was last packed; undefined before the first time. */
export const lastPacked = (folder: string): Packed | undefined =>
  existsSync(path.join(folder, note)) ? JSON.parse(readFileSync(path.join(folder, note), 'utf8')) : undefined;

/** @returns whether the app is another than the one that was packed last, under the same version */
export function needsVersion(folder: string): boolean {
  const [now, last] = [packedOf(folder), lastPacked(folder)];
  return last?.version === now.version && last.sha256 !== now.sha256;
}

/** @throws Error when the app has changed and its version has not */
export function notePacked(folder: string): void {
  if (needsVersion(folder))
    throw new Error(
      'manifest: changed since its version was packed; raise `version` in manifest.json and package.json',
    );
  writeFileSync(path.join(folder, note), `${JSON.stringify(packedOf(folder), null, 2)}\n`);
}
