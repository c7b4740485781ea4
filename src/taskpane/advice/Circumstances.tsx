import {
  Button,
  Field,
  makeStyles,
  Radio,
  RadioGroup,
  Slider,
  tokens,
  Input,
  Select,
} from '@fluentui/react-components';
import { AddRegular, DeleteRegular } from '@fluentui/react-icons';
import { type ReactNode, useState } from 'react';
import type { Supposed } from '#application/session/pane-session.ts';
import { nothingSupposed } from '#domain/pipeline/suppositions.ts';
import { Decimal } from '#domain/money/decimal.ts';
import { useSpeech } from '../speech.tsx';
import { typedAmount } from '#domain/ledger/typed-answer.ts';
import type { Fen } from '#domain/money/fen.ts';

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  quiet: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
  add: { alignSelf: 'flex-start' },
});

const MOST_MARGIN = 30;

/**
 * What the ledger does not say and advice depends on: partners to pool with, the margin to keep,
 * who contracts.
 */
export function Circumstances({
  categories,
  onSuppose,
}: {
  readonly categories: readonly string[];
  readonly onSuppose: (
    supposed: Pick<Supposed, 'partners'> | Pick<Supposed, 'margin'> | Pick<Supposed, 'trade'>,
  ) => void;
}): ReactNode {
  const styles = useStyles();
  const { words } = useSpeech();
  const [partners, setPartners] = useState<readonly PartnerDraft[]>([]);
  const [margin, setMargin] = useState(0);
  const [trade, setTrade] = useState(nothingSupposed.trade.kind);
  const change = (next: readonly PartnerDraft[]): void => {
    setPartners(next);
    onSuppose({ partners: next.flatMap((draft) => partnerOf(draft, words.circumstances.unnamed)) });
  };
  return (
    <section className={styles.section} aria-label={words.circumstances.title}>
      <h2 className={styles.title}>{words.circumstances.title}</h2>
      {partners.map((draft, index) => (
        <PartnerRow
          key={index}
          draft={draft}
          categories={categories}
          onChange={(changed) =>
            change(partners.map((each, at) => (at === index ? changed : each)))
          }
          onRemove={() => change(partners.filter((_, at) => at !== index))}
        />
      ))}
      <Button
        className={styles.add}
        size="small"
        icon={<AddRegular />}
        onClick={() =>
          change([...partners, { name: '', category: categories[0] ?? '', amount: '' }])
        }
      >
        {words.circumstances.add}
      </Button>
      {partners.length > 0 && <p className={styles.quiet}>{words.circumstances.poolNote}</p>}
      <Field label={words.circumstances.margin(`${margin}%`)}>
        <Slider
          min={0}
          max={MOST_MARGIN}
          value={margin}
          onChange={(_, data) => {
            setMargin(data.value);
            onSuppose({ margin: new Decimal(data.value).div(100) });
          }}
        />
      </Field>
      <Field label={words.circumstances.trade}>
        <RadioGroup
          value={trade}
          onChange={(_, data) => {
            const kind = data.value === 'resale' ? 'resale' : 'agency';
            setTrade(kind);
            onSuppose({ trade: { ...nothingSupposed.trade, kind } });
          }}
        >
          <Radio value="agency" label={words.circumstances.agency} />
          <Radio value="resale" label={words.circumstances.resale} />
        </RadioGroup>
      </Field>
    </section>
  );
}

/** A row counts once it has an amount. */
function partnerOf(
  { name, category, amount }: PartnerDraft,
  unnamed: string,
): Supposed['partners'] {
  const yuan = salesOf(amount);
  return yuan === undefined
    ? []
    : [{ name: name.trim() || unnamed, sales: [{ category, amount: yuan }] }];
}

const usePartnerStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    gap: tokens.spacingHorizontalS,
    alignItems: 'start',
    padding: tokens.spacingHorizontalS,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  field: { minWidth: 0 },
  remove: { alignSelf: 'end', justifySelf: 'end' },
});

/** A partner as it is typed. */
interface PartnerDraft {
  readonly name: string;
  readonly category: string;
  readonly amount: string;
}

interface PartnerRowProps {
  readonly draft: PartnerDraft;
  readonly categories: readonly string[];
  readonly onChange: (draft: PartnerDraft) => void;
  readonly onRemove: () => void;
}

/** Who, of which category, how much. */
function PartnerRow({ draft, categories, onChange, onRemove }: PartnerRowProps): ReactNode {
  const styles = usePartnerStyles();
  const { words } = useSpeech();
  const wrong = draft.amount.trim() !== '' && salesOf(draft.amount) === undefined;
  return (
    <div className={styles.row}>
      <Field label={words.circumstances.partner} className={styles.field}>
        <Input
          input={NARROW}
          value={draft.name}
          onChange={(_, data) => onChange({ ...draft, name: data.value })}
        />
      </Field>
      <Field
        label={words.circumstances.sales}
        className={styles.field}
        {...(wrong ? { validationMessage: words.circumstances.badAmount } : {})}
      >
        <Input
          input={NARROW}
          inputMode="decimal"
          value={draft.amount}
          onChange={(_, data) => onChange({ ...draft, amount: data.value })}
        />
      </Field>
      <Field label={words.circumstances.category} className={styles.field}>
        <Select
          value={draft.category}
          onChange={(_, data) => onChange({ ...draft, category: data.value })}
        >
          {categories.map((category) => (
            <option key={category} value={category}>
              {category}
            </option>
          ))}
        </Select>
      </Field>
      <Button
        className={styles.remove}
        appearance="subtle"
        icon={<DeleteRegular />}
        aria-label={words.circumstances.remove(draft.name || words.circumstances.unnamed)}
        onClick={onRemove}
      />
    </div>
  );
}

/** An input is as wide as its text unless it is told to shrink. */
const NARROW = { style: { minWidth: 0, width: '100%' } } as const;

/** What partners sell is not below nought. */
function salesOf(text: string): Fen | undefined {
  const amount = typedAmount(text);
  return amount !== undefined && amount >= 0 ? amount : undefined;
}
