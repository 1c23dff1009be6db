### Settings: shop, printer, language, users

## Settings

settings-shop = Comércio e tíquete
settings-printer = Impressora
settings-display = Idioma e tela
settings-users = Usuários e PIN
settings-lists = Importar listas
settings-undo = Descartar
settings-save = Salvar
settings-unsaved = Há mudanças não salvas
settings-all-saved = Tudo salvo

## Shop

shop-hint = É assim que sai em cada tíquete.
shop-name = Nome
shop-name-missing = O tíquete precisa de um nome.
shop-ruc = RUC (número fiscal)
shop-ruc-form = Números, hífen e dígito, como 80009735-1.
shop-ruc-digit = O dígito verificador seria { $digit }. Confira o número.
shop-address = Endereço
shop-phone = Telefone
shop-footer = Última linha do tíquete

## Display

display-hint = Cada mudança aparece e é salva na hora.
display-language = Idioma
display-theme = Aparência
display-light = Clara
display-dark = Escura
display-scale = Tamanho
display-scale-fits = Nesta janela cabe até { $percent }; o escolhido vale inteiro em uma maior.
display-sounds = Sons
display-read-aloud = Ler os alertas em voz alta
display-on = Sim
display-off = Não

## Users

users-add = Adicionar
users-add-title = Novo usuário
users-name = Nome
users-role = Função
users-inactive = Inativo
users-activate = Ativar
users-deactivate = Desativar
users-new-pin = Novo PIN
users-new-pin-title = Novo PIN de { $name }
users-cancel = Cancelar
users-pin-new = PIN
users-pin-again = PIN outra vez
users-pin-hint = De 4 a 8 dígitos, nem sequência como 1234 nem repetidos como 1111.
users-pin-too-easy = Fácil demais de adivinhar. Escolha outro.
users-pin-not-digits = Precisa ter de 4 a 8 dígitos.
users-pin-differs = Não coincide com o primeiro.

## Lists

lists-products = Produtos
lists-students = Alunos
lists-path = Onde está o CSV
lists-read = Conferir
lists-reading = Conferindo o arquivo…
lists-importing = Importando…
lists-none = Não há arquivos CSV nesta pasta
lists-none-todo = Salve a planilha como CSV nesta pasta, suba para outra ou digite o local acima.
lists-good =
    { $count ->
        [one] { $count } linha correta
       *[other] { $count } linhas corretas
    }
lists-bad =
    { $count ->
        [one] { $count } linha com problemas
       *[other] { $count } linhas com problemas
    }
lists-nothing-yet = Nada foi importado ainda.
lists-ignored = Colunas sem uso: { $headings }
lists-ignored-todo = Alguma está mal escrita? Corrija o título na planilha e leia de novo; senão, tudo bem.
lists-no-lines = Não há nada para importar. Confira se é a lista certa.
lists-all-or-nothing = Nada foi importado. Corrija estas linhas na planilha e confira de novo.
lists-line = Linha
lists-reason = Problema
lists-import = Importar
lists-imported =
    { $count ->
        [one] 1 linha importada
       *[other] { $count } linhas importadas
    }
lists-imported-todo = Já pode ser usado. Você pode importar outra lista.
lists-kept = O que já estava cadastrado continua igual.
lists-another = Escolher outro arquivo
