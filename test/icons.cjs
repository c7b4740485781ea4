/**
 * The icons that are asked for, each from its own module. The package's index makes every one of
 * its many thousand for every test file that draws the pane: more work than the tests themselves.
 */
const tools = {
  ...require('@fluentui/react-icons/utils'),
  ...require('@fluentui/react-icons/providers'),
};

/** 'ArrowUndo20Regular' stands in 'arrow-undo', 'Add' in 'add'. */
const moduleOf = (name) =>
  name
    .replace(/(?:\d+)?(?:Regular|Filled|Light|Color)$/, '')
    .replace(/(?<=[a-z\d])(?=[A-Z])|(?<=[A-Za-z])(?=\d)|(?<=[A-Z])(?=[A-Z][a-z])/g, '-')
    .toLowerCase();

module.exports = new Proxy(tools, {
  get: (known, name) =>
    typeof name !== 'string' || name === '__esModule' || name in known
      ? known[name]
      : require(`@fluentui/react-icons/svg/${moduleOf(name)}`)[name],
});
