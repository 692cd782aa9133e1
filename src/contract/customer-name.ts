interface Named {
  firstName: string | null
  middleName: string | null
  lastName: string | null
  companyName: string | null
  email: string | null
  customerNumber: string
}

/** The name a customer goes by: the person, else the company, else the email, else the number. */
export function customerName(customer: Named): string {
  const person = [customer.firstName, customer.middleName, customer.lastName].filter(Boolean).join(' ')
  return person || customer.companyName || customer.email || customer.customerNumber
}
