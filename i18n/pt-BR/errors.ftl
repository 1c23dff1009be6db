### What went wrong: what happened, what was kept, what to do now

## A pasta de dados e config.toml
settings-no-home = Não se sabe onde guardar os dados. Indique uma pasta com --data-dir ou CANTINA_DATA_DIR.
settings-not-a-folder = { $path } é um arquivo, não uma pasta. Nada foi alterado. Escolha outra pasta com --data-dir.
settings-not-made = Não foi possível criar { $path } ({ $cause }). Verifique as permissões ou escolha outra pasta com --data-dir.
settings-not-writable = Não é possível gravar em { $path } ({ $cause }). Nada foi alterado. Verifique as permissões e o espaço em disco.
settings-not-readable = Não é possível ler { $path } ({ $cause }). O arquivo ficou como estava. Verifique as permissões.
settings-broken = { $path }, linha { $line }: { $cause }. O arquivo ficou como estava. Corrija essa linha, ou mova o arquivo para começar de novo.
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
store-other = Não foi possível salvar a venda ({ $cause }). O carrinho continua aqui. Cobre de novo.
clock-behind = O relógio está atrasado: a última venda é de { $day }. Você pode vender, mas antes corrija a data e a hora do computador.
