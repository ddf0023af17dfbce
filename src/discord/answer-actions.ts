// The rows of buttons below an answer. A new button is a component of `components/`, named in its row here. Pure.
import { ComponentType, type APIActionRowComponent, type APIButtonComponent } from 'discord.js';
import type { Body } from './body.ts';
import type { AnswerButton, AnswerMessage } from './components/answer-button.ts';
import { citedButton } from './components/cited.ts';
import { notUsefulButton, usefulButton } from './components/feedback.ts';
import { followTopicButton } from './components/follow-topic.ts';
import { pointsButton } from './components/points.ts';
import { moreButton } from './components/results.ts';
import { shareButton } from './components/share.ts';
import { surroundingsButton } from './components/surroundings.ts';
import { threadButton } from './components/thread.ts';
import { renderAnswer } from './render.ts';

/** Two rows at most, of five buttons at most: the components that a rendered answer leaves free. */
const ROWS: readonly (readonly AnswerButton[])[] = [
  [surroundingsButton, moreButton, pointsButton, citedButton, shareButton],
  [usefulButton, notUsefulButton, followTopicButton, threadButton],
];

/** An answer with all that can be done with it. `timeZone` is an IANA name. */
export function answerBody(message: AnswerMessage, timeZone: string): Body {
  const { answer, asked, language } = message;
  const body = renderAnswer(answer, { language, timeZone, asked });
  return { ...body, components: [...body.components, ...answerRows(message)] };
}

function answerRows(message: AnswerMessage): APIActionRowComponent<APIButtonComponent>[] {
  return ROWS.map((row) => row.map((button) => button(message)).filter((button) => button !== undefined))
    .filter((buttons) => buttons.length > 0)
    .map((components) => ({ type: ComponentType.ActionRow, components }));
}
