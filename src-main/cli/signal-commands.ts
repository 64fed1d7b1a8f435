import { Argument, Command, Option } from 'commander';
import { reportFormats } from '../../src-shared/domain/report.ts';
import { signalMethods } from '../../src-shared/domain/signal.ts';
import { signalInspect, signalRead, signalSamples, signalTrend } from './commands/signals.ts';
import type { TrendOptions } from './commands/signals.ts';
import { integer, quantity, rate } from './option-values.ts';
import type { CommandResult, Session } from './session.ts';

type AddCommand = (
  command: Command,
  run: (session: Session, options: never) => Promise<CommandResult>,
  group: Command,
) => void;

const column = () => new Option('--column <name>', 'column to look at, by its heading').makeOptionMandatory();

/** `signals`, with a command for each thing that can be done with process signals. */
export function addSignalCommands(program: Command, add: AddCommand, seed: () => Option): void {
  const signals = new Command('signals')
    .description('process signals from CSV files: torque, pressure, current')
    .copyInheritedSettings(program);

  const read = new Command('read')
    .description('say what files hold: columns, units, sampling')
    .addArgument(new Argument('<path...>', 'CSV files, or folders of them'));
  add(read, (session) => signalRead(session, { paths: read.args }), signals);

  const trend = new Command('trend')
    .description('describe a signal by few pieces, and say where they meet')
    .addArgument(new Argument('<file>', 'CSV file'))
    .addOption(column())
    .addOption(
      new Option('--method <method>', 'constant pieces, straight ones, or parabolas')
        .choices(signalMethods)
        .default('steps'),
    )
    .addOption(
      new Option(
        '--penalty <x>',
        'the larger, the fewer pieces; found from the signal when left out',
      ).argParser(quantity),
    );
  add(
    trend,
    (session, options: Omit<TrendOptions, 'file'>) =>
      signalTrend(session, { ...options, file: trend.args[0] ?? '' }),
    signals,
  );

  add(
    new Command('inspect')
      .description('learn what good signals are made of and mark what cannot be rebuilt from it')
      .requiredOption('--good <path...>', 'CSV files of good signals, or folders of them')
      .requiredOption('--inspect <path...>', 'CSV files to inspect, or folders of them')
      .addOption(column())
      .addOption(
        new Option(
          '--window <n>',
          'samples that are looked at together; found from the good signals when left out',
        ).argParser(integer(8, 512)),
      )
      .addOption(
        new Option('--reject-rate <share>', 'share of good signals that may be rejected')
          .argParser(rate)
          .default(0.02),
      )
      .option('--report <file>', 'also write the report')
      .addOption(new Option('--format <format>', 'kind of report').choices(reportFormats).default('pdf'))
      .addOption(
        new Option('--language <language>', 'language of the report').choices(['en', 'ja']).default('en'),
      )
      .option('--fail-on-reject', 'exit with code 3 when a signal is rejected')
      .addOption(seed()),
    signalInspect,
    signals,
  );

  add(
    new Command('samples')
      .description('write tightening curves of screws to try things on')
      .option('--out <dir>', 'folder for them', 'sparsight-signals')
      .addOption(seed()),
    signalSamples,
    signals,
  );
  program.addCommand(signals);
}
