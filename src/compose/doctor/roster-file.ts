import { readFile } from 'node:fs/promises';
import { texts } from '../../adapters/texts/texts.ts';
import { readWorkbook } from '../../adapters/xlsx/read-workbook.ts';
import { readRoster } from '../../features/roster/read/read-roster.ts';
import { problemLines } from '../../features/roster/read/tell-problems.ts';
import { type Finding, fail, ok, reasonOf, warn } from './finding.ts';

/** What the first start will find in the roster's file: lines and columns, and nothing of what stands in them. */
export async function checkRosterFile(file: string): Promise<Finding[]> {
  const about = 'roster file';
  const bytes = await readFile(file).catch(reasonOf);
  if (typeof bytes === 'string') return [fail(about, bytes, 'correct ROSTER_FILE, or see who may read it')];
  const { rows, problems, remarks } = await readRoster(bytes, readWorkbook);
  const told = (all: typeof problems): string => problemLines(all, texts('en'), { values: false }).join('; ');
  if (problems.length > 0)
    return [fail(about, `the bot will not start with it: ${told(problems)}`, 'correct these lines in the file')];
  const noted = remarks.length === 0 ? [] : [warn(about, told(remarks), 'see whether that is meant')];
  return [ok(about, `the first start will read ${rows.length} people from it`), ...noted];
}
