import { buttonCard } from '../../../cards/start/button.ts';
import { channelCard } from '../../../cards/start/channel.ts';
import { helpCard } from '../../../cards/start/help.ts';
import { languageCard } from '../../../cards/start/language.ts';
import { noticeCard } from '../../../cards/start/notice.ts';
import { thanksCard } from '../../../cards/start/thanks.ts';
import { unknownCard } from '../../../cards/start/unknown.ts';
import { welcomeCard } from '../../../cards/start/welcome.ts';
import { beginning } from '../../domain/text/vietnamese.ts';
import { addressing } from '../../model/people/addressee.ts';
import { asActor } from '../../pipeline/actor-of.ts';
import type { CommandRoute } from '../../pipeline/capability.ts';
import { definePage, type PageDef } from '../../pipeline/page.ts';
import type { Texts } from '../../ports/texts.ts';
import {
  startButton,
  startChannel,
  startHelp,
  startLanguage,
  startNotice,
  startThanks,
  startUnknown,
  startWelcome,
} from './refs.ts';

const described = (texts: Texts, names: readonly string[]) =>
  names.map((name) => ({
    name,
    title: capital(texts.t(`commands.${name}.name`)),
    hint: texts.t(`commands.${name}.hint`),
  }));
const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);

/** @param commands all commands of all features: help lists those that are for the viewer */
export function startPages(commands: () => readonly CommandRoute[]): PageDef[] {
  return [
    definePage({
      name: startNotice,
      compose: async ({ texts, params }) => ({
        card: noticeCard(texts, { ...params, isKnown: true }),
        summary: beginning(params.text, 120),
      }),
    }),
    definePage({
      name: startWelcome,
      compose: async ({ texts, turn, viewer, banner }) => {
        if (viewer.person === undefined) return null;
        const view = {
          addressee: addressing(turn, texts, viewer.person.data).addressee,
          unitName: turn.plan.unit.name,
        };
        return { card: welcomeCard(texts, view, banner), summary: texts.t('summaries.welcome') };
      },
    }),
    definePage({
      name: startHelp,
      compose: async ({ texts, viewer, banner }) => {
        const { person } = viewer;
        if (person === undefined) return null;
        const actor = asActor(person);
        const mine = commands().filter(
          (c) => c.isFor(actor) && c.where === 'personal' && c.name !== 'help' && !c.isStep,
        );
        const view = {
          commands: described(
            texts,
            mine.map((c) => c.name),
          ),
        };
        return { card: helpCard(texts, view, banner), summary: texts.t('summaries.help') };
      },
    }),
    definePage({
      name: startChannel,
      compose: async ({ texts }) => {
        const here = commands().filter((c) => c.where === 'channel');
        const view = {
          commands: described(
            texts,
            here.map((c) => c.name),
          ),
        };
        return { card: channelCard(texts, view), summary: texts.t('summaries.channel') };
      },
    }),
    definePage({
      name: startUnknown,
      compose: async ({ texts, params }) => {
        const view = {
          commands: described(
            texts,
            params.nearest.split(' ').filter((name) => name !== ''),
          ),
        };
        return { card: unknownCard(texts, view), summary: texts.t('summaries.unknown') };
      },
    }),
    definePage({
      name: startThanks,
      compose: async ({ texts }) => ({ card: thanksCard(texts, {}), summary: texts.t('cards.start.thanks.text') }),
    }),
    definePage({
      name: startButton,
      compose: async ({ texts }) => ({ card: buttonCard(texts, {}), summary: texts.t('cards.start.button.fallback') }),
    }),
    definePage({
      name: startLanguage,
      compose: async ({ texts, banner }) => ({
        card: languageCard(texts, {}, banner),
        summary: texts.t('summaries.language'),
      }),
    }),
  ];
}
