import {
  Button,
  Checkbox,
  Field,
  Input,
  makeStyles,
  Radio,
  RadioGroup,
  Select,
  Slider,
  tokens,
} from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import type { Settings } from '#application/memory/settings.ts';
import { isoDate, parseIsoDate } from '#domain/calendar/local-date.ts';
import { EDGE_ROLES, type EdgeRole } from '#domain/edge/edge-order.ts';
import { Decimal } from '#domain/money/decimal.ts';
import type { Language } from '#domain/language.ts';
import { RoleSwatch } from '../edges/RoleLegend.tsx';
import { useSpeech } from '../speech.tsx';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
  colour: { display: 'flex', alignItems: 'center' },
  fieldset: { margin: 0, padding: 0, border: 'none' },
  legend: { padding: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  actions: { display: 'flex', gap: tokens.spacingHorizontalS, flexWrap: 'wrap' },
});

const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
const LANGUAGES: readonly { readonly language: Language; readonly name: string }[] = [
  { language: 'zh-CN', name: '中文' },
  { language: 'en-US', name: 'English' },
];

interface SettingsPageProps {
  readonly settings: Settings;
  readonly language: Language;
  readonly onLanguage: (language: Language) => void;
  readonly onApply: (settings: Settings) => void;
  readonly onForget: () => void;
  readonly onClose: () => void;
}

/** Year, as-of day, what counts as near, which colours, which language. */
export function SettingsPage({
  settings,
  language,
  onLanguage,
  onApply,
  onForget,
  onClose,
}: SettingsPageProps): ReactNode {
  const styles = useStyles();
  const { words, share } = useSpeech();
  const [draft, setDraft] = useState(settings);
  const [asOf, setAsOf] = useState(settings.asOf === null ? '' : isoDate(settings.asOf));
  const day = asOf.trim() === '' ? null : parseIsoDate(asOf.trim());
  const nearPercent = draft.nearWindow.times(100).toNumber();
  const colour = (role: EdgeRole, on: boolean): void =>
    setDraft({
      ...draft,
      coloured: EDGE_ROLES.filter((each) => (each === role ? on : draft.coloured.includes(each))),
    });
  return (
    <div className={styles.root}>
      <h1 className={styles.title}>{words.settings.title}</h1>
      <Field label={words.settings.language}>
        <RadioGroup
          layout="horizontal"
          value={language}
          onChange={(_, data) =>
            onLanguage(LANGUAGES.find((each) => each.language === data.value)?.language ?? language)
          }
        >
          {LANGUAGES.map((each) => (
            <Radio key={each.language} value={each.language} label={each.name} />
          ))}
        </RadioGroup>
      </Field>
      <Field label={words.settings.yearStart} hint={words.settings.yearStartHint}>
        <Select
          value={draft.yearStart === null ? '' : String(draft.yearStart)}
          onChange={(_, data) =>
            setDraft({ ...draft, yearStart: data.value === '' ? null : Number(data.value) })
          }
        >
          <option value="">{words.settings.asPolicy}</option>
          {MONTHS.map((month) => (
            <option key={month} value={month}>
              {words.settings.month(month)}
            </option>
          ))}
        </Select>
      </Field>
      <Field
        label={words.settings.asOf}
        hint={words.settings.asOfHint}
        {...(day === undefined ? { validationMessage: words.settings.badDate } : {})}
      >
        <Input value={asOf} placeholder="2025-12-31" onChange={(_, data) => setAsOf(data.value)} />
      </Field>
      <Field
        label={`${words.settings.nearWindow} ${share(draft.nearWindow)}`}
        hint={words.settings.nearWindowHint}
      >
        <Slider
          min={0}
          max={50}
          value={nearPercent}
          onChange={(_, data) =>
            setDraft({ ...draft, nearWindow: new Decimal(data.value).div(100) })
          }
        />
      </Field>
      <fieldset className={styles.fieldset}>
        <legend className={styles.legend}>{words.settings.colours}</legend>
        {EDGE_ROLES.map((role) => (
          <div key={role} className={styles.colour}>
            <Checkbox
              checked={draft.coloured.includes(role)}
              label={words.edges.roles[role]}
              onChange={(_, data) => colour(role, data.checked === true)}
            />
            <RoleSwatch role={role} />
          </div>
        ))}
      </fieldset>
      <div className={styles.actions}>
        <Button
          appearance="primary"
          disabledFocusable={day === undefined}
          title={day === undefined ? words.settings.badDate : undefined}
          onClick={() => onApply({ ...draft, asOf: day ?? null })}
        >
          {words.settings.apply}
        </Button>
        <Button onClick={onClose}>{words.actions.close}</Button>
      </div>
      <Field label={words.settings.kept} hint={words.settings.keptHint}>
        <Button onClick={onForget}>{words.settings.forget}</Button>
      </Field>
    </div>
  );
}
