import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Quote } from '../../../src/domain/answer.ts';
import { openBundledEmbedder } from '../../../src/embed/bundled.ts';
import { BUNDLED_DIR } from '../../../src/embed/models.ts';
import type { Embedder } from '../../../src/embed/embedder.ts';
import { ingest } from '../../../src/ingest/ingest.ts';
import { releaseOf } from '../../../src/ingest/release.ts';
import { openTestEngine, type TestEngine } from '../../support/engine.ts';

const WASTE = [
  '記者：請問焚化廠何時恢復運轉？',
  '發言人：焚化廠三月起停機更換過濾設備，預計四月十五日恢復運轉。',
  '記者：對減少塑膠袋有什麼措施？',
  '發言人：我們將推動三項措施。第一，夜市攤販不得提供塑膠袋。第二，學校餐廳改用可重複使用的餐具。第三，便利商店設置回收機三百臺。',
].join('\n\n');
const TRAINS =
  '海湾市铁路公司今天公布，二月份旅客人数为128万人次。\n\n公司总经理表示：“春节期间加开了214班列车。”';
const FIGURES = '海灣市統計處公布，去年共有遊客三百萬人。\n\n統計處處長表示：「觀光業的就業人數增加兩成。」';

let opened: TestEngine;
let embedder: Embedder;

beforeAll(async () => {
  embedder = await openBundledEmbedder(path.join(BUNDLED_DIR, 'rilis-embed-1'));
  opened = await openTestEngine(embedder);
  const releases = [
    releaseOf('waste.txt', { title: '海灣市環境保護局記者會', text: WASTE }),
    releaseOf('trains.txt', { title: '海湾市铁路公司二月份旅客人数', text: TRAINS }),
    releaseOf('figures.txt', { title: '海灣市觀光統計', text: FIGURES }),
  ];
  await ingest(
    { store: opened.store, embedder },
    {
      // eslint-disable-next-line @typescript-eslint/require-await -- it is read as a stream
      reads: (async function* () {
        for (const release of releases) yield { kind: 'release', path: release.ref, release } as const;
      })(),
    },
  );
});

afterAll(async () => {
  await opened.close();
  await embedder.close();
});

async function quotesFor(question: string): Promise<readonly Quote[]> {
  const { answer } = await opened.engine.ask({ question });
  return answer.kind === 'answered' ? answer.quotes : [];
}

describe('traditional and simplified characters', () => {
  it.each(['焚化厂什么时候恢复运转？', '焚化廠什麼時候恢復運轉？'])(
    'find the same answer, which is quoted as it was written: %s',
    async (question) => {
      const [first] = await quotesFor(question);
      expect(first?.text).toContain('預計四月十五日恢復運轉');
      expect(WASTE).toContain(first?.text);
      expect(first?.role).toEqual({ kind: 'answer', speaker: '發言人' });
    },
  );

  it('of a question find what is written in the other script', async () => {
    const [first] = await quotesFor('春節期間加開了多少班列車？');
    expect(first?.text).toContain('春节期间加开了214班列车');
    expect(first?.speaker).toBe('公司总经理');
  });

  it('are read alike where points are told apart', async () => {
    const texts = (await quotesFor('减少塑料袋的三项措施有哪些？')).map(({ text }) => text);
    expect(texts).toEqual([
      '第一，夜市攤販不得提供塑膠袋。',
      '第二，學校餐廳改用可重複使用的餐具。',
      '第三，便利商店設置回收機三百臺。',
    ]);
    const [third] = await quotesFor('減少塑膠袋的第三項措施是什麼？');
    expect(third?.text).toBe(texts[2]);
  });

  it('of a speaker who is quoted stay as they were written', async () => {
    const [first] = await quotesFor('观光业的就业人数增加了多少？');
    expect(first?.speaker).toBe('統計處處長');
    expect(first?.header.title).toBe('海灣市觀光統計');
  });
});
