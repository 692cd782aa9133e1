/** What is printed: the record or page that is shown, in full and in black on white, without what can only be pressed. */
export const printStyles = {
  '@page': { margin: '14mm' },
  '@media print': {
    html: { colorScheme: 'light !important' },
    // It scrolls no more: all of it is on the paper.
    '#root > *, #content, [data-page], main, [role="tabpanel"], [role="tabpanel"] > *, [data-fill]': {
      display: 'block !important',
      height: 'auto !important',
      maxWidth: 'none !important',
      overflow: 'visible !important',
      contain: 'none !important',
    },
    '[hidden], [data-screen], [data-spacer], [role="tablist"], select, input[type="search"]': {
      display: 'none !important',
    },
    // The head of a column that sorts and a moment with its tooltip are buttons too.
    'button:not(th button, :has(time))': { display: 'none !important' },
    '*': { color: '#000 !important', boxShadow: 'none !important' },
    '*:not([data-shape])': { backgroundColor: 'transparent !important' },
    '[data-shape]': { printColorAdjust: 'exact' },
    'svg text': { fill: '#000 !important' },
    'h1, h2, h3, td, th, td *, th *': {
      overflow: 'visible !important',
      overflowWrap: 'anywhere',
      whiteSpace: 'normal !important',
    },
    'tr, li': { breakInside: 'avoid' },
  },
} as const
