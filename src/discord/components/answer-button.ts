// What a button below an answer is made from, and how it looks. Pure.
import {
  ButtonStyle,
  ComponentType,
  type APIButtonComponentWithCustomId,
  type APIMessageComponentEmoji,
} from 'discord.js';
import type { Answer, Quote } from '../../domain/answer.ts';
import type { Signer } from '../commands/command.ts';
import type { CustomId } from '../custom-id.ts';
import type { UiLanguage } from '../messages.ts';
import type { AskedWords } from '../question-part.ts';

/** An answer on its way, and for whom. */
export interface AnswerMessage {
  readonly answer: Answer;
  readonly asked: AskedWords;
  readonly language: UiLanguage;
  /** The one who asked. */
  readonly userId: string;
  /** Whether nobody else sees it. */
  readonly isPrivate: boolean;
  /** Whether a thread can be opened on it; default false. */
  readonly mayThread?: boolean;
  readonly sign: Signer;
}

/** One button; undefined where it would do nothing for this answer. */
export type AnswerButton = (message: AnswerMessage) => APIButtonComponentWithCustomId | undefined;

export interface ButtonLook {
  readonly label: string;
  readonly emoji?: string;
  readonly disabled?: boolean;
}

/** A plain button; `id` is signed for the place where it is sent. */
export function buttonOf(
  id: CustomId,
  { label, emoji, disabled = false }: ButtonLook,
  sign: Signer,
): APIButtonComponentWithCustomId {
  const sticker: APIMessageComponentEmoji | undefined = emoji === undefined ? undefined : { name: emoji };
  return {
    type: ComponentType.Button,
    style: ButtonStyle.Secondary,
    label,
    custom_id: sign(id),
    ...(sticker === undefined ? {} : { emoji: sticker }),
    ...(disabled ? { disabled } : {}),
  };
}

/** What an answer shows: its quotes, or what came nearest. */
export function shownQuotes(answer: Answer): readonly Quote[] {
  return answer.kind === 'answered' ? answer.quotes : answer.nearest;
}

/** A quote as arguments of an id: number of its revision, start, end. Undefined where the store gave no number. */
export function quoteArgs({
  header: { number },
  span,
}: Pick<Quote, 'header' | 'span'>): readonly number[] | undefined {
  return number === undefined ? undefined : [number, span.start, span.end];
}
