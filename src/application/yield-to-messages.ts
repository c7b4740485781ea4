/** Lets messages in between two long computations: a stop that came meanwhile ends the work. */
export async function yieldToMessages(signal?: AbortSignal): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 0));
  signal?.throwIfAborted();
}
