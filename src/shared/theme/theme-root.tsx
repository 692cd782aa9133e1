import GlobalStyles from '@mui/material/GlobalStyles'
import { ThemeProvider } from '@mui/material/styles'
import type { ReactNode } from 'react'
import { globalStyles } from '#/shared/theme/global-styles.ts'
import { printStyles } from '#/shared/theme/print-styles.ts'
import { schemeStorageKey } from '#/shared/theme/scheme.ts'
import { theme } from '#/shared/theme/theme.ts'

const styles = <GlobalStyles styles={[globalStyles, printStyles]} />

/** Theme, colour scheme and the styles of plain elements around the whole app. */
export function ThemeRoot({ children }: { children: ReactNode }) {
  return (
    <ThemeProvider theme={theme} modeStorageKey={schemeStorageKey} noSsr>
      {styles}
      {children}
    </ThemeProvider>
  )
}
