// `npm run register`: tells Discord which commands there are.
import { readConfig, requireDiscord } from '../src/config.ts';
import { isRilisError } from '../src/domain/errors.ts';
import { registerCommands } from '../src/discord/register.ts';

try {
  const names = await registerCommands(requireDiscord(readConfig()));
  process.stdout.write(`Registered ${names.map((name) => `/${name}`).join(', ')}.\n`);
} catch (error) {
  if (!isRilisError(error)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
