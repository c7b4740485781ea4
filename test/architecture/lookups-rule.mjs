import ts from 'typescript';

/**
 * ESLint's `lookups/by-text`: a category, a header or an id that a person wrote may be called
 * `constructor` or `__proto__`. Asking a plain object for it with `in` or `[…]` answers with what
 * every object inherits; a Map, `Object.hasOwn` or `domain/own-value.ts` does not.
 *
 * Refused are `key in object`, unless the key is spelled out in the code, and `object[text]` where
 * the text can be any text. Lists and typed unions of names are left alone.
 */
const byText = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      in: '`in` also finds what every object inherits: use a Map or Object.hasOwn.',
      index: 'Any text may come in here, "constructor" too: use a Map or ownValue.',
    },
  },
  create(context) {
    const services = context.sourceCode.parserServices;
    return {
      BinaryExpression(node) {
        if (node.operator !== 'in' || node.left.type === 'PrivateIdentifier') return;
        if (node.left.type !== 'Literal') context.report({ node, messageId: 'in' });
      },
      MemberExpression(node) {
        if (!node.computed) return;
        if (canBeAnyText(services.getTypeAtLocation(node.property)))
          context.report({ node, messageId: 'index' });
      },
    };
  },
};

function canBeAnyText(type) {
  if (type.isUnion()) return type.types.some(canBeAnyText);
  if (type.isIntersection()) return type.types.some(canBeAnyText);
  const { String: text, TemplateLiteral, Any, Unknown, TypeParameter } = ts.TypeFlags;
  if ((type.flags & TypeParameter) !== 0) {
    const constraint = type.getConstraint();
    return constraint !== undefined && canBeAnyText(constraint);
  }
  return (type.flags & (text | TemplateLiteral | Any | Unknown)) !== 0;
}

export const lookups = { rules: { 'by-text': byText } };
