// How far an ingest is, on stderr: a bar in a terminal, a line now and then elsewhere.
import { SingleBar } from 'cli-progress';
import type { IngestProgress } from '../../app.ts';

/** Milliseconds between two lines where there is no bar: a log should show life, not every release. */
const LINE_INTERVAL = 5_000;
const BAR_WIDTH = 28;

const PHASES: Readonly<Record<IngestProgress['phase'], string>> = {
  fetching: 'Fetching the model, MB',
  reading: 'Reading releases',
  embedding: 'Embedding passages',
  indexing: 'Building the index',
};

export interface ProgressOptions {
  readonly stream: NodeJS.WritableStream;
  readonly interactive: boolean;
}

export interface ProgressView {
  show(progress: IngestProgress): void;
  /** Leaves the line clean for what follows. */
  stop(): void;
}

function describe({ phase, done, total }: IngestProgress): string {
  return `${PHASES[phase]}: ${done}${total > done ? ` of ${total}` : ''}`;
}

function bar({ phase, done, total }: IngestProgress): string {
  // Until the end is known a bar would lie: a count has to do.
  if (total <= done) return describe({ phase, done, total });
  const filled = Math.round((done / total) * BAR_WIDTH);
  return `${PHASES[phase]} ${'█'.repeat(filled)}${'░'.repeat(BAR_WIDTH - filled)} ${done} of ${total}`;
}

export function openProgress({ stream, interactive }: ProgressOptions): ProgressView {
  return interactive ? openBar(stream) : openLines(stream);
}

function openBar(stream: NodeJS.WritableStream): ProgressView {
  let latest: IngestProgress = { phase: 'reading', done: 0, total: 0 };
  const view = new SingleBar({ stream, clearOnComplete: true, hideCursor: true, format: () => bar(latest) });
  let started = false;
  return {
    show(progress) {
      latest = progress;
      if (!started) view.start(Math.max(progress.total, 1), progress.done);
      started = true;
      view.setTotal(Math.max(progress.total, progress.done + 1));
      view.update(progress.done);
    },
    stop() {
      if (started) view.stop();
    },
  };
}

function openLines(stream: NodeJS.WritableStream): ProgressView {
  let last = performance.now();
  return {
    show(progress) {
      const now = performance.now();
      if (now - last < LINE_INTERVAL) return;
      last = now;
      stream.write(`${describe(progress)}\n`);
    },
    stop() {
      // Lines need no cleaning up.
    },
  };
}
