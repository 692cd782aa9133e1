/** Statuses that every shop has, as they are spelled; those of the rows that are seen join them. */
export const usualOrderStatuses = ['New', 'InProgress', 'OnHold', 'Fulfilled', 'Shipped', 'Completed', 'Canceled']
