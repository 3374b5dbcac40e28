import type Docxtemplater from 'docxtemplater';
import type PizZip from 'pizzip';
import { type PaperData, PaperFlaw } from '../../ports/papers.ts';

/** A time of writing would make every paper another one; a zip can say no earlier. */
const noTime = new Date(1980, 0, 1);

/**
 * @param standard the template that comes with the program, which shows what the paper has also where its data leave a list or a part empty
 * @throws PaperFlaw
 */
export async function fillTemplate(
  paper: string,
  template: Uint8Array,
  standard: Uint8Array,
  data: PaperData,
): Promise<Uint8Array> {
  const unknown = new Set<string>();
  const { document, names } = await opened(paper, template, (placeholder) => {
    unknown.add(placeholder);
    return '';
  });
  if (template !== standard) {
    const known = new Set([...namesOf(data), ...(await opened(paper, standard, () => '')).names]);
    for (const name of names) if (!known.has(name)) unknown.add(name);
  }
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

interface Opened {
  readonly document: Docxtemplater;
  /** Every placeholder in it, those of lists among them. */
  readonly names: readonly string[];
}

async function opened(paper: string, template: Uint8Array, absent: (placeholder: string) => string): Promise<Opened> {
  // Loaded with the first paper: a start does not wait for them.
  const [{ default: Templater }, { default: Inspect }, { default: Zip }] = await Promise.all([
    import('docxtemplater'),
    import('docxtemplater/js/inspect-module.js'),
    import('pizzip'),
  ]);
  // What the file has makes one, called or with new; its types speak of a class within.
  const inspect = new (Inspect as unknown as typeof Inspect.default)();
  try {
    const document = new Templater(new Zip(template), {
      paragraphLoop: true,
      linebreaks: true,
      errorLogging: false,
      modules: [inspect],
      nullGetter: ({ value, module }: { value: string; module?: string }) =>
        module === undefined || module === 'loop' ? absent(value) : '',
    });
    return { document, names: namesOf(inspect.getAllTags()) };
  } catch (cause) {
    throw new PaperFlaw(paper, [], { cause });
  }
}

/** The names in a tree of them, whether of placeholders or of what stands for them. */
function namesOf(tree: unknown): string[] {
  if (Array.isArray(tree)) return tree.flatMap(namesOf);
  if (typeof tree !== 'object' || tree === null) return [];
  return Object.entries(tree).flatMap(([name, within]) => [name, ...namesOf(within)]);
}
