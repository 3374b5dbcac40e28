import Docxtemplater from 'docxtemplater';
import PizZip from 'pizzip';
import { type PaperData, PaperFlaw } from '../../ports/papers.ts';

/** A time of writing would make every paper another one; a zip can say no earlier. */
const noTime = new Date(1980, 0, 1);

/** @throws PaperFlaw */
export function fillTemplate(paper: string, template: Uint8Array, data: PaperData): Uint8Array {
  const unknown = new Set<string>();
  const document = opened(paper, template, (placeholder) => {
    unknown.add(placeholder);
    return '';
  });
  try {
    document.render(data);
  } catch (cause) {
    throw new PaperFlaw(paper, [], { cause });
  }
  if (unknown.size > 0) throw new PaperFlaw(paper, [...unknown].sort());
  const zip = document.getZip() as PizZip;
  for (const file of Object.values(zip.files)) file.date = noTime;
  return zip.generate({ type: 'uint8array', compression: 'DEFLATE' });
}

function opened(paper: string, template: Uint8Array, absent: (placeholder: string) => string): Docxtemplater {
  try {
    return new Docxtemplater(new PizZip(template), {
      paragraphLoop: true,
      linebreaks: true,
      errorLogging: false,
      nullGetter: ({ value, module }: { value: string; module?: string }) =>
        module === undefined || module === 'loop' ? absent(value) : '',
    });
  } catch (cause) {
    throw new PaperFlaw(paper, [], { cause });
  }
}
