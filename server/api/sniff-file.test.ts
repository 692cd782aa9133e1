import { expect, it } from 'vitest'
import { attachmentTypes } from '#/contract/attachment.ts'
import { sniffFile } from '#server/api/sniff-file.ts'
import * as files from '#tests/files.ts'

const taken = async (bytes: Uint8Array) => {
  const type = await sniffFile(bytes)
  return type !== undefined && type in attachmentTypes ? type : undefined
}

it('knows what may be attached by what it is', async () => {
  expect(await taken(files.bytesOf('%PDF-1.4\n'))).toBe('application/pdf')
  expect(await taken(files.aPng())).toBe('image/png')
  expect(await taken(files.bytesOf('GIF89a'))).toBe('image/gif')
  expect(await taken(files.bytesOf('\xFF\xD8\xFF\xE0\0\x10JFIF'))).toBe('image/jpeg')
  expect(await taken(files.bytesOf('RIFF\x04\0\0\0WEBPVP8 '))).toBe('image/webp')
  expect(await taken(files.aDocx())).toBe('application/vnd.openxmlformats-officedocument.wordprocessingml.document')
  expect(await taken(files.anOdt())).toBe('application/vnd.oasis.opendocument.text')
  expect(await taken(files.aCompoundFile('WordDocument'))).toBe('application/msword')
  expect(await taken(files.aCompoundFile('Workbook'))).toBe('application/vnd.ms-excel')
  expect(await taken(files.aCompoundFile('PowerPoint Document'))).toBe('application/vnd.ms-powerpoint')
})

it('takes no program, script, archive or text', async () => {
  const others = [
    files.anExe(),
    files.anSvg(),
    files.bytesOf('#!/bin/sh\nrm -rf /'),
    files.bytesOf('<!doctype html><script>alert(1)</script>'),
    files.bytesOf('plain words'),
    files.aZip({ 'a.txt': 'a' }),
    files.aDocm(),
    // Installers are compound files too.
    files.aCompoundFile('SummaryInformation'),
    files.aCompoundFile('WordDocument').subarray(0, 40),
    new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    new Uint8Array(),
  ]
  for (const bytes of others) expect(await taken(bytes)).toBeUndefined()
})
