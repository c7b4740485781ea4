/**
 * Functions that came after Excel 2007 are stored behind `_xlfn.`, a few of them behind
 * `_xlfn._xlws.`; written plainly, Excel shows #NAME? until each cell is typed again. From the list
 * in Microsoft's "Issue: An _xlfn. prefix is displayed in front of a formula".
 */
const LATER =
  'ACOT,ACOTH,AGGREGATE,ANCHORARRAY,ARABIC,ARRAYTOTEXT,BASE,BETA.DIST,BETA.INV,BINOM.DIST,' +
  'BINOM.DIST.RANGE,BINOM.INV,BITAND,BITLSHIFT,BITOR,BITRSHIFT,BITXOR,BYCOL,BYROW,CEILING.MATH,' +
  'CEILING.PRECISE,CHISQ.DIST,CHISQ.DIST.RT,CHISQ.INV,CHISQ.INV.RT,CHISQ.TEST,CHOOSECOLS,' +
  'CHOOSEROWS,COMBINA,CONCAT,CONFIDENCE.NORM,CONFIDENCE.T,COT,COTH,COVARIANCE.P,COVARIANCE.S,' +
  'CSC,CSCH,DAYS,DECIMAL,DROP,ERF.PRECISE,ERFC.PRECISE,EXPAND,EXPON.DIST,F.DIST,F.DIST.RT,' +
  'F.INV,F.INV.RT,F.TEST,FIELDVALUE,FLOOR.MATH,FLOOR.PRECISE,FORECAST.ETS,FORECAST.LINEAR,' +
  'FORMULATEXT,GAMMA,GAMMA.DIST,GAMMA.INV,GAMMALN.PRECISE,GAUSS,HSTACK,HYPGEOM.DIST,IFNA,IFS,' +
  'IMCOSH,IMCOT,IMCSC,IMCSCH,IMSEC,IMSECH,IMSINH,IMTAN,ISFORMULA,ISOMITTED,ISOWEEKNUM,LAMBDA,' +
  'LET,LOGNORM.DIST,LOGNORM.INV,MAKEARRAY,MAP,MAXIFS,MINIFS,MODE.MULT,MODE.SNGL,MUNIT,' +
  'NEGBINOM.DIST,NETWORKDAYS.INTL,NORM.DIST,NORM.INV,NORM.S.DIST,NORM.S.INV,NUMBERVALUE,' +
  'PDURATION,PERCENTILE.EXC,PERCENTILE.INC,PERCENTRANK.EXC,PERCENTRANK.INC,PERMUTATIONA,PHI,' +
  'POISSON.DIST,QUARTILE.EXC,QUARTILE.INC,RANDARRAY,RANK.AVG,RANK.EQ,REDUCE,RRI,SCAN,SEC,SECH,' +
  'SEQUENCE,SHEET,SHEETS,SINGLE,SKEW.P,SORTBY,STDEV.P,STDEV.S,SWITCH,T.DIST,T.DIST.2T,' +
  'T.DIST.RT,T.INV,T.INV.2T,T.TEST,TAKE,TEXTAFTER,TEXTBEFORE,TEXTJOIN,TEXTSPLIT,TOCOL,TOROW,' +
  'UNICHAR,UNICODE,UNIQUE,VALUETOTEXT,VAR.P,VAR.S,VSTACK,WEIBULL.DIST,WORKDAY.INTL,WRAPCOLS,' +
  'WRAPROWS,XLOOKUP,XMATCH,XOR,Z.TEST';
const WORKSHEET = 'FILTER,SORT';

const PREFIX = new Map([
  ...LATER.split(',').map((name) => [name, '_xlfn.'] as const),
  ...WORKSHEET.split(',').map((name) => [name, '_xlfn._xlws.'] as const),
]);
const CALL = /(?<![\w.])([A-Z][A-Z0-9.]*)(?=\()/gi;

/** A formula as typed, with the names as files store them. Text in quotes is left alone. */
export const storedNames = (formula: string): string =>
  formula
    .split('"')
    .map((piece, i) =>
      i % 2 === 0
        ? piece.replace(CALL, (name) => (PREFIX.get(name.toUpperCase()) ?? '') + name)
        : piece,
    )
    .join('"');

/** A stored formula as a person would type it. */
export const typedNames = (formula: string): string =>
  formula.replace(/_xlfn\.(?:_xlws\.)?|_xlws\.|_xludf\.|_xldudf_/g, '');
