import * as z from 'zod/mini'
import { idSchema, instantSchema, languageSchema } from '#/contract/common.ts'
import { endpoint } from '#/contract/endpoint.ts'
import { permissions, roles } from '#/contract/permissions.ts'

export const preferencesSchema = z.object({
  theme: z.enum(['system', 'light', 'dark']),
  density: z.enum(['comfortable', 'compact']),
  locale: z.nullable(languageSchema),
  /** Shortcuts of one key can be switched off (WCAG 2.1.4). */
  singleKeyShortcuts: z.boolean(),
  /** The section on which a record opens. */
  startSection: z.enum(['account', 'overview']),
  /** Lists of notes hold the entries of cases too. */
  includeCaseNotes: z.boolean(),
})
export type Preferences = z.output<typeof preferencesSchema>

export const defaultPreferences: Preferences = {
  theme: 'system',
  density: 'comfortable',
  locale: null,
  singleKeyShortcuts: true,
  startSection: 'account',
  includeCaseNotes: false,
}

export const meSchema = z.object({
  id: idSchema,
  etag: z.string(),
  username: z.string(),
  displayName: z.string(),
  email: z.nullable(z.string()),
  roles: z.array(z.enum(roles)),
  permissions: z.array(z.enum(permissions)),
  /** `['*']` for every scope. */
  scopeIds: z.array(z.string()),
  sessionExpiresAt: instantSchema,
  authMethod: z.enum(['password', 'mock']),
  preferences: preferencesSchema,
})
export type Me = z.output<typeof meSchema>

export const getMe = endpoint({
  name: 'getMe',
  method: 'GET',
  path: '/me',
  summary: 'Who is signed in and what they may do',
  tag: 'Session',
  access: 'signedIn',
  responses: { 200: meSchema },
  versioned: true,
})

export const patchPreferences = endpoint({
  name: 'patchPreferences',
  method: 'PATCH',
  path: '/me/preferences',
  summary: 'Change own preferences',
  tag: 'Session',
  access: 'signedIn',
  body: z.strictObject({
    theme: z.optional(preferencesSchema.shape.theme),
    density: z.optional(preferencesSchema.shape.density),
    locale: z.optional(preferencesSchema.shape.locale),
    singleKeyShortcuts: z.optional(z.boolean()),
    startSection: z.optional(preferencesSchema.shape.startSection),
    includeCaseNotes: z.optional(z.boolean()),
  }),
  responses: { 200: meSchema },
  ifMatch: true,
  versioned: true,
})
