// The servers that tests talk to. Each listens on loopback, on a free port, and
// is ended by its own process.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

import { dist, repository, sandboxServer, xtask } from './environment.ts';

export interface Server {
  /** Where it answers; ends with `/`. */
  readonly url: string;
  readonly origin: string;
  stop(): Promise<void>;
}

/** The servers of one test, which end together. */
export class Servers {
  readonly running: Server[] = [];

  site(options: SiteOptions = {}): Promise<Server> {
    return this.#keep(serveSite(options));
  }

  sandbox(...options: string[]): Promise<Server> {
    return this.#keep(serveSandbox(...options));
  }

  /** Python's server: no rewriting, no headers, no compression. */
  python(dir: string): Promise<Server> {
    const words = ['-u', '-m', 'http.server', '0', '--bind', '127.0.0.1', '--directory', dir];
    return this.#keep(start('python3', words, /\((http:\S+)\)/));
  }

  async stop(): Promise<void> {
    await Promise.all(this.running.map((server) => server.stop()));
  }

  async #keep(starting: Promise<Server>): Promise<Server> {
    const server = await starting;
    this.running.push(server);
    return server;
  }
}

interface SiteOptions {
  dir?: string;
  base?: string;
  config?: string;
}

/** `cargo xtask serve` over a build that is there: the page with its headers. */
export function serveSite(options: SiteOptions = {}): Promise<Server> {
  const { dir = dist, base, config } = options;
  const words = ['serve', '--port', '0', '--dist', dir];
  if (base) words.push('--base', base);
  if (config) words.push('--config', config);
  return start(xtask, words, /(http:\/\/[\d.]+:\d+\/\S*)/);
}

/** The sandbox as a server of its own. */
export function serveSandbox(...options: string[]): Promise<Server> {
  return start(sandboxServer, ['--port', '0', ...options], /(http:\/\/[\d.]+:\d+\/?)/);
}

/** Starts a program and waits until it has said where it answers. */
async function start(program: string, words: string[], address: RegExp): Promise<Server> {
  const child = spawn(program, words, { cwd: repository, stdio: ['ignore', 'pipe', 'pipe'] });
  // A test that fails may not come to stopping it.
  const end = (): boolean => child.kill();
  process.once('exit', end);
  child.once('exit', () => process.off('exit', end));
  const said: string[] = [];
  child.stderr.on('data', (text: Buffer) => said.push(text.toString()));
  const url = await new Promise<string>((found, failed) => {
    child.once('error', failed);
    child.once('exit', (code) => failed(new Error(`${program} ended (${code}): ${said.join('')}`)));
    createInterface({ input: child.stdout }).on('line', (line) => {
      said.push(line);
      const match = address.exec(line)?.[1];
      if (match) found(match.endsWith('/') ? match : `${match}/`);
    });
  });
  return { url, origin: new URL(url).origin, stop: () => stop(child) };
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill();
  await ended;
}
