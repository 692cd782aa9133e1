export const orderKinds = ['current', 'past', 'recurring'] as const
export const orderStatusClasses = ['open', 'inProgress', 'completed', 'canceled', 'attention'] as const
export const orderSorts = ['createdAt', 'number', 'total', 'status'] as const
