### What went wrong: what happened, what was kept, what to do now

## A pasta de dados e config.toml
settings-no-home = Não se sabe onde guardar os dados. Indique uma pasta com --data-dir ou CANTINA_DATA_DIR.
settings-not-a-folder = { $path } é um arquivo, não uma pasta. Nada foi alterado. Escolha outra pasta com --data-dir.
settings-not-made = Não foi possível criar { $path } ({ $cause }). Verifique as permissões ou escolha outra pasta com --data-dir.
settings-not-writable = Não é possível gravar em { $path } ({ $cause }). Nada foi alterado. Verifique as permissões e o espaço em disco.
settings-not-readable = Não é possível ler { $path } ({ $cause }). O arquivo ficou como estava. Verifique as permissões.
settings-broken = { $path }, linha { $line }: «{ $text }» não se entende ou não é permitido. O arquivo ficou como estava. Corrija essa linha, ou mova o arquivo para começar de novo.
settings-not-saved = Não foi possível salvar { $path } ({ $cause }). Continua valendo o anterior. Verifique o espaço em disco e tente de novo.

## A sale that could not be written down
store-disk-full = O disco está cheio. A venda não foi salva e o carrinho continua aqui. Libere espaço e cobre de novo.
store-read-only = Não é possível gravar no banco de dados. A venda não foi salva e o carrinho continua aqui. Avise o técnico.
store-locked = Outro programa está usando o banco de dados. A venda não foi salva e o carrinho continua aqui. Cobre de novo.
store-corrupt = O banco de dados está danificado. A venda não foi salva. Pare de vender e restaure uma cópia.
store-balance-changed = O saldo ou o limite já não alcança. Nada foi cobrado e o carrinho continua aqui. Escolha outra forma de pagamento.
store-card-changed = O cartão já não pode ser usado. Nada foi cobrado e o carrinho continua aqui. Escolha outra forma de pagamento.
store-restricted = Mudou o que se sabe de um produto ou do aluno. Nada foi vendido: revise o carrinho.
store-out-of-stock = { $name }: restam só { $left }. Nada foi cobrado e o carrinho continua aqui.
store-already-sold = Este carrinho já foi cobrado com o tíquete { $number }. Não foi cobrado de novo.
store-not-found = Um produto, o aluno ou seu usuário já não está nos dados. Nada foi cobrado e o carrinho continua aqui. Identifique o aluno de novo ou tire o produto.
store-unexpected = Os dados guardados dizem algo que esta Cantina não entende. Nada foi cobrado e o carrinho continua aqui. Chame o técnico: a causa está em logs/till.log.
store-database = O banco de dados respondeu com um erro (código { $code }). Nada foi cobrado e o carrinho continua aqui. Cobre de novo; se acontecer outra vez, chame o técnico.
store-io = O disco não respondeu ({ $cause }). Nada foi cobrado e o carrinho continua aqui. Cobre de novo; se acontecer outra vez, chame o técnico.
store-closing = O caixa está fechando. Nada foi cobrado e o carrinho fica guardado. Abra-o de novo e cobre.

## Anything else that was not done, on the screen and on the command line
failed-disk-full = O disco está cheio. Nada foi salvo: libere espaço e tente de novo.
failed-read-only = Não é possível escrever nos dados. Nada foi salvo: confira as permissões.
failed-locked = Outro programa está ocupando os dados. Nada foi salvo: feche-o e tente de novo.
failed-corrupt = O banco de dados está danificado. Nada foi alterado: guarde uma cópia e chame o técnico.
failed-unexpected = Os dados guardados dizem algo que esta Cantina não entende. Nada foi alterado: chame o técnico, a causa está em logs/till.log.
failed-database = O banco de dados respondeu com um erro (código { $code }). Nada foi salvo: tente de novo; se acontecer outra vez, chame o técnico.
failed-io = O sistema não conseguiu ({ $cause }). Nada foi salvo: veja o que o sistema diz e, se repetir, chame o técnico.
failed-closing = O caixa está fechando. Nada foi salvo: abra-o e tente de novo.
failed-not-found = O que você pediu já não está nos dados. Nada foi alterado: procure de novo.
failed-taken = «{ $what }» já está em uso. Nada foi salvo: escolha outro.
failed-already-open = Outra Cantina está usando { $path }. Feche-a e tente de novo.
failed-not-a-database = { $path } não é um banco de dados da Cantina. Não foi tocado: mova-o ou escolha outra pasta com --data-dir.
failed-newer-schema = Os dados são de uma Cantina mais nova. Não foram tocados: atualize o programa.
failed-void-already = Esta venda já estava anulada. Nada foi alterado: olhe a lista de novo.
failed-void-other-day = Só se anulam vendas de hoje. Nada foi alterado: para outro dia é preciso uma devolução.
failed-void-is-void = Uma anulação não pode ser anulada. Nada foi alterado: faça a venda de novo.
failed-void-not-approved = A autorização não é para anular. Nada foi alterado: peça de novo.
failed-address-empty = Falta o endereço da impressora. Continua o anterior. Escreva como /dev/ttyUSB0@9600, COM3@9600 ou virtual:PASTA.
failed-address-no-path = Depois de «{ $text }» falta onde está a impressora. Continua a anterior. Escreva como file:/dev/usb/lp0 ou virtual:PASTA.
failed-address-bad-speed = «{ $text }» não é uma velocidade de impressora. Continua a anterior. Ponha 9600, 19200, 38400, 57600 ou 115200 depois da @.
failed-address-unknown = «{ $text }» não é um endereço de impressora. Continua o anterior. Escreva como /dev/ttyUSB0@9600, COM3@9600, file:CAMINHO ou virtual:PASTA.
failed-ruc-form = Esse RUC não se entende. Nada foi salvo: escreva com números, hífen e dígito, como 80009735-1.
failed-ruc-digit = O dígito verificador desse RUC seria { $digit }. Nada foi salvo: confira o número.

## What the system says, in brackets inside the sentences above
cause-not-found = não existe
cause-permission = falta permissão
cause-full = o disco está cheio
cause-read-only = é somente leitura
cause-busy = outro programa está usando
cause-not-text = não é texto
cause-code = erro { $code } do sistema
cause-unknown = o sistema não disse por quê
failed-no-name = Falta um nome com letras. Nada foi mudado: escreva-o e tente de novo.
failed-part-of-itself = «{ $what }» já leva este produto: uma receita não pode levar a si mesma. Nada foi mudado.
failed-words = Linha { $line } do arquivo de palavras: { $reason ->
    [unknown_code] ninguém conhece o código «{ $what }»
    [bad_heading] «{ $what }» não é um título como [= leche]
    [no_heading] há palavras antes do primeiro título
    [empty] há uma palavra vazia
    [too_long] «{ $what }» é longo demais
    [twice] «{ $what }» está duas vezes
    [number] «{ $what }» tem um número que não se compara
    [contradiction] «{ $what }» diz que é e que não é o mesmo
   *[other] há demais em um só arquivo
}. Nada foi tomado: continuam valendo as últimas palavras boas. Corrija a linha e tente de novo.
failed-policy = Linha { $line } da política: { $reason ->
    [not-a-line] «{ $what }» não é «estado gravidade = resposta»
    [unknown-word] ninguém conhece a palavra «{ $what }»
    [twice] «{ $what }» está duas vezes
    [missing] falta «{ $what }»
    [below-floor] «{ $what }» fica abaixo do que qualquer política pode permitir
   *[other] «{ $what }» fica mais permissivo que um caso menos grave
}. Nada foi tomado: continua valendo a última política boa.
clock-behind = O relógio está atrasado: a última venda é de { $day }. Você pode vender, mas antes corrija a data e a hora do computador.
