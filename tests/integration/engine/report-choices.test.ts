import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import type { ReportOutcome } from '../../../src-shared/contract/outcomes.ts';
import { learntAndInspected } from './learnt-and-inspected.ts';
import { outcomeOf } from './start-engine.ts';

it('a report shows the parts that were chosen and the logo, and its preview is the page that it will be', async () => {
  const { client, folder, runId } = await learntAndInspected();
  const logo = join(folder, 'logo.jpg');
  await sharp({ create: { width: 300, height: 100, channels: 3, background: '#024' } })
    .jpeg()
    .toFile(logo);
  const fields = { customer: 'Alpine Rail', logo };
  const { rows } = await client.results.list({ runId });
  const chosen = rows.slice(0, 3).map(({ id }) => id);
  const preview = await client.reports.preview({ runId, fields, details: chosen });
  expect(preview).toMatchObject({ parts: 6, details: 3 });
  expect(preview.html).toContain('class="logo"');
  expect(preview.html).toContain('Alpine Rail');

  const rejected = rows.filter(({ decision }) => decision === 'reject').length;
  expect(rejected).toBeOneOf([2, 3, 4]);
  const choices = [
    { details: 'none' as const, count: 0 },
    { details: 'rejected' as const, count: rejected },
    { details: chosen, count: 3 },
  ];
  for (const { details, count } of choices) {
    const out = join(folder, 'report.json');
    const request = { runId, fields, out, format: 'json' as const, details };
    const outcome = await outcomeOf<ReportOutcome>(client, client.jobs.report(request));
    expect(outcome).toMatchObject({ parts: 6, details: count });
    expect(JSON.parse(await readFile(out, 'utf8'))).toHaveProperty(
      'logo.url',
      expect.stringMatching(/^data:image\/png;base64,/),
    );
  }
  for (const format of ['pdf', 'html', 'xlsx'] as const) {
    const request = { runId, format, details: 'none' as const };
    const bare = await outcomeOf<ReportOutcome>(
      client,
      client.jobs.report({ ...request, out: join(folder, 'a') }),
    );
    const out = join(folder, 'b');
    const marked = await outcomeOf<ReportOutcome>(client, client.jobs.report({ ...request, fields, out }));
    expect(marked.bytes).toBeGreaterThan(bare.bytes);
  }

  const text = join(folder, 'logo.png');
  await writeFile(text, 'no picture');
  await expect(client.reports.preview({ runId, fields: { logo: text } })).rejects.toMatchObject({
    data: { code: 'image.unsupported', path: text },
  });
  await client.reports.saveFields({ ...fields, batch: '7' });
  expect(await client.reports.fields()).toMatchObject({ customer: 'Alpine Rail', batch: '7', logo });
});
