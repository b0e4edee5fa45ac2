// chrono-node: dates and ranges, each as exact as chrono is certain of it.
import { characters, require, serve, versionOf } from './protocol.mjs';

const pad = (number, width = 2) => String(number).padStart(width, '0');

function valueOf(part) {
  const day = `${pad(part.get('year'), 4)}-${pad(part.get('month'))}-${pad(part.get('day'))}`;
  if (part.isCertain('hour')) return `${day}T${pad(part.get('hour'))}:${pad(part.get('minute') ?? 0)}`;
  if (part.isCertain('day') || part.isCertain('weekday')) return day;
  if (part.isCertain('month')) return day.slice(0, 7);
  return part.isCertain('year') ? day.slice(0, 4) : day;
}

function dates(article) {
  const chrono = require('chrono-node');
  const place = characters(article.text);
  const [year, month, day] = (article.date ?? '2000-01-01').split('-').map(Number);
  const timexes = chrono.en.casual.parse(article.text, new Date(year, month - 1, day, 12)).map((found) => {
    const first = valueOf(found.start);
    const value = found.end ? `${first}/${valueOf(found.end)}` : first;
    const type = value.includes('T') ? 'TIME' : 'DATE';
    return { start: place(found.index), end: place(found.index + found.text.length), type, value };
  });
  return { timexes };
}

serve(() => versionOf('chrono-node'), { dates });
