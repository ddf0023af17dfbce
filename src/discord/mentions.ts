// Questions asked in messages: by mentioning the bot, replying to it, writing to it, or in a thread that it opened.
import type { Message } from 'discord.js';
import { readQuestionLanguage } from '../answer/question-language.ts';
import type { Reading } from '../domain/answer.ts';
import type { Language } from '../domain/release.ts';
import { isForBot } from './addressed.ts';
import { answerBody } from './answer-actions.ts';
import { noticeBody, type Body } from './body.ts';
import type { BotParts } from './bot.ts';
import { MAX_QUESTION } from './commands/options.ts';
import { answersIn, askingIn, termsIn, type Terms } from './context.ts';
import { askedBefore, askedNow, earlierQuestions, withoutMentions } from './conversation.ts';
import { signId } from './custom-id.ts';
import { messagesIn, UI_LANGUAGES, type UiLanguage } from './messages.ts';
import { waitMessage } from './messages/manners.ts';
import { mayThread, type Place } from './place.ts';

/** Serves one message; resolves when it is done with. Never rejects. */
export async function serveMessage(parts: BotParts, message: Message): Promise<void> {
  if (!isForBot(message) || !parts.desk.isNew(message.id)) return;
  try {
    const terms = await termsIn(parts, message.guildId ?? undefined);
    const place = placeOf(message);
    // Where nobody wants answers, nobody wants to be told so in public either.
    if (!answersIn(terms.settings, place)) return;
    const wait = parts.manners.begin(askingIn({ ...terms, place }));
    if (wait === undefined) {
      await reply(parts, message, terms).finally(() => {
        parts.manners.finish(message.author.id);
      });
    } else if (parts.manners.mayTell(message.author.id)) {
      const notice = waitMessage(wait, terms.language ?? languageOfGuild(message));
      await parts.delivery.post(message.channelId, { body: noticeBody(notice, false), replyTo: message.id });
    }
  } catch (error) {
    parts.report('a mention could not be answered', error);
  }
}

async function reply(parts: BotParts, message: Message, terms: Terms): Promise<void> {
  // "Typing" is a courtesy: an answer does not wait for it.
  parts.delivery.showTyping(message.channelId).catch((error: unknown) => {
    parts.report('typing could not be shown', error);
  });
  const body = await parts.desk.queue(() => answer(parts, message, terms));
  await parts.delivery.post(message.channelId, { body, replyTo: message.id });
}

async function answer(parts: BotParts, message: Message, terms: Terms): Promise<Body> {
  const guildLanguage = terms.language ?? languageOfGuild(message);
  const question = withoutMentions(message.content);
  if (parts.desk.isClosed) return noticeBody(messagesIn(guildLanguage).restarting, false);
  if (parts.desk.isFull) return noticeBody(messagesIn(guildLanguage).busy, false);
  if (question === '') return noticeBody(messagesIn(guildLanguage).noQuestion, false);
  if (question.length > MAX_QUESTION)
    return noticeBody(messagesIn(guildLanguage).tooLong(MAX_QUESTION), false);
  parts.questions.note(question);
  try {
    return await answerQuestion(parts, { message, terms, question, guildLanguage });
  } catch (error) {
    parts.report('a mentioned question failed', error);
    return noticeBody(messagesIn(guildLanguage).failed, false);
  }
}

interface Asking {
  readonly message: Message;
  readonly terms: Terms;
  readonly question: string;
  /** For a question in none of the bot's languages. */
  readonly guildLanguage: UiLanguage;
}

async function answerQuestion(
  parts: BotParts,
  { message, terms: { library, timeZone }, question, guildLanguage }: Asking,
): Promise<Body> {
  const earlier = await earlierQuestions(parts.history, message, question).catch((error: unknown) => {
    parts.report('what was asked before could not be read', error);
    return [];
  });
  const before = askedBefore(earlier);
  const { answer: found } = await library.ask({ question, ...before, timeZone });
  const asking = languageOf(question, found.reading);
  return answerBody(
    {
      answer: found,
      asked: askedNow(found.reading, question, before),
      language: UI_LANGUAGES.find((one) => one === asking) ?? guildLanguage,
      userId: message.author.id,
      isPrivate: false,
      mayThread: mayThread(message.channel),
      sign: (id) => signId(id, { key: parts.idKey, guildId: message.guildId }),
    },
    timeZone,
  );
}

/** A message carries no locale: the language it is written in says it. The engine has read that, unless it completed it. */
function languageOf(question: string, { completed, questionLanguage }: Reading): Language {
  return completed === undefined ? questionLanguage : readQuestionLanguage(question);
}

function placeOf({
  author,
  channel,
  channelId,
  guildId,
}: Message): Pick<Place, 'userId' | 'guildId' | 'channelId' | 'parentId'> {
  const parentId = channel.isThread() ? channel.parentId : null;
  return {
    userId: author.id,
    ...(guildId === null ? {} : { guildId }),
    channelId,
    ...(parentId === null ? {} : { parentId }),
  };
}

function languageOfGuild({ guild }: Message): UiLanguage {
  const base = guild?.preferredLocale.split('-')[0];
  return UI_LANGUAGES.find((language) => language === base) ?? 'id';
}
