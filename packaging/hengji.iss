; Inno Setup 6 script for Windows 10 and 11. NOT RUN YET: there was no Windows at hand when it was written.
; On Windows, with Python 3.11 and Inno Setup installed, in the checkout:
;   py -3.11 -m venv .venv
;   .venv\Scripts\pip install --require-hashes --no-deps --only-binary=:all: -r packaging\requirements.lock
;   .venv\Scripts\pyinstaller --noconfirm --distpath dist --workpath build packaging\hengji.spec
;   dist\hengji\hengji.exe --self-test
;   iscc packaging\hengji.iss
#define Version "0.1.0"

[Setup]
AppId={{6B0A6C6E-5B5F-4C53-9C0B-2A6D2D8B7E11}
AppName=衡绩
AppVersion={#Version}
AppPublisher=衡绩
DefaultDirName={autopf}\Hengji
DefaultGroupName=衡绩
DisableProgramGroupPage=yes
; A clerk has no administrator's rights: installed for her alone unless she has them.
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0
OutputDir=..\dist
OutputBaseFilename=hengji-{#Version}-setup
Compression=lzma2/max
SolidCompression=yes
UninstallDisplayIcon={app}\hengji-window.exe

[Languages]
; ChineseSimplified.isl is among Inno Setup's unofficial translations: put it beside this script.
Name: "zh"; MessagesFile: "ChineseSimplified.isl"

[Files]
Source: "..\dist\hengji\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[InstallDelete]
; An older version's files must not stay among the new ones.
Type: filesandordirs; Name: "{app}\_internal"

[Icons]
Name: "{group}\衡绩"; Filename: "{app}\hengji-window.exe"
Name: "{autodesktop}\衡绩"; Filename: "{app}\hengji-window.exe"

[Run]
Filename: "{app}\hengji-window.exe"; Description: "打开衡绩"; Flags: nowait postinstall skipifsilent
