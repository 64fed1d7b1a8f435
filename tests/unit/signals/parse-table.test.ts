import { describe, expect, it } from 'vitest';
import { parseTable } from '../../../src-main/signals/read/parse-table.ts';

const table = (content: string | Uint8Array, path = '/signals/cycle.csv') =>
  parseTable({
    path,
    sha256: '',
    bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
  });

const columnsOf = (content: string | Uint8Array) =>
  table(content).columns.map(({ name, unit, values }) => [name, unit, Array.from(values)]);

const problemOf = (content: string | Uint8Array) => {
  try {
    table(content);
  } catch (error) {
    return error;
  }
  return undefined;
};

const rows = (line: (i: number) => string, count = 5) => Array.from({ length: count }, (_, i) => line(i));

describe('separators and decimal marks are found out', () => {
  const numbers = rows((i) => `${i}.5`);
  const heading = ['a', 'b'];
  it.each([
    ['commas', ',', ',', '.'],
    ['semicolons', ';', ';', '.'],
    ['tabs', '\t', '\t', '.'],
    ['vertical bars', '|', '|', '.'],
    ['one blank', ' ', ' ', '.'],
    ['several blanks', '   ', ' ', '.'],
  ])('%s', (_, written, separator, decimal) => {
    const text = [heading.join(written), ...numbers.map((n) => [n, n].join(written))].join('\n');
    expect(table(text)).toMatchObject({ separator, decimal, rows: 5 });
    expect(columnsOf(text)).toEqual([
      ['a', null, [0.5, 1.5, 2.5, 3.5, 4.5]],
      ['b', null, [0.5, 1.5, 2.5, 3.5, 4.5]],
    ]);
  });

  it('decimal commas with semicolons, tabs and quotation marks', () => {
    for (const separator of [';', '\t']) {
      const text = ['a', ...rows((i) => `${i},25`)].map((cell) => [cell, cell].join(separator)).join('\r\n');
      expect(table(text)).toMatchObject({ separator, decimal: ',' });
      expect(columnsOf(text)[0]?.[2]).toEqual([0.25, 1.25, 2.25, 3.25, 4.25]);
    }
    const grouped = ['Druck [bar];t', ...rows((i) => `"1.00${i},5";${i},0`)].join('\n');
    expect(columnsOf(grouped)[0]).toEqual(['Druck', 'bar', [1000.5, 1001.5, 1002.5, 1003.5, 1004.5]]);
  });

  it('decimal commas in quotation marks, with commas between them', () => {
    const text = ['a,b', ...rows((i) => `"${i},5","1,${i}"`)].join('\n');
    expect(table(text)).toMatchObject({ separator: ',', decimal: ',' });
    expect(columnsOf(text)[0]).toEqual(['a', null, [0.5, 1.5, 2.5, 3.5, 4.5]]);
  });

  it('whole numbers are no fractions: a comma between them separates', () => {
    expect(columnsOf('1,2\n5,4\n3,6\n')).toHaveLength(2);
    expect(columnsOf('torque\n1,5\n2,5\n3,5\n')).toEqual([['torque', null, [1.5, 2.5, 3.5]]]);
  });

  it('exponents, signs and quoted numbers are numbers', () => {
    expect(columnsOf('a;b\n-1.5e-3;"+2"\n.5;"3.25"\n')).toEqual([
      ['a', null, [-0.0015, 0.5]],
      ['b', null, [2, 3.25]],
    ]);
  });
});

it('a long file is read whole, also where it is split inside of a row', () => {
  const count = 120_000;
  const lines = Array.from({ length: count }, (_, i) => `${i};"text; row ${i}";"${i % 7}.5"`);
  const { columns, rows: read } = table(['n;text;a', ...lines].join('\n'));
  expect(read).toBe(count);
  expect(columns.map(({ name, values }) => [name, values.length])).toEqual([
    ['n', count],
    ['a', count],
  ]);
  expect(columns[1]?.values[count - 1]).toBe(((count - 1) % 7) + 0.5);
});

describe('headings', () => {
  it('bear units in brackets, also full-width ones, or in a row of their own', () => {
    expect(columnsOf('Torque [Nm],圧力（MPa）,Load (a)\n1,2,3\n2,3,4\n').map(([n, u]) => [n, u])).toEqual([
      ['Torque', 'Nm'],
      ['圧力', 'MPa'],
      ['Load (a)', null],
    ]);
    expect(columnsOf('Torque;Angle\n[Nm];[deg]\n1;2\n2;4\n').map(([n, u]) => [n, u])).toEqual([
      ['Torque', 'Nm'],
      ['Angle', 'deg'],
    ]);
  });

  it('may be missing, or come again', () => {
    expect(columnsOf('7;2\n3;4\n1;6\n').map(([name]) => name)).toEqual(['Column 1', 'Column 2']);
    expect(columnsOf('F,F\n7,2\n3,4\n').map(([name]) => name)).toEqual(['F', 'F (2)']);
  });

  it('stand below remarks of the recorder, and numbers above remarks', () => {
    const text = 'Station 7\nRecorded;2026-11-22\n\nTorque;State\n1.5;OK\n2.5;OK\n3.5;NOK\nEnd of file\n';
    expect(table(text).rows).toBe(3);
    expect(columnsOf(text)).toEqual([['Torque', null, [1.5, 2.5, 3.5]]]);
  });

  it('that are fewer than the cells tell of a separator inside of numbers', () => {
    const text = ['Torque,Angle', ...rows((i) => `${i},5,${i},25`)].join('\n');
    expect(problemOf(text)).toMatchObject({
      code: 'signal.unreadable',
      message: 'cycle.csv has 2 names above rows of 4 cells.',
    });
  });
});

describe('time', () => {
  it('is the column that rises evenly and is called so, or the first one without a name', () => {
    const named = ['Torque,Time [s]', ...rows((i) => `${i % 2},${(i * 0.002).toFixed(3)}`)].join('\n');
    expect(table(named).time).toEqual({ name: 'Time', unit: 's', interval: 0.002 });
    expect(columnsOf(named).map(([name]) => name)).toEqual(['Torque']);
    const unnamed = rows((i) => `${i * 10};${i % 2}`).join('\n');
    expect(table(unnamed).time).toMatchObject({ interval: 10 });
  });

  it('may jitter, but neither stands still nor runs back', () => {
    const times = (values: number[]) => ['t,F', ...values.map((t) => `${t},1.5`)].join('\n');
    expect(table(times([0, 0.9, 2.1, 3, 4])).time?.interval).toBe(1);
    expect(table(times([0, 1, 1, 2, 3])).time).toBeNull();
    expect(table(times([0, 1, 2, 1, 2])).time).toBeNull();
    expect(table(times([0, 1, 2, 20, 21])).time).toBeNull();
  });
});

describe('encodings', () => {
  const text = '時間[s],トルク[Nm]\r\n0,1.5\r\n1,2.5\r\n2,3.5\r\n';
  const utf16 = (littleEndian: boolean, mark: boolean) => {
    const marked = (mark ? '\uFEFF' : '') + text;
    const view = new DataView(new ArrayBuffer(2 * marked.length));
    for (let i = 0; i < marked.length; i++) view.setUint16(2 * i, marked.charCodeAt(i), littleEndian);
    return new Uint8Array(view.buffer);
  };
  // "トルク,圧力" in Shift_JIS, of which there is no encoder here.
  const shiftJis = new Uint8Array([
    0x83, 0x67, 0x83, 0x8b, 0x83, 0x4e, 0x2c, 0x88, 0xb3, 0x97, 0xcd, 0x0a, 0x31, 0x2c, 0x32, 0x0a, 0x33,
    0x2c, 0x34, 0x0a,
  ]);
  const latin1 = (content: string) => Uint8Array.from(content, (character) => character.charCodeAt(0));

  it.each([
    ['utf-8', new TextEncoder().encode(text)],
    ['utf-8', new TextEncoder().encode(`\uFEFF${text}`)],
    ['utf-16le', utf16(true, true)],
    ['utf-16be', utf16(false, true)],
    ['utf-16le', utf16(true, false)],
  ])('%s with and without a byte order mark', (encoding, bytes) => {
    const read = table(bytes);
    expect(read.encoding).toBe(encoding);
    expect(read.time?.name).toBe('時間');
    expect(read.columns.map(({ name, unit }) => [name, unit])).toEqual([['トルク', 'Nm']]);
  });

  it('Shift_JIS by its words, and windows-1252 by its single accents', () => {
    expect(table(shiftJis)).toMatchObject({
      encoding: 'shift_jis',
      columns: [{ name: 'トルク' }, { name: '圧力' }],
    });
    const western = table(latin1('Temp [\xb0C];D\xe9bit [\xb5m];Pr\xfcfung\n1,5;2,5;3,5\n2;3;4\n'));
    expect(western.encoding).toBe('windows-1252');
    expect(western.columns.map(({ name, unit }) => [name, unit])).toEqual([
      ['Temp', '°C'],
      ['Débit', 'µm'],
      ['Prüfung', null],
    ]);
  });
});

describe('files that are no tables are named as what they are', () => {
  const bytes = (...begin: number[]) => Uint8Array.from([...begin, ...new Array<number>(60).fill(7)]);
  it.each([
    ['a picture', bytes(0x89, 0x50, 0x4e, 0x47), 'signal.unreadable', /is a PNG picture/],
    ['a workbook', bytes(0x50, 0x4b, 0x03, 0x04), 'signal.unreadable', /Excel workbook/],
    ['other bytes', bytes(1, 2, 0, 0, 200), 'signal.unreadable', /not text but binary/],
    ['prose', 'This is no table.\nIt has no numbers at all.\n', 'signal.no-numbers', /no columns of numbers/],
    ['a heading alone', 'Torque,Angle\n', 'signal.no-numbers', /no columns of numbers/],
    [
      'a quotation mark that is never closed',
      'a,b\n1,2\n2,3\n3,"4\n5,6\n',
      'signal.unreadable',
      /quotation mark/,
    ],
  ])('%s', (_, content, code, message) => {
    expect(problemOf(content)).toMatchObject({ code, path: '/signals/cycle.csv' });
    expect((problemOf(content) as Error).message).toMatch(message);
  });
});

describe('missing values', () => {
  it('are empty cells and words for none; a shorter column ends earlier', () => {
    const text = 'a,b\n1,1\n,NaN\n3,\n4,#N/A\n5,\n';
    expect(columnsOf(text)).toEqual([
      ['a', null, [1, NaN, 3, 4, 5]],
      ['b', null, [1]],
    ]);
  });
});

describe('moments count time', () => {
  const torque = (i: number) => `${(i * i) % 7}.5`;
  it.each([
    ['with a date', (i: number) => `2026-11-23 10:00:0${i}.250`, 1],
    ['as standards write it', (i: number) => `2026-11-23T10:00:00.00${2 * i}Z`, 0.002],
    ['with the day first', (i: number) => `23.11.2026 23:5${i}:00`, 60],
    ['with the month first, twelve hours at a time', (i: number) => `11/23/2026 ${i + 7}:00 PM`, 3600],
    ['of the clock alone', (i: number) => `10:00:0${i}`, 1],
  ])('%s', (_, moment, interval) => {
    const { time, columns } = table(
      ['Logged,Torque', ...rows((i) => `${moment(i)},${torque(i)}`)].join('\n'),
    );
    expect(columns.map(({ name }) => name)).toEqual(['Torque']);
    expect(time).toEqual({ name: 'Logged', unit: 's', interval: expect.closeTo(interval, 6) as number });
  });

  it('beside a date in a column of its own', () => {
    const text = ['Date;Clock;Torque', ...rows((i) => `23.11.2026;10:00:0${i},5;${i},25`)].join('\n');
    expect(table(text).time).toMatchObject({ name: 'Clock', interval: 1 });
    expect(columnsOf(text)).toEqual([['Torque', null, [0.25, 1.25, 2.25, 3.25, 4.25]]]);
  });

  it('no more than words do where they are not of the calendar', () => {
    expect(table(['a,b', ...rows((i) => `2026-13-0${i},${i}`)].join('\n')).time).toBeNull();
    expect(table(['a,b', ...rows((i) => `10:7${i},${i}`)].join('\n')).time).toBeNull();
  });
});

describe('what a machine writes above its table', () => {
  it('is left out, though it may hold numbers and dates', () => {
    const above = ['Machine;X7', 'Program;3', 'Speed;500', 'Date;23.11.2026', '', 'time;torque'];
    const text = [...above, ...rows((i) => `0,00${2 * i};${i},5`)].join('\n');
    expect(table(text)).toMatchObject({ rows: 5, time: { name: 'time', interval: 0.002 } });
    expect(columnsOf(text)).toEqual([['torque', null, [0.5, 1.5, 2.5, 3.5, 4.5]]]);
  });

  it('is not looked for below the first numbers', () => {
    const text = ['a,b', ...rows((i) => `${i},${i}`), 'a,b', ...rows((i) => `${i},${i}`)].join('\n');
    expect(table(text).rows).toBe(10);
  });
});
