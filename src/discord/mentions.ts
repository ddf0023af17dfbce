// Questions asked by mentioning the bot: the one kind of message whose words Discord shows without a privileged intent.
import type { Message } from 'discord.js';
import { answerBody } from './answer-actions.ts';
import { noticeBody, type Body } from './body.ts';
import type { BotParts } from './bot.ts';
import { MAX_QUESTION } from './commands/options.ts';
import { answersIn, askingIn, termsIn, type Terms } from './context.ts';
import { signId } from './custom-id.ts';
import { messagesIn, UI_LANGUAGES, type UiLanguage } from './messages.ts';
import { waitMessage } from './messages/manners.ts';
import type { Place } from './place.ts';

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

/** Mentioned by a person, by name: not by another bot, a webhook, or everyone at once. */
function isForBot(message: Message): boolean {
  const { client, author, webhookId, mentions } = message;
  if (author.bot || webhookId !== null || mentions.everyone) return false;
  return message.guildId === null || mentions.users.has(client.user.id);
}

async function answer(parts: BotParts, message: Message, terms: Terms): Promise<Body> {
  const guildLanguage = terms.language ?? languageOfGuild(message);
  const question = message.content.replaceAll(/<@[!&]?\d+>/g, ' ').trim();
  if (parts.desk.isClosed) return noticeBody(messagesIn(guildLanguage).restarting, false);
  if (parts.desk.isFull) return noticeBody(messagesIn(guildLanguage).busy, false);
  if (question === '') return noticeBody(messagesIn(guildLanguage).noQuestion, false);
  if (question.length > MAX_QUESTION)
    return noticeBody(messagesIn(guildLanguage).tooLong(MAX_QUESTION), false);
  try {
    const { timeZone } = terms;
    const { answer: found } = await terms.library.ask({ question, timeZone });
    // A message carries no locale: the language it is written in says it.
    const language = UI_LANGUAGES.find((one) => one === found.reading.questionLanguage) ?? guildLanguage;
    return answerBody(
      {
        answer: found,
        asked: { question },
        language,
        userId: message.author.id,
        isPrivate: false,
        sign: (id) => signId(id, { key: parts.idKey, guildId: message.guildId }),
      },
      timeZone,
    );
  } catch (error) {
    parts.report('a mentioned question failed', error);
    return noticeBody(messagesIn(guildLanguage).failed, false);
  }
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
