export interface Product {
  /** `null`: no longer sold. */
  sku: string | null
  name: string
  usdCents: number
  /** Sold by weight, so the quantity is a decimal. */
  byWeight?: boolean
}

/** What the demo shop sells. */
export const products: readonly Product[] = [
  { sku: 'TEA-ASSAM-100', name: 'Assam tea, 100 g', usdCents: 890 },
  { sku: 'TEA-SENCHA-100', name: 'Sencha tea, 100 g', usdCents: 1290 },
  { sku: 'COF-ESP-1000', name: 'Espresso beans, 1 kg', usdCents: 2450 },
  { sku: 'COF-FIL-500', name: 'Filter coffee, 500 g', usdCents: 1350 },
  { sku: 'CHE-COMTE', name: 'Comté, aged 18 months', usdCents: 3200, byWeight: true },
  { sku: 'CHE-BRIE', name: 'Brie de Meaux', usdCents: 2600, byWeight: true },
  { sku: 'FRU-APP', name: 'Apples, loose', usdCents: 390, byWeight: true },
  { sku: 'OLV-KAL-500', name: 'Kalamata olives, 500 g', usdCents: 980 },
  { sku: 'OIL-EVO-750', name: 'Olive oil extra virgin, 750 ml', usdCents: 1890 },
  { sku: 'PAS-RIG-500', name: 'Rigatoni, 500 g', usdCents: 320 },
  { sku: 'CHO-72-100', name: 'Dark chocolate 72 %, 100 g', usdCents: 450 },
  { sku: 'HON-FOR-250', name: 'Forest honey, 250 g', usdCents: 790 },
  { sku: 'KET-GOO-1', name: 'Gooseneck kettle, 1 l', usdCents: 7900 },
  { sku: 'GRI-BUR-2', name: 'Burr grinder “Two”', usdCents: 18_900 },
  { sku: 'MAC-ESP-9', name: 'Espresso machine Nove', usdCents: 129_000 },
  { sku: 'MUG-STO-4', name: 'Stoneware mugs, set of 4', usdCents: 4200 },
  { sku: 'KNI-CHE-20', name: "Chef's knife, 20 cm", usdCents: 11_500 },
  { sku: 'BOA-OAK-L', name: 'Cutting board, oak, large', usdCents: 5900 },
  { sku: 'TOW-LIN-2', name: 'Linen tea towels, set of 2', usdCents: 2400 },
  { sku: 'GFT-CARD', name: 'Gift card', usdCents: 5000 },
  { sku: 'FIL-PAP-100', name: 'Paper filters, 100 pieces', usdCents: 620 },
  { sku: 'DES-KIT', name: 'Descaling kit', usdCents: 1490 },
]

export const discontinued: Product = { sku: null, name: 'Sugar tongs (no longer sold)', usdCents: 1190 }

const bySku = new Map(products.map((product) => [product.sku, product]))

/** Lines of an order or a cart: article number and quantity. */
export function goods(...wanted: readonly (readonly [sku: string, quantity: number])[]) {
  return wanted.map(([sku, quantity]) => {
    const product = bySku.get(sku)
    if (!product) throw new Error(`no product ${sku}`)
    return { product, quantity }
  })
}
