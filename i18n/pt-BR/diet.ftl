# Restrições alimentares: por que algo é avisado ou recusado.
because-usually = o que se chama «{ $quote }» costuma ter
because-changed = declarado sem em { $day }, e o rótulo mudou depois
because-part = leva { $part }
because-reads = diz «{ $quote }» ({ $place })
because-diet-said = dito em { $day }
place-ingredients = ingredientes
place-declaration = frase do rótulo
place-claim = aviso da embalagem
place-name = nome
place-category = categoria
place-type = tipo de produto
diet-conflicts = Não indicado: { $diet }
wish-said = { $diet } · segundo { $who }
diet-vegetariano = vegetariano
diet-vegano = vegano
diet-diabetes = diabetes
diet-hipertension = hipertensão
diet-no-cerdo = sem porco
diet-lactosa = intolerância à lactose
diet-own = dieta própria n.º { $number }
allergen-almendra = amêndoa
allergen-avellana = avelã
allergen-nuez = noz
allergen-caju = castanha de caju
allergen-pecan = noz-pecã
allergen-nuez-de-brasil = castanha-do-pará
allergen-pistacho = pistache
allergen-macadamia = macadâmia

# O alerta no caixa: a quem ligar, e ler o rótulo ali mesmo.
restriction-call = Ligar para { $who }: { $phone }
restriction-contact = Avisar { $who }
declared-by = { $source }, anotado por { $who }
label-read = Ler o rótulo
label-close = Fechar rótulo
label-question = O que diz o rótulo do produto?
label-noting = Anotando o que diz o rótulo…
label-contains = Contém
label-may-contain = Pode conter
label-free = Não contém
label-stands = Foi anotado «Não contém { $allergen }», mas não basta: um supervisor precisa revisar em Restrições › Para revisar.
label-noted = Rótulo lido: { $product } pode ser vendido
label-not-noted = O que diz o rótulo não foi anotado
tile-unread = não lido

# Tela de restrições: o que cada produto tem.
nav-declare = Restrições
declare-range = { $from }–{ $to } / { $all }
declare-no-right = As restrições são vistas e declaradas por um supervisor. Bloqueie o caixa e entre com um usuário que possa.
declare-reading = Lendo os produtos…
declare-reading-todo = Dá para continuar vendendo enquanto isso.
declare-not-read = Não foi possível ler os produtos
declare-saved-unread = Foi salvo, mas não foi possível ler de novo. { $why }
declare-retry = Ler de novo
declare-no-products = Ainda não há produtos
declare-no-products-todo = Importe o catálogo em Ajustes › Importar listas; depois declare aqui o que cada um tem.
declare-page-matrix = Produtos
declare-page-queue = Para revisar ({ $count })
declare-page-first = Declarar primeiro
declare-coverage = { $percent } % do vendido em { $days } dias está declarado
declare-coverage-short = { $percent } % declarado
declare-coverage-products = { $declared } de { $products } produtos
declare-coverage-products-short = { $declared } de { $products }
declare-search = Produto…
declare-filter-all = Todos
declare-filter-open = Incompletos
declare-filter-restricted = Vendidos a alunos com restrições
declare-filter-restricted-short = A alunos com restr.
declare-category-all = Todas
declare-categories = Categorias
declare-is-it = Tem { $allergen }?
declare-diet-nobody = Ninguém disse ainda
declare-category-title = Categoria
declare-none = Nenhum produto
declare-none-todo = Não há nenhum com esta busca e este filtro: tente «Todos».
declare-products = { $count ->
    [one] 1 produto
   *[other] { $count } produtos
 }
declare-sold = { $category } · { $sold } vendidos
declare-only-kitchen = Só da cozinha: não é vendido
declare-kitchen = Cozinha
declare-key-contains = C
declare-key-may-contain = P
declare-key-free = S
declare-key-unknown = N
declare-key-accept = A
declare-contains = Contém
declare-may-contain = Pode
declare-free = Sem
declare-unknown = Não se sabe
declare-not-known = Não se sabe se tem { $allergen }
declare-nobody = Ninguém declarou ainda: nunca é mostrado como «sem».
declare-look = Pede uma nova olhada
declare-writing = Salvando…
declare-said-by = dito por { $who }
declare-said-list = de uma lista importada
declare-rest = Resto sem (⇧ { $key })
declare-rest-done = { $count ->
    [0] Nada mais para declarar aqui
    [one] 1 declarado «sem»
   *[other] { $count } declarados «sem»
 }
declare-rest-left = { $count ->
    [one] 1 declarado «sem»; falta olhar o que resta
   *[other] { $count } declarados «sem»; falta olhar o que resta
 }
declare-part-decides = A receita decide: declare em «{ $part }»
declare-accepted = { $count ->
    [one] 1 aceito
   *[other] { $count } aceitos
 }
declare-source = Fonte: { $source }
declare-source-label = rótulo
declare-source-supplier = fornecedor
declare-source-recipe = receita
declare-source-staff = pessoal
declare-source-title = Onde você lê isso?
declare-source-what = Vale para tudo o que você declarar até mudar ou sair.
declare-confirm-title = { $product }: «{ $wanted }»?
declare-confirm-reads = O que está escrito em «{ $product }» diz outra coisa
declare-confirm-what = Você vai declarar «{ $wanted }» contra essas palavras, com a fonte { $who }. Fica anotado que você as viu. Uma criança alérgica vai poder comprar.
declare-confirm-back = Voltar
declare-confirm-sure = Li a embalagem: «{ $wanted }»
declare-first-what = O que alunos com restrições mais compraram e ninguém declarou por completo. Toque em um para declarar.
declare-first-product = Produto
declare-first-restricted = A alunos com restrições, 30 dias
declare-first-sold = Vendidos
declare-first-missing = Falta
declare-missing = { $count ->
    [one] falta 1
   *[other] faltam { $count }
 }
declare-all-done = Tudo o que se vende está declarado
declare-all-done-todo = Um produto novo ou alterado volta a aparecer aqui.
declare-queue-empty = Nada para revisar
declare-queue-empty-todo = Aqui aparece o que um rótulo diz e ninguém declarou, e o que mudou depois de declarado.
declare-why-contradicts = O rótulo diz mais do que o declarado
declare-why-changed = Mudou depois de declarado
declare-why-undeclared = Não declarado
declare-trust-high = Confiança alta (90 ou mais)
declare-trust-medium = Confiança média (70 a 89)
declare-trust-low = Confiança baixa (50 a 69)
declare-trust-short-high = alta
declare-trust-short-medium = média
declare-trust-short-low = baixa
declare-place-ingredients = Ingredientes
declare-place-declaration = Frase do rótulo
declare-place-claim = Aviso da embalagem
declare-place-name = Nome
declare-place-category = Categoria
declare-place-type = Tipo de produto
declare-accept = Aceitar: { $state } (A)
declare-accept-all = Aceitar as { $count } de confiança alta (⇧ A)
declare-open = Abrir (Enter)
declare-skip = Pular (→)
declare-back = Voltar
declare-gone = Este produto não está mais
declare-to-row = Alérgenos
declare-tab-diets = Dietas
declare-tab-recipe = Receita
declare-tab-history = Histórico
declare-name = Nome
declare-ingredients = Ingredientes
declare-ingredients-hint = Como estão na embalagem
declare-statement = Frase de alérgenos do rótulo
declare-statement-hint = Contém … Pode conter …
declare-text-looks = { $count ->
    [one] O declarado «sem» (1) vai pedir uma nova olhada
   *[other] O declarado «sem» ({ $count }) vai pedir uma nova olhada
 }
declare-unsaved = O texto não está salvo
declare-unsaved-todo = O que você digitou deste produto se perde se sair agora.
declare-unsaved-on = Continuar editando
declare-unsaved-away = Descartar
declare-text-undo = Desfazer
declare-text-save = Salvar texto
declare-diet-suits = Serve
declare-diet-not = Não serve
declare-diet-unknown = Não se sabe
declare-recipe-what = Seus alérgenos vêm do que leva: vale sempre o mais perigoso.
declare-recipe-none = Não tem receita. Adicione produtos ou ingredientes da cozinha.
declare-part = Adicionar produto ou ingrediente…
declare-part-free = declarado sem alérgenos
declare-ingredient-new = Novo ingrediente da cozinha: «{ $name }»
declare-taken-back = O que foi dito de { $allergen } foi retirado
declare-said-suits = Serve: { $diet }
declare-said-not = Não serve: { $diet }
declare-said-unknown = O que foi dito de { $diet } foi retirado
declare-said-text = Texto: { $name }
declare-said-recipe = Receita: { $parts }
declare-said-no-recipe = Não tem mais receita
declare-short-gluten = Glúten
declare-short-crustaceos = Crust.
declare-short-huevo = Ovo
declare-short-pescado = Peixe
declare-short-mani = Amend.
declare-short-soja = Soja
declare-short-leche = Leite
declare-short-frutos-secos = Castan.
declare-short-apio = Aipo
declare-short-mostaza = Most.
declare-short-sesamo = Gerg.
declare-short-sulfitos = Sulf.
declare-short-altramuz = Trem.
declare-short-moluscos = Molus.

# Scans where somebody writes
scan-not-here = Aqui não se escaneia: termine ou feche antes o que está aberto
pupils-reading = Lendo a lista…
chips-more = +{ $count } mais
