### A lista do primeiro dia

first-day-title = Primeiro dia
first-day-head = Dia 1
first-day-hint = O que falta antes da primeira venda de verdade. Cada linha se marca sozinha quando está feita; toque nela para ir até lá.
first-day-done = { $done } de { $all } feitas
first-day-dismiss = Não mostrar mais
first-day-dismissed = A lista do primeiro dia continua em Ajustes › Este computador.
first-day-is-done = Feito
first-day-is-open = Falta
first-day-shop = Loja e tíquete
first-day-shop-hint = Nome, RUC e endereço, como saem no tíquete.
first-day-users = Usuários
first-day-users-hint = Ao menos um além do administrador: quem vende entra com o próprio PIN.
first-day-catalogue = Produtos
first-day-catalogue-hint = { $products ->
    [0] Da sua lista (CSV), ou o catálogo inicial.
    [one] Há { $products } produto. Confira preço, IVA e rótulo.
   *[other] Há { $products } produtos. Confira preços, IVA e rótulos.
 }
first-day-pupils = Alunos
first-day-pupils-hint = { $pupils ->
    [0] Da lista da escola (CSV): nome, série, cartão, saldo, alergias.
    [one] Há { $pupils } aluno.
   *[other] Há { $pupils } alunos.
 }
first-day-printer = Impressora
first-day-printer-hint = Em cinco passos, com uma página de teste. Sem impressora também se vende.
first-day-backup = Cópia de segurança
first-day-backup-hint = Escolha onde ficam e faça a primeira; melhor também em um pen drive.
first-day-sale = Venda de treino
first-day-sale-hint = Abra o turno, venda algo, veja o tíquete e cancele em Vendas.
first-day-starter = Catálogo inicial
first-day-starter-title = Catálogo inicial
first-day-starter-warns = Os preços são exemplos e ninguém leu os rótulos: do que levam só se diz o habitual. Nada fica como «livre de»; confira cada rótulo em Restrições.
first-day-starter-take = Carregar { $count } produtos
first-day-starter-later = Agora não
first-day-starter-taken = { $count } produtos carregados. Confira os preços antes de vender.
