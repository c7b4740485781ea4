/**
 * A test that asserts only where a condition holds says nothing where it does not: it passes on the
 * day the condition is never true again. The condition is asserted, or the cases are told apart.
 */
const isFunction = ({ type }) => type.endsWith('Function') || type.startsWith('Function');
const isTest = ({ type, callee }) =>
  type === 'CallExpression' && /^(it|test)\b/.test(nameOf(callee));

function nameOf(callee) {
  if (callee.type === 'Identifier') return callee.name;
  if (callee.type === 'MemberExpression') return nameOf(callee.object);
  if (callee.type === 'CallExpression') return nameOf(callee.callee);
  return callee.type === 'TaggedTemplateExpression' ? nameOf(callee.tag) : '';
}

/** Whether a condition may skip this part of it. Where both of its branches assert, none does. */
function skips(condition, part, asserts) {
  switch (condition.type) {
    case 'IfStatement':
    case 'ConditionalExpression': {
      const { test, consequent, alternate } = condition;
      if (part === test) return false;
      return !asserts(part === consequent ? alternate : consequent);
    }
    case 'LogicalExpression':
      return part === condition.right;
    default:
      return condition.type === 'CatchClause';
  }
}

/** Whether something between an assertion and the test's own function may skip it. */
function underCondition(node, asserts) {
  let part = node;
  for (let { parent } = node; parent; part = parent, parent = parent.parent) {
    if (isFunction(parent) && parent.parent && isTest(parent.parent)) return false;
    if (skips(parent, part, asserts)) return true;
  }
  return false;
}

const noAssertionUnderIf = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { under: 'Asserts only under a condition: assert the condition too.' },
  },
  create: (context) => {
    const asserts = (branch) => branch && /\bexpect\w*\(/.test(context.sourceCode.getText(branch));
    return {
      "CallExpression[callee.name='expect']"(node) {
        if (underCondition(node, asserts)) context.report({ node, messageId: 'under' });
      },
    };
  },
};

export const tests = { rules: { 'no-assertion-under-if': noAssertionUnderIf } };
