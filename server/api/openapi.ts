export function describeApi(): Record<string, unknown> {
  return {}
}
