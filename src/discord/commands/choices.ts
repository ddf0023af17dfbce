// What is offered while a member types: headlines and sources, what was typed first.
import type { AutocompleteInteraction } from 'discord.js';
import type { Release, ReleaseHeader } from '../../domain/release.ts';
import type { Library } from '../../library.ts';
import { cutGraphemes, displayText } from '../escape.ts';
import type { Choice } from './command.ts';

/** Discord's limits of a list of choices, and of the characters of each. */
const MAX_CHOICES = 25;
export const MAX_CHOICE = 100;

/** The releases whose headlines hold what is being typed. */
export async function suggestHeadlines(
  interaction: AutocompleteInteraction,
  library: Library,
): Promise<readonly Choice[]> {
  const typed = interaction.options.getFocused().trim();
  const found = await library.suggest(typed, MAX_CHOICES);
  return withTyped(typed, found.flatMap(choiceOf));
}

/** A ref that is too long for a choice is told by the number of its release. */
function choiceOf({ ref, number, title }: ReleaseHeader): readonly Choice[] {
  const name = choiceName(title) || choiceName(ref);
  if (ref.length <= MAX_CHOICE) return [{ name, value: ref }];
  return number === undefined ? [] : [{ name, value: `#${number}` }];
}

/** The sources that hold what is being typed, the one with most releases first. */
export async function suggestSources(
  interaction: AutocompleteInteraction,
  library: Library,
): Promise<readonly Choice[]> {
  const typed = interaction.options.getFocused().trim();
  const wanted = typed.toLowerCase();
  const sources = await library.sources();
  const found = sources
    .filter(({ source }) => source !== '' && source.toLowerCase().includes(wanted))
    // A source is found by any part of its name, so a long one by its beginning.
    .map(({ source }) => ({ name: choiceName(source), value: cutGraphemes(source, MAX_CHOICE) }));
  return withTyped(typed, found);
}

function withTyped(typed: string, found: readonly Choice[]): readonly Choice[] {
  const own = typed === '' ? [] : [{ name: choiceName(typed), value: cutGraphemes(typed, MAX_CHOICE) }];
  const others = found.filter(({ name, value }) => name !== '' && value !== own[0]?.value);
  return [...own.filter(({ name }) => name !== ''), ...others].slice(0, MAX_CHOICES);
}

/** One line of at most a hundred characters, with a mark where it is cut. */
export function choiceName(text: string, length = MAX_CHOICE): string {
  const line = displayText(text).replace(/\s+/g, ' ').trim();
  return line.length <= length ? line : `${cutGraphemes(line, length - 1)}…`;
}

const NUMBER = /^#(\d{1,15})$/;

/** By its ref or number, as a choice gives it; else by words of its headline; else by what it says. */
export async function findRelease(library: Library, wanted: string): Promise<Release | undefined> {
  const number = NUMBER.exec(wanted)?.[1];
  const chosen = await (number === undefined ? library.show(wanted) : library.showNumber(Number(number)));
  if (chosen !== undefined) return chosen;
  const [named] = await library.suggest(wanted, 1);
  const ref = named?.ref ?? (await library.search({ question: wanted, limit: 1 })).results[0]?.header.ref;
  return ref === undefined ? undefined : library.show(ref);
}
