// Fits how sure an answer is: `npm run fit:confidence -- --help`.
import { fitConfidence } from '../src/eval/fit-confidence.ts';

await fitConfidence(process.argv.slice(2));
