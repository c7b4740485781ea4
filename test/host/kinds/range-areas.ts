import { type Block, fullAddress } from '../address.ts';
import { type Kind, node } from '../kind.ts';
import { WireError } from '../protocol.ts';
import { type AreasRef, sheetById } from './range-access.ts';
import { formatKind } from './range-format.ts';
import { rangeKind } from './range.ts';

const areasKind: Kind<AreasRef> = {
  name: 'RangeCollection',
  items: (self) => self.blocks.map((block: Block) => node(rangeKind, { sheet: self.sheet, block })),
};

const MOST_AREAS = 1000;

export const rangeAreasKind: Kind<AreasRef> = {
  name: 'RangeAreas',
  referenced: true,
  get: {
    address: (self, host) =>
      self.blocks.map((block) => fullAddress(sheetById(host, self.sheet).name, block)).join(','),
    areaCount: (self) => self.blocks.length,
    cellCount: (self) => self.blocks.reduce((sum, block) => sum + block.rows * block.columns, 0),
  },
  go: {
    Areas: (self) => node(areasKind, self),
    Format: (self) => {
      if (self.blocks.length > MOST_AREAS) throw new WireError('InvalidArgument', 'too many areas');
      return node(formatKind, self);
    },
  },
};
