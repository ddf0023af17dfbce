// What a reader sees of a body: its texts, and the quoted words without the signs of quoting.
import type { Body } from '../../src/discord/body.ts';
import { unescapeMarkdown } from '../../src/discord/escape.ts';
import { flatten, type Component } from './fake-discord/schema.ts';

export function textsIn({ components }: Body): readonly string[] {
  return flatten(components as unknown as Component[]).flatMap(({ content }) =>
    content === undefined ? [] : [content],
  );
}

/** The quoted words as a reader sees them. */
export function quotedIn(body: Body): string {
  return textsIn(body)
    .flatMap((text) => text.split('\n'))
    .filter((line) => line.startsWith('> '))
    .map((line) => unescapeMarkdown(line.slice(2).replaceAll(/(?<!\\)\*\*/g, '')))
    .join('\n');
}
