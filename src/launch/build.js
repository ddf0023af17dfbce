// The program as JavaScript: built of the sources once, and again after they changed. A loader that reads TypeScript as
// it goes takes longer than a question does.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const SOURCE_DIR = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const PROJECT_DIR = path.dirname(SOURCE_DIR);
/** Ignored by git, and gone with the packages that it was built with. */
const BUILDS_DIR = path.join(PROJECT_DIR, 'node_modules', '.cache', 'rilis');
/** Milliseconds that an older build is kept: a bot that runs for long has imported all that it needs by then. */
const KEPT_MS = 24 * 60 * 60 * 1_000;

/**
 * The folder that holds the build of the sources as they are, laid out as `src/` is; made where there is none yet.
 * Rejects where it can't be made.
 */
export async function currentBuild() {
  const sources = readdirSync(SOURCE_DIR, { recursive: true })
    .filter((file) => /\.[jt]s$/.test(file))
    .map((file) => path.join(SOURCE_DIR, file));
  const packages = ['package.json', 'package-lock.json'].map((file) => path.join(PROJECT_DIR, file));
  const folder = path.join(BUILDS_DIR, stampOf([...sources, ...packages.filter(existsSync)]));
  if (!existsSync(folder)) await build(sources.filter(isEntry), folder);
  return folder;
}

/** Where the build in `folder` has the source `file`. */
export function builtPath(folder, file) {
  return path.join(folder, path.relative(SOURCE_DIR, file).replace(/\.ts$/, '.mjs'));
}

/** What a process begins with; all else is reached from there. */
export function isEntry(file) {
  return (
    file === path.join(SOURCE_DIR, 'cli', 'main.ts') ||
    (file.startsWith(SOURCE_DIR) && file.endsWith('.worker.ts'))
  );
}

/** Changes with any file that is added, removed or written. */
function stampOf(files) {
  const hash = createHash('sha256').update(PROJECT_DIR);
  for (const file of files.sort()) {
    const { mtimeMs, size } = statSync(file);
    hash.update(`\n${file} ${mtimeMs} ${size}`);
  }
  return hash.digest('hex').slice(0, 16);
}

/** Built aside and renamed: processes that start together may all build it, and none reads half of it. */
async function build(entries, folder) {
  mkdirSync(BUILDS_DIR, { recursive: true });
  const aside = mkdtempSync(`${folder}.`);
  try {
    const { build: bundle } = await import('esbuild');
    await bundle({
      entryPoints: entries,
      outbase: SOURCE_DIR,
      outdir: aside,
      bundle: true,
      splitting: true,
      platform: 'node',
      target: 'node20',
      format: 'esm',
      outExtension: { '.js': '.mjs' },
      sourcemap: true,
      sourcesContent: false,
      logLevel: 'silent',
      plugins: [keepPlaces, keepPackages],
    });
    renameSync(aside, folder);
  } catch (error) {
    // Another process may have been first.
    if (!existsSync(folder)) throw error;
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
  removeOld();
}

/** Files beside a source, such as models and the entries of workers, are found from where the source is. */
const keepPlaces = {
  name: 'keep-places',
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, async ({ path: file }) => ({
      contents: (await readFile(file, 'utf8')).replaceAll(
        /\bimport\.meta\.url\b/g,
        JSON.stringify(pathToFileURL(file).href),
      ),
      loader: 'ts',
    }));
  },
};

/** Packages of so many files that finding them takes longer than reading them; all else stays where it is. */
const BUNDLED = /^(?:chrono-node|zod)(?:\/|$)/;

const keepPackages = {
  name: 'keep-packages',
  setup({ onResolve }) {
    onResolve({ filter: /^[^./]/ }, ({ path: name }) =>
      BUNDLED.test(name) ? undefined : { path: name, external: true },
    );
  },
};

function removeOld() {
  for (const name of readdirSync(BUILDS_DIR)) {
    const folder = path.join(BUILDS_DIR, name);
    const age = Date.now() - (statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age > KEPT_MS) rmSync(folder, { recursive: true, force: true });
  }
}
