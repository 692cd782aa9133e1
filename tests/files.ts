/** Files as they would be attached, as small as they can be. */

export const bytesOf = (text: string) => Uint8Array.from(text, (char) => char.codePointAt(0) ?? 0)

/** A Windows program: the header of DOS and that of PE. */
export const anExe = () => {
  const bytes = new Uint8Array(256)
  bytes.set(bytesOf('MZ'))
  bytes.set(bytesOf('PE\0\0'), 128)
  bytes[60] = 128
  return bytes
}

export const anSvg = () => bytesOf('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')

export const aPng = () =>
  Uint8Array.from(
    atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
    (char) => char.codePointAt(0) ?? 0,
  )

/** A ZIP archive with its entries as they are. */
export function aZip(entries: Record<string, string>): Uint8Array<ArrayBuffer> {
  const locals: number[] = []
  const central: number[] = []
  const short = (value: number) => [value & 255, (value >> 8) & 255]
  const long = (value: number) => [...short(value & 0xff_ff), ...short(value >>> 16)]
  for (const [name, content] of Object.entries(entries)) {
    const [nameBytes, data] = [bytesOf(name), bytesOf(content)]
    const facts = [...short(20), ...short(0), ...short(0), ...long(0), ...long(crc32(data))]
    const sizes = [...long(data.length), ...long(data.length), ...short(nameBytes.length), ...short(0)]
    const offset = locals.length
    locals.push(...bytesOf('PK\x03\x04'), ...facts, ...sizes, ...nameBytes, ...data)
    central.push(...bytesOf('PK\x01\x02'), ...short(20), ...facts, ...sizes, ...short(0), ...short(0), ...short(0))
    central.push(...long(0), ...long(offset), ...nameBytes)
  }
  const count = short(Object.keys(entries).length)
  const end = [...bytesOf('PK\x05\x06'), ...short(0), ...short(0), ...count, ...count]
  return Uint8Array.from([...locals, ...central, ...end, ...long(central.length), ...long(locals.length), ...short(0)])
}

function crc32(bytes: Uint8Array): number {
  let sum = -1
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xed_b8_83_20 : sum >>> 1
  }
  return (sum ^ -1) >>> 0
}

const contentTypes = (type: string) =>
  aZip({
    '[Content_Types].xml': `<?xml version="1.0"?><Types><Override PartName="/document" ContentType="${type}"/></Types>`,
    '_rels/.rels': '<Relationships/>',
  })

export const aDocx = () =>
  contentTypes('application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml')
/** A document that can hold programs. */
export const aDocm = () => contentTypes('application/vnd.ms-word.document.macroEnabled.main+xml')
export const anOdt = () => aZip({ mimetype: 'application/vnd.oasis.opendocument.text' })

/** A compound file with one stream of that name: what Office formats before 2007 and installers are. */
export function aCompoundFile(stream: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(3 * 512)
  const view = new DataView(bytes.buffer)
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  view.setUint16(30, 9, true)
  view.setUint32(48, 1, true)
  view.setUint32(76, 0, true)
  view.setUint32(512, 0xff_ff_ff_fd, true)
  view.setUint32(516, 0xff_ff_ff_fe, true)
  for (const [index, name] of ['Root Entry', stream].entries()) {
    const at = 1024 + index * 128
    for (const [letter, char] of bytesOf(name).entries()) view.setUint16(at + letter * 2, char, true)
    view.setUint16(at + 64, (name.length + 1) * 2, true)
  }
  return bytes
}
