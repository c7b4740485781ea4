import { ChevronDownRegular, ChevronRightRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';

/** Opens and closes the panel of this id, and says which it is. */
export function FoldButton({
  open,
  panel,
  onFold,
  className,
  children,
}: {
  readonly open: boolean;
  readonly panel: string;
  readonly onFold: (open: boolean) => void;
  readonly className: string;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <button
      type="button"
      className={className}
      aria-expanded={open}
      aria-controls={panel}
      onClick={() => onFold(!open)}
    >
      {open ? <ChevronDownRegular /> : <ChevronRightRegular />}
      {children}
    </button>
  );
}
