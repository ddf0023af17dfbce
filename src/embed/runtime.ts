// Holds the model runtime's native library in the process.

/**
 * Loads the library into this thread and keeps it. A process that ends the last thread that had it can never load it
 * again ("Module did not self-register"), so whoever starts embedding threads calls this first. About 40 ms, once.
 */
export async function holdRuntime(): Promise<void> {
  await import('onnxruntime-node');
}
