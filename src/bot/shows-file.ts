interface Item {
  readonly contentType: string;
  readonly contentUrl?: string | undefined;
  readonly content?: unknown;
  readonly name?: string | undefined;
}

/** Of the copy of a message; longer ones are text. */
const lookedAt = 100_000;
const emoji = /<img\b[^<>]{0,2000}schema\.skype\.com\/emoji[^<>]{0,2000}>/gi;
/** What an answer quotes was sent before, by whomever; what is forwarded is sent now. */
const quoteOn = /<blockquote\b[^<>]{0,500}schema\.skype\.com\/Reply[\s\S]*$/i;
const messageReference = /^(?:forwarded)?messageReference$/i;
/** Cards, quotes and what Teams adds by itself are no files. */
const noFile = /^(?:text\/|application\/vnd\.microsoft\.|(?:forwarded)?messageReference$|application\/json)/i;

/**
 * Whether whoever sent the message sees a file or a picture in it, although none came that could be fetched: the copy that Teams sends
 * along in HTML shows one, or an attachment is of a kind that is never sent to bots.
 */
export function showsFile(attachments: readonly Item[]): boolean {
  if (attachments.some(({ contentType, contentUrl, name }) => !noFile.test(contentType) && Boolean(contentUrl || name)))
    return true;
  const quotes = attachments.filter(({ contentType }) => messageReference.test(contentType)).length;
  const copies = attachments.flatMap(({ contentType, content }) =>
    contentType === 'text/html' && typeof content === 'string' ? content.slice(0, lookedAt) : [],
  );
  return copies.some((copy) => {
    const own = withoutQuotes(copy).replace(emoji, '');
    return /<(?:img|video|audio)\b/i.test(own) || (own.match(/<attachment\b/gi) ?? []).length > quotes;
  });
}

/** Cut at the ends of quotes first, so that one which never ends is not looked for again from each beginning. */
const withoutQuotes = (copy: string): string =>
  copy
    .split(/<\/blockquote>/i)
    .map((part) => part.replace(quoteOn, ''))
    .join('');
