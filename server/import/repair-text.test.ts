import { assert, constantFrom, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { repairText } from '#server/import/repair-text.ts'

const misread = (text: string) => Buffer.from(text, 'utf8').toString('latin1')

describe('repairing text', () => {
  it.each([
    ['SÃ¡nchez', 'Sánchez'],
    ['Ferm\u00c3\u00adn', 'Fermín'],
    ['CÃ´tes-d\u00e2\u20ac\u2122Armor', 'Côtes-d’Armor'],
    ['SÃ£o TomÃ© and PrÃ\u00adncipe', 'São Tomé and Príncipe'],
    ['GroÃŸ & MÃ¼ller', 'Groß & Müller'],
    ['ç”°ä¸\u00ad', '田中'],
    ['20 Â°C', '20 °C'],
  ])('turns %s into %s', (broken, meant) => {
    expect(repairText(broken)).toBe(meant)
  })

  it.each(['Sánchez', 'Müller', 'Älvsjö', 'Ørsted', 'naïve café', 'Ã', '20 °C', '田中', '🚀🚀', 'ÀÉ', 'Ünïcödé', ''])(
    'leaves %s alone',
    (text) => {
      expect(repairText(text)).toBe(text)
    },
  )

  it('repairs what was misread beside letters that were not', () => {
    expect(repairText('田中 SÃ¡nchez Müller')).toBe('田中 Sánchez Müller')
  })

  it('brings back every word beyond ASCII', () => {
    const words = string({ unit: constantFrom('a', 'z', 'é', 'ß', 'ñ', 'ł', '田', 'ё'), minLength: 1 })
    assert(
      property(words, (text) => {
        expect(repairText(misread(text))).toBe(text)
      }),
    )
  })
})
