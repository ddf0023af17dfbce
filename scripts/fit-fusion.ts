// Fits how words and nearness are put together: `npm run fit:fusion -- --help`.
import { runFusionFit } from '../src/eval/fit-fusion.ts';

await runFusionFit(process.argv.slice(2));
