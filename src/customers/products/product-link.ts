/** Where the details of one product are shown: for links and for `navigate`. */
export const productPlace = (customerId: string, product: string) => ({
  to: '/customers/$customerId/$section' as const,
  params: { customerId, section: 'products' as const },
  search: { product },
})
