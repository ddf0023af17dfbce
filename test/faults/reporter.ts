// `npm run test:faults`: the checklist of faults as a table, a line a row, green or red.
import pc from 'picocolors';
import type { Reporter, TestModule } from 'vitest/node';

const ROWS = 26;
const TITLE_WIDTH = 62;

/** Gives every row of the checklist its line; a row without a test is red. */
export default class FaultTable implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const lines = Array.from({ length: ROWS }, (_, at) => lineOf(at + 1, modules));
    const green = lines.filter(({ ok }) => ok).length;
    process.stdout.write(`\n${lines.map(({ text }) => text).join('\n')}\n\n${failuresOf(modules)}`);
    process.stdout.write(`${green} of ${ROWS} rows are green.\n`);
    if (green < ROWS) process.exitCode = 1;
  }
}

interface Line {
  readonly ok: boolean;
  readonly text: string;
}

function lineOf(row: number, modules: readonly TestModule[]): Line {
  const name = `row-${String(row).padStart(2, '0')}.test.ts`;
  const module = modules.find(({ moduleId }) => moduleId.endsWith(name));
  if (module === undefined) return draw(row, { ok: false, title: 'no test', count: '', seconds: '' });
  const tests = [...module.children.allTests()];
  const passed = tests.filter((test) => test.result().state === 'passed').length;
  const [suite] = module.children.suites();
  return draw(row, {
    ok: module.ok() && passed > 0,
    title: suite?.name.replace(/^row \d+: /, '') ?? 'no test',
    count: `${passed}/${tests.length}`,
    seconds: `${(module.diagnostic().duration / 1_000).toFixed(1)} s`,
  });
}

interface Drawn {
  readonly ok: boolean;
  readonly title: string;
  readonly count: string;
  readonly seconds: string;
}

function draw(row: number, { ok, title, count, seconds }: Drawn): Line {
  const state = ok ? pc.green('green') : pc.red('red  ');
  const text = `${String(row).padStart(2)}  ${state}  ${title.padEnd(TITLE_WIDTH)}${count.padStart(8)}${seconds.padStart(9)}`;
  return { ok, text };
}

function failuresOf(modules: readonly TestModule[]): string {
  return modules
    .flatMap((module) => [...module.children.allTests('failed')])
    .map(
      (test) =>
        `${pc.red(test.fullName)}\n${(test.result().errors ?? []).map(({ message }) => message).join('\n')}\n\n`,
    )
    .join('');
}
