import { type Kind, node, whole } from '../kind.ts';
import type { WorkbookModel } from '../model.ts';

interface FunctionResult {
  readonly value: number;
}

const functionResultKind: Kind<FunctionResult> = {
  name: 'FunctionResult',
  get: { value: (self) => self.value, error: () => null },
};

/** Only DATE, which tells the workbook's date system. */
export const functionsKind: Kind<WorkbookModel> = {
  name: 'Functions',
  go: {
    Date: (self, args) => {
      const since1900 = Math.round(
        (Date.UTC(whole(args, 0), whole(args, 1) - 1, whole(args, 2)) - Date.UTC(1899, 11, 30)) /
          86_400_000,
      );
      return node(functionResultKind, { value: self.date1904 ? since1900 - 1462 : since1900 });
    },
  },
};
