// The page's own texts, from the files that the build makes its table of, with
// the typography that the build gives them. So every journey runs in each language.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { repository } from './environment.ts';

export const LANGS = ['en', 'fr'] as const;
export type Lang = (typeof LANGS)[number];

/** What a browser set to that language asks for. */
export const LOCALES: Record<Lang, string> = { en: 'en-US', fr: 'fr-FR' };

type Values = Record<string, string | number>;

/** A text by its key, such as `item.get_key`, with its placeholders filled in. */
export type Say = (key: string, values?: Values) => string;

type Leaf = string | { one: string; other: string };
interface Tree {
  [key: string]: Leaf | Tree;
}

const tables = new Map<Lang, Tree>();

function table(lang: Lang): Tree {
  let texts = tables.get(lang);
  if (!texts) {
    texts = JSON.parse(readFileSync(join(repository, 'locales', `${lang}.json`), 'utf8')) as Tree;
    tables.set(lang, texts);
  }
  return texts;
}

/** The texts of a language. */
export function texts(lang: Lang): Say {
  const plural = new Intl.PluralRules(lang);
  const number = new Intl.NumberFormat(lang);
  return (key, values = {}) => {
    const leaf = find(lang, key);
    const form =
      typeof leaf === 'string' ? leaf : leaf[plural.select(Number(values['count'])) === 'one' ? 'one' : 'other'];
    return typography(form, lang).replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = values[name];
      if (value === undefined) throw new Error(`${key} needs {${name}}`);
      return typeof value === 'number' ? number.format(value) : value;
    });
  };
}

function find(lang: Lang, key: string): Leaf {
  let place: Leaf | Tree | undefined = table(lang);
  for (const part of key.split('.')) place = typeof place === 'object' ? (place as Tree)[part] : undefined;
  if (typeof place === 'string') return place;
  if (place && typeof place['one'] === 'string') return place as Leaf;
  throw new Error(`${lang}.json has no text ${key}`);
}

function typography(text: string, lang: Lang): string {
  const plain = text.replaceAll("'", '’');
  if (lang === 'en') return plain;
  return plain
    .replace(/ ([:»%])/g, '\u{a0}$1')
    .replace(/ ([;?!])/g, '\u{202f}$1')
    .replaceAll('« ', '«\u{a0}');
}

/** Matches a text that holds these words, whatever kind of space stands between them. */
export function holding(words: string): RegExp {
  const escaped = words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(escaped.replace(/\s+/g, '\\s+'));
}
