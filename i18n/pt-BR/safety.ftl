# Verificação de segurança: o que o caixa comprova de si mesmo, e o que fazer.

## As quatro partes
check-line-good = [{ $part }/4] ✓ { $what }
check-line-bad = [{ $part }/4] ✗ { $what }
check-data = Dados: { $pupils } alunos com restrições; { $declared } de { $products } produtos declarados por completo, { $percent } do que foi vendido em 30 dias. Livros: { $sales } vendas.
check-data-first = Ainda falta declarar; comece por: { $names }.
check-rules = Regras: { $count } casos conhecidos de rótulos e da política.
check-rules-todo = Não venda a alunos com restrições. Se você mudou as palavras próprias ou a política, volte às anteriores; se não, chame o técnico.
check-sales = Vendas de teste: { $count }, uma de cada gravidade e estado, em uma cópia da base; na de verdade nada é escrito.
check-sales-todo = Não venda a alunos com restrições e chame o técnico.
check-history = Histórico: { $lines } produtos vendidos a { $pupils } alunos com restrições, julgados pelo que se sabia naquele dia e pelo de hoje.
check-history-todo = Avise a família, leia o rótulo e anote o que foi feito em Ajustes › Segurança.
check-not-done = Não foi possível verificar.
check-good = Tudo está bem: nenhum aluno correu perigo e os livros conferem.
check-bad = Há algo a atender. Faça o que diz cada parte com ✗ e verifique de novo.

## O que se encontra
check-wrong-label = “{ $name }” é lido: { $read } ({ $allergen }); deve ser ao menos: { $expected }.
check-wrong-cell = { $state }, { $severity }: faz-se “{ $is }” e corresponde “{ $expected }”.
check-tried-wrong = Produto que { $state }, alergia { $severity }: a política diz “{ $expected }” e o caixa fez “{ $is }”.
check-tried-late = Produto que { $state } desde logo antes de pagar, alergia { $severity }: a política diz “{ $expected }” e o caixa fez “{ $is }”.
check-touched = A base de verdade mudou durante o teste.
check-met = Cupom { $number } de { $day }: { $student } levou { $name }: { $why }. { $harm }
check-harm-refused-then = Naquele dia devia ser recusado.
check-harm-unanswered = Naquele dia ninguém respondeu ao aviso.
check-harm-known-today = Hoje se sabe que contém.
check-reason = { $state } { $allergen } ({ $severity })
check-more = E mais { $count }.
check-state-free = está declarado livre de
check-state-unknown = ninguém declarou se tem
check-state-may-contain = pode conter
check-state-contains = contém
check-response-allow = vender
check-response-confirm = confirmar
check-response-approve = PIN de supervisor
check-response-refuse = recusar

## A página e a barra
safety-page = Segurança
safety-hint = O caixa se verifica sozinho no começo do dia. Você também pode verificar agora; enquanto isso a venda continua.
safety-never = Ainda nunca foi verificado.
safety-last-good = A última verificação, de { $day } às { $time }, foi boa.
safety-last-bad = A última verificação, de { $day } às { $time }, encontrou algo em: { $parts }.
safety-now = Verificar agora
safety-running = Verificando: parte { $part } de 4…
safety-open = Vendas sem resposta
safety-open-hint = Alguém precisa olhar cada uma e anotar o que foi feito.
safety-answer = Anotar
safety-answer-title = O que foi feito
safety-answer-note = Nota
safety-answer-hint = Anotado por { $name }. Fica para sempre.
safety-cancel = Agora não
safety-chip-never = Segurança: sem verificar
safety-chip-running = Verificando { $part }/4
safety-chip-good = Segurança ✓ { $time }
safety-chip-bad = Segurança: é preciso olhar
safety-told-good = A última verificação foi boa.
safety-told-bad = A verificação de segurança encontrou algo. Avise um gerente: Ajustes › Segurança.
safety-told-never = A verificação de segurança ainda não foi feita.

## Política e palavras, na linha de comando
cli-diet-policy-loaded = A política de { $path } está em vigor.
cli-diet-words-loaded = As palavras de { $path } estão em vigor: { $lines } linhas.
cli-diet-no-words = A cantina não tem palavras próprias: valem as que vêm com o caixa.
cli-diet-not-yours = { $state }, { $severity }: mais permissivo que agora. Só um administrador pode; segue a política anterior.
cli-diet-wrong-pin = O PIN não é de ninguém que trabalhe aqui. Nada mudou: tente de novo.
cli-diet-no-right = Essa pessoa não pode mudar isto. Nada mudou: peça a um gerente.
cli-diet-bench-row = { $name }: { $time } (limite { $limit }); { $ratio } vezes o piso de { $floor }
cli-diet-bench-head = Medido { $build }, mediana de { $rounds }:

help-diet-policy = Mostra ou muda o que o caixa faz conforme o declarado e a gravidade
help-diet-policy-show = Mostra a política em vigor, como arquivo
help-diet-policy-load = Põe em vigor a política de um arquivo; um ruim não muda nada
help-diet-policy-load-file = O arquivo: dezesseis linhas “estado gravidade = resposta”
help-diet-words = Mostra ou muda as palavras próprias da cantina para ler rótulos
help-diet-words-show = Mostra as palavras próprias, como arquivo
help-diet-words-load = Põe em vigor as palavras de um arquivo; um ruim não muda nada
help-diet-words-load-file = O arquivo de palavras
help-any-cashier = O PIN de quem faz
help-bench-diet = Mede quanto custa julgar produtos, carrinhos e catálogos
help-bench-diet-rounds = Quantas vezes se mede cada coisa
