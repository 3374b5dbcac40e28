import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { PaperFlaw, type Papers } from '../../ports/papers.ts';
import { fillTemplate } from './fill-template.ts';

/** @param own a folder of the office's own templates, or empty: what is not in it is taken from those that come with the program */
export function openPapers(shipped: string, own: string): Papers {
  return {
    async fill(name, data) {
      try {
        const standard = await readFile(path.join(shipped, `${name}.docx`));
        const template = own === '' ? undefined : await unlessMissing(path.join(own, `${name}.docx`));
        return await fillTemplate(name, template ?? standard, standard, data);
      } catch (error) {
        if (error instanceof PaperFlaw) throw error;
        throw new PaperFlaw(name, [], { cause: error });
      }
    },
  };
}

async function unlessMissing(file: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
