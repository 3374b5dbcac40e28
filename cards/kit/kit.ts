/** All that a card is drawn with. */
export * from './action.ts';
export * from './bar.ts';
export * from './card.ts';
export * from './counted.ts';
export * from './elements.ts';
export * from './entry.ts';
export * from './fact.ts';
export * from './form.ts';
export * from './header.ts';
export * from './input-ids.ts';
export * from './layout.ts';
export * from './paging.ts';
export * from './state-column.ts';
export * from './styles.ts';
export * from './text.ts';
