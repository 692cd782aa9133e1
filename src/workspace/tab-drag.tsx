/** Drag of tabs. */
export function TabDrag({ ids }: { ids: readonly string[] }) {
  void ids
  return null
}
