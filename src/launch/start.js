// Begins a process with one of the project's modules.
import { pathToFileURL } from 'node:url';
import { builtPath, currentBuild, isEntry } from './build.js';

/**
 * Imports the TypeScript module `file` (absolute) with all that it imports: built where that can be, which is quick, and
 * else through a loader.
 */
export async function start(file) {
  // What an error names is a line of the sources.
  process.setSourceMapsEnabled(true);
  await import(pathToFileURL((await built(file)) ?? (await loaded(file))).href);
}

async function built(file) {
  if (!isEntry(file)) return undefined;
  try {
    return builtPath(await currentBuild(), file);
  } catch {
    // A folder that must not be written to, or a source with a mistake, which the loader tells of.
    return undefined;
  }
}

async function loaded(file) {
  const { register } = await import('tsx/esm/api');
  register();
  return file;
}
