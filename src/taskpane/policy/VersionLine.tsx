import { Badge, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { LocalDate } from '#domain/calendar/local-date.ts';
import { isInForce } from '#domain/policy/in-force.ts';
import type { Policy } from '#domain/policy/policy.ts';
import { exampleName } from '#i18n/example-policy.ts';
import { type Speech, useSpeech } from '../speech.tsx';

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  line: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    borderLeft: `${tokens.strokeWidthThick} solid ${tokens.colorNeutralStroke1}`,
    marginLeft: tokens.spacingHorizontalXS,
  },
  version: {
    position: 'relative',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    display: 'flex',
    flexDirection: 'column',
  },
  dot: {
    position: 'absolute',
    left: `calc(-1 * ${tokens.spacingHorizontalXS} - ${tokens.strokeWidthThin})`,
    top: tokens.spacingVerticalMNudge,
    width: tokens.spacingHorizontalS,
    height: tokens.spacingHorizontalS,
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThick} solid ${tokens.colorNeutralStroke1}`,
    boxSizing: 'border-box',
  },
  now: {
    backgroundColor: tokens.colorCompoundBrandBackground,
    borderTopColor: tokens.colorCompoundBrandBackground,
    borderRightColor: tokens.colorCompoundBrandBackground,
    borderBottomColor: tokens.colorCompoundBrandBackground,
    borderLeftColor: tokens.colorCompoundBrandBackground,
  },
  head: { display: 'flex', gap: tokens.spacingHorizontalS, alignItems: 'center', flexWrap: 'wrap' },
  dates: {
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
    fontVariantNumeric: 'tabular-nums',
  },
});

interface Version {
  readonly name: string;
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
}

/** The policy's versions in the order of time, the one in force marked. */
export function VersionLine({
  policy,
  asOf,
}: {
  readonly policy: Policy;
  readonly asOf: LocalDate;
}): ReactNode {
  const styles = useStyles();
  const speech = useSpeech();
  const { words } = speech;
  return (
    <section className={styles.section}>
      <h2 className={styles.title}>{words.policy.versions}</h2>
      <ol className={styles.line}>
        {versionsOf(policy, exampleName(policy, speech.language)).map((version) => {
          const inForce = isInForce(version, asOf);
          return (
            <li
              key={`${version.name}${version.from ?? ''}${version.to ?? ''}`}
              className={styles.version}
            >
              <span aria-hidden className={mergeClasses(styles.dot, inForce && styles.now)} />
              <span className={styles.head}>
                {version.name}
                {inForce && <Badge appearance="tint">{words.policy.now}</Badge>}
              </span>
              <span className={styles.dates}>{rangeText(version, speech)}</span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function versionsOf({ components, example }: Policy, name: string): readonly Version[] {
  const versions = new Map<string, Version>();
  for (const { policy, from, to, ...component } of components) {
    const title = policy !== '' ? policy : example || name !== '' ? name : component.name;
    versions.set(`${title}${from ?? ''}:${to ?? ''}`, { name: title, from, to });
  }
  return [...versions.values()].sort((a, b) => (a.from ?? -Infinity) - (b.from ?? -Infinity));
}

function rangeText({ from, to }: Version, { words, day }: Speech): string {
  if (from === null && to === null) return words.policy.always;
  return words.policy.range(
    from === null ? words.policy.open : day(from),
    to === null ? words.policy.open : day(to),
  );
}
