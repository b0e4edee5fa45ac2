// How a peer on Node is asked; protocol.py says what goes in and out.
import { createInterface } from 'node:readline';
import { createRequire } from 'node:module';
import { join } from 'node:path';

// The peers stand in the folder that the environment is in, not beside this file.
export const require = createRequire(join(process.env.PEER_HOME, 'package.json'));

export function versionOf(name) {
  try {
    return require(join(process.env.PEER_HOME, 'node_modules', name, 'package.json')).version;
  } catch {
    console.error(`${name} is not installed`);
    process.exit(3);
  }
}

export async function serve(version, answers) {
  const task = process.argv[2];
  if (task === '--version') {
    console.log(version());
    return;
  }
  for await (const line of createInterface({ input: process.stdin })) {
    const article = JSON.parse(line);
    console.log(JSON.stringify({ id: article.id, ...answers[task](article) }));
  }
}

// Offsets of JavaScript count UTF-16 units; those of the protocol count characters.
export function characters(text) {
  const places = new Uint32Array(text.length + 1);
  let count = 0;
  for (let unit = 0; unit < text.length; unit++) {
    places[unit] = count;
    const code = text.charCodeAt(unit);
    if (code < 0xd800 || code > 0xdbff) count++;
  }
  places[text.length] = count;
  return (unit) => places[Math.min(unit, text.length)];
}
