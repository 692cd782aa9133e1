/** Where one invoice is shown: for links and for `navigate`. */
export const invoicePlace = (customerId: string, invoice: string) => ({
  to: '/customers/$customerId/$section' as const,
  params: { customerId, section: 'billing' as const },
  search: { invoice },
})
