import { z } from 'zod';
import { type PageRef, pageRef } from '../../records/message.ts';

const sections = z.array(pageRef);

/** The pages that the message of a morning joins, as its parameters keep them. */
export const writeSections = (all: readonly PageRef[]): string => JSON.stringify(all);
export const readSections = (text: string): PageRef[] => (text === '' ? [] : sections.parse(JSON.parse(text)));
