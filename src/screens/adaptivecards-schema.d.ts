/** Stands in for a TypeScript source that adaptivecards-templating's types refer to and that does not compile here. */
export interface IAdaptiveCard {
  readonly type: 'AdaptiveCard';
}
