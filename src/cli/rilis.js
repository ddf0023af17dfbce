#!/usr/bin/env node
// The package's command: starts the program with the loader that reads TypeScript.
import { register } from 'tsx/esm/api';

register();
await import('./main.ts');
