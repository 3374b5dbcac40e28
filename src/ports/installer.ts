/** What became of installing the app to a person. */
export type InstallOutcome =
  | { readonly kind: 'installed' }
  | { readonly kind: 'already' }
  /** Not for this person, or for nobody: what is missing cannot be told from the answer. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** Try again; `afterMs` when the service says how long. Installing twice does no harm. */
  | { readonly kind: 'retry'; readonly reason: string; readonly afterMs?: number };

/** Installs the bot's own app into people's personal scope. Never throws for what the service answers. */
export interface Installer {
  install(aadObjectId: string): Promise<InstallOutcome>;
}
