import assert from 'node:assert/strict';
import { strFromU8, unzipSync } from 'fflate';

export interface ReadCell {
  readonly kind: 'text' | 'number' | 'instant';
  readonly value: string | number;
}
export interface ReadSheet {
  readonly name: string;
  readonly rows: readonly (readonly ReadCell[])[];
  readonly xml: string;
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' };
const plain = (xml: string): string =>
  xml
    .replace(/&(\w+);/g, (all, name: string) => entities[name] ?? all)
    .replace(/_x([0-9A-F]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/** The sheets of an .xlsx in their order; a cell that was not written is not among its row's. */
export function readWorkbook(bytes: Uint8Array): ReadSheet[] {
  const files = unzipSync(bytes);
  const part = (path: string): string => {
    const content = files[path];
    assert.ok(content, `no ${path} among ${Object.keys(files)}`);
    return strFromU8(content);
  };
  const formats = [...part('xl/styles.xml').matchAll(/<xf numFmtId="(\d+)"[^>]*xfId/g)].map(([, format]) => format);
  const targets = new Map(
    [...part('xl/_rels/workbook.xml.rels').matchAll(/Id="(\w+)"[^>]*Target="([^"]+)"/g)].map(([, id, to]) => [id, to]),
  );
  return [...part('xl/workbook.xml').matchAll(/<sheet name="([^"]*)"[^>]*r:id="(\w+)"/g)].map(([, name = '', id]) => {
    const xml = part(`xl/${targets.get(id)}`);
    const rows = [...xml.matchAll(/<row r="\d+"[^>]*>(.*?)<\/row>/gs)].map(([, row = '']) =>
      [...row.matchAll(/<c r="[A-Z]+\d+"( s="(\d+)")?( t="inlineStr")?>(.*?)<\/c>/gs)].map((cell): ReadCell => {
        const [, , style = '0', isText, content = ''] = cell;
        const value = content.replace(/<[^>]*>/g, '');
        if (isText !== undefined) return { kind: 'text', value: plain(value) };
        return { kind: formats[Number(style)] === '164' ? 'instant' : 'number', value: Number(value) };
      }),
    );
    return { name: plain(name), rows, xml };
  });
}
