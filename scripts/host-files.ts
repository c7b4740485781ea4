import { readFileSync } from 'node:fs';
import { SPECS } from '#functions/specs.ts';
import type { Language } from '#domain/language.ts';
import { guidePage } from './guide-page.ts';
import { functionPage, indexPage, privacyPage } from './help-page.ts';
import { helpPath } from './help-paths.ts';
import { manifestFor } from './manifest.ts';
import { type ExcelKind, functionsMetadata } from './metadata.ts';

/** A file that the build writes into dist/. */
export interface HostFile {
  readonly path: string;
  readonly text: string;
}

/**
 * Everything the build makes from the function specs and the manifest, for a host at this address
 * (slash at the end).
 */
export function hostFiles(address: string, excel: ExcelKind = 'any'): readonly HostFile[] {
  const manifest = readFileSync(new URL('../manifest.xml', import.meta.url), 'utf8');
  return [
    { path: 'functions.json', text: functionsMetadata('en-US', address, excel) },
    { path: 'functions-zh-CN.json', text: functionsMetadata('zh-CN', address, excel) },
    { path: 'manifest.xml', text: manifestFor(manifest, address) },
    ...(['zh-CN', 'en-US'] as const).flatMap(helpPages),
  ];
}

function helpPages(language: Language): readonly HostFile[] {
  const pages = SPECS.map((spec) => ({
    path: helpPath(language, spec.id),
    text: functionPage(spec, language),
  }));
  return [
    { path: helpPath(language, 'index'), text: indexPage(language) },
    { path: helpPath(language, 'guide'), text: guidePage(language) },
    { path: helpPath(language, 'privacy'), text: privacyPage(language) },
    ...pages,
  ];
}
