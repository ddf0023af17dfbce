// Every command that the bot has, in the order of its help.
import { admin } from './admin.ts';
import { ask } from './ask.ts';
import type { Command } from './command.ts';
import { follow } from './follow.ts';
import { follows } from './follows.ts';
import { createHelp } from './help.ts';
import { latest } from './latest.ts';
import { quote } from './quote.ts';
import { release } from './release.ts';
import { search } from './search.ts';
import { sources } from './sources.ts';
import { status } from './status.ts';
import { verify } from './verify.ts';

const WORKING: readonly Command[] = [
  ask,
  search,
  verify,
  release,
  quote,
  latest,
  follow,
  follows,
  sources,
  status,
  admin,
];

export const COMMANDS: readonly Command[] = [...WORKING, createHelp(WORKING)];
