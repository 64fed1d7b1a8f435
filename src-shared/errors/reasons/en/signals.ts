const exportAsCsv = 'Export the signal as CSV: numbers in columns, a row for each moment.';
const saveAsCsv = 'Open it and save the sheet as CSV.';
const checkPath = 'Check the path and that you may read the file.';
const moreGood = 'Choose at least {least} files of one cycle each, a longer record, or a shorter window.';

/** What can be wrong with tables of signals, their columns and the signals in them. */
export const signals = {
  'tables.none': {
    message: 'There are no tables in {folders}.',
    next: 'Choose a folder that holds CSV, TSV or TXT files.',
  },

  'table.png': { message: '{file} is a PNG picture, not a table.', next: exportAsCsv },
  'table.jpeg': { message: '{file} is a JPEG picture, not a table.', next: exportAsCsv },
  'table.pdf': { message: '{file} is a PDF document, not a table.', next: exportAsCsv },
  'table.excel': { message: '{file} is an Excel workbook or an archive, not text.', next: saveAsCsv },
  'table.old-excel': { message: '{file} is an old Excel workbook, not text.', next: saveAsCsv },
  'table.binary': { message: '{file} is not text but binary.', next: exportAsCsv },
  'table.empty': { message: '{file} is empty (0 bytes).', next: exportAsCsv },
  'table.no-file': { message: '{file} is not a file.', next: 'Choose a CSV file.' },
  'table.gone': { message: '{file} does not exist (any more).', next: checkPath },
  'table.denied': { message: '{file} may not be read: permission denied.', next: checkPath },
  'table.unreadable': { message: '{file} cannot be read ({code}).', next: checkPath },
  'table.too-large': {
    message: '{file} has {megabytes} MB; at most {most} MB can be read.',
    next: 'Export a shorter time, fewer columns, or fewer samples per second.',
  },
  'table.split-by-commas': {
    message: '{file} has {names} names above rows of {cells} cells.',
    next: 'Where the comma is the decimal mark, separate the columns by semicolons or tabs.',
  },
  'table.wrong-separator': {
    message: '{file} has {names} names above rows of {cells} cells.',
    next: 'Check which character separates the columns.',
  },
  'table.open-quote': {
    message: '{file} has a quotation mark that is never closed, near row {row}.',
    next: 'Close it, or export the file again.',
  },
  'table.no-numbers': { message: '{file} has no columns of numbers.', next: exportAsCsv },

  'column.missing': { message: '{file} has no column {column}.', next: 'Choose one of {columns}.' },
  'column.too-short': {
    message: '{column} in {file} has {samples} samples, too few to say anything.',
    next: 'Choose a signal of at least {least} samples.',
  },
  'column.gaps': {
    message: '{column} in {file} lacks {missing} of {samples} values, {longest} of them in a row.',
    next: 'Choose another column, or a file without such gaps.',
  },
  'column.out-of-range': {
    message: '{column} in {file} reaches {value}, more than can be calculated with.',
    next: 'Choose another column, or check how the numbers are written.',
  },
  'column.constant': {
    message: '{column} in {file} is {value} throughout.',
    next: 'Choose another column, or check the sensor and its cable.',
  },

  'signal.other-rate': {
    message: '{file} has a sample every {interval}, good signals every {usual}.',
    next: 'Record all signals at the same rate, or choose files that were.',
  },
  'signal.other-length': {
    message: '{file} has {samples} samples, good cycles about {usual}.',
    next: 'Choose files of one cycle each that begin at the same moment.',
  },
  'signal.shorter-than-window': {
    message: '{file} has {samples} samples, fewer than one window of {length}.',
    next: 'Choose a longer record, or a shorter window.',
  },
  'signal.shorter-than-stretch': {
    message: '{file} has {samples} samples, fewer than one stretch of {length}.',
    next: 'Choose a longer record, or a shorter window.',
  },

  'good.none': {
    message: 'None of the good files ({files}) can be learnt from.',
    next: 'Choose other files.',
  },
  'good.few': {
    message: 'Too few to say what is usual: good files: {files}, samples in them: {samples}.',
    next: moreGood,
  },
  'good.few-left': {
    message:
      'Too few to say what is usual: good files: {files}, samples in them: {samples}. {left} more cannot be learnt from.',
    next: moreGood,
  },
} as const;
