import type { Actor } from './actor.ts';
import { hasRole } from './roles.ts';

/** Organisations whose members are called. */
export const callingOrganisations = ['youthUnion', 'tradeUnion'] as const;

/** The organisations in whose name a person may post calls. */
export const callsFor = (actor: Actor): readonly (typeof callingOrganisations)[number][] => [
  ...(hasRole(actor, 'youthSecretary') ? (['youthUnion'] as const) : []),
  ...(hasRole(actor, 'massOrgSecretary') ? (['tradeUnion'] as const) : []),
];
