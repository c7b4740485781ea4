/**
 * Sets an attribute in the opening tag of an element given as text, and touches nothing else of it.
 */
export function setAttribute(element: string, name: string, value: string): string {
  const end = tagEnd(element);
  const tag = element.slice(0, end);
  const found = new RegExp(`(\\s${name}\\s*=\\s*)("[^"]*"|'[^']*')`).exec(tag);
  if (found !== null)
    return (
      tag.slice(0, found.index) +
      found[1] +
      `"${value}"` +
      tag.slice(found.index + found[0].length) +
      element.slice(end)
    );
  const name_ = /^<[^\s/>]+/.exec(tag)?.[0].length ?? end;
  return `${tag.slice(0, name_)} ${name}="${value}"${tag.slice(name_)}${element.slice(end)}`;
}

export function getAttribute(element: string, name: string): string | undefined {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(
    element.slice(0, tagEnd(element)),
  );
  return found?.[1] ?? found?.[2];
}

/** The position after the `>` of the opening tag; a `>` inside quotes does not count. */
function tagEnd(element: string): number {
  let quote = '';
  for (let i = 0; i < element.length; i++) {
    const char = element[i]!;
    if (quote !== '') quote = char === quote ? '' : quote;
    else if (char === '"' || char === "'") quote = char;
    else if (char === '>') return i + 1;
  }
  return element.length;
}
