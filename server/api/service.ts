import { attachmentBytes } from '#/contract/attachment.ts'
import {
  getConfig,
  getDescription,
  getLiveness,
  getPublicConfig,
  getReadiness,
  listScopes,
} from '#/contract/service.ts'
import { ok } from '#server/api/answer.ts'
import type { Registry } from '#server/api/call.ts'
import { describeApi } from '#server/api/openapi.ts'
import { countedTo, defaultLimit } from '#server/api/page.ts'
import { Refusal } from '#server/api/refusal.ts'
import { maxBodyBytes } from '#server/api/request-input.ts'
import { seesScope } from '#server/api/visibility.ts'

export function registerService({ handle }: Registry): void {
  let description: Record<string, unknown> | undefined

  handle(getPublicConfig, async ({ deps }) =>
    ok({ productName: 'Customer Workspace', signInMethods: [deps.authMethod], languages: ['en'] }),
  )

  handle(getConfig, async ({ deps }) =>
    ok({
      signInMethods: [deps.authMethod],
      features: deps.features,
      limits: {
        openRecords: 30,
        openRecordsInAddress: 100,
        pageSize: defaultLimit,
        countedTo,
        bodyBytes: maxBodyBytes,
        attachmentBytes,
      },
      links: deps.links,
      sources: [],
      personalDetail: deps.personalDetail,
    }),
  )

  handle(listScopes, async ({ store, identity }) => {
    const { rows } = await store.find('scopes', { sort: [{ field: 'name' }] })
    return ok({ items: rows.filter(({ id }) => seesScope(identity, id)) })
  })

  handle(getLiveness, async () => ok({ status: 'ok' }))

  handle(getReadiness, async ({ store }) => {
    try {
      await store.get('settings', 'readiness')
    } catch {
      throw new Refusal('unavailable', {}, { 'Retry-After': '5' })
    }
    return ok({ status: 'ok' })
  })

  handle(getDescription, async () => ok((description ??= describeApi())))
}
