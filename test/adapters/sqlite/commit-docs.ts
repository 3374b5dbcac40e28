import type { Doc } from '../../../src/ports/store.ts';
import { aDoc } from '../../support/a-doc.ts';

const DOCS_PER_COMMIT = 9;

/** What commit `n` of the loop creates: its audit document and eight others, large enough to fill several pages. */
export function commitDocs(n: number): Doc[] {
  const parts = Array.from({ length: DOCS_PER_COMMIT - 1 }, (_, part) =>
    aDoc({ id: `part:${n}:${part}`, index: { commit: String(n) }, data: { text: 'Đắk Lắk '.repeat(100) } }),
  );
  return [...parts, aDoc({ id: `audit:${n}`, type: 'audit', index: { commit: String(n) } })];
}
