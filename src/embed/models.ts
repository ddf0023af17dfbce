// The models that Rilis knows, and those that are on disk. How a hub model wants its texts is from its card on the hub.
import { existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const BUNDLED_DIR = fileURLToPath(new URL('../../data/models/', import.meta.url));
export const WEIGHTS = path.join('onnx', 'model_quantized.onnx');

/** Whether `folder` holds a model in the form of the bundled one. */
export function holdsModel(folder: string): boolean {
  return existsSync(path.join(folder, WEIGHTS)) && existsSync(path.join(folder, 'tokenizer.json'));
}

/** How a model wants its texts. */
export interface Manner {
  readonly pooling: 'mean' | 'cls';
  /** Written before every question and every passage. */
  readonly question: string;
  readonly passage: string;
}

export interface KnownModel {
  readonly name: string;
  /** Commit on the hub that was looked at; `main` where none was. */
  readonly revision: string;
  readonly languages: string;
  /** Of the quantised weights and the tokenizer; about. */
  readonly megabytes: number;
  readonly dimensions: number;
  readonly manner: Manner;
}

export const PLAIN: Manner = { pooling: 'mean', question: '', passage: '' };
const E5: Manner = { pooling: 'mean', question: 'query: ', passage: 'passage: ' };

/** Models of the hub that understand Indonesian, English and Chinese; others work too, pooled by mean without prefixes. */
export const HUB_MODELS: readonly KnownModel[] = [
  {
    name: 'Xenova/multilingual-e5-small',
    revision: '761b726dd34fb83930e26aab4e9ac3899aa1fa78',
    languages: '100, id, en and zh among them',
    megabytes: 135,
    dimensions: 384,
    manner: E5,
  },
  {
    name: 'Xenova/multilingual-e5-base',
    revision: 'main',
    languages: '100, id, en and zh among them',
    megabytes: 295,
    dimensions: 768,
    manner: E5,
  },
  {
    name: 'Xenova/paraphrase-multilingual-MiniLM-L12-v2',
    revision: '2c4055b12046f11709e9df2c122e59ffbdc2f900',
    languages: '50, id, en and zh among them',
    megabytes: 135,
    dimensions: 384,
    manner: PLAIN,
  },
  {
    name: 'Xenova/bge-m3',
    revision: '4de13258303883538bd53b696b452bf8099f0858',
    languages: '100, id, en and zh among them',
    megabytes: 585,
    dimensions: 1024,
    manner: { pooling: 'cls', question: '', passage: '' },
  },
];

/** Models whose cards ask for something, by name. */
const FAMILIES: readonly (readonly [RegExp, Manner])[] = [[/(?:^|\/)(?:multilingual-)?e5-/i, E5]];

export function mannerOf(name: string): Manner {
  const known = HUB_MODELS.find((model) => model.name === name);
  return known?.manner ?? FAMILIES.find(([pattern]) => pattern.test(name))?.[1] ?? PLAIN;
}

/** A model of the hub and the revision of it: a commit, a tag or a branch. */
export interface HubName {
  /** `owner/model`. */
  readonly repository: string;
  readonly revision: string;
}

/** Reads `owner/model` or `owner/model@revision`; undefined where it is neither. */
export function parseHubName(name: string): HubName | undefined {
  const [, repository, revision] = /^([\w.-]+\/[\w.-]+)(?:@([\w.-]+))?$/.exec(name) ?? [];
  if (repository === undefined || /(?:^|\/)\.+(?:$|\/)/.test(repository)) return undefined;
  const known = HUB_MODELS.find((model) => model.name === repository);
  return { repository, revision: revision ?? known?.revision ?? 'main' };
}

/** Where a model of the hub is kept. */
export function fetchedFolder(cacheDir: string, { repository, revision }: HubName): string {
  return path.join(cacheDir, 'models', `${repository}@${revision}`);
}

/** A model that can be used, and where it is. */
export interface ListedModel {
  readonly name: string;
  readonly megabytes: number;
  readonly languages: string;
  /** `bundled` comes with Rilis, `fetched` is kept under the data folder, `hub` would be fetched. */
  readonly origin: 'bundled' | 'fetched' | 'hub';
}

const MEGABYTE = 1024 * 1024;

/** The models on disk, those that come with Rilis first, then those of the hub that are not in `cacheDir` yet. */
export async function listModels(cacheDir: string): Promise<readonly ListedModel[]> {
  const bundled = await foldersIn(BUNDLED_DIR);
  const owners = await foldersIn(path.join(cacheDir, 'models'));
  const fetched = (await Promise.all(owners.map(foldersIn))).flat();
  const stored = await Promise.all([
    ...bundled.filter(holdsModel).map(describeBundled),
    ...fetched.filter(holdsModel).map(describeFetched),
  ]);
  const missing = HUB_MODELS.filter(({ name }) => !stored.some((model) => model.name === name));
  return [
    ...stored,
    ...missing.map(({ name, megabytes, languages }) => ({
      name,
      megabytes,
      languages,
      origin: 'hub' as const,
    })),
  ];
}

async function describeBundled(folder: string): Promise<ListedModel> {
  return {
    name: path.basename(folder),
    megabytes: await sizeOf(folder),
    languages: 'id, en, zh',
    origin: 'bundled',
  };
}

async function describeFetched(folder: string): Promise<ListedModel> {
  const { repository, revision } =
    parseHubName(path.relative(path.dirname(path.dirname(folder)), folder)) ?? {};
  const known = HUB_MODELS.find((model) => model.name === repository);
  const name = revision === (known?.revision ?? 'main') ? `${repository}` : `${repository}@${revision}`;
  const languages = known?.languages ?? '';
  return { name, megabytes: await sizeOf(folder), languages, origin: 'fetched' };
}

async function sizeOf(folder: string): Promise<number> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const sizes = await Promise.all(
    files
      .filter((entry) => entry.isFile())
      .map(async (entry) => (await stat(path.join(entry.parentPath, entry.name))).size),
  );
  return Math.round(sizes.reduce((sum, size) => sum + size, 0) / MEGABYTE);
}

/** Empty where there is no such folder. */
async function foldersIn(folder: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.filter((entry) => entry.isDirectory()).map(({ name }) => path.join(folder, name));
  } catch {
    return [];
  }
}
