import { formatIsoDate } from '../../../domain/text/format.ts';
import { type Block, block, orOpen, type Source } from './block.ts';

/** I. Mục đích, yêu cầu (R-007 … R-025). */
export function aims({ plan, word }: Source): Block[] {
  return [
    ...plan.aims.map((text, i) => block({ label: word('aim', { number: i + 1 }), text })),
    ...plan.requirements.map((text, i) => block({ label: word('requirement', { number: i + 1 }), text })),
  ];
}

/** II. Thời gian, đối tượng (R-026 … R-032). */
export function period(source: Source): Block[] {
  const { plan, word, at } = source;
  const until = formatIsoDate(plan.period.end);
  const year = at.setZone(plan.zone).year;
  return [
    block({
      label: word('period'),
      text:
        source.issuedOn === ''
          ? word('periodOpen', { until })
          : word('periodFrom', { from: formatIsoDate(source.issuedOn), until }),
    }),
    ...plan.stages.map((stage) =>
      block({
        label: stage.name,
        text: word('stageReview', { review: stage.review, year: stage.reviewYear }),
        ...stageState(stage, year, word),
      }),
    ),
    block({ label: word('collectives'), text: plan.participants.collectives }),
    block({ label: word('individuals'), text: plan.participants.individuals }),
  ];
}

function stageState(
  stage: { fromYear: number; toYear: number },
  year: number,
  word: Source['word'],
): Pick<Block, 'chip' | 'tone'> {
  if (year > stage.toYear) return { chip: word('over'), tone: 'emphasis' };
  if (year < stage.fromYear) return { chip: word('toCome'), tone: 'accent' };
  return { chip: word('running'), tone: 'good' };
}

/** III. Nội dung thi đua (R-033 … R-052). */
export function contents({ plan }: Source): Block[] {
  return plan.contents.map(({ name, text }, i) => block({ label: `${i + 1}. ${name}`, text }));
}

/** Phong trào lồng ghép và chủ đề hằng năm (R-044 … ). */
export function movements(source: Source): Block[] {
  const { plan, word, at } = source;
  const year = at.setZone(plan.zone).year;
  const themes = plan.yearlyThemes.map(({ year: of, theme }) => `${of}: ${theme}`).join('\n');
  return [
    ...plan.movements.map((movement) =>
      block({
        label: movement.name,
        text: word('years', { from: movement.fromYear, to: movement.toYear }),
        ...stageState(movement, year, word),
      }),
    ),
    block({ label: word('themes'), text: orOpen(themes, source) }),
  ];
}
