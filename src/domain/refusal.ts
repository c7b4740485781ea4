/** What is the case, as data: a code ("topic.what") and what its sentence needs. */
interface Fact {
  readonly code: string;
}

type TopicOf<F extends Fact> = F['code'] extends `${infer T}.${string}` ? T : never;

/**
 * An expected failure on its way out of a call that cannot return it as a value: the one error that
 * is not a bug. Whoever catches it says its fact; everything else that is thrown is a fault of
 * ours.
 */
export class Refusal<F extends Fact = Fact> extends Error {
  override readonly name = 'Refusal';
  readonly fact: F;

  /** @param cause - the host's own error behind it, for whoever has to look closer */
  constructor(fact: F, cause?: unknown) {
    super(fact.code, { cause });
    this.fact = fact;
  }
}

/** Whether something thrown is a refusal about a topic. */
export const isRefusal = <F extends Fact>(error: unknown, topic: TopicOf<F>): error is Refusal<F> =>
  error instanceof Refusal && (error.fact as Fact).code.startsWith(`${topic}.`);
