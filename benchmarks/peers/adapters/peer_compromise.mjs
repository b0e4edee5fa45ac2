// compromise: people, places and organizations by rules and word lists.
import { characters, require, serve, versionOf } from './protocol.mjs';

const TYPES = { people: 'PER', organizations: 'ORG', places: 'LOC' };

function names(article) {
  const nlp = require('compromise');
  const place = characters(article.text);
  const document = nlp(article.text);
  const entities = [];
  for (const [method, type] of Object.entries(TYPES)) {
    for (const found of document[method]().json({ offset: true })) {
      const words = found.text.replace(/^\W+|[^\p{L}\p{N}]+$/gu, '');
      const start = found.offset.start + found.text.indexOf(words);
      entities.push({ start: place(start), end: place(start + words.length), type });
    }
  }
  return { entities };
}

function segmentation(article) {
  const nlp = require('compromise');
  const spans = [];
  let start = 0;
  for (const line of article.text.split(/(?<=\n)/)) {
    const place = characters(line);
    for (const { offset } of nlp(line).json({ offset: true })) {
      spans.push([start + place(offset.start), start + place(offset.start + offset.length)]);
    }
    start += place(line.length);
  }
  return { spans };
}

serve(() => versionOf('compromise'), { names, segmentation });
