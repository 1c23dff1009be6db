### The command line

## O que diz a linha de comando
cli-sold = Cupom { $number }: { $total }, troco { $change }
cli-line-refused = Linha { $line }: { $message }
cli-demo-made = Cantina de teste em { $path }: { $products } produtos, { $students } pessoas, { $days } dias letivos vendidos.
cli-demo-long = Gravando { $sales } vendas dos três anos anteriores; um milhão leva cerca de um minuto.
cli-demo-pin =   { $name }: PIN { $pin }
cli-tour-drawn = { $count } imagens em { $path }.
cli-demo-no-display = Não há tela: três vendas são feitas sem janela; as imagens e os cupons ficam em { $path }
cli-demo-sold = Cupom { $number }: { $buyer }, { $total }
cli-demo-stopped = Não vendido: { $goods } para { $buyer }. A tela impediu.
cli-demo-nobody = cliente não identificado
cli-promise-broken = Não se cumpre { $promise }: { $rows } linhas.
cli-selfcheck-broken = Os dados não conferem ({ $sales } vendas). Nada foi alterado: guarde uma cópia da pasta e chame o técnico.
cli-bench-sale = { $rounds } vendas de 5 linhas ({ $build }): mediana { $median } ms, p99 { $high } ms; só as linhas do banco: mediana { $bare } ms, p99 { $barehigh } ms; razão { $ratio }.
cli-bench-scan = { $rounds } leituras entre { $products } produtos ({ $build }): até a linha, mediana { $median } ms, p99 { $high } ms; com a tela toda desenhada, mediana { $frame } ms, p99 { $framehigh } ms; com { $few } produtos, mediana { $floor } ms; razão { $ratio }.
cli-bench-search = { $rounds } teclas entre { $products } produtos ({ $build }): buscar, mediana { $median } ms, p99 { $high } ms; com a tela nova, mediana { $shown } ms, p99 { $shownhigh } ms; só comparar, mediana { $floor } ms; razão { $ratio }.
cli-bench-ticket = { $rounds } tíquetes de 10 linhas e { $bytes } bytes ({ $build }): mediana { $median } ms, p99 { $high } ms. De pedir uma página até o primeiro byte na impressora, com a gravação: mediana { $first } ms, p99 { $firsthigh } ms.
cli-bench-start = { $runs } inícios ({ $build }): até a entrada, mediana { $login } ms, p99 { $loginhigh } ms; até a venda, mediana { $checkout } ms, p99 { $checkouthigh } ms, { $signin } ms deles desde o PIN; parada { $seconds } s: { $work } % de processador, { $frames } quadros, { $memory } MB de memória.

## Por que não foi feito
cli-no-canteen = Não há cantina em { $path }. Abra “cantina” para criá-la, ou “cantina demo” para testar.
cli-not-a-demo = Já existe uma cantina de verdade em { $path }. Não foi tocada: escolha outra pasta com --data-dir.
cli-no-display = Não há tela (nem DISPLAY nem WAYLAND_DISPLAY). Abra a Cantina na área de trabalho, ou venda sem janela com “cantina sell”.
cli-no-window = Não foi possível abrir a janela ({ $cause }). Instale libx11-6 libxcursor1 libxi6 libxkbcommon-x11-0, ou venda com «cantina sell».
cli-no-picture = Não foi possível desenhar ({ $cause }). Avise o técnico.
cli-not-shown = A janela não apareceu ou não foi possível entrar. Confira --user e --pin, e que ninguém mais use essa pasta.
cli-demo-lacks = Falta na cantina de teste: { $what }. Tente outra pasta.
cli-no-file = Não foi possível ler { $path } ({ $cause }). Confira o nome.
cli-bad-usage = Esta linha não é uma venda: perto da letra { $column } falta ou sobra algo. Não foi vendido: corrija-a.
cli-nobody-works-here = Ninguém pode vender ainda. Abra “cantina” e crie um usuário.
cli-wrong-pin = O PIN não é de ninguém que possa vender. Não foi vendido: tente de novo.
cli-wait-for-pin = PINs errados demais. Espere { $seconds } s e tente de novo.
cli-unknown-code = O código { $code } não é de nenhum produto nem cartão. Não foi vendido: confira o código.
cli-empty-cart = O carrinho está vazio. Adicione um produto com --item.
cli-nothing-to-pay = Não há nada a pagar. Confira os descontos.
cli-no-price = { $name } não tem preço. Defina um antes de vender.
cli-too-many-lines = O carrinho tem linhas demais. Faça duas vendas.
cli-quantity-no-number = A quantidade não é um número. Escreva como 2 ou 0,350.
cli-quantity-not-positive = A quantidade tem de ser maior que 0. Corrija.
cli-quantity-too-large = A quantidade é no máximo 10.000. Corrija.
cli-quantity-not-whole = Este produto é vendido por unidade. Informe uma quantidade inteira.
cli-out-of-stock = De { $name } restam { $left }. Não foi vendido: reduza a quantidade.
cli-restricted = O aluno tem uma restrição contra: { $names }. Não foi vendido: retire do carrinho ou chame um supervisor.
cli-restricted-refused = O aluno não pode comer isto: { $names }. Não foi vendido e ninguém pode autorizar: retire do carrinho. A tela diz por quê.
cli-insufficient-balance = O saldo não alcança: há { $available }. Não foi vendido: cobre o resto de outra forma.
cli-over-daily-limit = Passa do limite do dia: restam { $left }. Não foi vendido: cobre o resto de outra forma.
cli-card-blocked = O cartão está bloqueado. Não foi vendido: cobre de outra forma.
cli-card-expired = O cartão venceu em { $day }. Não foi vendido: cobre de outra forma.
cli-short-payment = Faltam { $missing }. Não foi vendido: adicione um --tender.
cli-too-much = Sobram { $over } e só o dinheiro dá troco. Não foi vendido: reduza o valor.
cli-bad-amount = O valor não serve. Informe guaranis inteiros, mais que 0, como cash=20000.
cli-bad-reference = A referência tem de 1 a 40 letras ou números. Corrija.
cli-tender-twice = { $tender } aparece duas vezes. Some os valores em um só.
cli-no-such-tender = Aqui não se aceita “{ $tender }”. Use cash, card, debit, credit, qr, transfer ou giro.
cli-needs-reference = { $tender } pede o número da operação. Adicione --reference.
cli-nobody-to-charge = Para cobrar da conta falta o cartão do aluno. Adicione --card.
cli-clock-behind = O relógio está atrasado: a última venda é de { $day }. A venda foi salva: corrija a data e a hora do computador.
cli-already-sold = Esse carrinho já foi vendido: cupom { $number }. Use outro --cart-id.
cli-imported = Linhas importadas: { $rows }. Colunas não usadas: { $ignored }
cli-list-is-good = A lista está certa. Linhas: { $rows }. Nada foi importado. Colunas não usadas: { $ignored }
cli-bad-list =
    Nenhuma linha foi importada: a lista tem { $count ->
        [one] um problema
       *[other] { $count } problemas
    }. Corrija-os e tente de novo.

## What --help says
help = Um caixa para cantinas escolares. Sem comando, abre o caixa.
help-usage = Uso:
help-commands = Comandos
help-command = COMANDO
help-arguments = O quê
help-options = Opções
help-options-name = [OPÇÕES]
help-default = [se faltar: { $value }]
help-values = [{ $values }]
help-version = Mostra a versão
help-any-help = Mostra esta ajuda
help-any-json = Dá o resultado como JSON
help-any-data-dir = A pasta com os dados da cantina; se faltar, CANTINA_DATA_DIR ou a deste usuário
help-any-printer = A impressora que se usa em vez da configurada; vazio para nenhuma
help-any-locale = O idioma da resposta e, com «tour», das imagens: es-PY, en ou pt-BR
help-demo = Monta uma cantina de teste e abre o caixa nela
help-demo-seed = Outro número, outra cantina
help-demo-data-only = Monta os dados e não abre nenhuma janela
help-sell = Vende sem tela: uma venda, ou um arquivo de vendas
help-sell-card = O cartão de quem compra
help-sell-items = Um produto: seu código, #NÚMERO ou nome exato, e quanto
help-sell-tenders = Com que se paga: cash, card, debit, credit, qr, transfer ou giro, e guaranis
help-sell-reference = O número do comprovante ou da operação
help-sell-sale-id = O nome da venda; repetido, é a mesma venda
help-sell-cart-id = O nome do carrinho; de um carrinho sai no máximo uma venda
help-sell-cashier = Quem vende; se faltar, o primeiro usuário ativo
help-sell-file = Vende cada linha de um arquivo: um objeto JSON por linha
help-import = Toma uma lista de produtos ou alunos, tudo ou nada
help-import-what = Do que é a lista
help-import-file = A lista: texto com separadores, como uma planilha salva
help-import-dry-run = Lê a lista, diz o que está errado e não toma nada
help-selfcheck = Comprova que nenhum aluno corre perigo e que os livros conferem; não escreve nada na cantina
help-tour = Desenha cada tela como imagem, sem monitor
help-tour-out = Onde vão as imagens; criada se não existir
help-tour-size = A janela, em pixels lógicos
help-tour-theme = Clara ou escura
help-tour-scale = Quantos pixels da imagem fazem um lógico, de 0.5 a 4
help-tour-interface = O tamanho de tudo, como nos ajustes, em por cento, de 100 a 200; nunca mais do que cabe, como lá
help-bench = Mede esta máquina
help-bench-sale = Grava vendas de cinco linhas e, ao lado, as linhas puras da mesma venda
help-bench-sale-rounds = Quantas vendas são medidas
help-bench-sale-disk = Uma pasta do disco a medir; o que se escreve é apagado; se faltar, a de arquivos temporários
help-diet = Lê rótulos em busca de alérgenos e dietas; mostra e muda a política e as palavras próprias
help-diet-check = Lê um rótulo e diz do que fala, e com que palavras
help-diet-check-name = O nome do produto
help-diet-check-category = Sua categoria
help-diet-check-ingredients = A lista de ingredientes, com tudo que a acompanha
help-diet-check-declaration = A frase da embalagem sobre alérgenos
help-diet-check-claims = O que a embalagem promete, separado por vírgulas: sin_gluten,vegano
help-diet-check-json = Dá o resultado como JSON; os lugares contam letras do argumento como foi dado
help-diet-eval = Lê uma lista de produtos dos quais se sabe o que têm, e conta
help-diet-eval-file = Os produtos: CSV com as colunas id, name, category, ingredients, declaration, claims, contains, traces, absent, unsure e negatives_trusted; as listas de códigos vão separadas por ;
help-diet-eval-used = O que se lê de cada produto
help-demo-sales = Tantas vendas dos três anos anteriores, para ver como o caixa aguenta
help-demo-products = Pelo menos tantos produtos, para ver como o caixa aguenta um catálogo grande
help-bench-scan = Do código lido à sua linha na tela, sem janela
help-bench-search = Uma tecla na busca
help-bench-ticket = Monta e codifica um tíquete de dez linhas
help-bench-start = Abre a janela: do início ao login e à venda; depois, memória e trabalho em repouso
help-any-rounds = Quantas vezes se mede
help-any-products = Quantos produtos há para vender
help-any-runs = Quantas vezes a janela é aberta
help-any-idle = Quanto tempo a última fica parada, em segundos
help-any-user = O número de quem entra
help-any-pin = Seu PIN

## Arguments that make no sense
help-wrong = Não se entende. Nada foi feito: veja «cantina --help».
help-wrong-unknown = Não existe «{ $what }». Nada foi feito: veja «cantina --help».
help-wrong-missing = Falta { $what }. Nada foi feito: veja «cantina --help».
help-wrong-conflict = { $what } não vai com o resto. Nada foi feito: veja «cantina --help».
help-wrong-value = «{ $value }» não serve para { $what }. Nada foi feito: veja «cantina --help».

## O que se lê em um rótulo
cli-diet-contains = contém
cli-diet-may-contain = pode conter
cli-diet-free = diz que não tem
cli-diet-asks = é preciso olhar
cli-diet-conflict = não serve
cli-diet-fits = diz que serve
cli-diet-trust-high = alta
cli-diet-trust-medium = média
cli-diet-trust-low = baixa
cli-diet-quote = “{ $text }” ({ $place })
cli-diet-rest-unknown = Do resto o rótulo não diz nada: não se sabe. É uma proposta; que alguém com a embalagem na mão confirme.
cli-diet-all = todos
cli-diet-tally = { $name } detectados { $detected }/{ $positives } ({ $recall }), para olhar { $asked }, alarmes falsos { $alarms }/{ $negatives } ({ $rate }), alarmes em certificados { $freealarms }/{ $free }
cli-diet-miss = { $code } não foi visto em “{ $name }” ({ $id })
cli-diet-no-file = Não dá para ler { $path } ({ $cause }). Confira o nome.
cli-diet-no-column = Linha 1: falta a coluna “{ $column }”. Nada foi medido: acrescente-a.
cli-diet-bad-row = Linha { $line }: não é uma linha de CSV ({ $cause }). Nada foi medido: corrija-a.
cli-diet-bad-value = Linha { $line }: “{ $value }” não serve na coluna “{ $column }”. Nada foi medido: corrija.
