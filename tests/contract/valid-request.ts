export interface ValidRequest {
  path: string
  body?: unknown
  upload?: { bytes: Uint8Array<ArrayBuffer>; name: string }
  ifMatch?: string
  ifNoneMatch?: string
}
