import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Document, Packer } from 'docx';
import { certificate } from './papers/certificate.ts';
import { decision } from './papers/decision.ts';
import { list } from './papers/list.ts';
import { minutes } from './papers/minutes.ts';
import { payment } from './papers/payment.ts';
import { report } from './papers/report.ts';
import { submission } from './papers/submission.ts';

// Makes the templates of papers/ anew: the first ones; an office changes its own in Word.
const made: Readonly<Record<string, Document>> = { certificate, decision, list, minutes, payment, report, submission };
const folder = new URL('../papers/', import.meta.url);

for (const [name, document] of Object.entries(made))
  writeFileSync(fileURLToPath(new URL(`${name}.docx`, folder)), await Packer.toBuffer(document));
