// LangChain.js: whole releases cut by its own splitter, in an HNSW graph as its HNSWLib store builds it. The store's class
// itself lives in @langchain/community, which brings a hundred packages that ask for Node 22; what it does is these calls.
import { RecursiveCharacterTextSplitter } from '@langchain/textsplitters';
import hnswlib from 'hnswlib-node';
import { openPassageEmbedder } from '../../engine/open.ts';
import { WANTED, type OpenRanker } from './alternative.ts';

interface ChunkMetadata {
  readonly ref: string;
  readonly language: string;
}

const { HierarchicalNSW } = hnswlib;

export const openLangChain: OpenRanker = async ({ config, store, embedder }) => {
  const releases = [...store.releasesAfter(0)].map(({ release }) => release);
  // Its defaults: 1,000 characters, 200 of them shared with the chunk before.
  const chunks = await new RecursiveCharacterTextSplitter().createDocuments(
    releases.map(({ title, text }) => `${title}\n\n${text}`),
    releases.map(({ ref, language }): ChunkMetadata => ({ ref, language })),
  );
  const workers = await openPassageEmbedder(config);
  const vectors = await workers.embedPassages(chunks.map(({ pageContent }) => pageContent));
  await workers.close();
  const graph = new HierarchicalNSW('cosine', embedder.dimensions);
  graph.initIndex(Math.max(1, chunks.length));
  vectors.forEach((vector, label) => {
    graph.addPoint(Array.from(vector), label);
  });
  const about = chunks.map(({ metadata }) => metadata as unknown as ChunkMetadata);
  return ({ vector, language }) => {
    const passes = (label: number): boolean => about[label]?.language === language;
    const { neighbors } = graph.searchKnn(
      Array.from(vector),
      Math.min(WANTED, chunks.length),
      language === undefined ? undefined : passes,
    );
    return neighbors.map((label) => about[label]?.ref ?? '');
  };
};
