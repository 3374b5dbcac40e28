import type Docxtemplater from 'docxtemplater';
import type PizZip from 'pizzip';
import { type PaperData, PaperFlaw } from '../../ports/papers.ts';

/** A time of writing would make every paper another one; a zip can say no earlier. */
const noTime = new Date(1980, 0, 1);

/** @throws PaperFlaw */
export async function fillTemplate(paper: string, template: Uint8Array, data: PaperData): Promise<Uint8Array> {
  const unknown = new Set<string>();
  const document = await opened(paper, template, (placeholder) => {
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

async function opened(
  paper: string,
  template: Uint8Array,
  absent: (placeholder: string) => string,
): Promise<Docxtemplater> {
  // Loaded with the first paper: a start does not wait for them.
  const [{ default: Templater }, { default: Zip }] = await Promise.all([import('docxtemplater'), import('pizzip')]);
  try {
    return new Templater(new Zip(template), {
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
