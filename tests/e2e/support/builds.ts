// Builds of the page for other deployments. Nothing is compiled for them: the
// compiled page is put together with another configuration or base path.
import { execFile } from 'node:child_process';
import { cp, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { test } from '@playwright/test';

import { builds, dist, repository, xtask } from './environment.ts';

/** A build of this test alone, with this configuration or base path; answers with its directory. */
export async function build(named: string, options: { config?: unknown; base?: string }): Promise<string> {
  const { project, repeatEachIndex } = test.info();
  const name = `${named}-${project.name}-${repeatEachIndex}`;
  const out = join(builds, name);
  const words = ['build', '--out', out];
  if (options.base) words.push('--base', options.base);
  if (options.config) {
    const file = join(builds, `${name}.json`);
    await mkdir(builds, { recursive: true });
    await writeFile(file, JSON.stringify(options.config));
    words.push('--config', file);
  }
  await promisify(execFile)(xtask, words, { cwd: repository });
  return out;
}

/** A copy of the release build that a test may damage. */
export async function copyOfBuild(to: string): Promise<string> {
  await cp(dist, to, { recursive: true });
  return to;
}

/** Changes one byte of a file, and removes its compressed copies. */
export async function damage(dir: string, stem: string, ending: string): Promise<void> {
  const name = (await readdir(dir)).find((file) => file.startsWith(stem) && file.endsWith(ending));
  if (!name) throw new Error(`no ${stem}…${ending} in ${dir}`);
  const content = await readFile(join(dir, name));
  const last = content.length - 1;
  content.writeUInt8(content.readUInt8(last) ^ 1, last);
  await writeFile(join(dir, name), content);
  await Promise.all(['.br', '.gz'].map((copy) => rm(join(dir, name + copy), { force: true })));
}
