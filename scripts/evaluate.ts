// Measures answers: `npm run eval -- --help`.
import { evaluate } from '../src/eval/evaluate.ts';

await evaluate(process.argv.slice(2));
