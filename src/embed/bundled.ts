// The embedder that comes with Rilis: a static multilingual model in `data/models`, or one of its form in a folder.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createHash } from 'node:crypto';
import { AutoTokenizer, env, type PreTrainedTokenizer } from '@xenova/transformers';
import onnx, { type InferenceSession } from 'onnxruntime-node';
import { ModelError } from '../domain/errors.ts';
import type { Vector } from '../domain/vector.ts';
import type { Embedder, WordVector } from './embedder.ts';
import { holdsModel, WEIGHTS } from './models.ts';
import { memoizePieces } from './pieces.ts';

/**
 * The runtime's further threads wait in a loop, each bound to a core of its own: beside a graph this small they do
 * nothing but take that core from the other workers. The library can't ask for one thread, so the graph is opened by
 * the runtime itself.
 */
const ONE_THREAD: InferenceSession.SessionOptions = { intraOpNumThreads: 1, interOpNumThreads: 1 };

/**
 * Loads the model in `folder` (absolute) into this process; nothing is fetched. Its graph must give
 * `sentence_embedding`, the unit-norm mean of the token vectors: asking for that instead of pooling outside the graph
 * is what makes it fast. Throws `ModelError`.
 */
export async function openBundledEmbedder(folder: string): Promise<Embedder> {
  const name = path.basename(folder);
  if (!holdsModel(folder)) {
    throw new ModelError(
      name,
      `${folder} holds no ${WEIGHTS}. Set EMBEDDING_MODEL to a bundled model, or restore the folder.`,
    );
  }
  env.allowRemoteModels = false;
  env.allowLocalModels = true;
  env.localModelPath = path.dirname(folder);
  try {
    const tokenizer = memoizePieces(await AutoTokenizer.from_pretrained(name));
    const weights = path.join(folder, WEIGHTS);
    // By its path: of a graph given as bytes this runtime forgets the options.
    const graph = await onnx.InferenceSession.create(weights, ONE_THREAD);
    const hash = createHash('sha256').update(readFileSync(weights)).digest('hex');
    return await BundledEmbedder.open({ tokenizer, graph, fingerprint: `${name}@${hash.slice(0, 12)}` });
  } catch (error) {
    if (error instanceof ModelError) throw error;
    throw new ModelError(name, `${(error as Error).message}. Restore ${folder} from the repository.`, {
      cause: error,
    });
  }
}

/** The output with the vector of a whole text. */
const SENTENCE = 'sentence_embedding';
/** Words a call of the graph: they are short and of like length, so that little of it is padding. */
const WORD_BATCH = 256;

interface Parts {
  readonly tokenizer: PreTrainedTokenizer;
  readonly graph: InferenceSession;
  readonly fingerprint: string;
}

class BundledEmbedder implements Embedder {
  readonly fingerprint: string;
  readonly dimensions: number;
  readonly #tokenizer: PreTrainedTokenizer;
  readonly #graph: InferenceSession;

  private constructor(parts: Parts, dimensions: number) {
    this.#tokenizer = parts.tokenizer;
    this.#graph = parts.graph;
    this.fingerprint = parts.fingerprint;
    this.dimensions = dimensions;
  }

  static async open(parts: Parts): Promise<BundledEmbedder> {
    if (!parts.graph.outputNames.includes(SENTENCE)) {
      throw new ModelError(parts.fingerprint, `its graph has no output "${SENTENCE}". Use another model.`);
    }
    const probe = await new BundledEmbedder(parts, 0).#embed('rilis');
    return new BundledEmbedder(parts, probe.length);
  }

  /** One text a call: batches would pay for padding, and the graph itself takes a fraction of the tokenizer's time. */
  async #embed(text: string): Promise<Vector> {
    const ids = this.#tokenizer.encode(text);
    return this.#run(BigInt64Array.from(ids, BigInt), 1, SENTENCE);
  }

  async embedPassages(texts: readonly string[]): Promise<readonly Vector[]> {
    const vectors: Vector[] = [];
    for (const text of texts) vectors.push(await this.#embed(text));
    return vectors;
  }

  /** A static model sees no difference between a question and a passage. */
  embedQuestions(texts: readonly string[]): Promise<readonly Vector[]> {
    return this.embedPassages(texts);
  }

  /** The sum of a word's token vectors: their mean would forget how much the word tells. */
  async embedWords(words: readonly string[]): Promise<readonly WordVector[]> {
    const found: WordVector[] = [];
    for (let at = 0; at < words.length; at += WORD_BATCH) {
      // The first token marks the start of a text, and no word.
      const ids = words.slice(at, at + WORD_BATCH).map((word) => this.#tokenizer.encode(word).slice(1));
      found.push(...(await this.#sumTokens(ids)));
    }
    return found;
  }

  async #sumTokens(ids: readonly (readonly number[])[]): Promise<readonly WordVector[]> {
    const length = Math.max(1, ...ids.map((tokens) => tokens.length));
    const inputs = new BigInt64Array(ids.length * length);
    ids.forEach((tokens, row) => {
      inputs.set(BigInt64Array.from(tokens, BigInt), row * length);
    });
    const states = await this.#run(inputs, ids.length, 'last_hidden_state');
    return ids.map((tokens, row) =>
      sumRows(states, { first: row * length, count: tokens.length, width: this.dimensions }),
    );
  }

  /** `output` of the graph for texts of one length, whose tokens follow each other in `ids`. */
  async #run(ids: BigInt64Array, texts: number, output: string): Promise<Float32Array> {
    const shape = [texts, ids.length / texts];
    const inputs = {
      input_ids: new onnx.Tensor('int64', ids, shape),
      attention_mask: new onnx.Tensor('int64', new BigInt64Array(ids.length).fill(1n), shape),
    };
    // All outputs are given: a single one this runtime gives under the name of the first.
    const { [output]: found } = await this.#graph.run(inputs);
    return found?.data as Float32Array;
  }

  /** What the runtime holds goes with the graph itself. */
  close(): Promise<void> {
    return Promise.resolve();
  }
}

/**
 * Dimensions by which words compare. The model's are principal directions by growing spread (`scripts/embedder/flatten.py`),
 * so its last tell the most: MRR@10 with 128 of 448 is within 0.01 of all of them across languages, for a third of the work.
 */
const WORD_DIMENSIONS = 128;

interface Rows {
  readonly first: number;
  readonly count: number;
  readonly width: number;
}

function sumRows(data: Float32Array, { first, count, width }: Rows): WordVector {
  const sum = new Float32Array(width);
  for (let row = first; row < first + count; row++)
    for (let i = 0; i < width; i++) sum[i] = (sum[i] as number) + (data[row * width + i] as number);
  const vector = sum.slice(-WORD_DIMENSIONS);
  const norm = Math.sqrt(squaredLength(vector)) || 1;
  for (let i = 0; i < vector.length; i++) vector[i] = (vector[i] as number) / norm;
  return { vector, weight: squaredLength(sum), pieces: count };
}

function squaredLength(vector: Float32Array): number {
  let sum = 0;
  for (const x of vector) sum += x * x;
  return sum;
}
