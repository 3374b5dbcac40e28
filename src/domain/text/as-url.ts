/**
 * What a text says as an address; undefined for what is none.
 * `URL.canParse` is not used anywhere: in a busy process of Node 20 it has taken `https://vi.wikipedia.org/wiki/Cần_Thơ` for no address, from some
 * call on. It could not be had again in loops on Node 20, 22 and 24, so nobody can say when it does; an address is parsed anyway to be used.
 */
export function asUrl(text: string, base?: string): URL | undefined {
  try {
    return new URL(text, base);
  } catch {
    return undefined;
  }
}
