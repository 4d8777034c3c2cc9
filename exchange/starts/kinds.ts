/** What sheets of a real start are about, and the fields each kind has: what the mapping looks for, in three languages. */
import type { WantedField } from "../mapping/guess.ts";
import { looksLikeDay, looksLikeFigure } from "./looks.ts";

/** The kinds of sheet with which an organisation starts. */
export const startKinds = ["members", "ties", "plots", "deliveries", "prices", "opening"] as const;
export type StartKind = (typeof startKinds)[number];

/** Whether a word names a kind. */
export const isStartKind = (word: string): word is StartKind => startKinds.some((kind) => kind === word);

/** What a field's cells hold: how they are read, and whether they are added up in the account. */
export type Holds = "words" | "day" | "weight" | "money" | "figure";

/** A field with what its cells hold. */
export type StartField = WantedField & { readonly holds: Holds };

const field = (name: string, holds: Holds, heads: string, more: { readonly required?: boolean } = {}): StartField => ({
  field: name,
  holds,
  heads: heads.split("|"),
  required: more.required ?? false,
  ...(holds === "day" ? { looks: looksLikeDay } : holds === "words" ? {} : { looks: looksLikeFigure }),
});

const who = [
  field(
    "number",
    "words",
    "numero|numero de socio|no|n|nro|num|codigo|codigo socio|cod|socio|numero socio|carne|number|member number|member|code|matricula|numero do socio|codigo do socio|cooperado",
  ),
  field(
    "name",
    "words",
    "nombre|nombres y apellidos|nombre completo|apellidos y nombres|nombres|productor|asociado|name|full name|producer|nome|nome completo|produtor|associado",
  ),
  field(
    "document",
    "words",
    "documento|cedula|cc|dni|identidad|numero de documento|documento de identidad|identificacion|identity|identity number|id|document|national id|cpf|rg|ci",
  ),
] as const;
const community = field(
  "community",
  "words",
  "comunidad|vereda|municipio|sector|anexo|aldea|community|village|comunidade|povoado|localidade",
);
const place = field(
  "place",
  "words",
  "punto|centro de acopio|acopio|lugar|sede|bodega|agencia|place|collection point|point|warehouse|ponto|posto|armazem|local",
);
const product = field("product", "words", "producto|tipo|tipo de cafe|calidad|product|type|produto|tipo de produto");
const unit = field("unit", "words", "unidad|und|medida|um|unit|unidade|medida de peso");
const currency = field("currency", "words", "moneda|divisa|currency|moeda");

const members: readonly StartField[] = [
  ...who,
  field("telephone", "words", "telefono|celular|tel|movil|whatsapp|phone|telephone|mobile|telefone|fone"),
  community,
  field(
    "since",
    "day",
    "desde|ingreso|fecha de ingreso|fecha ingreso|afiliacion|fecha de afiliacion|since|joined|member since|date joined|entrada|data de entrada|admissao|data de admissao|socio desde",
  ),
  field(
    "left",
    "day",
    "retiro|fecha de retiro|fecha retiro|salida|hasta|baja|left|until|date left|saida|data de saida|desligamento|ate",
  ),
  field("language", "words", "idioma|lengua|language|lingua|idioma preferido"),
];

const ties: readonly StartField[] = [
  field("from", "words", "socio|numero|de|miembro|quien|from|member|number|who|membro|associado|quem", {
    required: true,
  }),
  field("kind", "words", "relacion|vinculo|tipo|parentesco|kind|tie|relation|relacao|tipo de relacao", {
    required: true,
  }),
  field(
    "to",
    "words",
    "con|a|para|con quien|otro socio|jefe|titular|to|with|of|head|com|de quem|outro socio|responsavel",
    {
      required: true,
    },
  ),
  field("since", "day", "desde|fecha|inicio|since|from day|start|inicio em"),
  field("left", "day", "hasta|fin|until|end|ate|fim"),
];

const plots: readonly StartField[] = [
  ...who,
  field(
    "plot",
    "words",
    "parcela|finca|lote|nombre de la finca|nombre finca|predio|chacra|terreno|plot|farm|field|talhao|sitio|propriedade|fazenda|roca",
    { required: true },
  ),
  field("area", "figure", "area|hectareas|has|ha|superficie|extension|hectares|tamano|size|hectare|tamanho"),
  field("products", "words", "productos|cultivos|cultivo|producto|crops|products|crop|culturas|cultura|produtos"),
  community,
];

const deliveries: readonly StartField[] = [
  field("day", "day", "fecha|dia|fecha de entrega|fecha entrega|date|day|delivery date|data|data da entrega", {
    required: true,
  }),
  ...who,
  product,
  place,
  field("gross", "weight", "bruto|peso bruto|kilos brutos|kg bruto|kg brutos|gross|gross weight|gross kg|bruto kg"),
  field("tare", "weight", "tara|peso tara|destare|tare|tare kg|tara kg|descuento tara"),
  field(
    "net",
    "weight",
    "neto|peso neto|kilos|kilos netos|kg|kg neto|kg netos|peso|cantidad|arrobas|quintales|cargas|net|net weight|net kg|weight|quantity|liquido|peso liquido|quilos|kg liquido|quantidade",
  ),
  unit,
  field("bags", "figure", "sacos|bultos|costales|sacas|numero de sacos|bags|sacks|no sacos|n sacos|volumes"),
  field(
    "receipt",
    "words",
    "recibo|boleta|no recibo|numero de recibo|comprobante|vale|receipt|receipt number|ticket|romaneio|nota",
  ),
  field("moisture", "figure", "humedad|h|humedad %|% humedad|moisture|moisture %|umidade|umidade %"),
  field("factor", "figure", "factor|factor de rendimiento|rendimiento|yield factor|fator|fator de rendimento"),
  field("score", "figure", "puntaje|taza|puntaje de taza|score|cup score|pontuacao|nota da bebida"),
  field(
    "price",
    "money",
    "precio|precio kg|precio por kilo|valor unitario|price|price per kg|unit price|preco|preco por quilo",
  ),
  field(
    "paid",
    "money",
    "pagado|valor|total|total pagado|valor pagado|pago|paid|amount|total paid|valor pago|total pago",
  ),
  currency,
];

const prices: readonly StartField[] = [
  field("series", "words", "serie|producto|mercado|commodity|series|product|market|produto"),
  field("period", "words", "mes|fecha|dia|periodo|month|date|day|period|data", { required: true }),
  field("price", "money", "precio|valor|cotizacion|price|value|quote|preco|cotacao", { required: true }),
  currency,
  field("unit", "words", "unidad|por|unit|per|unidade"),
];

const opening: readonly StartField[] = [
  ...who,
  field(
    "shares",
    "money",
    "aportes|aportes sociales|capital|capital social|certificados|shares|share capital|quotas|quotas partes|capital integralizado",
  ),
  field("savings", "money", "ahorros|ahorro|ahorros voluntarios|savings|poupanca"),
  field("advance", "money", "anticipos|anticipo|adelantos|adelanto|advances|advance|adiantamentos|adiantamento"),
  field(
    "advance-day",
    "day",
    "fecha anticipo|fecha del anticipo|fecha adelanto|advance date|data adiantamento|data do adiantamento",
  ),
  field(
    "credit",
    "money",
    "creditos|credito|saldo credito|capital credito|prestamo|prestamos|credit|credit principal|loan|credito saldo|emprestimo",
  ),
  field("interest", "money", "interes|intereses|interes pendiente|interest|interest owed|juros"),
  field("rate", "figure", "tasa|tasa mensual|interes mensual|% mensual|rate|monthly rate|taxa|taxa mensal"),
  field(
    "credit-day",
    "day",
    "fecha credito|fecha del credito|desembolso|credit date|loan date|data credito|data do credito",
  ),
  field("due", "day", "vence|vencimiento|fecha de vencimiento|due|due date|vencimento"),
  field(
    "owed",
    "money",
    "por pagar|entregas por pagar|se le debe|saldo a favor|pendiente de pago|owed|unpaid deliveries|to pay|a pagar|entregas a pagar",
  ),
  field("account", "words", "cuenta|concepto|caja o banco|account|concept|conta|conceito"),
  field("amount", "money", "monto|saldo|valor|amount|balance|montante"),
  place,
  product,
  field("stock", "weight", "existencias|kilos|kg|existencia|peso|stock|estoque|quilos"),
  unit,
  field(
    "last",
    "figure",
    "ultimo recibo|ultimo numero|ultimo numero de recibo|last receipt|last number|last serial|ultimo romaneio",
  ),
  currency,
];

/** The fields of each kind, in the order in which a person is asked for them. */
export const fieldsOf: Readonly<Record<StartKind, readonly StartField[]>> = {
  members,
  ties,
  plots,
  deliveries,
  prices,
  opening,
};
