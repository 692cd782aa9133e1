const endOfChain = 0xff_ff_ff_fa
const entryBytes = 128
/** A directory longer than this belongs to no document that could be attached. */
const sectorsAtMost = 2000

/**
 * Names at the top of a compound file (MS-CFB), the container of Office formats before 2007: what stands there tells a
 * document from an installer. Empty for what cannot be read.
 */
export function compoundStreams(bytes: Uint8Array): Set<string> {
  const names = new Set<string>()
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const sectorBytes = 1 << view.getUint16(30, true)
    if (sectorBytes !== 512 && sectorBytes !== 4096) return names
    const next = (sector: number): number => {
      const perSector = sectorBytes / 4
      const index = Math.floor(sector / perSector)
      // The first 109 parts of the allocation table are named in the header: enough for 7 MB.
      if (index >= 109) return endOfChain
      const part = view.getUint32(76 + index * 4, true)
      return view.getUint32((part + 1) * sectorBytes + (sector % perSector) * 4, true)
    }
    let sector = view.getUint32(48, true)
    for (let read = 0; sector < endOfChain && read < sectorsAtMost; read += 1) {
      const start = (sector + 1) * sectorBytes
      for (let at = start; at < start + sectorBytes; at += entryBytes) names.add(nameAt(view, at))
      sector = next(sector)
    }
  } catch {
    // Cut off or made up: whatever was read so far is all there is.
  }
  names.delete('')
  return names
}

function nameAt(view: DataView, at: number): string {
  const length = Math.min(view.getUint16(at + 64, true), 64)
  const codes = Array.from({ length: Math.max(0, length / 2 - 1) }, (_, index) => view.getUint16(at + index * 2, true))
  return String.fromCodePoint(...codes)
}
