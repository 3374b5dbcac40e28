import path from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';

/** What the program writes about itself: the plan, what it did, and why a message did not go out. */
const ours = ['plan', 'audit', 'outage'];
/** As people write: several words, letters that are not English, an address, a file. */
const isPersonal = (text: string): boolean =>
  text.length >= 3 && (/[\s@]|[^\x20-\x7e]/.test(text) || /\.(pdf|png|jpe?g|docx|xlsx|zip)$/i.test(text));

function* textsIn(value: unknown, key = ''): Generator<string> {
  if (typeof value === 'string') {
    // Of a message that was not sent: what the service answered, by its number.
    if (key !== 'reason' || !/^\d{3}/.test(value)) yield value;
  } else if (value !== null && typeof value === 'object')
    for (const [name, each] of Object.entries(value)) yield* textsIn(each, name);
}

/** Every text in a centre's documents that a person may have written, or may be known by. */
export function personalIn(folder: string): ReadonlySet<string> {
  const db = new DatabaseSync(path.join(folder, 'thidua.db'), { readOnly: true });
  const rows = db.prepare('SELECT id, type, data FROM documents WHERE data IS NOT NULL').all() as {
    id: string;
    type: string;
    data: string;
  }[];
  db.close();
  const texts = rows.filter(({ type }) => !ours.includes(type)).flatMap(({ data }) => [...textsIn(JSON.parse(data))]);
  // A document may name another, as a log may: of a message that took two tries, say.
  const ids = new Set(rows.map(({ id }) => id));
  return new Set(texts.filter((text) => isPersonal(text) && !ids.has(text)));
}
