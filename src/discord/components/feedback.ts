// "Useful" and "Not useful" below an answer: counted by quote and day, never by member, and once of each.
import { noticeBody } from '../body.ts';
import { actionMessages } from '../messages/actions.ts';
import { buttonOf, quoteArgs, type AnswerButton, type AnswerMessage } from './answer-button.ts';
import type { Component } from './component.ts';

const ACTION = 'useful';
const [USEFUL, NOT_USEFUL] = [1, 0] as const;

/** Its arguments are 1 or 0, then the quote that the answer begins with. */
export const feedback: Component = {
  action: ACTION,
  acknowledge: 'private',
  run: async ({ interaction, args: [verdict, number = 0, start = 0, end = 0] }, context) => {
    const { library, guilds, ballots, language, place } = context;
    const messages = actionMessages(language);
    if (ballots.has(place.userId, interaction.message.id)) return noticeBody(messages.countedAlready);
    const release = await library.showNumber(number);
    if (release === undefined) return noticeBody(messages.gone);
    await guilds.addFeedback({
      ref: release.ref,
      revision: release.revision,
      start,
      end,
      useful: verdict === USEFUL,
      day: new Date().toISOString().slice(0, 10),
    });
    ballots.add(place.userId, interaction.message.id);
    return noticeBody(verdict === USEFUL ? messages.thanks : messages.thanksForNo);
  },
};

export const usefulButton: AnswerButton = (message) => verdictButton(message, USEFUL);
export const notUsefulButton: AnswerButton = (message) => verdictButton(message, NOT_USEFUL);

function verdictButton({ answer, language, sign }: AnswerMessage, verdict: 0 | 1): ReturnType<AnswerButton> {
  const [first] = answer.kind === 'answered' ? answer.quotes : [];
  const quote = first === undefined ? undefined : quoteArgs(first);
  if (quote === undefined) return undefined;
  const messages = actionMessages(language);
  const look =
    verdict === USEFUL ? { label: messages.useful, emoji: '👍' } : { label: messages.notUseful, emoji: '👎' };
  return buttonOf({ action: ACTION, args: [verdict, ...quote] }, look, sign);
}
