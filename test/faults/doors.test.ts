import { defaultUnknowns as bigCommerceDefaults } from '../../sandbox/bigCommerce/unknowns';
import { defaultUnknowns as sosDefaults } from '../../sandbox/sos/unknowns';
import { everySwitch } from '../../scripts/faults/doors/switchDoors';

it('tries every switch in another answer than its default', () => {
	const doors = everySwitch(100);
	const tried = new Set(doors.flatMap(({ sos, bigCommerce }) => Object.keys({ ...sos, ...bigCommerce })));
	const ownDoor = ['headerTaxAmount'];
	const all = [...Object.keys(sosDefaults), ...Object.keys(bigCommerceDefaults)];
	expect(all.filter((name) => !tried.has(name))).toEqual(ownDoor);
	for (const { setting } of doors) expect(setting.orders).toBeGreaterThan(0);
});
