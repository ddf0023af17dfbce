// Whether a message is meant for the bot: nobody is answered who did not ask. Pure.
import type { Message } from 'discord.js';
import { isCourtesy } from '../answer/follow-up.ts';

/** A mention, a reply that pings the bot, a direct message, or a question in a thread that the bot opened. */
export function isForBot(message: Message): boolean {
  const { client, mentions, channel } = message;
  if (!isFromPerson(message)) return false;
  // Who may write in a locked thread manages it; the bot may not.
  if (channel.isThread() && channel.locked === true) return false;
  if (message.guildId === null || mentions.users.has(client.user.id)) return true;
  return isOwnThread(message) && !isForOthers(message) && asks(message);
}

/** Not from another bot or a webhook, not to everyone at once. */
function isFromPerson({ author, webhookId, system, mentions }: Message): boolean {
  return !author.bot && webhookId === null && !system && !mentions.everyone;
}

/** Discord names the owner of a thread, so that this is known after a restart. */
function isOwnThread({ channel, client }: Message): boolean {
  return channel.isThread() && channel.ownerId === client.user.id;
}

/** Members talk with each other in the bot's threads too. */
function isForOthers({ mentions, client }: Message): boolean {
  const { repliedUser, users, roles } = mentions;
  return users.size > 0 || roles.size > 0 || (repliedUser !== null && repliedUser.id !== client.user.id);
}

/** Empty without the intent for message contents; thanks and pictures ask nothing. */
function asks({ content }: Message): boolean {
  return /\p{L}/u.test(content) && !isCourtesy(content);
}
