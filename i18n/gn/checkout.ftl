### Avañe’ẽ: ñemu ha ñemomarandu (la venta y los avisos). Lo que falta se dice en castellano.

search-placeholder = Código, kuatia’atã…
shelf-all = Opavave
tiles-none = Ndaipóri upe hérava
pupil-none = Ndaipóri temimbo’e
pupil-none-todo = Embohasa ikuatia’atã
pupil-identify = Eheka temimbo’e
pupil-card = { $grade } · kuatia’atã { $card }
pupil-balance = Viru oĩva
pupil-left-today = ko árape hembýva { $left }
pupil-search = Téra, grado térã kuatia’atã
cart-empty = Ajaka nandi
cart-empty-todo = Embohasa mba’erepy térã epoko hese.
cart-clear = Emonandi
cart-lines = { $count ->
    [one] { $count } mba’erepy
   *[other] { $count } mba’erepy
 }
checkout-total = Opavave
pay-account = Temimbo’e kuatia’atã
pay-cash = Viru
checkout-cancel = Eheja
checkout-close = Emboty
checkout-save = Eñongatu
checkout-remove = Eipe’a
checkout-accept = Emoneĩ
checkout-saving = Oñeñongatu hína…
cash-title = Viru reheve
cash-due = Hepy
cash-received = Oñeme’ẽva
checkout-change = Hembýva
checkout-missing = Oñeikotevẽ
account-before = Viru oĩva ko’ágã
account-charge = Hepy
account-after = Viru opytáva
tender-card = Temimbo’e kuatia’atã
tender-cash = Viru
alert-refused = Ndaikatúi reme’ẽ: { $name } ndaikatúi ho’u kóva
alert-ask = Ejesareko: emoñe’ẽ raẽ reme’ẽ mboyve { $name }-pe
alert-instead = Hendaguépe, ndoguerekóiva { $allergens }:
alert-back = Ejevy ñemuháme
alert-confirm = Amoñe’ẽma ha ame’ẽta
alert-authorise = Emoneĩ PIN reheve…
alert-remove-all = { $count ->
    [one] Eipe’a ha eho tenonde
    [2] Eipe’a mokõivéva ha eho tenonde
   *[other] Eipe’a umi { $count } ha eho tenonde
 }
restriction-said = Alergia: { $allergen } · { $severity } · { $who } he’iháicha
declared-free = Ndoguerekói { $allergen }
declared-unknown = Ndojekuaái oguerekópa { $allergen }: avave nde’íri
declared-may-contain = Ikatu oguereko { $allergen }
declared-contains = Oguereko { $allergen }
allergen-huevo = ryguasu rupi’a
allergen-pescado = pira
allergen-mani = manduvi
allergen-leche = kamby
clear-title = ¿Emonandi ajaka?
done-title = Oñehepyme’ẽma
done-ticket = Kuatia { $ticket } · { $total }
done-balance = { $name } viru oĩva
unknown-code = Avave ndoikuaái código { $code }
refused-insufficient-balance = Viru ndohupytýi: oĩ { $available }
