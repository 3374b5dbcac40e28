import { readdirSync } from 'node:fs';

/** What would be made from the program's own templates although the office has put its own beside. */
export function templateWarnings(shipped: string, own: string): string[] {
  if (own === '') return [];
  const known = readdirSync(shipped);
  let found: string[];
  try {
    found = readdirSync(own);
  } catch (error) {
    return [
      `PAPERS_DIR cannot be read (${(error as NodeJS.ErrnoException).code}): none of the unit's own templates is used`,
    ];
  }
  const unknown = found.filter((name) => name.endsWith('.docx') && !name.startsWith('~$') && !known.includes(name));
  if (unknown.length === 0) return [];
  return [
    `PAPERS_DIR has ${unknown.join(', ')}, which no paper is made from; templates are called ${known.join(', ')}`,
  ];
}
