// Measures speed and memory: `npm run bench -- --help`.
import { bench } from '../src/eval/bench.ts';

await bench(process.argv.slice(2));
