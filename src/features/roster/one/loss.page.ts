import { lossCard } from '../../../../cards/roster/loss.ts';
import { maySeeRoster } from '../../../domain/policy/roster.ts';
import { nameOf, personOf } from '../../../model/people/people.ts';
import { definePage } from '../../../pipeline/page.ts';
import { viewingAs } from '../../../pipeline/viewing-as.ts';
import { rosterLoss } from '../refs.ts';
import { lossesBy } from './losses-by.ts';

/** What the unit would have no longer, before one person is changed: asked once more. */
export const lossPage = definePage({
  name: rosterLoss,
  compose: async ({ turn, viewer, texts, params, banner }) => {
    if (!viewingAs(viewer, maySeeRoster)) return null;
    const person = await personOf(turn, params.person);
    const data = JSON.parse(params.data) as Record<string, string>;
    const roles = person.data.roles.filter((role) => data.roles?.split(',').includes(role));
    const after = data.roles === undefined ? null : { ...person.data, roles };
    const lost = await lossesBy(turn, person, after);
    const view = {
      person: person.id,
      name: await nameOf(turn, person.id),
      lines: lost.map((loss) => texts.t(`words.roster.update.warnings.${loss}`)),
      isLeaving: after === null,
      data,
    };
    return { card: lossCard(texts, view, banner), summary: texts.t('summaries.roster.loss', { name: view.name }) };
  },
});
