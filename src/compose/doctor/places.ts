import { constants } from 'node:fs';
import { access, readFile, stat, statfs } from 'node:fs/promises';
import path from 'node:path';
import { unlessMissing } from '../../adapters/disk/unless-missing.ts';
import { linkKeyBytes } from '../../adapters/links/sealed-links.ts';
import type { Config } from '../../config.ts';
import { leastRoomBytes } from '../adapters.ts';
import { type Finding, fail, ok, reasonOf, warn } from './finding.ts';

const mb = 1024 * 1024;
/** A season's evidence of a few hundred people. */
const comfortableRoomBytes = 1_024 * mb;

/** The folders on this machine and the room there. Nothing is written to find out. */
export async function checkPlaces({ DATA_DIR, SECRETS_DIR }: Config): Promise<Finding[]> {
  const data = await checkFolder('data folder', DATA_DIR);
  if (data.state === 'fail' || (await unlessMissing(stat(DATA_DIR))) === undefined)
    return [data, await checkFolder('secrets folder', SECRETS_DIR)];
  return [
    data,
    await checkFolder('files folder', path.join(DATA_DIR, 'files')),
    await checkRoom(DATA_DIR),
    await checkFolder('secrets folder', SECRETS_DIR),
    await checkKey(path.join(SECRETS_DIR, 'links.key')),
  ];
}

async function checkFolder(about: string, folder: string): Promise<Finding> {
  try {
    const found = await unlessMissing(stat(folder));
    if (found === undefined)
      return warn(about, `${folder} is not there`, 'nothing, before the first start, which makes it');
    if (!found.isDirectory()) return fail(about, `${folder} is no folder`, 'name a folder');
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    if (process.getuid !== undefined && found.uid !== process.getuid())
      return warn(about, `${folder} is another user's`, 'run the doctor as the user that runs the bot');
    if (process.getuid !== undefined && found.mode % 0o100 !== 0)
      return warn(
        about,
        `${folder} is open to other users of the machine`,
        `chmod 700 ${folder}; the next start does it`,
      );
    return ok(about, folder);
  } catch (error) {
    return fail(about, reasonOf(error), 'give the user that runs the bot this folder, with all rights to it');
  }
}

async function checkRoom(folder: string): Promise<Finding> {
  const { bavail, bsize } = await statfs(folder);
  const free = `${Math.floor((bavail * bsize) / mb)} MB are free`;
  if (bavail * bsize < leastRoomBytes)
    return fail('room', free, 'make room; until then nothing that people do is kept');
  if (bavail * bsize < comfortableRoomBytes)
    return warn('room', free, 'make room before the evidence of a season comes');
  return ok('room', free);
}

async function checkKey(file: string): Promise<Finding> {
  const key = await unlessMissing(readFile(file));
  if (key === undefined) return warn('link key', 'there is none', 'nothing, before the first start, which makes it');
  if (key.byteLength === linkKeyBytes) return ok('link key', 'it is there');
  return fail(
    'link key',
    `${file} is damaged`,
    'remove it: another is made at the start, and links given out before end',
  );
}
