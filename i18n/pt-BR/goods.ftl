### Produtos: a lista, a ficha, muitos de uma vez, preços com data, etiquetas

nav-products = Produtos
right-products = Alterar produtos e preços
store-price-changed = O preço de { $name } mudou. Nada foi cobrado; a venda continua aqui com o preço novo: veja o total e cobre de novo.
goods-no-right = Seu usuário não pode alterar produtos. Peça a um gerente.

## A lista
goods-search = Buscar por nome, categoria ou código
goods-filter = Filtrar
goods-filter-on = Filtrar ({ $count })
goods-filter-clear = Tirar filtros
goods-filter-show = Ver { $shown } de { $all }
goods-new = Produto novo
goods-new-short = Novo
goods-retry = Ler de novo
goods-reading = Lendo os produtos…
goods-none = Ainda não há produtos
goods-none-todo = Toque em «Novo», escaneie uma embalagem ou importe a lista nos Ajustes.
goods-not-found = Nenhum produto é assim
goods-not-found-todo = Tente outra palavra ou tire os filtros.
goods-col-name = Produto
goods-col-category = Categoria
goods-col-price = Preço
goods-col-stock = Estoque
goods-no-code = sem código
goods-off = Inativo
goods-count = { $all ->
    [one] { $shown } de 1 produto
   *[other] { $shown } de { $all } produtos
}
goods-keys = ↑ ↓ escolher · Espaço marcar · Enter abrir · F3 novo · F4 alterar
goods-chosen = { $count ->
    [one] { $count } marcado
   *[other] { $count } marcados
}
goods-none-chosen = Desmarcar
goods-tags = Etiquetas
goods-change = Alterar…
goods-sold = À venda
goods-not-sold = Inativos
goods-either = Todos
goods-only-favourite = Favoritos
goods-only-no-code = Sem código
goods-only-undeclared = Sem declarar
goods-only-low = No mínimo
goods-all-categories = Todas
goods-kept = { $name }: salvo. O caixa já mostra assim.
goods-changed = { $count ->
    [one] Um produto alterado. O caixa já mostra assim.
   *[other] { $count } produtos alterados. O caixa já mostra assim.
}
goods-cancel = Cancelar
goods-close = Fechar

## Muitos de uma vez
goods-mass-title = { $count ->
    [one] Alterar um produto
   *[other] Alterar { $count } produtos
}
goods-mass-percent = Preço por %
goods-mass-price = Preço fixo
goods-mass-category = Categoria
goods-mass-rate = IVA
goods-mass-active = Ativo ou não
goods-mass-favourite = Favorito
goods-mass-percent-field = Quantos por cento
goods-mass-percent-hint = 10 sobe, -10 baixa
goods-mass-todo = Preencha e veja aqui como fica cada um antes de salvar. Preços por % são arredondados a ₲ 50.
goods-mass-same = já está assim
goods-mass-cannot = não dá, fica como está
goods-mass-on = À venda
goods-mass-off = Inativo
goods-mass-star = Favorito
goods-mass-no-star = Sem marca
goods-mass-save = { $count ->
    [0] Nada a alterar
    [one] Salvar uma alteração
   *[other] Salvar { $count } alterações
}

## A ficha
goods-new-title = Produto novo
goods-tab-product = Produto
goods-tab-prices = Preços
goods-tab-stock = Estoque e balança
goods-tab-tile = Botão
goods-tab-label = Ingredientes
goods-copy = Copiar
goods-let-go = Desativar
goods-bring-back = Reativar
goods-undo = Desfazer
goods-save = Salvar (F4)
goods-unsaved = Há alterações sem salvar
goods-unsaved-todo = Se sair agora, elas se perdem.
goods-discard = Descartar
goods-stay = Continuar editando
goods-name = Nome
goods-name-hint = Empanada de carne
goods-category = Categoria
goods-category-hint = Escolha uma ou escreva uma nova
goods-unit = Vende-se por
goods-unit-each = Unidade
goods-unit-kilogram = Peso (kg)
goods-rate = IVA incluído
goods-rate-10 = 10 %
goods-rate-5 = 5 %
goods-rate-0 = Isento
goods-codes = Códigos
goods-code-hint = Escaneie ou escreva
goods-code-add = Adicionar
goods-codes-none = Escaneie a embalagem agora, onde quer que esteja na ficha. Pode ter vários códigos, ou nenhum.
goods-codes-some = Toque num código para tirá-lo.

## Preços
goods-price = Preço
goods-price-hint = 4.500
goods-staff-price = Preço para funcionários
goods-staff-hint = igual ao geral
goods-since = Desde
goods-since-hint = hoje, ou DD/MM/AAAA
goods-price-of-piece = Por unidade, com IVA. Com uma data futura, o preço novo vale sozinho a partir desse dia.
goods-price-of-kilogram = Por quilo, com IVA. Com uma data futura, o preço novo vale sozinho a partir desse dia.
goods-cost = Custo
goods-margin = Sobram { $left } por venda ({ $percent })
goods-margin-none = Com preço e custo você vê aqui quanto sobra por venda.
goods-to-come = Por vir
goods-coming = { $list }: { $price } desde { $day }
goods-withdraw = Anular
goods-history = Histórico
goods-since-ever = desde o começo
goods-since-day = desde { $day }
goods-by-list = uma lista
goods-said-by = { $by }, { $at }
goods-as-general = como o geral
goods-list-general = Geral
goods-list-staff = Funcionários
goods-list-other = Lista { $list }

## Estoque e balança
goods-stock-now = O caixa conta { $stock }. Entradas e contagens se fazem em Estoque.
goods-minimum = Estoque mínimo
goods-minimum-hint = 0
goods-rule = Sem estoque
goods-rule-refuse = Não se vende
goods-rule-allow = Vende-se igual
goods-scale = Etiqueta da balança
goods-scale-none = Nenhuma
goods-scale-weight = Diz o peso
goods-scale-price = Diz o preço
goods-prefix = Prefixo
goods-prefix-hint = 20 a 29
goods-plu = PLU na balança
goods-plu-hint = 00001
goods-scale-hint = A balança imprime um EAN-13 próprio da loja: prefixo de 20 a 29, cinco algarismos de PLU, cinco de gramas ou guaranis e um de controle. Escaneie uma etiqueta e prefixo e PLU se preenchem sozinhos. Com «diz o preço» o caixa calcula as gramas, e o total pode diferir alguns guaranis.

## O botão
goods-favourite = Sempre nos favoritos
goods-place = Lugar entre os favoritos
goods-place-hint = 1 é o primeiro
goods-colour = Cor
goods-colour-none = Sem cor
goods-example = Fica assim
goods-photo = Foto
goods-photo-path = Arquivo PNG ou JPEG
goods-photo-hint = Escolha abaixo ou escreva o caminho
goods-photo-read = Usar
goods-photo-remove = Tirar
goods-photo-above = Pasta acima
goods-photo-refused = Isso não é uma foto PNG ou JPEG de até 12 MB. Tente outra.

## Ingredientes
goods-ingredients = Ingredientes, como no rótulo
goods-ingredients-hint = farinha de trigo, ovo, leite…
goods-declared = Já há algo declarado deste produto.
goods-undeclared = Ninguém declarou o que contém: o caixa pergunta antes de vendê-lo a um aluno com restrições.
goods-declare-later = Salve primeiro; depois se declara o que contém.
goods-declare = Declarar
goods-declare-save = Salve as alterações para ir declarar.

## O que falta ou está errado
goods-fault-name = Falta o nome.
goods-fault-name-taken = Já se vende outro produto com esse nome.
goods-fault-category = Escolha ou escreva uma categoria.
goods-fault-price = Escreva um preço inteiro, de ₲ 1 a ₲ 1.000.000.000.
goods-fault-staff = Escreva um preço inteiro, ou deixe vazio.
goods-fault-cost = Escreva um valor inteiro, ou deixe vazio.
goods-fault-percent = Escreva uma porcentagem, como 10 ou -7,5.
goods-fault-day = Escreva o dia como 01/03/2027.
goods-fault-no-day = Esse dia não existe.
goods-fault-past = Esse dia já passou: um preço vale de hoje em diante.
goods-fault-minimum = Escreva uma quantidade; por unidade, sem decimais.
goods-fault-scale = O prefixo vai de 20 a 29 e o PLU tem até cinco algarismos.
goods-fault-scale-pieces = Uma etiqueta de balança é do que se vende por peso: mude a unidade ou escolha «Nenhuma».
goods-fault-scale-taken = Esse prefixo e PLU são de { $name }.
goods-fault-place = Um lugar é um número de 1 a 999.
goods-fault-code = Um código tem de 1 a 32 letras ou algarismos.
goods-fault-code-left = Toque em «Adicionar», ou apague o que ficou escrito.
goods-fault-code-taken = O código { $code } é de { $name }.

## Etiquetas
goods-tags-title = Etiquetas
goods-tags-price = De preço
goods-tags-barcode = De código
goods-tags-price-hint = Nome e preço grandes para a prateleira. Em A4, 24 por folha (70 × 37 mm).
goods-tags-barcode-hint = Nome e código de barras para a embalagem. Em A4, 40 por folha (52,5 × 29,7 mm).
goods-tags-each = Todas
goods-tags-folder = Pasta onde salvar o PDF
goods-tags-print = Imprimir
goods-tags-save = { $count ->
    [0] Salvar PDF
   *[other] Salvar PDF ({ $count })
}
goods-tags-job = Etiquetas
goods-tags-file = etiquetas
goods-tags-saved = Salvo em { $path }
goods-tags-not-saved = Não foi possível salvar { $path }: { $cause }. Escolha outra pasta.

## Auditoria
audit-action-product-added = Produtos novos
audit-action-product-changed = Produtos alterados
audit-action-product-off = Produtos desativados
audit-action-product-on = Produtos reativados
audit-said-product-added = adicionou o produto { $subject }
audit-said-product-changed = alterou o produto { $subject }
audit-said-product-off = desativou o produto { $subject }
audit-said-product-on = reativou o produto { $subject }

## A linha de comando
cli-product-row = { $id } · { $name } · { $category } · { $price } · estoque { $stock }
cli-product-price = { $list }: { $price } desde { $since } ({ $by })
cli-product-priced = { $name }: { $price } desde { $day }
cli-product-same = { $name } já tem esse preço desde { $day }
cli-product-off = { $name }: desativado
cli-product-off-already = { $name } já estava desativado
cli-product-unknown = Não há um produto { $name }: use seu número, um código ou seu nome inteiro.
cli-bench-lists = { $products } produtos ({ $build }): abrir { $open } ms, o índice à parte { $index } ms, filtrar { $filter } ms (p99 { $filterhigh }), um quadro ao rolar { $frame } ms (p99 { $framehigh })

## A ajuda da linha de comando
help-product = Produtos: lista, ficha, preço, desativação
help-product-list = Lista os produtos
help-product-list-search = Só os que se encontram assim por nome ou código
help-product-list-all = Também os inativos
help-product-show = Mostra um produto com seus preços
help-product-show-which = Um código, #NÚMERO ou o nome inteiro
help-product-set-price = Define um preço, desde hoje ou um dia futuro
help-product-set-price-price = Guaranis inteiros
help-product-set-price-list = Em qual lista: general ou staff (funcionários)
help-product-set-price-since = O primeiro dia em que vale; se faltar, hoje
help-product-deactivate = Deixa de vender um produto; o vendido fica
help-bench-lists = Uma lista longa de produtos: abrir, buscar, rolar
help-bench-lists-products = Quantos produtos há
help-bench-lists-rounds = Quantas vezes se mede
help-product-set-price-which = Um código, #NÚMERO ou o nome inteiro
help-product-deactivate-which = Um código, #NÚMERO ou o nome inteiro
