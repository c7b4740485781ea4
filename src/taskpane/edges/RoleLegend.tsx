import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { EDGE_ROLES, type EdgeOrder, type EdgeRole } from '#domain/edge/edge-order.ts';
import { ROLE_FILLS } from '#pages/page-look.ts';
import { useSpeech } from '../speech.tsx';

const useStyles = makeStyles({
  legend: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  entry: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  swatch: {
    flexShrink: 0,
    width: tokens.spacingHorizontalL,
    height: tokens.spacingVerticalM,
    borderRadius: tokens.borderRadiusSmall,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStrokeAccessible}`,
    forcedColorAdjust: 'none',
  },
});

/** The fill that the role's rows have in the sheet: the very colour, in every theme. */
export function RoleSwatch({ role }: { readonly role: EdgeRole }): ReactNode {
  const styles = useStyles();
  return (
    <span
      aria-hidden
      className={mergeClasses(styles.swatch)}
      style={{ backgroundColor: ROLE_FILLS[role] }}
    />
  );
}

/** Which colour means what, for the roles that are there. */
export function RoleLegend({ edges }: { readonly edges: readonly EdgeOrder[] }): ReactNode {
  const styles = useStyles();
  const { words } = useSpeech();
  const present = new Set(edges.map((edge) => edge.role));
  return (
    <ul className={styles.legend} aria-label={words.edges.legend}>
      {EDGE_ROLES.filter((role) => present.has(role)).map((role) => (
        <li key={role} className={styles.entry}>
          <RoleSwatch role={role} />
          {words.edges.roles[role]}
        </li>
      ))}
    </ul>
  );
}
