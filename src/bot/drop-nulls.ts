/**
 * What a sender leaves open it may as well write as `null`, at any depth: from now on such a field is absent, and a list has no such item.
 * Changes the JSON in place, and without recursion: how deep it goes is the sender's choice.
 */
export function dropNulls(json: unknown): void {
  const open = [json];
  while (open.length > 0) {
    const one = open.pop();
    if (Array.isArray(one)) dropItems(one);
    else if (one !== null && typeof one === 'object') dropFields(one as Record<string, unknown>);
    else continue;
    for (const part of Object.values(one)) if (typeof part === 'object') open.push(part);
  }
}

function dropItems(list: unknown[]): void {
  if (!list.includes(null)) return;
  const kept = list.filter((item) => item !== null);
  list.length = 0;
  for (const item of kept) list.push(item);
}

function dropFields(fields: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(fields)) if (value === null) delete fields[name];
}
