import path from 'node:path';
import { guidOf, mriOf } from '../../sandbox/server/tenant.ts';
import { openDatabase } from '../../src/adapters/sqlite/open-database.ts';

/** Documents in which stands whatever only strangers have said, or who they are. */
export function tracesOf(folder: string, mark: string): string[] {
  const db = openDatabase({ path: path.join(folder, 'thidua.db') });
  try {
    const find = db.prepare('SELECT id FROM documents WHERE instr(data, ?) OR instr(id, ?) LIMIT 5');
    const strangers = Array.from({ length: 40 }, (_, i) => guidOf(`stranger ${i}`));
    const wanted = [mark, ...strangers, ...strangers.map(mriOf)];
    return wanted.flatMap((what) => (find.all(what, what) as { id: string }[]).map(({ id }) => id));
  } finally {
    db.close();
  }
}
