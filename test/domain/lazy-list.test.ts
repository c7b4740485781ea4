import { lazyList, madeList } from '#domain/lazy-list.ts';

const LENGTH = 200_000;
const numbers = Array.from({ length: LENGTH }, (_, index) => index * 3);

function counted(): { list: readonly number[]; made: () => [number, number] } {
  let [whole, single] = [0, 0];
  const list = lazyList(
    LENGTH,
    () => {
      whole += 1;
      return numbers;
    },
    (index) => {
      single += 1;
      return index * 3;
    },
  );
  return { list, made: () => [whole, single] };
}

test('items that are asked for are made singly', () => {
  const { list, made } = counted();
  expect([list[5], list[LENGTH - 1], list[LENGTH], list[-1], list.length]).toEqual([
    15,
    (LENGTH - 1) * 3,
    undefined,
    undefined,
    LENGTH,
  ]);
  expect(made()).toEqual([0, 2]);
});

test('who asks for many gets the same from the whole, made once', () => {
  const { list, made } = counted();
  for (let index = 0; index < LENGTH; index++)
    if (list[index] !== index * 3) throw new Error(`item ${index}`);
  const [whole, single] = made();
  expect(whole).toBe(1);
  expect(single).toBeLessThan(LENGTH);
});

test('it is used like the array that it stands for', () => {
  const { list, made } = counted();
  expect([...list]).toEqual(numbers);
  expect(list).toEqual(numbers);
  expect(list.slice(2, 4)).toEqual([6, 9]);
  expect(list.map((item) => item + 1).at(-1)).toBe((LENGTH - 1) * 3 + 1);
  expect([Array.isArray(list), list.includes(9), 3 in list]).toEqual([true, true, true]);
  expect(JSON.stringify(list)).toBe(JSON.stringify(numbers));
  expect(made()[0]).toBe(1);
});

test('the list behind it is a plain one, and so is a short list', () => {
  const { list } = counted();
  expect(madeList(list)).toBe(numbers);
  const short = [1, 2];
  expect(lazyList(2, () => short)).toBe(short);
  expect(madeList(short)).toBe(short);
});
