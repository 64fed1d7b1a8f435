import { Argument, Command, Option } from 'commander';
import { dictionaryMethods, experimentNames } from '../../src-shared/contract/laboratory.ts';
import type { ExperimentName } from '../../src-shared/contract/laboratory.ts';
import { reportFormats } from '../../src-shared/domain/report.ts';
import { softwareVersion } from '../engine/software-version.ts';
import { demo } from './commands/demo.ts';
import { evaluate } from './commands/evaluate.ts';
import { experiment } from './commands/experiment.ts';
import type { ExperimentOptions } from './commands/experiment.ts';
import { info } from './commands/info.ts';
import { inspect } from './commands/inspect.ts';
import { report } from './commands/report.ts';
import { studyDetection, studyImages } from './commands/study.ts';
import { teach } from './commands/teach.ts';
import { train } from './commands/train.ts';
import { integer, millimetres, quantity } from './option-values.ts';
import type { CommandResult, Session, SessionOptions } from './session.ts';
import { addSignalCommands } from './signal-commands.ts';

const project = () =>
  new Option('--project <file>', 'project file; its name ends in .sparsight').makeOptionMandatory();
const recipe = () => new Option('--recipe <file>', 'recipe as JSON; what it leaves out takes its default');
const seed = () =>
  new Option('--seed <n>', 'seed of everything random: the same seed gives the same model')
    .argParser(integer(0, 0xffffffff))
    .default(0);
const count = integer(1, 1_000_000_000);
const workers = () =>
  new Option('--workers <n>', 'worker threads; one for each core when left out').argParser(integer(1, 256));

const exitCodes = `
Progress, warnings and errors go to stderr, the result to stdout.
Exit codes: 0 done, 1 failed, 2 wrong use or unusable input,
3 a part was rejected under --fail-on-reject, 130 cancelled.`;

/**
 * The command line: every command is a client of the engine's contract.
 *
 * @param end called with the exit code once the command is over
 */
export function createProgram(end: (code: number) => void): Command {
  const program = new Command('sparsight')
    .description(
      'Visual inspection by sparse modelling: learns from good parts, shows what is different and why.',
    )
    .version(softwareVersion)
    .configureHelp({ sortSubcommands: false })
    .showHelpAfterError('Run "sparsight --help", or "sparsight COMMAND --help".')
    .addHelpText('after', exitCodes)
    .exitOverride();

  /** `run` gets the options that `command` declares: commander cannot say so in types. */
  function add(
    command: Command,
    run: (session: Session, options: never) => Promise<CommandResult>,
    group = program,
  ): void {
    command
      .option('--json', 'print exactly one JSON document on stdout')
      .addOption(workers())
      .option('--log <file>', "write the engine's log to this file")
      .copyInheritedSettings(program)
      .action(async () => {
        const options = command.opts<SessionOptions>();
        // Help and wrong use need no engine.
        const { runCommand } = await import('./session.ts');
        end(await runCommand(options, (session) => run(session, options as never)));
      });
    group.addCommand(command);
  }

  add(
    new Command('demo')
      .description('make sample parts, learn from the good ones, inspect the rest, write a report')
      .option('--out <dir>', 'where to put parts, project and report', 'sparsight-demo')
      .addOption(seed()),
    demo,
  );
  add(
    new Command('train')
      .description('learn a model from good parts')
      .addOption(project())
      .requiredOption('--good <dir...>', 'folders or files of good parts')
      .addOption(recipe())
      .addOption(
        new Option('--limit <n>', 'learn from n of the images, evenly spread over them').argParser(count),
      )
      .addOption(seed()),
    train,
  );
  add(
    new Command('inspect')
      .description('inspect parts with a model of the project')
      .addOption(project())
      .requiredOption('--images <path...>', 'files or folders to inspect')
      .addOption(new Option('--model <id>', 'model to use; the one in use when left out').argParser(count))
      .option('--maps <dir>', 'also write the heat maps as PNG files into this folder')
      .option('--fail-on-reject', 'exit with code 3 when a part is rejected'),
    inspect,
  );
  add(
    new Command('teach')
      .description('teach the model that a part was rejected by mistake, without learning anew')
      .addOption(project())
      .addOption(new Option('--image <file>', 'picture of the good part, as it was inspected'))
      .addOption(
        new Option('--run <id>', 'inspection that it is in; the newest when left out').argParser(count),
      )
      .addOption(
        new Option('--undo', 'put the model before the last lesson into use again').conflicts([
          'image',
          'run',
        ]),
      ),
    teach,
  );
  add(
    new Command('evaluate')
      .description('learn from train/good of a labelled folder and measure on test/')
      .requiredOption(
        '--dataset <dir>',
        'folder with train/good, test/good, test/<defect>, ground_truth/<defect>',
      )
      .option('--project <file>', 'keep model and results in this project file')
      .addOption(recipe())
      .addOption(
        new Option('--limit-train <n>', 'learn from n of the images, evenly spread over them').argParser(
          count,
        ),
      )
      .addOption(seed()),
    evaluate,
  );
  const study = new Command('study')
    .description('find out something about a model; what is found is kept with it')
    .copyInheritedSettings(program);
  const model = () =>
    new Option('--model <id>', 'model to ask; the one in use when left out').argParser(count);
  add(
    new Command('images')
      .description('whether its good images are enough, from the good images alone')
      .addOption(project())
      .addOption(model())
      .addOption(seed()),
    studyImages,
    study,
  );
  add(
    new Command('detection')
      .description('how small a defect it finds: synthetic defects in good parts, hit or miss')
      .addOption(project())
      .addOption(model())
      .addOption(
        new Option('--trials <n>', 'defects of each kind that are tried')
          .argParser(integer(20, 1000))
          .default(60),
      )
      .addOption(
        new Option(
          '--pixel-size <mm>',
          'millimetres that a pixel is wide; what the files state when left out',
        ).argParser(millimetres),
      )
      .addOption(seed()),
    studyDetection,
    study,
  );
  program.addCommand(study);
  add(
    new Command('report')
      .description('write the report of an inspection')
      .addOption(project())
      .addOption(new Option('--run <id>', 'run to report on; the newest when left out').argParser(count))
      .addOption(new Option('--format <format>', 'kind of file').choices(reportFormats).makeOptionMandatory())
      .requiredOption('--out <file>', 'file to write')
      .addOption(
        new Option('--language <language>', 'language of the report').choices(['en', 'ja']).default('en'),
      )
      .option('--customer <text>', 'for the cover')
      .option('--part-number <text>', 'for the cover')
      .option('--batch <text>', 'for the cover')
      .option('--operator <text>', 'for the cover')
      .option('--remarks <text>', 'for the cover'),
    report,
  );
  const laboratory = new Command('experiment')
    .description('run a classical experiment of sparse modelling; list them when none is named')
    .addArgument(new Argument('[name]', 'experiment to run').choices(experimentNames))
    .addOption(
      new Option('--setting <x>', 'what to try; the list says within which range').argParser(quantity),
    )
    .option(
      '--image <file>',
      'image to run it on, of which the middle is taken; a made-up picture when left out',
    )
    .addOption(new Option('--method <method>', 'way to its dictionary').choices(dictionaryMethods))
    .addOption(
      new Option('--project <file>', 'take the dictionary of a model of this project').conflicts('method'),
    )
    .addOption(model())
    .addOption(seed());
  add(laboratory, (session, options: Omit<ExperimentOptions, 'name'>) => {
    const [name] = laboratory.processedArgs as [ExperimentName | undefined];
    return experiment(session, { ...options, name });
  });
  addSignalCommands(program, add, seed);
  add(new Command('info').description('say what is in a project').addOption(project()), info);
  const serve = new Command('serve')
    .description('serve the window to a browser on this machine, until Ctrl-C')
    .option('--project <file>', 'project file to open; it is made where there is none')
    .addOption(
      new Option('--port <n>', 'port to listen on; any free one when left out').argParser(integer(1, 65535)),
    )
    .addOption(workers())
    .option('--log <file>', 'write the log to this file instead of the user-data folder')
    .option('--user-data <dir>', 'folder for settings, recent projects and cached pictures')
    .copyInheritedSettings(program)
    .action(async () => {
      const command = await import('./commands/serve.ts');
      end(await command.serve(serve.opts()));
    });
  program.addCommand(serve);
  return program;
}
