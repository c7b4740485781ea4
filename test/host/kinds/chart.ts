import { localAddress, parseAddress } from '../address.ts';
import { asFlag, asNumber, asText, field, isNode, type Kind, node, text } from '../kind.ts';
import type { ChartModel, SeriesModel, SheetModel } from '../model.ts';
import type { Wire } from '../protocol.ts';
import { WireError } from '../protocol.ts';
import { addressOfRange, type RangeRef } from './range-access.ts';
import type { Arg } from '../kind.ts';
import type { WireHost } from '../host.ts';

interface ChartRef {
  readonly sheet: SheetModel;
  readonly chart: ChartModel;
}
interface SeriesRef extends ChartRef {
  readonly series: SeriesModel;
}

const TYPES = new Set([
  'BarClustered',
  'BarStacked',
  'ColumnClustered',
  'ColumnStacked',
  'Line',
  'LineMarkers',
]);

const rangeText = (args: readonly Arg[], at: number, host: WireHost): string => {
  const given = args[at];
  if (!isNode(given) || given.kind.name !== 'Range')
    throw new WireError('InvalidArgument', 'a range is expected');
  return addressOfRange(given.self as RangeRef, host);
};

const seriesFillKind: Kind<SeriesRef> = {
  name: 'ChartFill',
  call: {
    SetSolidColor: (self, args, host) => host.journal.put(self.series, 'color', text(args, 0)),
    Clear: (self, _, host) => host.journal.put(self.series, 'color', ''),
  },
};
const seriesLineKind: Kind<SeriesRef> = {
  name: 'ChartLineFormat',
  set: {
    Color: (self, value, host) => host.journal.put(self.series, 'color', asText(value)),
    LineStyle: (self, value, host) => host.journal.put(self.series, 'lineStyle', asText(value)),
  },
};
const seriesFormatKind: Kind<SeriesRef> = {
  name: 'ChartSeriesFormat',
  go: { Fill: (self) => node(seriesFillKind, self), Line: (self) => node(seriesLineKind, self) },
};
const seriesKind: Kind<SeriesRef> = {
  name: 'ChartSeries',
  get: { name: (self) => self.series.name },
  set: {
    Name: (self, value, host) => host.journal.put(self.series, 'name', asText(value)),
    ChartType: (self, value, host) => {
      if (!TYPES.has(asText(value)))
        throw new WireError('InvalidArgument', `chart type ${asText(value)}`);
      host.journal.put(self.series, 'type', asText(value));
    },
    MarkerStyle: (self, value, host) => host.journal.put(self.series, 'markerStyle', asText(value)),
    MarkerSize: (self, value, host) => host.journal.put(self.series, 'markerSize', asNumber(value)),
    MarkerBackgroundColor: (self, value, host) =>
      host.journal.put(self.series, 'markerFill', asText(value)),
    MarkerForegroundColor: (self, value, host) =>
      host.journal.put(self.series, 'markerLine', asText(value)),
  },
  go: { Format: (self) => node(seriesFormatKind, self) },
  call: {
    SetValues: (self, args, host) =>
      host.journal.put(self.series, 'values', rangeText(args, 0, host)),
    SetXAxisValues: (self, args, host) =>
      host.journal.put(self.series, 'categories', rangeText(args, 0, host)),
    Delete: (self, _, host) => host.journal.remove(self.chart.series, self.series),
  },
};
const seriesCollection: Kind<ChartRef> = {
  name: 'ChartSeriesCollection',
  items: (self) => self.chart.series.map((series) => node(seriesKind, { ...self, series })),
  go: {
    Add: (self, args, host) => {
      const series: SeriesModel = {
        name: typeof args[0] === 'string' ? args[0] : '',
        values: '',
        categories: '',
        color: '',
      };
      host.journal.insert(self.chart.series, series);
      return node(seriesKind, { ...self, series });
    },
  },
};

const titleKind: Kind<ChartRef> = {
  name: 'ChartTitle',
  get: { text: (self) => self.chart.title, visible: (self) => self.chart.titleVisible },
  set: {
    Text: (self, value, host) => host.journal.put(self.chart, 'title', asText(value)),
    Visible: (self, value, host) => host.journal.put(self.chart, 'titleVisible', asFlag(value)),
  },
};
const legendKind: Kind<ChartRef> = {
  name: 'ChartLegend',
  set: {
    Visible: (self, value, host) => host.journal.put(self.chart.legend, 'visible', asFlag(value)),
    Position: (self, value, host) => host.journal.put(self.chart.legend, 'position', asText(value)),
  },
};
const valueAxisKind: Kind<ChartRef> = {
  name: 'ChartAxis',
  get: {
    numberFormat: (self) => self.chart.valueAxisFormat,
    minimum: (self) => self.chart.valueAxisMinimum,
  },
  set: {
    NumberFormat: (self, value, host) =>
      host.journal.put(self.chart, 'valueAxisFormat', asText(value)),
    Minimum: (self, value, host) =>
      host.journal.put(self.chart, 'valueAxisMinimum', asNumber(value)),
  },
};
const axesKind: Kind<ChartRef> = {
  name: 'ChartAxes',
  go: { ValueAxis: (self) => node(valueAxisKind, self) },
};

const chartField = <K extends 'name' | 'title'>(
  name: K,
): { set: (self: ChartRef, value: Wire, host: WireHost) => void } => ({
  set: (self, value, host) => field<ChartModel, K>(name, asText).set(self.chart, value, host),
});

const chartKind: Kind<ChartRef> = {
  name: 'Chart',
  identity: (self) => ({ Id: self.chart.id }),
  get: {
    name: (self) => self.chart.name,
    id: (self) => self.chart.id,
    chartType: (self) => self.chart.type,
  },
  set: { Name: chartField('name').set },
  go: {
    Title: (self) => node(titleKind, self),
    Legend: (self) => node(legendKind, self),
    Axes: (self) => node(axesKind, self),
    Series: (self) => node(seriesCollection, self),
  },
  call: {
    SetPosition: (self, args, host) => {
      host.journal.put(self.chart, 'from', cell(args, 0));
      host.journal.put(self.chart, 'to', cell(args, 1));
    },
    Delete: (self, _, host) => host.journal.remove(self.sheet.charts, self.chart),
  },
};

function cell(args: readonly Arg[], at: number): string {
  const given = args[at];
  return localAddress(
    isNode(given) ? (given.self as RangeRef).block : parseAddress(text(args, at)),
  );
}

export const chartCollection: Kind<SheetModel> = {
  name: 'ChartCollection',
  item: (self, key) => {
    const chart = self.charts.find(
      (candidate) => candidate.name === String(key) || candidate.id === String(key),
    );
    return chart ? node(chartKind, { sheet: self, chart }) : null;
  },
  items: (self) => self.charts.map((chart) => node(chartKind, { sheet: self, chart })),
  go: {
    Add: (self, args, host) => {
      const type = text(args, 0);
      if (!TYPES.has(type)) throw new WireError('InvalidArgument', `chart type ${type}`);
      if (self.protection) throw new WireError('AccessDenied');
      const source = args[1];
      if (!isNode(source) || (source.self as RangeRef).sheet !== self.id)
        throw new WireError('InvalidArgument', 'the source must be a range of this sheet');
      if (args[2] !== 'Columns' && args[2] !== 'Rows')
        throw new WireError('InvalidArgument', 'never leave seriesBy to Excel');
      const { block } = source.self as RangeRef;
      const count = args[2] === 'Columns' ? block.columns : block.rows;
      const id = `{chart-${host.model.nextId++}}`;
      const chart: ChartModel = {
        id,
        name: `Chart ${self.charts.length + 1}`,
        type,
        title: '',
        titleVisible: true,
        legend: { visible: true, position: 'Right' },
        valueAxisFormat: 'General',
        valueAxisMinimum: null,
        series: Array.from({ length: count }, () => ({
          name: '',
          values: rangeText(args, 1, host),
          categories: '',
          color: '',
        })),
        from: '',
        to: '',
      };
      host.journal.insert(self.charts, chart);
      return node(chartKind, { sheet: self, chart });
    },
  },
};
