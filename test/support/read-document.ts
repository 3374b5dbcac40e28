import assert from 'node:assert/strict';
import PizZip from 'pizzip';

const between = (xml: string, tag: string): string[] =>
  [...xml.matchAll(new RegExp(`<w:${tag}(?: [^>]*)?>(.*?)</w:${tag}>`, 'gs'))].map(([, inner = '']) => inner);
const unescaped = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');

/** A Word document as it is written: its paragraphs in order, its size and margins in millimetres, the fonts that it names. */
export function readDocument(bytes: Uint8Array) {
  const zip = new PizZip(bytes);
  const xml = zip.file('word/document.xml')?.asText() ?? assert.fail('no document');
  const paragraphs = between(xml, 'p').map((paragraph) => unescaped(between(paragraph, 't').join('')));
  const number = (name: string, of: string): number =>
    Math.round(Number(new RegExp(`<w:${of}[^>]*w:${name}="(\\d+)"`).exec(xml)?.[1] ?? 0) / 56.7);
  return {
    xml,
    paragraphs,
    text: paragraphs.filter((text) => text !== '').join('\n'),
    page: { width: number('w', 'pgSz'), height: number('h', 'pgSz') },
    margins: ['top', 'bottom', 'left', 'right'].map((side) => number(side, 'pgMar')),
    fonts: new Set([...xml.matchAll(/w:ascii="([^"]+)"/g)].map(([, font]) => font)),
    headRows: (xml.match(/<w:tblHeader\/>/g) ?? []).length,
  };
}
