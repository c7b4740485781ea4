import { Button, makeStyles, tokens } from '@fluentui/react-components';
import {
  Component,
  type ComponentType,
  lazy,
  type LazyExoticComponent,
  type ReactNode,
  Suspense,
  useState,
} from 'react';
import { useSpeech } from './speech.tsx';

/** A page of the pane whose code comes after the first paint. */
interface LatePart<P> {
  /** Begins to fetch the code, once; a failed attempt may be made again. */
  fetch(): Promise<{ readonly default: ComponentType<P> }>;
}

export function latePart<P>(load: () => Promise<ComponentType<P>>): LatePart<P> {
  let loading: Promise<{ readonly default: ComponentType<P> }> | null = null;
  return {
    fetch: () => {
      loading ??= load().then(
        (part) => ({ default: part }),
        (error: unknown) => {
          loading = null;
          throw error;
        },
      );
      return loading;
    },
  };
}

/**
 * Shows a late part. Where its code cannot be fetched (offline, a new version on the server), or it
 * breaks, a sentence and a way to try again stand in its place; the rest of the pane stays.
 */
export function Part<P extends object>({
  part,
  props,
}: {
  readonly part: LatePart<P>;
  readonly props: P;
}): ReactNode {
  // A lazy component keeps its failure: a new attempt is a new one.
  const [{ View, attempt }, setTry] = useState(() => tryOf(part, 0));
  return (
    <Boundary key={attempt} what="part" onRetry={() => setTry(tryOf(part, attempt + 1))}>
      <Suspense>
        <View {...props} />
      </Suspense>
    </Boundary>
  );
}

interface Try<P> {
  readonly View: LazyExoticComponent<ComponentType<P>>;
  readonly attempt: number;
}

const tryOf = <P,>(part: LatePart<P>, attempt: number): Try<P> => ({
  View: lazy(() => part.fetch()),
  attempt,
});

/** Keeps a failure below from blanking what is around it. */
export class Boundary extends Component<
  {
    readonly what: 'part' | 'pane';
    readonly onRetry: () => void;
    readonly children: ReactNode;
  },
  { readonly failed: boolean }
> {
  override state = { failed: false };

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override componentDidCatch(error: unknown): void {
    console.error(error);
  }

  override render(): ReactNode {
    const { what, onRetry, children } = this.props;
    return this.state.failed ? <Broken what={what} onRetry={onRetry} /> : children;
  }
}

const useStyles = makeStyles({
  broken: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalM,
  },
  sentence: { margin: 0 },
});

function Broken({
  what,
  onRetry,
}: {
  readonly what: 'part' | 'pane';
  readonly onRetry: () => void;
}): ReactNode {
  const styles = useStyles();
  const { words } = useSpeech();
  return (
    <div className={styles.broken} role="alert">
      <p className={styles.sentence}>{words.broken[what]}</p>
      <Button onClick={onRetry}>{words.broken.reload}</Button>
    </div>
  );
}
