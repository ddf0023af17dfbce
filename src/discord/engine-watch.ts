// The engine as the bot sees it: whether it answers, and how its answers end.
import type { App, IndexState } from '../app.ts';
import type { Library } from '../library.ts';
import type { Metrics } from '../ops/metrics.ts';

/** A busy engine finishes the question at hand first; one that takes longer than this is stuck. */
const PATIENCE_MS = 5_000;

export interface EngineHealth {
  readonly healthy: boolean;
  /** Milliseconds until it answered. */
  readonly ms: number;
  /** A damaged index is no reason to be unhealthy: it is scanned, or built anew, and answers meanwhile. */
  readonly index?: IndexState;
}

/** Asks the engine for a sign of life; one that died is started anew. */
export async function checkEngine(app: App, patienceMs = PATIENCE_MS): Promise<EngineHealth> {
  const start = performance.now();
  let timer: NodeJS.Timeout | undefined;
  const impatience = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, patienceMs, undefined);
  });
  const answered = app.ping().catch(() => undefined);
  const index = await Promise.race([answered, impatience]);
  clearTimeout(timer);
  const ms = Math.round(performance.now() - start);
  return index === undefined ? { healthy: false, ms } : { healthy: true, ms, index };
}

/** The same app, with every question counted by how it ended, through whichever scope it was asked. */
export function measureQuestions(app: App, metrics: Metrics): App {
  return measured(app, metrics, { within: (scope) => measured(app.within(scope), metrics, {}) });
}

function measured<L extends Library>(library: L, metrics: Metrics, replaced: Partial<L>): L {
  const ask: Library['ask'] = async (request) => {
    try {
      const response = await library.ask(request);
      metrics.question(response.answer.kind);
      return response;
    } catch (error) {
      metrics.question('failed');
      throw error;
    }
  };
  const replacements = new Map<PropertyKey, unknown>(Object.entries({ ...replaced, ask }));
  return new Proxy(library, {
    get(target, key) {
      if (replacements.has(key)) return replacements.get(key);
      const member: unknown = Reflect.get(target, key);
      return typeof member === 'function' ? (member.bind(target) as unknown) : member;
    },
  });
}
