import { forecastView } from '#application/advise/forecast-view.ts';
import { fen } from '#domain/money/fen.ts';
import { rate } from '../examples/components.ts';
import { ASOF, type Part, analysisOf, componentOf } from './any-rebates.ts';
import { policyOf } from './typed-rebates.ts';

const PART: Part = {
  base: 'gross',
  edge: 'at',
  scheme: 'whole',
  trueUp: false,
  weight: '1',
  step: 20,
  rates: [20, 60],
};
const sold = (['基础', '安全'] as const).map((category) => ({
  category,
  amount: fen(100_000_00),
  day: ASOF,
}));
const deal = { category: '基础' as const, amount: fen(150_000_00), chance: 50, supposed: null };

/** The components of each picture, where those of other categories count so much. */
const picturesOf = (others: string) => {
  const components = ['基础', '安全'].map((name) =>
    componentOf(name, PART, { counts: { weights: { [name]: rate('1') }, others: rate(others) } }),
  );
  const { forecast } = analysisOf(policyOf(...components), sold, [deal]);
  return forecastView(forecast).pictures.map(({ components: names }) => names);
};

it('draws windows once that wait for the same sales', () => {
  expect(picturesOf('1')).toEqual([['基础', '安全']]);
});

it('draws two apart that have sold the same and wait for other deals', () => {
  expect(picturesOf('0')).toEqual([['基础'], ['安全']]);
});
