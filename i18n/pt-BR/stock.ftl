# Estoque: compras, contagens, perdas, movimentos, o que pedir e quanto vale

nav-stock = Estoque
right-stock = Cuidar do estoque

stock-tab-receive = Receber
stock-tab-count = Contar
stock-tab-loss = Perdas
stock-tab-moves = Movimentos
stock-tab-order = Repor
stock-tab-worth = Valor

stock-reading = Lendo o estoque…
stock-no-products = Ainda não há produtos
stock-no-products-todo = Carregue a lista de produtos em Ajustes › Listas e volte aqui.
stock-search = Produto ou código
stock-not-found = Nenhum produto tem esse nome
stock-not-found-todo = Tente outra palavra ou o código. Se for novo, cadastre-o antes com os produtos.
stock-has = há { $stock }
stock-unknown-code = Nenhum produto tem o código { $code }. Nada mudou: cadastre-o antes com os produtos.
stock-back = Voltar
stock-save = Salvar CSV
stock-print = Imprimir
stock-days = { $days ->
    [365] 1 ano
   *[other] { $days } dias
 }
stock-ticket = Ticket { $number }
stock-no-supplier = Sem fornecedor conhecido

stock-col-product = Produto
stock-col-quantity = Quantidade
stock-col-day = Data
stock-col-document = Documento
stock-col-who = Quem
stock-col-total = Total
stock-col-kind = O que houve
stock-col-balance = Saldo
stock-col-expected = Esperado e contado
stock-col-difference = Dif.
stock-col-value = Valor
stock-col-stock = Há
stock-col-average = Média
stock-col-state = Como está
stock-col-order = Pedir
stock-col-cost = Custo

## Receber uma compra

stock-supplier = Fornecedor
stock-ruc = RUC, se tiver
stock-document = Nota ou recibo
stock-total = Total com IVA
stock-cost-each = Custo por unidade
stock-cost-total = Custo da linha
stock-last-cost = último custo { $cost }
stock-no-lines = Leia o código do que chegou
stock-no-lines-todo = Ou busque pelo nome. Ponha quantidade e custo com IVA, e o total do documento para comparar.
stock-past = Últimas compras
stock-sum = Soma das linhas: { $sum }
stock-sum-equal = Igual ao total do documento
stock-sum-differs = Diferença do documento: { $difference }
stock-clear = Esvaziar
stock-receive = Receber
stock-differs = O total não bate
stock-differs-what = As linhas somam { $sum } e o documento diz { $total }. Confira quantidades e custos; se o documento traz um desconto ou arredondamento, receba assim.
stock-receive-anyway = Receber assim mesmo
stock-clear-title = Esvaziar esta compra?
stock-clear-what = Apaga tudo o que você escreveu. O estoque fica como está.
stock-received = { $lines ->
    [one] Compra de { $supplier } recebida: 1 linha, { $cost }.
   *[other] Compra de { $supplier } recebida: { $lines } linhas, { $cost }.
 }{ $costs ->
    [0] {""}
    [one] {" "}Mudou o custo de 1 produto.
   *[other] {" "}Mudou o custo de { $costs } produtos.
 }
stock-fault-supplier = Falta o fornecedor: escreva o nome.
stock-fault-ruc = O RUC tem números, traço e dígito, como 80009735-1.
stock-fault-ruc-digit = O dígito verificador desse RUC seria { $digit }: confira o número.
stock-fault-document = Falta o número do documento.
stock-fault-total = Falta o total do documento, em guaranis inteiros.
stock-fault-empty = Ainda não há nenhuma linha: leia o código do que chegou.
stock-fault-too-long = Uma compra tem até 500 linhas: divida em dois documentos.
stock-fault-quantity = A quantidade da linha { $line } não serve.
stock-fault-cost = Falta o custo da linha { $line }, em guaranis inteiros.

## Contar

stock-count-title = Contar o estoque
stock-count-what = O caixa continua vendendo: cada produto é comparado com o que havia no momento em que você o conta.
stock-count-scope = O que se conta?
stock-count-all = Tudo
stock-count-blind = Às cegas
stock-count-open = Mostrar o esperado
stock-count-begin = Começar
stock-count-none = Leia o código do que há
stock-count-none-todo = Cada leitura soma um. Também dá para buscar o produto e escrever a quantidade.
stock-count-pieces = Unidades
stock-count-kilograms = Quilos
stock-count-note = Anotar
stock-count-expected = { $expected } esperados
stock-count-so-far = { $count ->
    [one] 1 produto contado
   *[other] { $count } produtos contados
 } · { $rest ->
    [0] não falta nenhum com estoque
    [one] falta 1 com estoque
   *[other] faltam { $rest } com estoque
 }
stock-count-drop = Abandonar
stock-count-drop-title = Abandonar esta contagem?
stock-count-drop-what = Apaga o que foi contado. O estoque fica como está.
stock-count-review = Ver diferenças
stock-count-posted = { $count ->
    [one] Contagem lançada: 1 produto
   *[other] Contagem lançada: { $count } produtos
 }, { $differences ->
    [0] nenhuma diferença.
    [one] 1 diferença; falta ao custo { $missing }.
   *[other] { $differences } diferenças; falta ao custo { $missing }.
 }
stock-review-title = Diferenças antes de lançar
stock-review-equal = Tudo o que foi contado bate com o esperado.
stock-review-counted = { $expected } → { $counted }
stock-review-more = { $count ->
    [one] e mais 1 produto
   *[other] e mais { $count } produtos
 }
stock-review-sums = Falta { $missing } e sobra { $more }, ao último custo
stock-review-without-cost = { $count ->
    [one] De 1 produto com diferença não se sabe o custo
   *[other] De { $count } produtos com diferença não se sabe o custo
 }
stock-review-reason = Por que há diferenças
stock-review-approval = PIN de quem autoriza
stock-review-post = Lançar
stock-rest = { $count ->
    [one] Há 1 produto com estoque que ninguém contou
   *[other] Há { $count } produtos com estoque que ninguém contou
 }
stock-rest-leave = Deixar como estão
stock-rest-zero = Não há: pôr em zero
stock-count-why-month = Contagem do mês
stock-count-why-mistake = Erro de digitação
stock-count-why-missing = Falta sem explicação

## Perdas e consumo próprio

stock-loss-spoiled = Perda
stock-loss-own-use = Consumo próprio
stock-loss-none = Leia o código do que se joga fora ou se usa
stock-loss-none-todo = Ou busque pelo nome. Fica no painel, ao custo, com o motivo.
stock-loss-why = Por quê?
stock-loss-note = Algo mais, se precisar
stock-loss-cost = ao custo { $cost }
stock-loss-no-cost = sem custo conhecido
stock-loss-write = Dar baixa
stock-loss-fault-reason = Escolha um motivo.
stock-loss-fault-note = Com «outro motivo» escreva qual, com 3 letras ou mais.
stock-lost = Baixa feita: { $cost } ao custo.
stock-lost-no-cost = Baixa feita. Não se sabe o custo.
stock-reason-expired = Vencido
stock-reason-damaged = Quebrado ou amassado
stock-reason-gone-bad = Estragado
stock-reason-leftover = Sobrou do dia
stock-reason-missing = Não está
stock-reason-staff-meal = Comida da equipe
stock-reason-kitchen = Para a cozinha
stock-reason-school = Para a escola
stock-reason-sample = Degustação ou presente
stock-reason-other = Outro motivo

## Movimentos

stock-moves-none = De que produto?
stock-moves-none-todo = Leia o código ou busque: aparece tudo o que entrou e saiu, quem, quando e com que documento.
stock-moves-quiet = Não se moveu nesses dias
stock-moves-quiet-todo = Escolha mais dias acima.
stock-moves-from-to = havia { $before }, agora há { $now }
stock-kind-sale = Venda
stock-kind-void = Anulação
stock-kind-refund = Devolução
stock-kind-purchase = Compra
stock-kind-count = Contagem
stock-kind-spoiled = Perda
stock-kind-own-use = Consumo próprio
stock-kind-other = Outro

## Repor

stock-order-none = Não precisa pedir nada
stock-order-none-todo = Aqui aparece o que está abaixo do mínimo ou acaba em menos de três dias de aula.
stock-order-sum = { $count ->
    [one] 1 produto, { $cost } ao último custo
   *[other] { $count } produtos, { $cost } ao último custo
 }
stock-order-cost = Custo aproximado
stock-paper-order = Lista para repor
stock-need-both = há { $stock }, mínimo { $minimum }, { $days ->
    [one] resta 1 dia
   *[other] restam { $days } dias
 }
stock-need-days = há { $stock }, { $days ->
    [one] resta 1 dia
   *[other] restam { $days } dias
 }
stock-need-minimum = há { $stock }, mínimo { $minimum }

## Valor

stock-worth-sum = { $value } no fechamento de { $day }
stock-worth-how = Ao custo médio do que se pagou, com IVA
stock-worth-unpriced = { $count ->
    [one] De 1 produto não se sabe todo o custo: vale mais que isso
   *[other] De { $count } produtos não se sabe todo o custo: valem mais que isso
 }
stock-worth-none = Nesse dia não havia estoque
stock-worth-none-todo = Escolha outro dia, ou receba uma compra.
stock-worth-day = DD/MM/AAAA
stock-worth-month-end = Fim do mês passado

## Arquivos

stock-file-moves = movimentos
stock-file-order = repor
stock-file-worth = valor-do-estoque
stock-csv-supplier = Fornecedor
stock-csv-product = Produto
stock-csv-category = Categoria
stock-csv-stock = Estoque
stock-csv-minimum = Mínimo
stock-csv-sold = Vendido em 28 dias
stock-csv-days = Dias de aula que restam
stock-csv-order = Pedir
stock-csv-cost = Custo
stock-csv-day = Data
stock-csv-time = Hora
stock-csv-kind = O que houve
stock-csv-document = Documento
stock-csv-who = Quem
stock-csv-quantity = Quantidade
stock-csv-balance = Saldo
stock-csv-note = Motivo
stock-csv-average = Custo médio
stock-csv-value = Valor

## O que não se faz

stock-failed-same-document = O documento { $document } de { $supplier } já foi recebido. Não entrou de novo: veja as últimas compras.
stock-failed-other-supplier = Já há um fornecedor { $name } com esse nome ou esse RUC. Nada foi recebido: escolha-o na lista ou corrija o RUC.
stock-failed-no-count = Não há contagem aberta. Nada foi anotado: comece uma.
stock-failed-count-open = Já há uma contagem aberta. Nada mudou: termine-a ou abandone-a em Estoque › Contar.
stock-failed-nothing-counted = Nada foi contado ainda. A contagem continua aberta.
stock-failed-not-in-count = Esse produto não é do que se está contando. Nada foi anotado.
stock-failed-no-reason = Falta o motivo das diferenças, com 3 letras ou mais. Nada foi lançado.
stock-failed-changed = A contagem mudou enquanto você olhava. Nada foi lançado: veja as diferenças de novo.
stock-failed-not-approved = As diferenças são autorizadas por um encarregado com o PIN. Nada foi lançado.
stock-failed-quantity = Essa quantidade não serve. Nada mudou: ponha mais que 0, e inteiro se for por unidade.
stock-failed-loss-reason = Esse motivo não é dos que há para isso. Nada foi baixado: veja a lista no README; «other» leva --note.
cli-stock-no-right = Essa pessoa não cuida do estoque. Nada foi feito: peça a um supervisor.
cli-stock-unknown = Nenhum produto tem o código ou o nome «{ $name }». Nada foi feito.
cli-stock-several = Vários produtos se chamam «{ $name }». Nada foi feito: use o código.
cli-total-differs = As linhas somam { $sum } e o documento diz { $total }. Nada foi recebido: corrija a lista, ou use --allow-difference.
import-unknown-product = «{ $value }» não é nenhum produto: cadastre-o antes com os produtos.
import-several-products = Há vários produtos chamados «{ $value }»: ponha o código.

audit-action-stock-received = Compras recebidas
audit-action-stock-counted = Contagens de estoque
audit-action-stock-spoiled = Perdas
audit-action-stock-own-use = Consumo próprio
audit-said-stock-received = recebeu a compra { $subject } de { $detail }
audit-said-stock-counted = lançou uma contagem de estoque
audit-said-stock-spoiled = deu baixa de { $subject }
audit-said-stock-own-use = anotou consumo próprio de { $subject }

## A linha de comando

help-stock = O estoque: compras, contagens, perdas, movimentos, o que pedir e quanto vale
help-stock-cashier = O PIN de quem o faz; sem ele, o primeiro usuário ativo que pode
help-stock-receive = Recebe uma compra de uma lista, toda ou nada
help-stock-receive-csv = A lista: produto ou código, quantidade e custo ou total
help-stock-receive-supplier = De quem é; se for novo, é criado
help-stock-receive-ruc = O RUC, com o dígito verificador
help-stock-receive-document = O número do documento
help-stock-receive-total = O que diz o documento, com IVA
help-stock-receive-allow-difference = Recebe mesmo que as linhas somem outra coisa
help-stock-count = Conta por uma lista e lança as diferenças, tudo ou nada
help-stock-count-csv = A lista: produto ou código, e quanto há
help-stock-count-not-counted = O que acontece com o que não está na lista
help-stock-count-reason = Por que há diferenças
help-stock-count-approve = O PIN de quem autoriza as diferenças
help-stock-move = Dá baixa do que saiu sem venda
help-stock-move-product = O código do produto, ou o nome
help-stock-move-quantity = Quanto
help-stock-move-kind = spoiled (perda) ou own_use (consumo próprio)
help-stock-move-reason = Por quê: uma palavra da lista no README
help-stock-move-note = Algo mais
help-stock-list = O estoque de tudo, ou os movimentos de um produto
help-stock-list-product = O código do produto, ou o nome; sem ele, o estoque de tudo
help-stock-list-days = Quantos dias para trás
help-stock-list-csv = Escreve os movimentos como CSV neste arquivo
help-stock-reorder = O que pedir, por fornecedor
help-stock-reorder-csv = Escreve como CSV neste arquivo
help-stock-reorder-print = Imprime
help-stock-value = Quanto valia o estoque no fechamento de um dia
help-stock-value-day = De que dia; sem ele, hoje
help-stock-value-csv = Escreve como CSV neste arquivo
