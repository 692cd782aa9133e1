import { AutoScroller, PointerActivationConstraints } from '@dnd-kit/dom'
import { DOMRectangle } from '@dnd-kit/dom/utilities'
import { DragDropProvider, PointerSensor } from '@dnd-kit/react'
import { isSortable, useSortable } from '@dnd-kit/react/sortable'
import { useLayoutEffect, useRef } from 'react'
import { motion } from '#/shared/theme/tokens.ts'
import { tabId } from '#/workspace/record-ids.ts'

// The mouse drags after a few pixels, so that a click stays a click; a finger after a moment, so that it can scroll.
const sensors = [
  PointerSensor.configure({
    activationConstraints: ({ pointerType }) =>
      pointerType === 'touch'
        ? [new PointerActivationConstraints.Delay({ value: 250, tolerance: 5 })]
        : [new PointerActivationConstraints.Distance({ value: 6 })],
  }),
]
// Not its accessibility part, which would make buttons of the tabs (the keyboard has a way of its own), and none of
// those that insert style elements, which the content security policy refuses: the tab changes places under the pointer.
const plugins = [AutoScroller]
const transition = { duration: motion.normal }

/** Makes a tab that stands elsewhere draggable. */
function DraggableTab({ id, index }: { id: string; index: number }) {
  const { ref, isDragging } = useSortable({ id, index, transition })
  useLayoutEffect(() => {
    ref(document.getElementById(tabId(id)))
    return () => ref(null)
  }, [id, ref])
  useLayoutEffect(() => {
    document.getElementById(tabId(id))?.toggleAttribute('data-dragging', isDragging)
  }, [id, isDragging])
  return null
}

interface Props {
  ids: readonly string[]
  onMove: (id: string, to: number) => void
}

/** Drag of tabs; loaded when the pointer first comes to the strip, and put beside the tabs so that they stay as they are. */
export function TabDrag({ ids, onMove }: Props) {
  const start = useRef<DOMRectangle>(null)
  return (
    <DragDropProvider
      sensors={sensors}
      plugins={plugins}
      onDragStart={({ operation: { source } }, manager) => {
        start.current = source?.element ? new DOMRectangle(source.element) : null
        manager.dragOperation.shape = start.current
      }}
      onDragMove={(_, manager) => {
        // Nothing is moved about, so this says where the tab would be: what it is over is looked up when it changes.
        const { x, y } = manager.dragOperation.transform
        manager.dragOperation.shape = start.current?.translate(x, y) ?? null
      }}
      onDragEnd={({ canceled, operation: { source } }) => {
        if (canceled || !isSortable(source) || source.index === source.initialIndex) return
        onMove(String(source.id), source.index)
      }}
    >
      {ids.map((id, index) => (
        <DraggableTab key={id} id={id} index={index} />
      ))}
    </DragDropProvider>
  )
}
