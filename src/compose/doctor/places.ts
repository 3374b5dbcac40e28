import { constants } from 'node:fs';
import { access, stat, statfs } from 'node:fs/promises';
import path from 'node:path';
import { unlessMissing } from '../../adapters/disk/unless-missing.ts';
import type { Config } from '../../config.ts';
import { leastRoomBytes } from '../adapters.ts';
import { accountOf } from '../open-files.ts';
import { type Finding, fail, ok, reasonOf, warn } from './finding.ts';

const mb = 1024 * 1024;
/** A season's evidence of a few hundred people. */
const comfortableRoomBytes = 1_024 * mb;

/** The folders on this machine and the room there. Nothing is written to find out. */
export async function checkPlaces(config: Config): Promise<Finding[]> {
  const { DATA_DIR } = config;
  const data = await checkFolder('data folder', DATA_DIR);
  if (data.state === 'fail' || (await unlessMissing(stat(DATA_DIR))) === undefined) return [data];
  if (accountOf(config) !== undefined) return [data, await checkRoom(DATA_DIR, leastRoomBytes)];
  const files = await checkFolder('files folder', path.join(DATA_DIR, 'files'));
  return [data, files, await checkRoom(DATA_DIR, comfortableRoomBytes)];
}

export async function checkFolder(about: string, folder: string): Promise<Finding> {
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

async function checkRoom(folder: string, comfortableBytes: number): Promise<Finding> {
  const { bavail, bsize } = await statfs(folder);
  const free = `${Math.floor((bavail * bsize) / mb)} MB are free`;
  if (bavail * bsize < leastRoomBytes)
    return fail('room', free, 'make room; until then nothing that people do is kept');
  if (bavail * bsize < comfortableBytes) return warn('room', free, 'make room before the evidence of a season comes');
  return ok('room', free);
}
