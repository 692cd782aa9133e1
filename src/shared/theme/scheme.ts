/**
 * How the colour scheme reaches the page before the first paint.
 *
 * `<html data-color-scheme="light|dark">` chooses the scheme. A boot script in index.html sets it, and ThemeProvider
 * keeps it up to date afterwards, from `localStorage['color-scheme']`: `light`, `dark` or, like no entry, `system`.
 * The preference itself belongs to `/me`; when it arrives or changes, call `setMode` of `useColorScheme()` from
 * `@mui/material/styles`, which also writes the entry. Nothing else is kept there.
 */
export const schemeAttribute = 'data-color-scheme'
export const schemeStorageKey = 'color-scheme'

/** The boot script, for index.html word for word: a hash in the content security policy allows it. */
export const schemeBootScript = `(function(){var c;try{c=localStorage.getItem('${schemeStorageKey}')}catch(e){}if(c!=='light'&&c!=='dark')c=matchMedia('(prefers-color-scheme: dark)').matches?'dark':'light';document.documentElement.setAttribute('${schemeAttribute}',c)})()`
