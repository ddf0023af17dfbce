// The words of a message whose menu is used. Pure.
import type { Embed, Message } from 'discord.js';

/** Its own; where it has none, those of what it passes on or shows, as posts of news often do. May be empty. */
export function wordsOf({
  content,
  embeds,
  messageSnapshots,
}: Pick<Message, 'content' | 'embeds' | 'messageSnapshots'>): string {
  const passedOn = messageSnapshots.first();
  const said = [content, wordsIn(embeds), passedOn?.content ?? '', wordsIn(passedOn?.embeds ?? [])];
  return said.map((words) => words.trim()).find((words) => words !== '') ?? '';
}

function wordsIn(embeds: readonly Embed[]): string {
  return embeds
    .flatMap(({ title, description }) => [title, description])
    .filter((words) => words !== null)
    .join('\n');
}
