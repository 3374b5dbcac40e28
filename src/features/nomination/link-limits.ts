/** Letters of the name that a link is listed by. */
export const maxLinkName = 200;
export const maxUrl = 2_000;
