import { z } from 'zod';

/** One criterion of a dossier as cards of any capability show it. The names and words are a person's: RichTextBlock only. */
export const dossierPartView = z.strictObject({
  /** Criterion id. */
  criterion: z.string(),
  name: z.string(),
  /** The criterion itself, in the plan's words. */
  text: z.string(),
  /** "Đạt", "Chưa đạt", "Không phát sinh", "Chưa đánh giá". */
  rating: z.string(),
  /** Container style of the rating's chip. */
  tone: z.enum(['good', 'warning', 'accent', 'emphasis']),
  /** Whole text, up to 4,000 characters: at most one such criterion fits a card; lists show `excerpt`. */
  words: z.string(),
  /** The beginning of `words`, or of the reason why the criterion did not arise. */
  excerpt: z.string(),
  hasExcerpt: z.boolean(),
  /** The excerpt is not the whole text. */
  isCut: z.boolean(),
  hasWords: z.boolean(),
  reason: z.string(),
  hasReason: z.boolean(),
  evidence: z.array(z.strictObject({ id: z.string(), name: z.string(), kind: z.enum(['file', 'link']) })),
  /** "Chưa có minh chứng", "2 minh chứng". */
  evidenceCount: z.string(),
  hasEvidence: z.boolean(),
});
export type DossierPartView = z.infer<typeof dossierPartView>;
