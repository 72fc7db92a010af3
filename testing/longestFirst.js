const Sequencer = require('@jest/test-sequencer').default;

/** Files that take ten seconds and more by themselves. */
const LONG =
	/\.property\.test\.ts$|\/test\/(?:package\/(?:package|check)|nodes\/schemas|faults\/findings)\.test\.ts$/;

/**
 * Long files first, so that no core waits for one of them at the end. Jest knows how long files took from
 * earlier runs only, and in a fresh checkout there are none.
 */
module.exports = class extends Sequencer {
	sort(tests) {
		const inOrder = super.sort(tests);
		const isLong = ({ path }) => LONG.test(path.replace(/\\/g, '/'));
		return [...inOrder.filter(isLong), ...inOrder.filter((test) => !isLong(test))];
	}
};
