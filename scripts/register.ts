// `npm run register`: tells Discord which commands there are; with `--dry-run` only what would change.
import { parseArgs } from 'node:util';
import { readConfig, requireDiscord } from '../src/config.ts';
import { isRilisError } from '../src/domain/errors.ts';
import { isSame, type CommandsDifference } from '../src/discord/command-difference.ts';
import { compareCommands, registerCommands } from '../src/discord/register.ts';

const { values } = parseArgs({ options: { 'dry-run': { type: 'boolean', default: false } } });

function linesOf({ added, removed, changed }: CommandsDifference): readonly string[] {
  return [
    ...added.map((name) => `+ ${name}`),
    ...removed.map((name) => `- ${name}`),
    ...changed.map(({ name, fields }) => `~ ${name}: ${fields.join(', ')}`),
  ];
}

try {
  const config = requireDiscord(readConfig());
  if (values['dry-run']) {
    const difference = await compareCommands(config);
    const isCurrent = isSame(difference);
    process.stdout.write(
      isCurrent
        ? 'Nothing would change.\n'
        : `${linesOf(difference).join('\n')}\nRun it without --dry-run.\n`,
    );
    process.exitCode = isCurrent ? 0 : 1;
  } else {
    const names = await registerCommands(config);
    process.stdout.write(`Registered ${names.map((name) => `/${name}`).join(', ')}.\n`);
  }
} catch (error) {
  if (!isRilisError(error)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
