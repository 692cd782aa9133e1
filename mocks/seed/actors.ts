import type { Actor } from '#/contract/common.ts'
import { demoStaff } from '#mocks/seed/demo-staff.ts'

const staffActor = (member: { id: string; displayName: string }): Actor => ({
  type: 'staff',
  id: member.id,
  displayName: member.displayName,
})

export const systemActor: Actor = { type: 'system', id: null, displayName: null }
export const apiActor: Actor = { type: 'api', id: 'shop', displayName: 'Shop' }
export const importerActor: Actor = { type: 'importer', id: 'legacy-crm', displayName: null }
export const serviceActor = staffActor(demoStaff.service)
export const salesActor = staffActor(demoStaff.sales)
/** Somebody whose account is gone since. */
export const formerActor: Actor = { type: 'staff', id: 'staff-gone', displayName: 'Robin Chase' }

export const customerActor = (id: string): Actor => ({ type: 'customer', id, displayName: null })
