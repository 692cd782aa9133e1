import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from '#/contract/common.ts'
import type { StaffMember } from '#/contract/staff.ts'
import { aStaffMember } from '#tests/builders.ts'
import type { Target } from '#tests/contract/target.ts'
import { targets } from '#tests/contract/targets.ts'

describe.each(targets)('accounts of the staff on $name', ({ open }) => {
  let target: Target
  beforeAll(async () => {
    target = await open()
    await target.insert({
      staff: [
        aStaffMember({ username: 'Zoe', displayName: 'Zoe Aalto', passwordHash: 'secret hash' }),
        aStaffMember({ username: 'anna', disabledAt: '2026-01-01T00:00:00.000Z' }),
      ],
    })
  })
  afterAll(async () => target.close())

  it('are listed by user name, all or only those who can sign in, and without anything secret', async () => {
    const admin = target.as('systemAdministrator')
    const names = async (query: string) =>
      (await admin.get<Page<StaffMember>>(`/staff?${query}`)).body.items.map(({ username }) => username)
    const all = await names('')
    expect(all[0]).toBe('anna')
    expect(all.at(-1)).toBe('Zoe')
    expect(await names('active=true')).toEqual(all.filter((name) => name !== 'anna'))
    expect(await names('active=false')).toEqual(['anna'])
    const { body } = await admin.get<Page<StaffMember>>('/staff?limit=2')
    expect(body.items).toHaveLength(2)
    const rest = await admin.get<Page<StaffMember>>(`/staff?limit=2&cursor=${body.next}`)
    expect([...body.items, ...rest.body.items].map(({ username }) => username)).toEqual(all.slice(0, 4))
    expect(JSON.stringify((await admin.get<Page<StaffMember>>('/staff')).body)).not.toMatch(/secret|preferences/)
  })
})
