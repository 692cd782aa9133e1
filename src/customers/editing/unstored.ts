const nobody = { type: 'staff', id: null, displayName: null } as const
const never = new Date(0).toISOString()

/** What all have in common that are not stored yet; their version is the empty text. */
export const unstored = {
  id: '',
  etag: '',
  createdAt: never,
  createdBy: nobody,
  updatedAt: never,
  updatedBy: nobody,
  sourceSystem: null,
  externalId: null,
}
