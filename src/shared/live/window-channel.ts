/** What the windows of one browser say to each other; a window does not hear itself. */
export interface WindowChannel<Message> {
  post: (message: Message) => void
  close: () => void
}

export type OpenChannel = <Message>(name: string, onMessage: (message: Message) => void) => WindowChannel<Message>

/** Over `BroadcastChannel`. The windows are of one origin, so what is heard is ours. */
export const openBroadcast: OpenChannel = (name, onMessage) => {
  const channel = new BroadcastChannel(`customer-workspace-${name}`)
  channel.addEventListener('message', ({ data }) => onMessage(data))
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no target
    post: (message) => channel.postMessage(message),
    close: () => channel.close(),
  }
}

/** For a window that is alone. */
export const openNothing: OpenChannel = () => ({ post: () => undefined, close: () => undefined })
