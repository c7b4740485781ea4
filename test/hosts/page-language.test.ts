/** @jest-environment jsdom */
import { languageOfOffice, languageOfPage, rememberLanguage } from '#hosts/page-language.ts';

const REGIONS = ['US', 'GB', 'AU', 'CA', 'HK', 'IE', 'IN', 'MY', 'NZ', 'PH', 'SG', 'ZA', 'JM'];

afterEach(() => {
  jest.restoreAllMocks();
  localStorage.clear();
});

it('an Office in the English of any region gets English, any Chinese Chinese', () => {
  for (const region of REGIONS)
    expect([region, languageOfOffice(`en-${region}`)]).toEqual([region, 'en-US']);
  expect(['en', 'EN-gb'].map(languageOfOffice)).toEqual(['en-US', 'en-US']);
  expect(['zh-CN', 'zh-TW', 'zh-HK'].map(languageOfOffice)).toEqual(['zh-CN', 'zh-CN', 'zh-CN']);
});

it('what was chosen goes before what Office speaks', () => {
  rememberLanguage('zh-CN');
  expect(languageOfOffice('en-GB')).toBe('zh-CN');
  expect(Object.keys(localStorage)).toHaveLength(1);
});

it('a storage that fails, or was emptied, changes nothing else', () => {
  const broken = (): never => {
    throw new Error('QuotaExceededError');
  };
  jest.spyOn(Storage.prototype, 'getItem').mockImplementation(broken);
  jest.spyOn(Storage.prototype, 'setItem').mockImplementation(broken);
  expect(() => rememberLanguage('en-US')).not.toThrow();
  expect([languageOfOffice('zh-CN'), languageOfOffice('en-IN')]).toEqual(['zh-CN', 'en-US']);
  expect(languageOfPage()).toMatch(/^(zh-CN|en-US)$/);
});
