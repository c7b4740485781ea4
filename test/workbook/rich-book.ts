import { bookParts, MAIN, relationships, RELS, zipOf, type Parts } from './fixture.ts';

/**
 * Everything a user's sheet may carry that a careless copy loses. Order data in A1:D6; row 5 is
 * `<row …/>`, cells are missing in row 4.
 */
export const RICH_SHEET =
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<worksheet xmlns="${MAIN}" ` +
  `xmlns:r="${RELS}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" ` +
  'mc:Ignorable="x14ac" ' +
  'xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac" ' +
  'xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main">' +
  '<sheetPr filterMode="1"><tabColor rgb="FF00B050"/></sheetPr><dimension ref="A1:F6"/>' +
  '<sheetViews><sheetView tabSelected="1" workbookViewId="0"><pane ySplit="1" ' +
  'topLeftCell="A2" state="frozen"/></sheetView></sheetViews>' +
  '<sheetFormatPr defaultRowHeight="14.25" x14ac:dyDescent="0.2"/><cols><col min="1" ' +
  'max="1" width="18.5" customWidth="1"/><col min="4" max="4" width="9" style="3" ' +
  'customWidth="1"/></cols>' +
  '<sheetData><row r="1" spans="1:6" ht="20" customHeight="1" x14ac:dyDescent="0.2"><c ' +
  'r="A1" s="1" t="s"><v>0</v></c><c r="B1" s="1" t="s"><v>1</v></c><c r="C1" s="1" ' +
  't="inlineStr"><is><t>备注</t></is></c><c r="D1" t="str"><f>"比"&amp;"例"</f><v>比例</v>' +
  '</c></row>\n' +
  '<row r="2" spans="1:6" x14ac:dyDescent="0.2"><c r="A2" t="s"><v>2</v></c><c r="B2" s="2">' +
  '<v>86400</v></c><c r="C2" s="4"/><c r="D2" s="3"><f t="shared" ref="D2:D4" ' +
  'si="0">B2/1000000</f><v>0.0864</v></c><c r="F2" cm="1"><f t="array" ' +
  'ref="F2:F3">_xlfn.UNIQUE(A2:A3)</f><v>1</v></c></row>' +
  '<row r="3" spans="1:6"><c r="A3" t="s"><v>3</v></c><c r="B3" s="2" ><v>45800.5</v></c><c ' +
  'r="C3"/><c r="D3" s="3"><f t="shared" si="0"/><v>0.0458</v></c><c r="F3"><v>2</v></c></row>' +
  '<row r="4" spans="1:6" s="5" customFormat="1"><c r="A4" t="s"><v>2</v></c><c r=\'D4\' ' +
  's=\'3\'><f t="shared" si="0"/><v>0</v></c></row>' +
  '<row r="5" spans="1:6" hidden="1" />' +
  '<row r="6"><c r="A6" t="e"><v>#N/A</v></c></row></sheetData>' +
  '<sheetProtection algorithmName="SHA-512" hashValue="qJ8x0uGkHjlc9oRrVfYB3g==" ' +
  'saltValue="pXbYw0yX8V0=" spinCount="100000" sheet="1" objects="1" scenarios="1"/>' +
  '<protectedRanges><protectedRange sqref="C2:C9" name="notes"/></protectedRanges>' +
  '<autoFilter ref="A1:D6"><filterColumn colId="0"><filters><filter val="甲"/></filters>' +
  '</filterColumn><sortState ref="A2:D6"><sortCondition ref="B2:B6" descending="1"/>' +
  '</sortState></autoFilter>' +
  '<mergeCells count="1"><mergeCell ref="A8:B8"/></mergeCells>' +
  '<conditionalFormatting sqref="B2:B6"><cfRule type="dataBar" priority="1"><dataBar><cfvo ' +
  'type="min"/><cfvo type="max"/><color rgb="FF638EC6"/></dataBar><extLst><ext ' +
  'uri="{B025F937-C7B1-47D3-B67F-A62EFF666E3E}">' +
  '<x14:id>{00000000-0001-0000-0000-000000000001}</x14:id></ext></extLst></cfRule>' +
  '</conditionalFormatting>' +
  '<dataValidations count="1"><dataValidation type="list" sqref="C2:C6">' +
  '<formula1>"是,否"</formula1></dataValidation></dataValidations>' +
  '<hyperlinks><hyperlink ref="A2" r:id="rId4" display="甲"/></hyperlinks><pageMargins ' +
  'left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><pageSetup ' +
  'paperSize="9" r:id="rId5"/>' +
  '<customProperties><customPr name="theirs" r:id="rId6"/></customProperties><drawing ' +
  'r:id="rId1"/><legacyDrawing r:id="rId2"/><tableParts count="1"><tablePart r:id="rId3"/>' +
  '</tableParts>' +
  '<extLst><ext xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" ' +
  'uri="{05C60535-1F16-4fd2-B633-F4F36F0B64E0}"><x14:sparklineGroups ' +
  'xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:sparklineGroup>' +
  '<x14:sparklines><x14:sparkline><xm:f>Sheet1!B2:B6</xm:f><xm:sqref>E2</xm:sqref>' +
  '</x14:sparkline></x14:sparklines></x14:sparklineGroup></x14:sparklineGroups></ext><ext ' +
  'uri="{FFFFFFFF-0000-0000-0000-000000000000}"><unknown:thing ' +
  'xmlns:unknown="urn:unknown">keep &amp; me</unknown:thing></ext></extLst></worksheet>';

export const RICH_STYLES =
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="${MAIN}" ` +
  'xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac">' +
  '<numFmts count="1"><numFmt numFmtId="176" formatCode="#,##0.00_ "/></numFmts><fonts ' +
  'count="2"><font><sz val="11"/><name val="等线"/><family val="3"/><charset val="134"/>' +
  '</font><font><b/><sz val="11"/><name val="等线"/></font></fonts>' +
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill ' +
  'patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor theme="4" ' +
  'tint="0.8"/><bgColor indexed="64"/></patternFill></fill></fills>' +
  '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>' +
  '<left style="thin"><color auto="1"/></left><right/><top/><bottom/><diagonal/></border>' +
  '</borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="6"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf ' +
  'numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1"/>' +
  '<xf numFmtId="176" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" ' +
  'applyBorder="1"><alignment horizontal="right" indent="1"/><protection locked="0"/></xf>' +
  '<xf numFmtId="10" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf ' +
  'numFmtId="0" fontId="0" fillId="2" borderId="0" xfId="0" applyFill="1"/><xf numFmtId="4" ' +
  'fontId="0" fillId="2" borderId="0" xfId="0"/></cellXfs>' +
  '<cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles><dxfs ' +
  'count="1"><dxf><font><color rgb="FFFF0000"/></font></dxf></dxfs><tableStyles count="0" ' +
  'defaultTableStyle="TableStyleMedium2"/><extLst><ext ' +
  'uri="{EB79DEF2-80B8-43e5-95BD-54CBDDF9020C}"><x/></ext></extLst></styleSheet>';

const CHART =
  '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart>' +
  '<c:plotArea/></c:chart></c:chartSpace>';
const OFFICE = 'application/vnd.openxmlformats-officedocument';

export function richParts(): Parts {
  const parts = bookParts({
    sheets: {
      '订单 2025': RICH_SHEET,
      其他:
        `<worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1"><v>1</v></c></row>` +
        '</sheetData></worksheet>',
    },
    styles: RICH_STYLES,
    strings: ['<t>订单号</t>', '<t>金额</t>', '<t>甲</t>', '<t>乙</t>'],
    more: {
      'xl/worksheets/_rels/sheet1.xml.rels': relationships(
        ['rId1', 'drawing', '../drawings/drawing1.xml'],
        ['rId2', 'vmlDrawing', '../drawings/vmlDrawing1.vml'],
        ['rId3', 'table', '../tables/table1.xml'],
        ['rId5', 'printerSettings', '../printerSettings/printerSettings1.bin'],
        ['rId6', 'customProperty', '../customProperty1.bin'],
        ['rId7', 'comments', '../comments1.xml'],
      ).replace(
        '</Relationships>',
        `<Relationship Id="rId4" Type="${RELS}/hyperlink" ` +
          'Target="https://example.com/?a=1&amp;b=2" TargetMode="External"/></Relationships>',
      ),
      'xl/drawings/drawing1.xml':
        '<xdr:wsDr ' +
        'xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"/>',
      'xl/drawings/_rels/drawing1.xml.rels': relationships(
        ['rId1', 'chart', '../charts/chart1.xml'],
        ['rId2', 'image', '../media/image1.png'],
      ),
      'xl/drawings/vmlDrawing1.vml':
        '<xml xmlns:v="urn:schemas-microsoft-com:vml"><v:shape></v:shape><br></xml>',
      'xl/charts/chart1.xml': CHART,
      'xl/media/image1.png': Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919) & 255),
      'xl/comments1.xml':
        `<comments xmlns="${MAIN}"><authors><author>王</author></authors><commentList/>` +
        '</comments>',
      'xl/tables/table1.xml':
        `<table xmlns="${MAIN}" id="1" name="订单" displayName="订单" ref="A1:D6"><tableColumns ` +
        'count="4"/></table>',
      'xl/printerSettings/printerSettings1.bin': Uint8Array.from([1, 2, 3, 0, 255]),
      'xl/customProperty1.bin': Uint8Array.from([0x41, 0]),
      'xl/calcChain.xml': `<calcChain xmlns="${MAIN}"><c r="D2" i="1"/></calcChain>`,
      'xl/metadata.xml': `<metadata xmlns="${MAIN}"/>`,
      'xl/externalLinks/externalLink1.xml': `<externalLink xmlns="${MAIN}"/>`,
      'xl/webextensions/webextension1.xml':
        '<we:webextension ' +
        'xmlns:we="http://schemas.microsoft.com/office/webextensions/webextension/2010/11" ' +
        'id="{X}"/>',
      'xl/webextensions/taskpanes.xml':
        '<wetp:taskpanes ' +
        'xmlns:wetp="http://schemas.microsoft.com/office/webextensions/taskpanes/2010/11"/>',
      'customXml/item1.xml': '<b:other xmlns:b="urn:theirs">not ours</b:other>',
      'docProps/custom.xml':
        '<Properties ' +
        'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>',
      'docProps/core.xml':
        '<cp:coreProperties ' +
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>',
      'xl/vbaProject.bin': Uint8Array.from({ length: 300 }, (_, i) => i & 255),
    },
  });
  parts['xl/workbook.xml'] =
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<workbook xmlns="${MAIN}" ` +
    `xmlns:r="${RELS}"><fileVersion appName="xl" lastEdited="7"/><workbookPr ` +
    'codeName="ThisWorkbook"/><bookViews><workbookView activeTab="0"/></bookViews><sheets>' +
    '<sheet name="订单 2025" sheetId="7" r:id="rId1"/><sheet name="其他" sheetId="9" ' +
    'state="hidden" r:id="rId2"/></sheets><definedNames><definedName ' +
    `name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">'订单 ` +
    `2025'!$A$1:$D$6</definedName><definedName name="汇率">7.1</definedName></definedNames>` +
    '<calcPr calcId="162913" iterate="1"/><extLst><ext uri="{x}"/></extLst></workbook>';
  parts['xl/_rels/workbook.xml.rels'] = String(parts['xl/_rels/workbook.xml.rels']).replace(
    '</Relationships>',
    `<Relationship Id="rId90" Type="${RELS}/calcChain" Target="calcChain.xml"/>` +
      `<Relationship Id="rId91" Type="${RELS}/sheetMetadata" Target="metadata.xml"/>` +
      `<Relationship Id="rId92" Type="${RELS}/externalLink" ` +
      'Target="externalLinks/externalLink1.xml"/><Relationship Id="rId93" ' +
      `Type="${RELS}/customXml" Target="../customXml/item1.xml"/></Relationships>`,
  );
  parts['[Content_Types].xml'] = String(parts['[Content_Types].xml']).replace(
    '</Types>',
    '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/><Default ' +
      'Extension="png" ContentType="image/png"/><Default Extension="vml" ' +
      `ContentType="${OFFICE}.vmlDrawing"/><Override PartName="/xl/charts/chart1.xml" ` +
      `ContentType="${OFFICE}.drawingml.chart+xml"/></Types>`,
  );
  return parts;
}

export const richBook = (): Uint8Array => zipOf(richParts());
