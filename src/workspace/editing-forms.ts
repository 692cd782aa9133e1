import { createStore } from 'zustand/vanilla'

/** Forms that are open on the screen, the one opened last at the end. */
interface EditingForms {
  forms: readonly { recordId: string; form: string }[]
}

export const createEditingForms = () => createStore<EditingForms>(() => ({ forms: [] }))
