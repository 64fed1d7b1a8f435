import { expect, it } from 'vitest';
import { connect } from '../../../src-main/storage/file/connection.ts';
import { migrate } from '../../../src-main/storage/migrations/migrate.ts';
import { migrations } from '../../../src-main/storage/migrations/migrations.ts';

it('bringing a project of the first form up to date keeps images, jobs and what refers to them', () => {
  const connection = connect(':memory:', { readonly: false, create: true });
  migrate(connection, migrations.slice(0, 1));
  const sha = 'a'.repeat(64);
  connection.exec(`
    INSERT INTO project VALUES (1, 'Brackets', '2030', '0.1.0');
    INSERT INTO images VALUES (3, '/Parts/Part 12.png', NULL, 'Part 12.png', 10, '${sha}', 64, 48, 8, 'good', NULL, '2030');
    INSERT INTO images VALUES (7, '/gone.png', NULL, 'gone.png', 10, '${sha}', 64, 48, 8, NULL, NULL, '2030');
    DELETE FROM images WHERE id = 7;
    INSERT INTO recipes VALUES (1, 'h', '{}', '2030');
    INSERT INTO jobs VALUES (5, 'train', 'done', '{}', '2030', '2030', '2030', 1, 1, NULL, '{}', NULL, NULL);
    INSERT INTO models VALUES (1, 'h', 1, NULL, 0, '2030', 1, 1, 1.5, '{}', '{}', '{}', 5);
    INSERT INTO model_images VALUES (1, 3, '${sha}', 0.5);
  `);
  migrate(connection, migrations.slice(0, 2));
  expect(connection.prepare('SELECT * FROM images').all()).toEqual([
    expect.objectContaining({
      id: 3,
      label: 'good',
      name_order: 'part 00212.png',
      search_text: '/parts/part 12.png',
      imported: 0,
      problem: null,
    }),
  ]);
  expect(connection.pragma('foreign_key_check')).toEqual([]);
  expect(connection.prepare('SELECT image_id FROM model_images').pluck().all()).toEqual([3]);
  expect(connection.prepare('SELECT job_id FROM models').pluck().get()).toBe(5);
  expect(connection.prepare('SELECT draft_recipe FROM project').pluck().get()).toBeNull();
  // Ids are never given twice, also not those of images that were removed before.
  connection.exec(`
    INSERT INTO images VALUES (NULL, '/new.png', NULL, 'new.png', 'new.png', '/new.png', 0, '', 0, 0, 8, NULL, NULL, '2030', 1, 'is empty');
    INSERT INTO jobs VALUES (NULL, 'import', 'queued', '{}', '2030', NULL, NULL, 0, 0, NULL, NULL, NULL, NULL);
  `);
  expect(connection.prepare("SELECT id FROM images WHERE name = 'new.png'").pluck().get()).toBe(8);
  expect(connection.prepare("SELECT id FROM jobs WHERE kind = 'import'").pluck().get()).toBe(6);
  connection.close();
});
