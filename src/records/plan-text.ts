/** What a plan kept of its source before its text was kept as issued. */
export interface PlanV2 {
  readonly aims: readonly string[];
  readonly requirements: readonly string[];
  readonly participants: { readonly collectives: string; readonly individuals: string };
  readonly contents: readonly { readonly text: string }[];
  readonly duties: readonly { readonly text: string }[];
  readonly dossier: { readonly sets: string; readonly funding: string };
}

/** The same plan with those passages as its text, in the order of the source; they had no numerals. */
export function withText(plan: PlanV2): object {
  const { aims, requirements, participants, contents, duties, dossier, ...rest } = plan;
  const { sets, funding, ...parts } = dossier;
  const passages = [
    [...aims, ...requirements],
    [participants.collectives, participants.individuals],
    contents.map(({ text }) => text),
    [sets, funding],
    duties.map(({ text }) => text),
  ];
  const text = passages
    .filter((paragraphs) => paragraphs.length > 0)
    .map((paragraphs) => ({ numeral: '', title: '', remark: '', paragraphs }));
  return { ...rest, dossier: parts, text };
}
