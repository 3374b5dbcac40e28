import { planNumber } from '../../../domain/plan/launch.ts';
import { resolveDated } from '../../../domain/plan/resolve-dated.ts';
import { formatIsoDate } from '../../../domain/text/format.ts';
import { type Block, block, orOpen, type Source } from './block.ts';

/** Thông tin chung: what the document is, who signs it and who receives it (R-001 … … R-102). */
export function general(source: Source): Block[] {
  const { plan, word } = source;
  const { document, unit } = plan;
  const parent = resolveDated(plan.parent, source.today);
  return [
    block({ label: word('movement'), text: plan.title }),
    block({
      label: word('number'),
      text: source.number === '' ? word('notIssued', { symbol: document.symbol }) : planNumber(plan, source.number),
      note: document.note,
    }),
    block({ label: word('issuedOn'), text: source.issuedOn === '' ? word('open') : formatIsoDate(source.issuedOn) }),
    block({ label: word('unit'), text: unit.name }),
    block({ label: word('parent'), text: parent.name, note: word('onDay', { date: formatIsoDate(source.today) }) }),
    block({ label: word('signatory'), text: `${document.signatory.title} ${document.signatory.name}` }),
    block({ label: word('recipients'), text: orOpen(document.recipients.join('; '), source), note: document.filing }),
  ];
}
