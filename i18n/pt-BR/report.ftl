# O painel em papel, em arquivos e na linha de comando.
report-title = Painel de vendas
report-taken = em { $at }
report-sales = Vendas
report-income = Receita
report-average = Média por venda
report-projection = Projeção do dia
report-usual = o normal: { $usual }
report-pupils = Alunos atendidos
report-items = Itens
report-refunds = Devoluções
report-margin = Margem
report-by-hour = Evolução por hora
report-thousands = valor em milhares de ₲
report-tenders = Formas de pagamento
report-products = Produtos mais vendidos
report-product = Produto
report-quantity = Quantidade
report-amount = Valor
report-customers = Melhores clientes
report-customer = Cliente
report-purchases = Compras
report-alerts = Avisos
report-nothing-before = sem dados para comparar
report-no-sales = Sem vendas nestes dias.
report-against = contra { $period }
report-days = Dias de referência: { $days }
report-acknowledged = visto por { $by }: { $note }

report-alert-low_sales = Vendas muito abaixo do normal: { $sales }; a esta hora costumam ser { $usual }.
report-alert-cash_high = Dinheiro { $share } (o normal é { $usual }): veja se a maquininha funciona.
report-alert-cash_low = Dinheiro { $share } (o normal é { $usual }): veja se falta troco.
report-alert-tender_stopped = Nenhum pagamento com { $tender } hoje; a esta hora costumam ser { $usual }.
report-alert-no_sale =
    { $count ->
        [one] 1 produto com estoque e sem vendas em { $days } dias de aula: { $names }.
       *[other] { $count } produtos com estoque e sem vendas em { $days } dias de aula: { $names }.
    }
report-alert-sold_out =
    { $count ->
        [one] 1 produto acabou antes do segundo recreio: { $names }.
       *[other] { $count } produtos acabaram antes do segundo recreio: { $names }.
    }
report-alert-overrides = { $count ->
    [one] Foi autorizada 1 venda contra uma restrição; o normal é { $usual } por dia.
   *[other] Foram autorizadas { $count } vendas contra uma restrição; o normal é { $usual } por dia.
}
report-alert-drawer = O caixa de { $name } teve diferença em { $shifts } fechamentos: { $difference } no total.
report-alert-drawer-once = O caixa que { $name } fechou em { $day } teve diferença de { $difference }.
report-alert-backup-never = Ainda não há nenhuma cópia de segurança.
report-alert-backup = A última cópia de segurança boa é de { $hours } horas atrás.
report-alert-printer-unreachable = A impressora não está conectada; tickets em espera: { $waiting }.
report-alert-printer = A impressora não imprime; tickets em espera: { $waiting }.

report-table-sales = Vendas
report-table-lines = Linhas
report-table-payments = Pagamentos
report-column-day = Data
report-column-time = Hora
report-column-number = Número
report-column-kind = Tipo
report-column-of = Da venda
report-column-pupil = Aluno
report-column-grade = Série
report-column-guardian = Responsável
report-column-cashier = Caixa
report-column-discount = Desconto
report-column-total = Total
report-column-rounding = Arredondamento
report-column-paid = Pago
report-column-product = Produto
report-column-category = Categoria
report-column-quantity = Quantidade
report-column-price = Preço
report-column-rate = IVA
report-column-tender = Forma de pagamento
report-column-received = Recebido
report-column-reference = Referência
report-kind-sale = Venda
report-kind-void = Anulação
report-kind-refund = Devolução

report-exported = { $rows ->
    [one] 1 linha, { $total } no total: { $file }
   *[other] { $rows } linhas, { $total } no total: { $file }
}
report-written = Painel salvo em { $file }
report-printing = O resumo foi para a impressora.

cli-report-bad-days = Esses dias não servem: ponha primeiro o mais cedo, e no máximo dez anos.
cli-report-cancelled = Cancelado; nada foi escrito.
cli-report-not-written = Não foi possível escrever { $file }: { $cause }. O que havia continua lá; escolha outra pasta ou libere espaço.
cli-report-too-many-rows = São mais linhas do que cabem no Excel. Exporte menos dias, ou para um arquivo .csv.
cli-bench-dashboard = Painel ({ $build }): hoje { $today } ms, mês { $month } ms, três anos { $years } ms, página de vendas { $drill } ms; venda p99 { $without } ms sozinha e { $with } ms com o painel; razão { $slower }.

help-dashboard = O painel de alguns dias: como texto, JSON, HTML ou em papel
help-dashboard-date = Deste dia; se faltar, hoje
help-dashboard-from = Desde este dia
help-dashboard-to = Até este dia
help-dashboard-compare = Contra o quê: `previous` (o anterior), `last-year` (um ano antes) ou D..D
help-dashboard-html = Salva o painel como um só arquivo HTML
help-dashboard-print = Imprime um resumo na impressora de tickets
help-export = Vendas, linhas ou pagamentos de alguns dias como arquivo para o Excel
help-export-what = O que se exporta: `sales` (vendas), `lines` (linhas) ou `payments` (pagamentos)
help-export-from = Desde este dia
help-export-to = Até este dia
help-export-out = O arquivo: XLSX pelo nome, senão CSV
help-bench-dashboard = Lê o painel da história desta cantina, e vende enquanto isso
help-bench-dashboard-rounds = Quantas vezes se lê cada página, e quantas vendas se medem
