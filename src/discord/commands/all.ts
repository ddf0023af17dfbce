// Every command that the bot has, in the order of its help.
import { ask } from './ask.ts';
import type { Command } from './command.ts';
import { search } from './search.ts';

export const COMMANDS: readonly Command[] = [ask, search];
