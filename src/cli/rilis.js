#!/usr/bin/env node
// The package's command.
import { fileURLToPath } from 'node:url';
import { start } from '../launch/start.js';

await start(fileURLToPath(new URL('./main.ts', import.meta.url)));
