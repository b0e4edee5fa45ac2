// wink-nlp with its small English model: sentence boundaries. Its names are dates and numbers only.
import { characters, require, serve, versionOf } from './protocol.mjs';

function reader() {
  const winkNLP = require('wink-nlp');
  return winkNLP(require('wink-eng-lite-web-model'));
}

let nlp;

function segmentation(article) {
  nlp ??= reader();
  const place = characters(article.text);
  const spans = [];
  let unit = 0;
  for (const sentence of nlp.readDoc(article.text).sentences().out()) {
    const start = article.text.indexOf(sentence, unit);
    if (start < 0) continue;
    unit = start + sentence.length;
    spans.push([place(start), place(unit)]);
  }
  return { spans };
}

serve(() => `${versionOf('wink-nlp')}, model ${versionOf('wink-eng-lite-web-model')}`, { segmentation });
