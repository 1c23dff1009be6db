### What went wrong: what happened, what was kept, what to do now

## A pasta de dados e config.toml
settings-no-home = Não se sabe onde guardar os dados. Indique uma pasta com --data-dir ou CANTINA_DATA_DIR.
settings-not-a-folder = { $path } é um arquivo, não uma pasta. Nada foi alterado. Escolha outra pasta com --data-dir.
settings-not-made = Não foi possível criar { $path } ({ $cause }). Verifique as permissões ou escolha outra pasta com --data-dir.
settings-not-writable = Não é possível gravar em { $path } ({ $cause }). Nada foi alterado. Verifique as permissões e o espaço em disco.
settings-not-readable = Não é possível ler { $path } ({ $cause }). O arquivo ficou como estava. Verifique as permissões.
settings-broken = { $path }, linha { $line }: { $cause }. O arquivo ficou como estava. Corrija essa linha, ou mova o arquivo para começar de novo.
settings-not-saved = Não foi possível salvar { $path } ({ $cause }). Continua valendo o anterior. Verifique o espaço em disco e tente de novo.
