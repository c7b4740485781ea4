/** The id of the installed add-in. Permanent: another id is another add-in to Excel. */
export const ADDIN_ID = '9f127b91-b780-4821-a95a-373c59d40755';
/** The id in manifest.xml: a developer's copy beside an installed one must not be taken for it. */
export const DEVELOPMENT_ID = '04609d38-00a5-40ee-8546-8d3795e6d114';
/**
 * Languages of Office that are English. An override holds for exactly one: without its own, Office
 * in that language falls back on the default, which is Chinese.
 */
export const ENGLISH_LOCALES = [
  'en-US',
  'en-GB',
  'en-AU',
  'en-CA',
  'en-HK',
  'en-IE',
  'en-IN',
  'en-MY',
  'en-NZ',
  'en-PH',
  'en-SG',
  'en-ZA',
] as const;
export const DEVELOPMENT_ADDRESS = 'https://localhost:3000/';

/**
 * The manifest of a host: every address replaced, and the id of the installed add-in unless the
 * host is a developer's.
 *
 * @param source manifest.xml
 * @param address of the host, with a slash at the end; may have a path
 */
export function manifestFor(source: string, address: string): string {
  if (address === DEVELOPMENT_ADDRESS) return source;
  const development = DEVELOPMENT_ADDRESS.slice(0, -1);
  return source
    .replaceAll(
      `<AppDomain>${development}</AppDomain>`,
      `<AppDomain>${new URL(address).origin}</AppDomain>`,
    )
    .replaceAll(`${development}/`, address)
    .replaceAll(DEVELOPMENT_ID, ADDIN_ID)
    .replace(/\s*<!-- The development manifest\.[^>]*-->/, '');
}
