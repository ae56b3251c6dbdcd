// What is in a zip file, for tests: read by the directory at its end.

import { inflateRawSync } from 'node:zlib';

const END = 0x06054b50;
const STORED = 0;

/** The files in a zip file, by name, as text. */
export function unzipped(bytes) {
  let end = bytes.length - 22;
  while (bytes.readUInt32LE(end) !== END) end -= 1;
  const files = {};
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [packed, name, extra, comment] = [bytes.readUInt32LE(at + 20), bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30), bytes.readUInt16LE(at + 32)];
    const header = bytes.readUInt32LE(at + 42);
    const from = header + 30 + bytes.readUInt16LE(header + 26) + bytes.readUInt16LE(header + 28);
    const data = bytes.subarray(from, from + packed);
    const path = bytes.toString('utf8', at + 46, at + 46 + name);
    files[path] = (bytes.readUInt16LE(at + 10) === STORED ? data : inflateRawSync(data)).toString('utf8');
    at += 46 + name + extra + comment;
  }
  return files;
}
