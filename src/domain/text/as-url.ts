/**
 * What a text says as an address; undefined for what is none.
 * `URL.canParse` is not used anywhere: once Node 20 or 22 has compiled the code that asks it, it takes any address with a letter outside Latin-1,
 * such as `https://vi.wikipedia.org/wiki/Cần_Thơ`, for none.
 */
export function asUrl(text: string, base?: string): URL | undefined {
  try {
    return new URL(text, base);
  } catch {
    return undefined;
  }
}
