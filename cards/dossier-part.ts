/** One criterion of a dossier as cards of any capability show it. The names and words are a person's: never in a TextBlock. */
export interface DossierPartView {
  /** Criterion id. */
  readonly criterion: string;
  readonly name: string;
  /** The criterion itself, in the plan's words. */
  readonly text: string;
  /** "Đạt", "Chưa đạt", "Không phát sinh", "Chưa đánh giá". */
  readonly rating: string;
  readonly tone: 'good' | 'warning' | 'accent' | 'emphasis';
  /** Whole text, up to 4,000 characters: at most one such criterion fits a card; lists show `excerpt`. */
  readonly words: string;
  /** The beginning of `words`, or of the reason why the criterion did not arise. */
  readonly excerpt: string;
  readonly hasExcerpt: boolean;
  /** The excerpt is not the whole text. */
  readonly isCut: boolean;
  readonly hasWords: boolean;
  readonly reason: string;
  readonly hasReason: boolean;
  readonly evidence: readonly { readonly id: string; readonly name: string; readonly kind: 'file' | 'link' }[];
  /** "Chưa có minh chứng", "2 minh chứng". */
  readonly evidenceCount: string;
  readonly hasEvidence: boolean;
}
