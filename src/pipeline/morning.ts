import type { Ask, Composed } from './page.ts';

/** What the message of a morning carries: the day, and what those who owed it found. */
export type MorningParams = Readonly<Record<string, string>> & { readonly day: string };

/** What a capability tells one person on a morning on which something of theirs falls due; all of it goes out as one card. */
export interface MorningSource {
  /** The lower stands first: what others wait for before what is only one's own. */
  readonly order: number;
  /** `null` when it has nothing to say to the viewer on that day. */
  readonly part: (ask: Ask<MorningParams>) => Promise<Composed | null>;
}
