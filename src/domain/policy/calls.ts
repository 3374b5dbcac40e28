import type { Actor } from './actor.ts';
import { hasRole } from './roles.ts';

/** The organisations in whose name a person may post calls. */
export const callsFor = (actor: Actor): readonly ('youthUnion' | 'tradeUnion')[] => [
  ...(hasRole(actor, 'youthSecretary') ? (['youthUnion'] as const) : []),
  ...(hasRole(actor, 'massOrgSecretary') ? (['tradeUnion'] as const) : []),
];
