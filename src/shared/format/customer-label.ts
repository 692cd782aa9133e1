import { m } from '#/shared/i18n/generated/messages.js'

/** Name and number in one text, for titles and accessible descriptions. */
export function customerLabel(name: string, number: string): string {
  return name === number ? number : m.common_customer_subject({ name, number })
}
