# O painel: o que aconteceu, se é normal, o que fazer.

nav-dashboard = Painel
dash-tab-summary = Resumo
dash-tab-week = Semana
dash-tab-month = Mês
dash-tab-hours = Horas
dash-search = Nº, aluno, produto, valor ou dia
dash-search-short = Buscar vendas
dash-export = Exportar
dash-reading = Lendo…
dash-reading-what = Os dados chegam em instantes.
dash-not-read = Sem dados
dash-again = Tentar de novo
dash-age-now = agora
dash-age-minutes = há { $count } min
dash-age-hours = há { $count } h
dash-today = Hoje
dash-yesterday = Ontem
dash-week = Semana
dash-month = Mês
dash-year = Ano
dash-term = Período letivo
dash-range = Período…
dash-versus-previous = Contra o período anterior
dash-versus-last-year = Contra o ano passado
dash-versus-chosen = Contra os dias que você escolher…
dash-compare-title = Comparar com quê?
dash-compare-what = O período em curso é comparado até a mesma hora.
dash-compared = comparado com { $days }
dash-until = { $day }, até as { $time }
dash-than-yesterday = ontem
dash-than-day = em { $day }
dash-than-previous = o período anterior
dash-than-last-year = o ano passado
dash-than-chosen = os dias escolhidos
dash-key-right = { $what } (dir.)
dash-than-usual = o usual { $days }
dash-than-month = no mês anterior
dash-more = { $percent } % a mais que { $than }
dash-less = { $percent } % a menos que { $than }
dash-same = igual a { $than }
dash-nothing-before = sem vendas { $than }
dash-sales = Vendas
dash-income = Receita
dash-average = Média por venda
dash-average-short = Média
dash-no-average = É preciso uma venda em cada período.
dash-projection = Projeção do dia
dash-projected-sales = { $count ->
    [one] 1 venda se continuar como sempre
   *[other] { $count } vendas se continuar como sempre
}
dash-usual-mean = { $count ->
    [one] usual: { $usual }, de um dia
   *[other] usual: { $usual }, de { $count } dias
}
dash-margin = Margem
dash-margin-unknown = Informe o custo dos produtos para ver.
dash-margin-share = { $percent } % do vendido com custo informado
dash-margin-part = { $amount } vendidos sem custo informado
dash-pupils = Alunos atendidos
dash-items = Itens
dash-refunds = Devoluções
dash-voids = Cancelamentos
dash-overrides = Restrições autorizadas
dash-discount = Descontos
dash-by-hour = Evolução por hora
dash-key-sales = vendas (esq.)
dash-axis-amount = valor em ₲
dash-axis-thousands = valor em milhares de ₲
dash-axis-millions = valor em milhões de ₲
dash-key-usual = faixa: vendas de um dia usual
dash-key-usual-bar = □ o usual
dash-key-unusual = ▼ dia incomum
dash-key-before = mês anterior
dash-hour = { $hour } às { $hour }:59
dash-sold = { $sales ->
    [one] 1 venda · { $amount }
   *[other] { $sales } vendas · { $amount }
}
dash-usual-between = { $high ->
    [one] usual: de { $low } a 1 venda
   *[other] usual: de { $low } a { $high } vendas
}
dash-usual-is = usual: { $usual }
dash-usual-so-far = usual a esta hora: { $usual }
dash-day-so-far = { $day }, até agora
dash-so-far-what = Hoje não terminou: compara-se com o usual até esta mesma hora, como no Resumo.
dash-part-of = de { $total }
dash-no-usual = ainda não há um dia usual
dash-see-sales = Ver vendas ›
dash-tenders = Formas de pagamento
dash-ring-sales = { $count ->
    [one] venda
   *[other] vendas
}
dash-top-products = Top 10 produtos
dash-by-count = Por quantidade
dash-by-amount = Por valor
dash-by-sales = Vendas
dash-product = Produto
dash-quantity = Qtd.
dash-amount = Valor
dash-by-tender = Por forma de pagamento
dash-tender = Forma
dash-total = Total
dash-top-customers = Top 5 clientes
dash-customer = Cliente
dash-purchases = Compras
dash-spent = Gasto
dash-no-customers = Ninguém se identificou
dash-no-customers-todo = Passe o cartão ou busque o aluno antes de cobrar.
dash-empty = Não há vendas
dash-empty-today = Faça a primeira venda de hoje e o painel se preenche sozinho.
dash-empty-days = Escolha outros dias acima.
dash-empty-month = Ver este mês
dash-see = Ver
dash-alerts = Alertas de hoje
dash-alerts-more = { $count ->
    [one] e mais um alerta
   *[other] e mais { $count } alertas
}
dash-alerts-noted = { $count ->
    [one] Um alerta, já revisado
   *[other] { $count } alertas, já revisados
}
dash-usual-from = O usual vem de: { $days }
dash-acknowledge = Revisada
dash-acknowledged = Revisada por { $who }: { $note }
dash-note = O que houve? O que você fez?
dash-note-keep = Guardar nota
dash-rule-low_sales = Regra: muito menos vendas que o usual a esta hora.
dash-rule-cash_high = Regra: quase tudo é pago em dinheiro.
dash-rule-cash_low = Regra: muito menos dinheiro que o usual.
dash-rule-tender_stopped = Regra: uma forma sempre usada não foi usada hoje.
dash-rule-no_sale = Regra: há estoque e passam dias sem venda.
dash-rule-sold_out = Regra: esgotou antes do segundo recreio.
dash-rule-overrides = Regra: muitas restrições são autorizadas.
dash-rule-drawer = Regra: o caixa de uma pessoa difere com frequência.
dash-rule-drawer_once = Regra: um fechamento de caixa difere muito.
dash-rule-backup = Regra: há tempo demais sem uma cópia boa.
dash-rule-printer = Regra: a impressora não imprime.
dash-close = Fechar
dash-cancel = Cancelar
dash-apply = Ver estes dias
dash-back = Voltar
dash-pick-period = Quais dias?
dash-pick-comparison = Contra quais dias?
dash-from = De
dash-to = Até
dash-day-form = DD/MM/AAAA
dash-no-day = Escreva as duas datas assim: 23/11/2026, ou toque abaixo.
dash-backwards = «Até» é antes de «De»: troque-as.
dash-too-long = Olham-se até dez anos: escolha menos dias.
dash-week-of = Semana de { $day }
dash-week-days = Os dias da semana
dash-week-trend = As últimas semanas
dash-school-days = { $count ->
    [one] um dia de aula
   *[other] { $count } dias de aula
}
dash-unusual = Dias incomuns
dash-unusual-none = Nenhum: a semana vai como sempre.
dash-why-low = { $percent } % do usual: muito menos
dash-why-high = { $percent } % do usual: muito mais
dash-why-no-sales = dia de aula sem vendas
dash-why-day-off = vendas em dia sem aula
dash-why-refunds = devoluções de { $amount }
dash-day = Dia
dash-usual = Usual
dash-before-was = { $day }: { $amount }
dash-month-trend = O mês, dia a dia
dash-most-used = Forma mais usada
dash-stock = Giro de produtos
dash-stock-reorder = Para pedir
dash-stock-dead = Sem vendas
dash-stock-slow = Lentos
dash-stock-all = Todos
dash-stock-lost = Perdas
dash-in-stock = Estoque
dash-sold-weeks = 4 semanas
dash-days-left = Dura (dias)
dash-order = Pedir
dash-cost = Custo
dash-no-stock = Nenhum
dash-no-stock-todo = Nenhum produto está assim. Veja as outras listas.
dash-no-loss = Sem perdas
dash-no-loss-todo = Não saiu estoque sem venda neste mês.
dash-page = Página { $page }
dash-page-of = Página { $page } de { $pages }
dash-heat-title = Quando se vende
dash-heat-of = { $count ->
    [one] De um só dia com vendas ({ $days })
   *[other] Média por dia, de { $count } dias com vendas ({ $days })
}
dash-cell = { $days }, das { $hour } às { $hour }:59
dash-cell-sold = { $sales } vendas por dia · { $amount }
dash-cell-none = sem vendas
dash-list-hour = Vendas das { $hour } às { $hour }:59
dash-list-cell = Vendas { $days }, das { $hour } às { $hour }:59
dash-found = Vendas encontradas
dash-list-none = Não há vendas assim
dash-list-none-todo = Volte e escolha outros dias, ou busque outra coisa.
dash-when = Hora
dash-is-refund = Devolução
dash-was-refunded = Devolvida, em parte ou toda
dash-export-title = Exportar
dash-export-html = Página (HTML)
dash-export-picture = Imagem (PNG)
dash-export-sales = Vendas
dash-export-lines = Linhas
dash-export-payments = Pagamentos
dash-form-xlsx = Excel (.xlsx)
dash-form-csv = CSV (.csv)
dash-export-folder = Pasta
dash-export-name = Salvo como { $name }. Se já existir, é substituído.
dash-export-running = Escrevendo…
dash-export-rows = { $rows ->
    [one] Salvo: 1 linha, { $total }. { $file }
   *[other] Salvo: { $rows } linhas, { $total }. { $file }
}
dash-export-done = Salvo: { $file }
dash-export-failed = Não foi possível escrever { $file } ({ $why }). O que havia antes continua lá. Escolha outra pasta.
dash-too-many-rows = São mais linhas do que cabem no Excel. Escolha menos dias, ou CSV.
dash-print = Imprimir resumo
dash-printed = O resumo vai para a impressora.
dash-save = Salvar
dash-file-page = painel
dash-file-sales = vendas
dash-file-lines = linhas
dash-file-payments = pagamentos
dash-mondays = nas segundas
dash-tuesdays = nas terças
dash-wednesdays = nas quartas
dash-thursdays = nas quintas
dash-fridays = nas sextas
dash-saturdays = nos sábados
dash-sundays = nos domingos
dash-mon = seg
dash-tue = ter
dash-wed = qua
dash-thu = qui
dash-fri = sex
dash-sat = sáb
dash-sun = dom
dash-january = janeiro
dash-february = fevereiro
dash-march = março
dash-april = abril
dash-may = maio
dash-june = junho
dash-july = julho
dash-august = agosto
dash-september = setembro
dash-october = outubro
dash-november = novembro
dash-december = dezembro
help-bench-charts = Desenha o painel, sem janela
cli-bench-charts = Quatro gráficos em 1280 × 800, { $rounds } voltas ({ $build }): com dados novos { $median } ms, p99 { $high }; sem mudanças { $kept } ms, p99 { $kepthigh }; todo o painel { $page } ms, p99 { $pagehigh }
