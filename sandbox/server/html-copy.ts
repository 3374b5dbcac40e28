import type { Attachment } from '../shared/types.ts';

export const escapeHtml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** What new Teams clients add to every typed message. */
export const htmlCopy = (html: string): Attachment => ({ contentType: 'text/html', content: html });
