import { m } from '#/shared/i18n/generated/messages.js'

/** A number as it stands, with its extension: "+1 514 555 0100 ext. 22". */
export function phoneText(number: string, extension?: string | null): string {
  return extension ? `${number} ${m.common_extension({ extension })}` : number
}
