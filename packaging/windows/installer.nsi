; The installer for Windows: program, shortcuts, start with the session, uninstaller. The data are in each
; user's own folder (%LOCALAPPDATA%\Cantina) and are left alone by all of it.
;
;   cantina-…-windows.exe /S            silently; /AUTOSTART=0 without the start with the session
;   cantina-…-windows.exe /S /D=PATH    into another folder (the last argument, without quotes)
; Windows of 64 bits only, as the program is.
Target amd64-unicode
!include MUI2.nsh
!include LogicLib.nsh
!include FileFunc.nsh
!include x64.nsh

!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\Cantina"

Name "Cantina"
OutFile "${OUT}"
InstallDir "$PROGRAMFILES64\Cantina"
RequestExecutionLevel admin
SetCompressor /SOLID lzma
BrandingText "Cantina ${VERSION}"
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "Cantina"
VIAddVersionKey "FileDescription" "Cantina ${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "LegalCopyright" "The Cantina authors"

!define MUI_ICON "${FILES}\cantina.ico"
!define MUI_UNICON "${FILES}\cantina.ico"
!define MUI_FINISHPAGE_RUN "$INSTDIR\cantinaw.exe"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_COMPONENTS
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Spanish"
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "PortugueseBR"

LangString OPEN ${LANG_SPANISH} "Cantina está abierta. Cerrá la caja y probá de nuevo; no se cambió nada."
LangString OPEN ${LANG_ENGLISH} "Cantina is open. Close the till and try again; nothing was changed."
LangString OPEN ${LANG_PORTUGUESEBR} "O Cantina está aberto. Feche o caixa e tente de novo; nada mudou."
LangString KEPT ${LANG_SPANISH} "Los datos de la cantina quedan en la carpeta de cada usuario (%LOCALAPPDATA%\Cantina)."
LangString KEPT ${LANG_ENGLISH} "The canteen's data stay in each user's folder (%LOCALAPPDATA%\Cantina)."
LangString KEPT ${LANG_PORTUGUESEBR} "Os dados da cantina ficam na pasta de cada usuário (%LOCALAPPDATA%\Cantina)."
LangString WORDS_PROGRAM ${LANG_SPANISH} "Programa"
LangString WORDS_PROGRAM ${LANG_ENGLISH} "Program"
LangString WORDS_PROGRAM ${LANG_PORTUGUESEBR} "Programa"
LangString WORDS_DESKTOP ${LANG_SPANISH} "Acceso en el escritorio"
LangString WORDS_DESKTOP ${LANG_ENGLISH} "Shortcut on the desktop"
LangString WORDS_DESKTOP ${LANG_PORTUGUESEBR} "Atalho na área de trabalho"
LangString WORDS_START ${LANG_SPANISH} "Abrir al iniciar la sesión"
LangString WORDS_START ${LANG_ENGLISH} "Open when the session starts"
LangString WORDS_START ${LANG_PORTUGUESEBR} "Abrir ao iniciar a sessão"

; A program that runs cannot be opened for writing: then nothing is begun.
!macro REFUSE_IF_OPEN
    ${For} $0 1 2
        ${If} $0 = 1
            StrCpy $1 "$INSTDIR\cantina.exe"
        ${Else}
            StrCpy $1 "$INSTDIR\cantinaw.exe"
        ${EndIf}
        ${If} ${FileExists} "$1"
            ClearErrors
            FileOpen $2 "$1" a
            ${If} ${Errors}
                MessageBox MB_OK|MB_ICONSTOP "$(OPEN)" /SD IDOK
                SetErrorLevel 3
                Quit
            ${EndIf}
            FileClose $2
        ${EndIf}
    ${Next}
!macroend

Section "$(WORDS_PROGRAM)" Program
    SectionIn RO
    SetShellVarContext all
    !insertmacro REFUSE_IF_OPEN
    ; Before an update the program of before backs up what this user has; without a canteen it says so, no more.
    ${If} ${FileExists} "$INSTDIR\cantina.exe"
        nsExec::ExecToLog '"$INSTDIR\cantina.exe" backup now'
        Pop $0
        CreateDirectory "$INSTDIR\previous"
        CopyFiles /SILENT "$INSTDIR\cantina.exe" "$INSTDIR\previous\cantina.exe"
    ${EndIf}
    SetOutPath "$INSTDIR"
    File "${FILES}\cantina.exe"
    File "${FILES}\cantinaw.exe"
    File "${FILES}\cantina.ico"
    File "${FILES}\LICENSE"
    File "${FILES}\productos.csv"
    WriteUninstaller "$INSTDIR\uninstall.exe"
    CreateShortcut "$SMPROGRAMS\Cantina.lnk" "$INSTDIR\cantinaw.exe" "" "$INSTDIR\cantina.ico"
    SetRegView 64
    WriteRegStr HKLM "${KEY}" "DisplayName" "Cantina"
    WriteRegStr HKLM "${KEY}" "DisplayVersion" "${VERSION}"
    WriteRegStr HKLM "${KEY}" "DisplayIcon" "$INSTDIR\cantina.ico"
    WriteRegStr HKLM "${KEY}" "InstallLocation" "$INSTDIR"
    WriteRegStr HKLM "${KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
    WriteRegStr HKLM "${KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
    WriteRegDWORD HKLM "${KEY}" "NoModify" 1
    WriteRegDWORD HKLM "${KEY}" "NoRepair" 1
SectionEnd

Section "$(WORDS_DESKTOP)" Desktop
    SetShellVarContext all
    CreateShortcut "$DESKTOP\Cantina.lnk" "$INSTDIR\cantinaw.exe" "" "$INSTDIR\cantina.ico"
SectionEnd

Section "$(WORDS_START)" Start
    SetShellVarContext all
    CreateShortcut "$SMSTARTUP\Cantina.lnk" "$INSTDIR\cantinaw.exe" "" "$INSTDIR\cantina.ico"
SectionEnd

Function .onInit
    SetRegView 64
    ; Where it is installed already, unless another folder was asked for.
    ReadRegStr $3 HKLM "${KEY}" "InstallLocation"
    ${If} $3 != ""
    ${AndIf} $INSTDIR == "$PROGRAMFILES64\Cantina"
        StrCpy $INSTDIR $3
    ${EndIf}
    ${GetParameters} $0
    ${GetOptions} $0 "/AUTOSTART=" $1
    ${If} $1 == "0"
        SectionGetFlags ${Start} $2
        IntOp $2 $2 & 0xFFFFFFFE
        SectionSetFlags ${Start} $2
    ${EndIf}
FunctionEnd

Section Uninstall
    SetShellVarContext all
    SetRegView 64
    !insertmacro REFUSE_IF_OPEN
    ; The system's scheduler must not look for a program that is gone.
    nsExec::ExecToLog '"$INSTDIR\cantina.exe" backup schedule remove'
    Pop $0
    Delete "$SMPROGRAMS\Cantina.lnk"
    Delete "$DESKTOP\Cantina.lnk"
    Delete "$SMSTARTUP\Cantina.lnk"
    Delete "$INSTDIR\cantina.exe"
    Delete "$INSTDIR\cantinaw.exe"
    Delete "$INSTDIR\cantina.ico"
    Delete "$INSTDIR\LICENSE"
    Delete "$INSTDIR\productos.csv"
    Delete "$INSTDIR\previous\cantina.exe"
    RMDir "$INSTDIR\previous"
    Delete "$INSTDIR\uninstall.exe"
    ; Only if nothing else is in it.
    RMDir "$INSTDIR"
    DeleteRegKey HKLM "${KEY}"
    DetailPrint "$(KEPT)"
SectionEnd
