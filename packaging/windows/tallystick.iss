; The installer for Windows. Compiled by packaging/build.py: iscc /DVersion=X.Y.Z /DRoot=C:\checkout tallystick.iss
; Per user without asking for rights, or for everybody; only the latter may write a rule for the firewall.

#ifndef Version
  #error Version is not given
#endif
#ifndef Root
  #error Root is not given
#endif
#define Name "Tallystick"
#define Window "tallystickw.exe"
#define Console "tallystick.exe"

[Setup]
AppId={{6C1B0F5E-6B0C-4E0B-9C55-7C8B8C1A5D43}
AppName={#Name}
AppVersion={#Version}
AppVerName={#Name} {#Version}
AppPublisher=The Tallystick authors
AppPublisherURL=https://github.com/tallystick/tallystick
AppUpdatesURL=https://github.com/tallystick/tallystick/releases
VersionInfoVersion={#Version}
LicenseFile={#Root}\LICENSE
SetupIconFile={#Root}\build\made\icons\tallystick.ico
UninstallDisplayIcon={app}\{#Window}
DefaultDirName={autopf}\{#Name}
DefaultGroupName={#Name}
DisableProgramGroupPage=yes
DisableDirPage=auto
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog commandline
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
ChangesEnvironment=yes
UsedUserAreasWarning=no
CloseApplications=yes
RestartApplications=no
Compression=lzma2/max
SolidCompression=yes
WizardStyle=modern
OutputDir={#Root}\dist
OutputBaseFilename=tallystick-{#Version}-setup
#ifdef SignTool
SignTool={#SignTool}
SignedUninstaller=yes
#endif

[Languages]
Name: "english"; MessagesFile: "compiler:Default.isl"

[Tasks]
Name: "sendto"; Description: "{#Name} under Send to in the Explorer"
Name: "path"; Description: "The command tallystick in terminals"; Flags: unchecked
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; Flags: unchecked
Name: "firewall"; Description: "Let nearby computers reach {#Name} on private networks (Windows Firewall)"; Check: IsAdminInstallMode

[InstallDelete]
; What an older version had and this one has not must not be found.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "{#Root}\dist\tallystick\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[Icons]
Name: "{autoprograms}\{#Name}"; Filename: "{app}\{#Window}"; AppUserModelID: "io.github.tallystick.Tallystick"
Name: "{autodesktop}\{#Name}"; Filename: "{app}\{#Window}"; Tasks: desktopicon
Name: "{usersendto}\{#Name}"; Filename: "{app}\{#Window}"; Tasks: sendto

[Registry]
Root: HKA; Subkey: "{code:EnvironmentKey}"; ValueType: expandsz; ValueName: "Path"; ValueData: "{olddata};{app}"; Tasks: path; Check: IsNotOnPath
; Written by the program where somebody wants it to start with the session.
Root: HKCU; Subkey: "Software\Microsoft\Windows\CurrentVersion\Run"; ValueType: none; ValueName: "{#Name}"; Flags: dontcreatekey uninsdeletevalue

[Run]
; Private and domain networks only, this program only. In a public network Windows asks, and no is the better answer.
Filename: "{sys}\netsh.exe"; Parameters: "advfirewall firewall delete rule name=""{#Name}"""; Flags: runhidden; Tasks: firewall
Filename: "{sys}\netsh.exe"; Parameters: "advfirewall firewall add rule name=""{#Name}"" dir=in action=allow program=""{app}\{#Window}"" profile=private,domain enable=yes"; Flags: runhidden; Tasks: firewall
Filename: "{sys}\netsh.exe"; Parameters: "advfirewall firewall add rule name=""{#Name}"" dir=in action=allow program=""{app}\{#Console}"" profile=private,domain enable=yes"; Flags: runhidden; Tasks: firewall
Filename: "{app}\{#Window}"; Description: "{cm:LaunchProgram,{#Name}}"; Flags: nowait postinstall skipifsilent

[UninstallRun]
Filename: "{sys}\netsh.exe"; Parameters: "advfirewall firewall delete rule name=""{#Name}"" program=""{app}\{#Window}"""; Flags: runhidden; RunOnceId: "FirewallWindow"; Check: IsAdminInstallMode
Filename: "{sys}\netsh.exe"; Parameters: "advfirewall firewall delete rule name=""{#Name}"" program=""{app}\{#Console}"""; Flags: runhidden; RunOnceId: "FirewallConsole"; Check: IsAdminInstallMode

[Code]
function EnvironmentKey(Unused: String): String;
begin
  if IsAdminInstallMode then
    Result := 'SYSTEM\CurrentControlSet\Control\Session Manager\Environment'
  else
    Result := 'Environment';
end;

function IsNotOnPath(): Boolean;
var
  Before: String;
begin
  if not RegQueryStringValue(HKA, EnvironmentKey(''), 'Path', Before) then
    Before := '';
  Result := Pos(';' + Lowercase(ExpandConstant('{app}')) + ';', ';' + Lowercase(Before) + ';') = 0;
end;

{ The path of the programs is taken out again; settings and remembered devices are the person's and stay. }
procedure CurUninstallStepChanged(Step: TUninstallStep);
var
  Before: String;
begin
  if Step <> usPostUninstall then
    exit;
  if RegQueryStringValue(HKA, EnvironmentKey(''), 'Path', Before) then
    if StringChangeEx(Before, ';' + ExpandConstant('{app}'), '', True) > 0 then
      RegWriteExpandStringValue(HKA, EnvironmentKey(''), 'Path', Before);
end;
