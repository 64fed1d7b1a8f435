import { expect, it } from 'vitest';
import {
  decimalsFor,
  placeOfSample,
  pointPlaces,
  withUnit,
} from '../../../../src-renderer/screens/signals/signal-axis.ts';

it('puts a point of a reduced signal in the middle of the samples that it stands for', () => {
  expect([...pointPlaces(3, 1, null)]).toEqual([0, 1, 2]);
  expect([...pointPlaces(2, 5, null)]).toEqual([2, 7]);
  expect([...pointPlaces(2, 5, { name: 'Time', unit: 's', interval: 0.5 })]).toEqual([1, 3.5]);
});

it('tells places in the unit of time where the file has one', () => {
  expect(placeOfSample(40, { name: 'Time', unit: 's', interval: 0.25 })).toBe(10);
  expect(placeOfSample(40, null)).toBe(40);
});

it('writes a unit only where there is one', () => {
  expect(withUnit('Torque', 'Nm')).toBe('Torque (Nm)');
  expect(withUnit('Torque', null)).toBe('Torque');
});

it('shows three figures of a number, whatever its size', () => {
  expect([1234, 12.3, 1.23, 0.0123, 0].map(decimalsFor)).toEqual([0, 1, 2, 4, 0]);
});
