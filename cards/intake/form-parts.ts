import { act, bare, type Execute, type RichTextBlock, readFirst, titled } from '../kit/kit.ts';
import type { DossierView } from './dossier-view.ts';

/** Whom the form is about. */
export const about = ({ name, departmentName }: DossierView): RichTextBlock[] => titled(name, departmentName);

/** What a form sends that changes the dossier as it was shown. */
export const sent = ({ nomination, rev }: DossierView) => ({ nomination, rev, send: 'yes', ...readFirst });

/** Back to the dossier, whatever stands in the form. */
export const backToDossier = (title: string, { nomination }: DossierView): Execute =>
  act(title, 'intake.open', { nomination }, bare);
