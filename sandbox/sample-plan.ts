import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';

const planFile = new URL('../plans/khanh-hoa-14-ct-ubnd.yaml', import.meta.url);

/** The plan's number and date are blank in its source; these are proposals for the fictional centre only. */
const samples = { number: '15', issuedOn: '2023-06-15' };

/** Writes the plan of the sample centre into the folder and gives its path. */
export function writeSamplePlan(folder: string): string {
  const plan = parseDocument(readFileSync(planFile, 'utf8'));
  plan.set('samples', samples);
  const file = join(folder, 'plan.yaml');
  writeFileSync(file, plan.toString());
  return file;
}
