// The program: its commands, and what its failures say and end with.
import { Command, CommanderError } from 'commander';
import pkg from '../../package.json' with { type: 'json' };
import { isRilisError, UsageError } from '../domain/errors.ts';
import { addAsk } from './ask.ts';
import { addBot } from './bot.ts';
import { InterruptedError, notice, type Context, type ExitCode, type Finish } from './context.ts';
import { addDiff } from './diff.ts';
import { addDoctor } from './doctor.ts';
import { addFollows } from './follows.ts';
import { addIngest } from './ingest.ts';
import { addList } from './list.ts';
import { addReindex } from './reindex.ts';
import { addModels } from './models.ts';
import { addRemove } from './remove.ts';
import { addSearch } from './search.ts';
import { addServer } from './server.ts';
import { addShow } from './show.ts';
import { addStatus } from './status.ts';
import { addVerify } from './verify.ts';
import { ClosedOutputError } from './terminal/output.ts';
import { printable } from './terminal/printable.ts';

const HELP_CODES = new Set(['commander.helpDisplayed', 'commander.version']);

/** The commands of Rilis; `finish` is told what a command that ran ends with. */
export function createProgram(context: Context, finish: Finish): Command {
  const program = new Command('rilis')
    .description("Answers questions about press releases in the releases' own words.")
    .version(pkg.version)
    .exitOverride()
    .showHelpAfterError('Run with --help for what it takes.')
    .configureOutput({
      writeOut: (text) => void context.results.write(text),
      writeErr: (text) => context.notices.write(printable(text)),
    });
  for (const add of [
    addIngest,
    addAsk,
    addSearch,
    addVerify,
    addShow,
    addDiff,
    addList,
    addRemove,
    addStatus,
    addReindex,
    addModels,
    addServer,
    addFollows,
    addBot,
    addDoctor,
  ])
    add(program, context, finish);
  return program;
}

/** Runs the command line `args` (without node and script) and gives what the process ends with. */
export async function run(args: readonly string[], context: Context): Promise<ExitCode> {
  let code: ExitCode = 0;
  const program = createProgram(context, (finished) => {
    code = finished;
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    return fail(context, error);
  }
}

function fail(context: Context, error: unknown): ExitCode {
  if (error instanceof CommanderError) return HELP_CODES.has(error.code) ? 0 : 2;
  // The reader has what it wanted.
  if (error instanceof ClosedOutputError) return 0;
  notice(context, printable(explain(context, error)));
  return error instanceof UsageError ? 2 : 1;
}

function explain(context: Context, error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (isRilisError(error) || error instanceof InterruptedError) return error.message;
  const { stack = error.message } = error;
  return isDebugging(context) ? stack : `Unexpected: ${error.message}\nRILIS_LOG_LEVEL=debug shows where.`;
}

function isDebugging(context: Context): boolean {
  try {
    return context.config().logLevel === 'debug';
  } catch {
    return false;
  }
}
