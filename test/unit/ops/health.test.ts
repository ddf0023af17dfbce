import { afterEach, describe, expect, it } from 'vitest';
import { ConfigError } from '../../../src/domain/errors.ts';
import { serveHealth, type HealthServer } from '../../../src/ops/health.ts';
import { Metrics } from '../../../src/ops/metrics.ts';

const open: HealthServer[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

async function serve(healthy = true, port = 0): Promise<HealthServer> {
  const metrics = new Metrics(() => 7);
  metrics.question('answered');
  metrics.restFailed('5xx');
  const server = await serveHealth({
    host: '127.0.0.1',
    port,
    check: () => Promise.resolve({ healthy, waiting: 7 }),
    metrics: async () => ({ text: await metrics.registry.metrics(), type: metrics.registry.contentType }),
  });
  open.push(server);
  return server;
}

describe('the pages for those who watch', () => {
  it.each([
    [true, 200],
    [false, 503],
  ])('say by their status whether all is well (%s: %i)', async (healthy, status) => {
    const reply = await fetch(`${(await serve(healthy)).url}/healthz`);
    expect(reply.status).toBe(status);
    expect(await reply.json()).toEqual({ healthy, waiting: 7 });
  });

  it('give the metrics in the form that Prometheus reads', async () => {
    const reply = await fetch(`${(await serve()).url}/metrics`);
    const text = await reply.text();
    expect(reply.headers.get('content-type')).toContain('text/plain');
    expect(text).toContain('rilis_questions_total{outcome="answered"} 1');
    expect(text).toContain('rilis_rest_failures_total{class="5xx"} 1');
    expect(text).toContain('rilis_queue_waiting 7');
    for (const name of ['nodejs_eventloop_lag_p99_seconds', 'process_resident_memory_bytes'])
      expect(text).toContain(name);
  });

  it('are the only ones, and are read only', async () => {
    const { url } = await serve();
    expect((await fetch(`${url}/`)).status).toBe(404);
    expect((await fetch(`${url}/healthz`, { method: 'POST' })).status).toBe(404);
  });

  it('name the settings when the port is taken', async () => {
    const port = Number(new URL((await serve()).url).port);
    await expect(serve(true, port)).rejects.toThrow(ConfigError);
  });
});
