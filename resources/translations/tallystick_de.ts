<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>A tally stick was split in two, so that each could check the other&apos;s half.</source>
        <translation>Ein Kerbholz wurde in zwei Teile gespalten, damit jeder die Hälfte des anderen prüfen konnte.</translation>
    </message>
    <message>
        <source>About {app}</source>
        <translation>Über {app}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Send files to the computers around you, sure of which computer it is.</source>
        <translation>Dateien an die Computer in der Nähe senden und sicher sein, welcher Computer es ist.</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>Version {version}</translation>
    </message>
</context>
<context>
    <name>AddressCard</name>
    <message>
        <source>Connect by address…</source>
        <translation>Über Adresse verbinden…</translation>
    </message>
</context>
<context>
    <name>AddressDialog</name>
    <message>
        <source>&amp;Address of the other computer, or its invitation</source>
        <translation>&amp;Adresse des anderen Computers oder dessen Einladung</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Connect by address</source>
        <translation>Über Adresse verbinden</translation>
    </message>
    <message>
        <source>Tallystick has to be open on the other computer. Both screens will show a code; with an invitation none is needed.</source>
        <translation>Tallystick muss auf dem anderen Computer geöffnet sein. Beide Bildschirme zeigen dann einen Code; mit einer Einladung ist keiner nötig.</translation>
    </message>
</context>
<context>
    <name>AlwaysChoice</name>
    <message>
        <source>Al&amp;ways accept from this device</source>
        <translation>&amp;Immer von diesem Gerät annehmen</translation>
    </message>
    <message>
        <source>Always accept from {peer}</source>
        <translation>Immer von {peer} annehmen</translation>
    </message>
    <message>
        <source>In the same folder, within 24 hours at most</source>
        <translation>In denselben Ordner, in 24 Stunden höchstens</translation>
    </message>
</context>
<context>
    <name>AlwaysDialog</name>
    <message>
        <source>&amp;Always accept from this device</source>
        <translation>&amp;Immer von diesem Gerät annehmen</translation>
    </message>
    <message>
        <source>Accept without asking</source>
        <translation>Ohne Nachfrage annehmen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Change the folder to save in</source>
        <translation>Den Ordner zum Speichern ändern</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändern…</translation>
    </message>
    <message>
        <source>Files from {peer}</source>
        <translation>Dateien von {peer}</translation>
    </message>
    <message>
        <source>Only once it has proved to be this device. You are still asked about programs, about more than this, and where little space is left or something cannot be saved as it is.</source>
        <translation>Erst wenn es bewiesen hat, dass es dieses Gerät ist. Gefragt werden Sie trotzdem bei Programmen, bei mehr als dieser Menge und wenn wenig Platz frei ist oder sich etwas nicht so speichern lässt, wie es ist.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save in {folder}</source>
        <translation>Speichern in {folder}</translation>
    </message>
    <message>
        <source>Within 24 hours at most</source>
        <translation>In 24 Stunden höchstens</translation>
    </message>
</context>
<context>
    <name>AutostartBox</name>
    <message>
        <source>Start at login, out of sight</source>
        <translation>Beim Anmelden starten, ohne Fenster</translation>
    </message>
    <message>
        <source>out of sight, at its icon in the panel</source>
        <translation>ohne Fenster, mit Symbol in der Leiste</translation>
    </message>
</context>
<context>
    <name>CheckDialog</name>
    <message>
        <source>Address to try, too</source>
        <translation>Adresse, die auch versucht wird</translation>
    </message>
    <message>
        <source>An address to try, too: {example}</source>
        <translation>Auch eine Adresse versuchen: {example}</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Erneut prüfen</translation>
    </message>
    <message>
        <source>Check the connection</source>
        <translation>Verbindung prüfen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Bericht kopieren</translation>
    </message>
    <message>
        <source>Looking at this computer and its networks. This takes some seconds.</source>
        <translation>Dieser Computer und seine Netze werden untersucht. Das dauert einige Sekunden.</translation>
    </message>
    <message>
        <source>Nothing here keeps devices apart. Check the connection on the other computer, too.</source>
        <translation>Hier steht der Verbindung zwischen den Geräten nichts im Weg. Prüfen Sie die Verbindung auch auf dem anderen Computer.</translation>
    </message>
    <message>
        <source>The check could not be made.</source>
        <translation>Die Prüfung konnte nicht durchgeführt werden.</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Versuchen</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Was gefunden wurde</translation>
    </message>
    <message numerus="yes">
        <source>{count} things may keep devices apart. Tallystick changes nothing by itself.</source>
        <translation>
            <numerusform>Etwas könnte der Verbindung zwischen den Geräten im Weg stehen. Tallystick ändert von sich aus nichts.</numerusform>
            <numerusform>{count} Dinge könnten der Verbindung zwischen den Geräten im Weg stehen. Tallystick ändert von sich aus nichts.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClearDialog</name>
    <message>
        <source>Clear all</source>
        <translation>Alle entfernen</translation>
    </message>
    <message>
        <source>Clear all transfers that are over?</source>
        <translation>Alle abgeschlossenen Übertragungen entfernen?</translation>
    </message>
    <message>
        <source>Clear the list</source>
        <translation>Liste leeren</translation>
    </message>
    <message>
        <source>Its receipt goes with it. Files stay where they are.</source>
        <translation>Die Quittung wird mit entfernt. Dateien bleiben, wo sie sind.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>Aus der Liste entfernen</translation>
    </message>
    <message>
        <source>Remove this transfer from the list?</source>
        <translation>Diese Übertragung aus der Liste entfernen?</translation>
    </message>
    <message>
        <source>Their receipts go with them. Files stay where they are.</source>
        <translation>Die Quittungen werden mit entfernt. Dateien bleiben, wo sie sind.</translation>
    </message>
</context>
<context>
    <name>ClosingDialog</name>
    <message>
        <source>Close Tallystick</source>
        <translation>Tallystick schließen</translation>
    </message>
    <message>
        <source>Go on in the background</source>
        <translation>Im Hintergrund fortfahren</translation>
    </message>
    <message>
        <source>In the background Tallystick ends when the transfers have. Starting it again brings this window back.</source>
        <translation>Im Hintergrund beendet sich Tallystick, sobald die Übertragungen beendet sind. Ein erneuter Start öffnet dieses Fenster wieder.</translation>
    </message>
    <message>
        <source>In the background Tallystick stays at its icon in the panel.</source>
        <translation>Im Hintergrund bleibt Tallystick als Symbol in der Leiste.</translation>
    </message>
    <message>
        <source>Keep open</source>
        <translation>Offen lassen</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>Stoppen und schließen</translation>
    </message>
    <message>
        <source>What was accepted can go on another time. Files that were delivered stay delivered.</source>
        <translation>Angenommenes kann ein andermal fortgesetzt werden. Zugestellte Dateien bleiben zugestellt.</translation>
    </message>
    <message numerus="yes">
        <source>{count} transfers have not finished</source>
        <translation>
            <numerusform>Eine Übertragung ist noch nicht abgeschlossen</numerusform>
            <numerusform>{count} Übertragungen sind noch nicht abgeschlossen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CodeDialog</name>
    <message>
        <source>A computer without a name</source>
        <translation>Ein Computer ohne Namen</translation>
    </message>
    <message>
        <source>Compare the code</source>
        <translation>Code vergleichen</translation>
    </message>
    <message>
        <source>Compare this code</source>
        <translation>Diesen Code vergleichen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Ending the session…</source>
        <translation>Sitzung wird beendet…</translation>
    </message>
    <message>
        <source>Is exactly this code on the other screen? Read it aloud or look.</source>
        <translation>Steht genau dieser Code auf dem anderen Bildschirm? Vorlesen oder nachsehen.</translation>
    </message>
    <message>
        <source>Is exactly this code on the other screen? Read it aloud or look. If dots are there, this code is typed there first.</source>
        <translation>Steht genau dieser Code auf dem anderen Bildschirm? Vorlesen oder nachsehen. Stehen dort Punkte, wird dieser Code dort erst eingetippt.</translation>
    </message>
    <message>
        <source>It&apos;s different</source>
        <translation>Er ist anders</translation>
    </message>
    <message>
        <source>Larger code</source>
        <translation>Code vergrößern</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Jetzt nicht</translation>
    </message>
    <message>
        <source>Not verified yet</source>
        <translation>Noch nicht verifiziert</translation>
    </message>
    <message>
        <source>Show the code larger</source>
        <translation>Den Code größer anzeigen</translation>
    </message>
    <message>
        <source>They match</source>
        <translation>Sie stimmen überein</translation>
    </message>
    <message>
        <source>This device did not prove to be {peer}, which you remember. It may have forgotten this computer, or somebody is in between.</source>
        <translation>Dieses Gerät hat sich nicht als das gemerkte Gerät {peer} ausgewiesen. Vielleicht hat es diesen Computer vergessen, oder jemand hat sich dazwischengeschaltet.</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Verifiziert</translation>
    </message>
    <message>
        <source>Waiting for {peer}…</source>
        <translation>Warten auf {peer}…</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Sie</translation>
    </message>
</context>
<context>
    <name>CodeView</name>
    <message>
        <source>Code: {digits}. Words: {words}.</source>
        <translation>Code: {digits}. Wörter: {words}.</translation>
    </message>
    <message>
        <source>The code of this computer is covered</source>
        <translation>Der Code dieses Computers ist verdeckt</translation>
    </message>
</context>
<context>
    <name>CopyButton</name>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>DeviceCard</name>
    <message>
        <source>Drop files here, or click to choose them.</source>
        <translation>Dateien hierher ziehen oder zum Auswählen klicken.</translation>
    </message>
    <message>
        <source>Not answering</source>
        <translation>Antwortet nicht</translation>
    </message>
    <message>
        <source>Not seen · was at {address}</source>
        <translation>Nicht zu sehen · war unter {address}</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Verifiziert</translation>
    </message>
    <message>
        <source>Verified · remembered</source>
        <translation>Verifiziert · gemerkt</translation>
    </message>
</context>
<context>
    <name>DevicePicker</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Devices nearby</source>
        <translation>Geräte in der Nähe</translation>
    </message>
    <message>
        <source>No device has been found yet. This list fills by itself.</source>
        <translation>Noch kein Gerät gefunden. Die Liste füllt sich von selbst.</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Send to</source>
        <translation>Senden an</translation>
    </message>
    <message>
        <source>Which device?</source>
        <translation>Welches Gerät?</translation>
    </message>
    <message>
        <source>{name} — not seen</source>
        <translation>{name} — nicht zu sehen</translation>
    </message>
    <message>
        <source>{name} — probably {known}, verified {day}</source>
        <translation>{name} — wahrscheinlich {known}, verifiziert {day}</translation>
    </message>
    <message>
        <source>{name} — verified</source>
        <translation>{name} — verifiziert</translation>
    </message>
</context>
<context>
    <name>Earlier</name>
    <message>
        <source>Clear the earlier transfers</source>
        <translation>Die früheren Übertragungen entfernen</translation>
    </message>
    <message>
        <source>Clear…</source>
        <translation>Leeren…</translation>
    </message>
    <message>
        <source>Details…</source>
        <translation>Details…</translation>
    </message>
    <message>
        <source>Earlier transfers</source>
        <translation>Frühere Übertragungen</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Noch einmal nachschlagen</translation>
    </message>
    <message>
        <source>Nothing earlier holds {words}.</source>
        <translation>Keine frühere Übertragung enthält {words}.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Remove from the list…</source>
        <translation>Aus der Liste entfernen…</translation>
    </message>
    <message>
        <source>Save receipt…</source>
        <translation>Quittung speichern…</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Search the earlier transfers</source>
        <translation>Frühere Übertragungen durchsuchen</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>The earlier transfers could not be looked up.</source>
        <translation>Frühere Übertragungen konnten nicht nachgeschlagen werden.</translation>
    </message>
</context>
<context>
    <name>ErrorDetails</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Bericht kopieren</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Details: {text}</source>
        <translation>Details: {text}</translation>
    </message>
    <message>
        <source>Details…</source>
        <translation>Details…</translation>
    </message>
    <message>
        <source>It holds what is written here and nothing else. Tallystick sends it to nobody.</source>
        <translation>Er enthält, was hier steht, und sonst nichts. Tallystick sendet ihn an niemanden.</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
</context>
<context>
    <name>ExistingChoice</name>
    <message>
        <source>Keep both: what comes gets a number</source>
        <translation>Beide behalten: Neues bekommt eine Nummer</translation>
    </message>
    <message>
        <source>Skip identical files: only what differs is saved, with a number</source>
        <translation>Identische überspringen: Nur was abweicht, wird gespeichert, mit Nummer</translation>
    </message>
    <message numerus="yes">
        <source>{count} of these names are there already. They stay as they are.</source>
        <translation>
            <numerusform>{count} dieser Namen ist schon vorhanden. Was da ist, bleibt, wie es ist.</numerusform>
            <numerusform>{count} dieser Namen sind schon vorhanden. Was da ist, bleibt, wie es ist.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{names} are there already. They stay as they are.</source>
        <translation>
            <numerusform>{names} ist schon vorhanden und bleibt, wie es ist.</numerusform>
            <numerusform>{names} sind schon vorhanden und bleiben, wie sie sind.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FailureDialog</name>
    <message>
        <source>I have read this</source>
        <translation>Ich habe das gelesen</translation>
    </message>
    <message>
        <source>Not verified</source>
        <translation>Nicht verifiziert</translation>
    </message>
    <message>
        <source>Until you close this notice, nobody can start another comparison with this computer.</source>
        <translation>Bis Sie diesen Hinweis schließen, kann niemand einen weiteren Vergleich mit diesem Computer beginnen.</translation>
    </message>
</context>
<context>
    <name>FindingRow</name>
    <message>
        <source>Command: {finding}</source>
        <translation>Befehl: {finding}</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the command: {finding}</source>
        <translation>Den Befehl kopieren: {finding}</translation>
    </message>
</context>
<context>
    <name>ForgetDialog</name>
    <message>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Forget a device</source>
        <translation>Gerät vergessen</translation>
    </message>
    <message>
        <source>Forget {peer}?</source>
        <translation>{peer} vergessen?</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>The session with it ends now, and what is being sent stops.</source>
        <translation>Die Sitzung mit diesem Gerät endet sofort, und was gerade gesendet wird, bricht ab.</translation>
    </message>
    <message>
        <source>You will have to compare a code with it before anything can be sent again.</source>
        <translation>Bevor wieder etwas gesendet werden kann, muss mit diesem Gerät ein Code verglichen werden.</translation>
    </message>
</context>
<context>
    <name>InviteDialog</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>For a computer that does not appear under Nearby, for example behind a VPN. On the other computer this text goes into “Connect by address…”.</source>
        <translation>Für einen Computer, der nicht unter „In der Nähe“ erscheint, zum Beispiel hinter einem VPN. Auf dem anderen Computer wird dieser Text unter „Über Adresse verbinden…“ eingefügt.</translation>
    </message>
    <message>
        <source>Good for one session, until {time}. No code is compared: whoever gets hold of this text first can use it, so send it by a way that you both trust.</source>
        <translation>Gültig für eine Sitzung, bis {time}. Es wird kein Code verglichen: Wer diesen Text zuerst in die Hände bekommt, kann ihn nutzen; senden Sie ihn also auf einem Weg, dem Sie beide vertrauen.</translation>
    </message>
    <message>
        <source>Invitation</source>
        <translation>Einladung</translation>
    </message>
    <message>
        <source>Invite another computer</source>
        <translation>Anderen Computer einladen</translation>
    </message>
</context>
<context>
    <name>LimitBox</name>
    <message>
        <source>At most within 24 hours</source>
        <translation>Höchstens in 24 Stunden</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>A firewall rule for the usual port does not cover this one.</source>
        <translation>Eine Firewall-Regel für den üblichen Port gilt für diesen nicht.</translation>
    </message>
    <message>
        <source>About {app}</source>
        <translation>Über {app}</translation>
    </message>
    <message>
        <source>Can&apos;t see a device?</source>
        <translation>Ein Gerät ist nicht zu sehen?</translation>
    </message>
    <message>
        <source>Check for updates…</source>
        <translation>Nach Aktualisierungen suchen…</translation>
    </message>
    <message>
        <source>Connect by address…</source>
        <translation>Über Adresse verbinden…</translation>
    </message>
    <message>
        <source>Invite another computer…</source>
        <translation>Anderen Computer einladen…</translation>
    </message>
    <message>
        <source>Port {wanted} is used by another program, so Tallystick uses {port}.</source>
        <translation>Port {wanted} wird von einem anderen Programm benutzt, daher benutzt Tallystick {port}.</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Remembered devices…</source>
        <translation>Gemerkte Geräte…</translation>
    </message>
    <message>
        <source>Rename this computer</source>
        <translation>Diesen Computer umbenennen</translation>
    </message>
    <message>
        <source>Search the earlier transfers</source>
        <translation>Frühere Übertragungen durchsuchen</translation>
    </message>
    <message>
        <source>Send a folder…</source>
        <translation>Ordner senden…</translation>
    </message>
    <message>
        <source>Send files…</source>
        <translation>Dateien senden…</translation>
    </message>
    <message>
        <source>Send what was copied…</source>
        <translation>Kopiertes senden…</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen…</translation>
    </message>
</context>
<context>
    <name>Nearby</name>
    <message>
        <source>About this session…</source>
        <translation>Über diese Sitzung…</translation>
    </message>
    <message>
        <source>Check which device it is</source>
        <translation>Prüfen, welches Gerät es ist</translation>
    </message>
    <message>
        <source>Compare codes only</source>
        <translation>Nur Codes vergleichen</translation>
    </message>
    <message>
        <source>Forget this device…</source>
        <translation>Dieses Gerät vergessen…</translation>
    </message>
    <message>
        <source>Remember this device…</source>
        <translation>Dieses Gerät merken…</translation>
    </message>
    <message>
        <source>Send a folder…</source>
        <translation>Ordner senden…</translation>
    </message>
    <message>
        <source>Send files…</source>
        <translation>Dateien senden…</translation>
    </message>
</context>
<context>
    <name>NobodyNear</name>
    <message>
        <source>A firewall or the router keeps devices from finding each other. An address often works.</source>
        <translation>Eine Firewall oder der Router verhindert, dass die Geräte einander finden. Über eine Adresse gelingt es oft.</translation>
    </message>
    <message>
        <source>Check the connection</source>
        <translation>Verbindung prüfen</translation>
    </message>
    <message>
        <source>Connect by address…</source>
        <translation>Über Adresse verbinden…</translation>
    </message>
    <message>
        <source>Looking for devices on this network…</source>
        <translation>Geräte in diesem Netz werden gesucht…</translation>
    </message>
    <message>
        <source>Nothing found yet. Most often it is one of these:</source>
        <translation>Noch nichts gefunden. Meist liegt es an einem dieser Gründe:</translation>
    </message>
    <message>
        <source>Tallystick is not open on the other computer, or not visible to everyone nearby.</source>
        <translation>Tallystick ist auf dem anderen Computer nicht geöffnet oder nicht für alle in der Nähe sichtbar.</translation>
    </message>
    <message>
        <source>Tallystick sends files straight to a computer near you. Both screens show a code, so that you know which computer it is.</source>
        <translation>Tallystick sendet Dateien direkt an einen Computer in der Nähe. Beide Bildschirme zeigen einen Code, damit klar ist, welcher Computer es ist.</translation>
    </message>
    <message>
        <source>The two computers are on different networks, for example a guest Wi-Fi or a VPN.</source>
        <translation>Die beiden Computer sind in verschiedenen Netzen, zum Beispiel in einem Gäste-WLAN oder VPN.</translation>
    </message>
</context>
<context>
    <name>Notifications</name>
    <message>
        <source>Accept</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Both screens show it now.</source>
        <translation>Beide Bildschirme zeigen ihn jetzt.</translation>
    </message>
    <message>
        <source>Compare the code with {peer}</source>
        <translation>Code mit {peer} vergleichen</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Is {peer} meant?</source>
        <translation>Ist {peer} gemeint?</translation>
    </message>
    <message>
        <source>It answered at {called}.</source>
        <translation>Es antwortete unter {called}.</translation>
    </message>
    <message>
        <source>{peer} sends you files</source>
        <translation>{peer} sendet Ihnen Dateien</translation>
    </message>
    <message>
        <source>{what}, to be saved in {folder}</source>
        <translation>{what}, zum Speichern in {folder}</translation>
    </message>
</context>
<context>
    <name>OfferDialog</name>
    <message>
        <source>Accept</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Change the folder to save in</source>
        <translation>Den Ordner zum Speichern ändern</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändern…</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Files for you</source>
        <translation>Dateien für Sie</translation>
    </message>
    <message>
        <source>Free here: {size}</source>
        <translation>Frei hier: {size}</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Wird geprüft…</translation>
    </message>
    <message>
        <source>Save in {folder}</source>
        <translation>Speichern in {folder}</translation>
    </message>
    <message>
        <source>This was interrupted. {size} of it are here already; only the rest comes.</source>
        <translation>Diese Übertragung wurde unterbrochen. {size} davon sind schon hier; nur der Rest kommt noch.</translation>
    </message>
    <message>
        <source>What would be sent</source>
        <translation>Was gesendet würde</translation>
    </message>
    <message numerus="yes">
        <source>{count} of these files are programs. Open them only if you expected them.</source>
        <translation>
            <numerusform>Eine dieser Dateien ist ein Programm. Öffnen Sie sie nur, wenn Sie sie erwartet haben.</numerusform>
            <numerusform>{count} dieser Dateien sind Programme. Öffnen Sie sie nur, wenn Sie sie erwartet haben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{files} in {count} folders, {size}</source>
        <translation>
            <numerusform>{files} in {count} Ordner, {size}</numerusform>
            <numerusform>{files} in {count} Ordnern, {size}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Parts</name>
    <message>
        <source>Drop files on a device, or click it.</source>
        <translation>Dateien auf ein Gerät ziehen oder es anklicken.</translation>
    </message>
    <message>
        <source>Nearby</source>
        <translation>In der Nähe</translation>
    </message>
    <message>
        <source>Transfers</source>
        <translation>Übertragungen</translation>
    </message>
</context>
<context>
    <name>PastActions</name>
    <message>
        <source>JSON, for programs</source>
        <translation>JSON, für Programme</translation>
    </message>
    <message>
        <source>Receipt of {name}</source>
        <translation>Quittung zu {name}</translation>
    </message>
    <message>
        <source>Save the receipt</source>
        <translation>Quittung speichern</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>The receipt was saved as {name}.</source>
        <translation>Die Quittung wurde als {name} gespeichert.</translation>
    </message>
    <message>
        <source>There is no program here that opens it.</source>
        <translation>Hier gibt es kein Programm, das es öffnet.</translation>
    </message>
    <message>
        <source>What failed of {what}</source>
        <translation>Fehlgeschlagenes aus {what}</translation>
    </message>
    <message>
        <source>{name} is no longer in {folder}.</source>
        <translation>{name} ist nicht mehr in {folder}.</translation>
    </message>
</context>
<context>
    <name>PastDetails</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Earlier transfer</source>
        <translation>Frühere Übertragung</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>Not delivered</source>
        <translation>Nicht zugestellt</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen…</translation>
    </message>
    <message>
        <source>Save receipt…</source>
        <translation>Quittung speichern…</translation>
    </message>
    <message>
        <source>Saved in</source>
        <translation>Gespeichert in</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>To</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Verifiziert</translation>
    </message>
    <message>
        <source>What it was made of</source>
        <translation>Inhalt</translation>
    </message>
</context>
<context>
    <name>Prompts</name>
    <message>
        <source>Save in</source>
        <translation>Speichern in</translation>
    </message>
</context>
<context>
    <name>RecognisedDialog</name>
    <message>
        <source>Another device than you called</source>
        <translation>Ein anderes Gerät als angewählt</translation>
    </message>
    <message>
        <source>Don&apos;t send</source>
        <translation>Nicht senden</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Send to it?</source>
        <translation>An dieses Gerät senden?</translation>
    </message>
    <message>
        <source>You called {called} — this is {peer}, verified {day}.</source>
        <translation>Sie haben {called} angewählt — dies ist {peer} (verifiziert {day}).</translation>
    </message>
    <message numerus="yes">
        <source>and {count} more</source>
        <translation>
            <numerusform>und {count} weitere</numerusform>
            <numerusform>und {count} weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RememberedList</name>
    <message>
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Zuletzt benutzt</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Remembered devices</source>
        <translation>Gemerkte Geräte</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Verifiziert</translation>
    </message>
    <message>
        <source>Without asking</source>
        <translation>Ohne Nachfrage</translation>
    </message>
    <message>
        <source>accepted without asking: {size} a day, into {folder}</source>
        <translation>ohne Nachfrage angenommen: {size} am Tag, in {folder}</translation>
    </message>
    <message>
        <source>{day}, {ahead}</source>
        <translation>{day}, {ahead}</translation>
    </message>
    <message>
        <source>{name}, verified {verified}, last used {used}, expires {expires}</source>
        <translation>{name}, verifiziert: {verified}, zuletzt benutzt: {used}, läuft ab: {expires}</translation>
    </message>
    <message>
        <source>{size} a day</source>
        <translation>{size} am Tag</translation>
    </message>
</context>
<context>
    <name>RememberedWindow</name>
    <message>
        <source>Accept without asking…</source>
        <translation>Ohne Nachfrage annehmen…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Forget…</source>
        <translation>Vergessen…</translation>
    </message>
    <message>
        <source>Once you have compared a code with a device, it can be remembered here.</source>
        <translation>Ein Gerät, mit dem ein Code verglichen wurde, kann hier gemerkt werden.</translation>
    </message>
    <message>
        <source>Remembered devices</source>
        <translation>Gemerkte Geräte</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message numerus="yes">
        <source>They prove themselves without a code. Whichever is not used for {count} days is forgotten.</source>
        <translation>
            <numerusform>Sie weisen sich ohne Code aus. Ein Gerät, das einen Tag lang nicht benutzt wird, wird vergessen.</numerusform>
            <numerusform>Sie weisen sich ohne Code aus. Ein Gerät, das {count} Tage lang nicht benutzt wird, wird vergessen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sending</name>
    <message>
        <source>Save the file first, then drop it here.</source>
        <translation>Speichern Sie erst die Datei und ziehen Sie sie dann hierher.</translation>
    </message>
    <message>
        <source>Send a folder</source>
        <translation>Ordner senden</translation>
    </message>
    <message>
        <source>Send files</source>
        <translation>Dateien senden</translation>
    </message>
    <message>
        <source>That is a link to the web, and Tallystick downloads nothing.</source>
        <translation>Das ist ein Link ins Web, und Tallystick lädt nichts herunter.</translation>
    </message>
    <message>
        <source>There is neither a file nor a text on the clipboard.</source>
        <translation>In der Zwischenablage ist weder eine Datei noch ein Text.</translation>
    </message>
</context>
<context>
    <name>SessionNotices</name>
    <message>
        <source>It is not remembered: both sides have to want that while the session lives.</source>
        <translation>Es wird nicht gemerkt: Das müssen beide Seiten wollen, solange die Sitzung besteht.</translation>
    </message>
    <message>
        <source>On the other computer, choose “Remember this device…” on the card of this one.</source>
        <translation>Wählen Sie auf dem anderen Computer „Dieses Gerät merken…“ auf der Karte dieses Computers.</translation>
    </message>
    <message>
        <source>The session with {peer} is over. Its keys no longer exist.</source>
        <translation>Die Sitzung mit {peer} ist beendet. Die Schlüssel der Sitzung gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>{peer} is connected again; no code needed.</source>
        <translation>{peer} ist wieder verbunden; kein Code nötig.</translation>
    </message>
    <message>
        <source>{peer} is remembered until {day}.</source>
        <translation>{peer} bleibt bis {day} gemerkt.</translation>
    </message>
    <message>
        <source>{peer} proved itself; no code needed.</source>
        <translation>{peer} hat sich ausgewiesen; kein Code nötig.</translation>
    </message>
    <message>
        <source>{peer} will be remembered as soon as that is wanted there too.</source>
        <translation>{peer} wird gemerkt, sobald das auch dort gewünscht ist.</translation>
    </message>
</context>
<context>
    <name>SessionPanel</name>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Calls itself</source>
        <translation>Nennt sich</translation>
    </message>
    <message>
        <source>Cipher</source>
        <translation>Verschlüsselung</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Connected since</source>
        <translation>Verbunden seit</translation>
    </message>
    <message>
        <source>Decrypted here</source>
        <translation>Hier entschlüsselt</translation>
    </message>
    <message>
        <source>Encrypted here</source>
        <translation>Hier verschlüsselt</translation>
    </message>
    <message>
        <source>End session and destroy its keys</source>
        <translation>Sitzung beenden und Schlüssel vernichten</translation>
    </message>
    <message>
        <source>Epoch {epoch}, not renewed yet</source>
        <translation>Epoche {epoch}, noch nicht erneuert</translation>
    </message>
    <message numerus="yes">
        <source>Epoch {epoch}, renewed {count} times, last at {time}</source>
        <translation>
            <numerusform>Epoche {epoch}, einmal erneuert: {time}</numerusform>
            <numerusform>Epoche {epoch}, {count}-mal erneuert, zuletzt: {time}</numerusform>
        </translation>
    </message>
    <message>
        <source>Kept in their folder by Tallystick alone</source>
        <translation>Nur durch Tallystick auf ihren Ordner beschränkt</translation>
    </message>
    <message>
        <source>Kept in their folder by {system} as well</source>
        <translation>Auch durch {system} auf ihren Ordner beschränkt</translation>
    </message>
    <message>
        <source>Key agreement</source>
        <translation>Schlüsselaustausch</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Keys destroyed</source>
        <translation>Schlüssel vernichtet</translation>
    </message>
    <message>
        <source>Received files</source>
        <translation>Empfangene Dateien</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sitzung</translation>
    </message>
    <message>
        <source>Session over. Its keys no longer exist.</source>
        <translation>Die Sitzung ist beendet. Die Schlüssel der Sitzung gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>This session is verified and open.</source>
        <translation>Diese Sitzung ist verifiziert und offen.</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Verifiziert</translation>
    </message>
    <message>
        <source>{time} · {age}</source>
        <translation>{time} · {age}</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>&amp;Careful comparison</source>
        <translation>S&amp;orgfältig vergleichen</translation>
    </message>
    <message>
        <source>&amp;Name of this computer</source>
        <translation>&amp;Name dieses Computers</translation>
    </message>
    <message>
        <source>&amp;Port</source>
        <translation>&amp;Port</translation>
    </message>
    <message>
        <source>&amp;Save in</source>
        <translation>&amp;Speichern in</translation>
    </message>
    <message>
        <source>&amp;Who can see this computer</source>
        <translation>&amp;Wer diesen Computer sieht</translation>
    </message>
    <message>
        <source>A port is a number from {least} to {most}.</source>
        <translation>Ein Port ist eine Zahl von {least} bis {most}.</translation>
    </message>
    <message>
        <source>Appea&amp;rance</source>
        <translation>&amp;Darstellung</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Ask each time</source>
        <translation>Jedes Mal fragen</translation>
    </message>
    <message>
        <source>Change the folder to save in</source>
        <translation>Den Ordner zum Speichern ändern</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändern…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Devices can be remembered for {least} to {most} days.</source>
        <translation>Geräte können für {least} bis {most} Tage gemerkt werden.</translation>
    </message>
    <message>
        <source>Keep both: what comes gets a number</source>
        <translation>Beide behalten: Neues bekommt eine Nummer</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>Sp&amp;rache</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Names that are there &amp;already</source>
        <translation>Bereits vorhandene Na&amp;men</translation>
    </message>
    <message>
        <source>No&amp;tifications</source>
        <translation>&amp;Benachrichtigungen</translation>
    </message>
    <message>
        <source>Notifications while the window is hidden</source>
        <translation>Benachrichtigungen, während das Fenster verborgen ist</translation>
    </message>
    <message>
        <source>Remember &amp;devices for</source>
        <translation>&amp;Geräte merken für</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Skip identical files, number the others</source>
        <translation>Identische Dateien überspringen, andere nummerieren</translation>
    </message>
    <message>
        <source>Start at &amp;login</source>
        <translation>Beim &amp;Anmelden starten</translation>
    </message>
    <message>
        <source>The port stays as it was.</source>
        <translation>Der Port bleibt, wie er war.</translation>
    </message>
    <message>
        <source>as --port says this time; has to be open in a firewall</source>
        <translation>diesmal durch --port bestimmt; muss in einer Firewall offen sein</translation>
    </message>
    <message>
        <source>days after their last use</source>
        <translation>Tage nach der letzten Benutzung</translation>
    </message>
    <message>
        <source>has to be open in a firewall</source>
        <translation>muss in einer Firewall offen sein</translation>
    </message>
    <message>
        <source>type the code of the other screen when somebody connects</source>
        <translation>Code der Gegenseite abtippen, wenn sich jemand verbindet</translation>
    </message>
    <message>
        <source>was taken: it is {port} for now, and that has to be open in a firewall</source>
        <translation>war belegt: vorerst gilt {port}, und der muss in einer Firewall offen sein</translation>
    </message>
    <message>
        <source>while the window is hidden</source>
        <translation>während das Fenster verborgen ist</translation>
    </message>
</context>
<context>
    <name>SideWindows</name>
    <message>
        <source>Save in</source>
        <translation>Speichern in</translation>
    </message>
</context>
<context>
    <name>StartFailure</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Tallystick could not start</source>
        <translation>Tallystick konnte nicht starten</translation>
    </message>
</context>
<context>
    <name>TextDialog</name>
    <message>
        <source>A text for you</source>
        <translation>Ein Text für Sie</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>It holds characters that cannot be seen. Careful where you paste it.</source>
        <translation>Er enthält Zeichen, die man nicht sieht. Achten Sie darauf, wo Sie ihn einfügen.</translation>
    </message>
    <message>
        <source>The text</source>
        <translation>Der Text</translation>
    </message>
    <message numerus="yes">
        <source>{count} more texts wait until you close this one.</source>
        <translation>
            <numerusform>{count} weiterer Text wartet, bis Sie diesen schließen.</numerusform>
            <numerusform>{count} weitere Texte warten, bis Sie diesen schließen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Name of this computer</source>
        <translation>Name dieses Computers</translation>
    </message>
    <message>
        <source>Rename this computer</source>
        <translation>Diesen Computer umbenennen</translation>
    </message>
    <message>
        <source>Rename this computer, now {name}</source>
        <translation>Diesen Computer umbenennen, jetzt {name}</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Dieser Computer</translation>
    </message>
    <message>
        <source>Visible to everyone nearby</source>
        <translation>Für alle in der Nähe sichtbar</translation>
    </message>
    <message>
        <source>Visible to everyone until {time}</source>
        <translation>Für alle sichtbar bis {time}</translation>
    </message>
    <message>
        <source>Visible to nobody</source>
        <translation>Für niemanden sichtbar</translation>
    </message>
    <message>
        <source>Visible to remembered devices</source>
        <translation>Für gemerkte Geräte sichtbar</translation>
    </message>
</context>
<context>
    <name>TransferRow</name>
    <message>
        <source>About this session…</source>
        <translation>Über diese Sitzung…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel {what}</source>
        <translation>{what} abbrechen</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortfahren</translation>
    </message>
    <message>
        <source>Continue {what}</source>
        <translation>Mit {what} fortfahren</translation>
    </message>
    <message>
        <source>Details…</source>
        <translation>Details…</translation>
    </message>
    <message>
        <source>Files that were not delivered</source>
        <translation>Dateien, die nicht zugestellt wurden</translation>
    </message>
    <message>
        <source>Hide the list</source>
        <translation>Liste ausblenden</translation>
    </message>
    <message>
        <source>More about {what}</source>
        <translation>Mehr zu {what}</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open {what}</source>
        <translation>{what} öffnen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Pause {what}</source>
        <translation>{what} anhalten</translation>
    </message>
    <message>
        <source>Progress of {what}</source>
        <translation>Fortschritt von {what}</translation>
    </message>
    <message>
        <source>Remove from the list…</source>
        <translation>Aus der Liste entfernen…</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Resume {what}</source>
        <translation>{what} fortsetzen</translation>
    </message>
    <message>
        <source>Save receipt…</source>
        <translation>Quittung speichern…</translation>
    </message>
    <message>
        <source>Send again what failed of {what}</source>
        <translation>Fehlgeschlagenes aus {what} erneut senden</translation>
    </message>
    <message>
        <source>Send {what} again</source>
        <translation>{what} erneut senden</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message numerus="yes">
        <source>Show the reasons</source>
        <translation>
            <numerusform>Grund zeigen</numerusform>
            <numerusform>Gründe zeigen</numerusform>
        </translation>
    </message>
    <message>
        <source>Show what was left out</source>
        <translation>Ausgelassenes zeigen</translation>
    </message>
    <message>
        <source>Show {what} in its folder</source>
        <translation>{what} im Ordner zeigen</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Show {app}</source>
        <translation>{app} zeigen</translation>
    </message>
    <message>
        <source>Who can see this computer</source>
        <translation>Wer diesen Computer sieht</translation>
    </message>
    <message numerus="yes">
        <source>{app}: {count} transfers are running</source>
        <translation>
            <numerusform>{app}: eine Übertragung läuft</numerusform>
            <numerusform>{app}: {count} Übertragungen laufen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TypedCode</name>
    <message>
        <source>That is not the code of this computer either. If you typed what is there, it is different.</source>
        <translation>Auch das ist nicht der Code dieses Computers. Wenn Sie getippt haben, was dort steht, ist er anders.</translation>
    </message>
    <message>
        <source>That is not the code of this computer. Look again, and type it once more.</source>
        <translation>Das ist nicht der Code dieses Computers. Schauen Sie noch einmal hin und tippen Sie ihn noch einmal.</translation>
    </message>
    <message>
        <source>The code on the other screen</source>
        <translation>Der Code auf dem anderen Bildschirm</translation>
    </message>
    <message>
        <source>Type the code that the screen of {peer} shows.</source>
        <translation>Tippen Sie den Code ab, den der Bildschirm von {peer} zeigt.</translation>
    </message>
</context>
<context>
    <name>UnprovenDialog</name>
    <message>
        <source>Compare codes anew…</source>
        <translation>Codes neu vergleichen…</translation>
    </message>
    <message>
        <source>It answered at {address}.</source>
        <translation>Es antwortete unter {address}.</translation>
    </message>
    <message>
        <source>It may have forgotten this computer, or somebody is in between.</source>
        <translation>Vielleicht hat es diesen Computer vergessen, oder jemand hat sich dazwischengeschaltet.</translation>
    </message>
    <message>
        <source>Not verified</source>
        <translation>Nicht verifiziert</translation>
    </message>
    <message>
        <source>Nothing was sent. If you know why, for example because the other computer was set up anew, you can compare codes as with a device that you do not know.</source>
        <translation>Nichts wurde gesendet. Wenn Sie den Grund kennen, etwa weil der andere Computer neu eingerichtet wurde, können Sie Codes vergleichen wie mit einem unbekannten Gerät.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>This did not prove to be {peer}.</source>
        <translation>Dieses Gerät hat sich nicht als {peer} ausgewiesen.</translation>
    </message>
</context>
<context>
    <name>VerifiedPage</name>
    <message>
        <source>&amp;It is the same device: replace the one verified {day}</source>
        <translation>&amp;Es ist dasselbe Gerät: das am {day} verifizierte ersetzen</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Remember this device for {count} days</source>
        <translation>
            <numerusform>Dieses Gerät einen Tag lang &amp;merken</numerusform>
            <numerusform>Dieses Gerät {count} Tage lang &amp;merken</numerusform>
        </translation>
    </message>
    <message>
        <source>The codes match.</source>
        <translation>Die Codes stimmen überein.</translation>
    </message>
    <message>
        <source>The codes match. This is {peer}.</source>
        <translation>Die Codes stimmen überein. Dies ist {peer}.</translation>
    </message>
    <message>
        <source>{box}: ticked</source>
        <translation>{box}: angekreuzt</translation>
    </message>
</context>
<context>
    <name>VisibilityMenu</name>
    <message>
        <source>Everyone nearby, for ten minutes</source>
        <translation>Alle in der Nähe, für zehn Minuten</translation>
    </message>
</context>
<context>
    <name>Wakefulness</name>
    <message>
        <source>Files are being transferred</source>
        <translation>Dateien werden übertragen</translation>
    </message>
</context>
<context>
    <name>_NameDelegate</name>
    <message>
        <source>Your name for {name}</source>
        <translation>Eigener Name für {name}</translation>
    </message>
</context>
<context>
    <name>_Notice</name>
    <message>
        <source>Details: {text}</source>
        <translation>Details: {text}</translation>
    </message>
    <message>
        <source>Details…</source>
        <translation>Details…</translation>
    </message>
    <message>
        <source>Dismiss: {text}</source>
        <translation>Schließen: {text}</translation>
    </message>
</context>
<context>
    <name>_SearchField</name>
    <message>
        <source>Clear the search</source>
        <translation>Suche leeren</translation>
    </message>
</context>
<context>
    <name>dates</name>
    <message numerus="yes">
        <source>in {count} days</source>
        <translation>
            <numerusform>in {count} Tag</numerusform>
            <numerusform>in {count} Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>morgen</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>gestern</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>A later version of Tallystick keeps the remembered devices in “{path}”; this one can use none of them.</source>
        <translation>Eine neuere Version von Tallystick führt die gemerkten Geräte in „{path}“; diese hier kann keines davon verwenden.</translation>
    </message>
    <message>
        <source>Accept more when some of them are finished.</source>
        <translation>Nehmen Sie mehr an, wenn einige davon fertig sind.</translation>
    </message>
    <message>
        <source>Agreeing on keys with {peer} failed ({detail}).</source>
        <translation>Die Schlüssel konnten mit {peer} nicht vereinbart werden ({detail}).</translation>
    </message>
    <message>
        <source>Another code is on the screen already.</source>
        <translation>Es steht schon ein anderer Code auf dem Bildschirm.</translation>
    </message>
    <message>
        <source>Another computer, which did not prove to be {peer}, answered at {address}.</source>
        <translation>Unter {address} hat ein anderer Computer geantwortet, der sich nicht als {peer} ausgewiesen hat.</translation>
    </message>
    <message>
        <source>Another version of Tallystick noted: “{words}”.</source>
        <translation>Eine andere Version von Tallystick vermerkte: „{words}“.</translation>
    </message>
    <message>
        <source>Ask for a new one: each is good for one session.</source>
        <translation>Bitten Sie um eine neue: Jede gilt für eine Sitzung.</translation>
    </message>
    <message>
        <source>Bigger ones will be left out. Choose another folder to keep them.</source>
        <translation>Größere werden ausgelassen. Wählen Sie einen anderen Ordner, um sie zu behalten.</translation>
    </message>
    <message>
        <source>Cancel the transfer to delete what had arrived; what was delivered stays.</source>
        <translation>Brechen Sie die Übertragung ab, um zu löschen, was angekommen war; was zugestellt wurde, bleibt.</translation>
    </message>
    <message>
        <source>Check its permissions.</source>
        <translation>Prüfen Sie die Zugriffsrechte.</translation>
    </message>
    <message>
        <source>Check that Tallystick is open there and that both are on the same network.</source>
        <translation>Prüfen Sie, ob Tallystick dort geöffnet ist und beide im selben Netz sind.</translation>
    </message>
    <message>
        <source>Check that Tallystick is open there and visible to others, and that no firewall refuses it. If you typed an address, compare the port.</source>
        <translation>Prüfen Sie, ob Tallystick dort geöffnet und für andere sichtbar ist und keine Firewall ablehnt. Haben Sie eine Adresse eingegeben, vergleichen Sie den Port.</translation>
    </message>
    <message>
        <source>Check that Tallystick is open there, or use its address: HOST:PORT.</source>
        <translation>Prüfen Sie, ob Tallystick dort geöffnet ist, oder benutzen Sie die Adresse: HOST:PORT.</translation>
    </message>
    <message>
        <source>Check that the other computer is switched on, and Tallystick open there and visible to others. A firewall there can be the cause, too, or a Wi-Fi that keeps its guests apart.</source>
        <translation>Prüfen Sie, ob der andere Computer eingeschaltet und Tallystick dort geöffnet und für andere sichtbar ist. Auch eine Firewall dort kann der Grund sein, oder ein WLAN, das seine Gäste getrennt hält.</translation>
    </message>
    <message>
        <source>Check that the other computer is switched on, and put both on the same network, not a guest one. A firewall can be the cause, too.</source>
        <translation>Prüfen Sie, ob der andere Computer eingeschaltet ist, und bringen Sie beide in dasselbe Netz, kein Gästenetz. Auch eine Firewall kann der Grund sein.</translation>
    </message>
    <message>
        <source>Check that the other computer is switched on, and put both on the same network, not a guest one. On this Mac, Tallystick has to be allowed under System Settings, Privacy and Security, Local Network.</source>
        <translation>Prüfen Sie, ob der andere Computer eingeschaltet ist, und bringen Sie beide in dasselbe Netz, kein Gästenetz. Auf diesem Mac muss Tallystick unter Systemeinstellungen, Datenschutz und Sicherheit, Lokales Netzwerk erlaubt sein.</translation>
    </message>
    <message>
        <source>Check the disk and send it again.</source>
        <translation>Prüfen Sie den Datenträger und senden Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Check the disk there and send it again.</source>
        <translation>Prüfen Sie dort den Datenträger und senden Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Check the network of this computer, and put both on the same one.</source>
        <translation>Prüfen Sie das Netz dieses Computers, und bringen Sie beide in dasselbe.</translation>
    </message>
    <message>
        <source>Check the spelling and try again.</source>
        <translation>Prüfen Sie die Schreibweise und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Check the spelling, or use the number address that the other computer shows.</source>
        <translation>Prüfen Sie die Schreibweise, oder benutzen Sie die Zahlenadresse, die der andere Computer zeigt.</translation>
    </message>
    <message>
        <source>Choose a folder that is less deep.</source>
        <translation>Wählen Sie einen weniger tiefen Ordner.</translation>
    </message>
    <message>
        <source>Choose another file name.</source>
        <translation>Wählen Sie einen anderen Dateinamen.</translation>
    </message>
    <message>
        <source>Choose another folder there and send again.</source>
        <translation>Wählen Sie dort einen anderen Ordner und senden Sie noch einmal.</translation>
    </message>
    <message>
        <source>Choose another folder with --profile.</source>
        <translation>Wählen Sie mit --profile einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Choose them again to send them.</source>
        <translation>Wählen Sie sie noch einmal aus, um sie zu senden.</translation>
    </message>
    <message>
        <source>Choose “Only remembered devices” or “Everyone nearby” first.</source>
        <translation>Wählen Sie zuerst „Nur gemerkte Geräte“ oder „Alle in der Nähe“.</translation>
    </message>
    <message>
        <source>Close it, then try again. If it cannot be closed, end it in the system&apos;s list of processes.</source>
        <translation>Schließen Sie es und versuchen Sie es noch einmal. Wenn es sich nicht schließen lässt, beenden Sie es in der Prozessliste des Systems.</translation>
    </message>
    <message>
        <source>Close that program or choose another port with --port.</source>
        <translation>Schließen Sie das Programm oder wählen Sie mit --port einen anderen Port.</translation>
    </message>
    <message>
        <source>Compare codes with each of them again. The old file was kept as “{kept}”.</source>
        <translation>Vergleichen Sie mit jedem davon erneut einen Code. Die alte Datei wurde als „{kept}“ aufbewahrt.</translation>
    </message>
    <message>
        <source>Connect by address instead, or let “tallystick doctor” look for the cause.</source>
        <translation>Verbinden Sie sich stattdessen über die Adresse, oder lassen Sie „tallystick doctor“ nach der Ursache suchen.</translation>
    </message>
    <message>
        <source>Connect to the same Wi-Fi or cable network as the other computer.</source>
        <translation>Verbinden Sie diesen Computer mit demselben WLAN oder Kabelnetz wie den anderen.</translation>
    </message>
    <message>
        <source>Copy it again, from “tallystick-invitation:” to its end.</source>
        <translation>Kopieren Sie sie noch einmal, von „tallystick-invitation:“ bis zum Ende.</translation>
    </message>
    <message>
        <source>Data from {peer} was changed on the way, so the session was ended.</source>
        <translation>Daten von {peer} wurden unterwegs verändert, daher wurde die Sitzung beendet.</translation>
    </message>
    <message>
        <source>Devices nearby cannot be looked for ({reason}).</source>
        <translation>Geräte in der Nähe können nicht gesucht werden ({reason}).</translation>
    </message>
    <message>
        <source>Files cannot be saved in “{path}” ({reason}).</source>
        <translation>In „{path}“ können keine Dateien gespeichert werden ({reason}).</translation>
    </message>
    <message>
        <source>Files that were delivered before stay.</source>
        <translation>Dateien, die vorher zugestellt wurden, bleiben.</translation>
    </message>
    <message>
        <source>Finish that comparison first.</source>
        <translation>Beenden Sie zuerst diesen Vergleich.</translation>
    </message>
    <message>
        <source>Forget one of the two entries on this computer, then try again.</source>
        <translation>Vergessen Sie einen der beiden Einträge auf diesem Computer und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Forget one that you no longer use.</source>
        <translation>Vergessen Sie eines, das Sie nicht mehr brauchen.</translation>
    </message>
    <message>
        <source>If it does not come back by itself, continue the transfer; a code is compared again.</source>
        <translation>Wenn sie nicht von selbst zurückkommt, setzen Sie die Übertragung fort; dann wird noch einmal ein Code verglichen.</translation>
    </message>
    <message>
        <source>If it does not come back by itself, somebody has to continue the transfer on {peer}.</source>
        <translation>Wenn sie nicht von selbst zurückkommt, muss jemand die Übertragung auf {peer} fortsetzen.</translation>
    </message>
    <message>
        <source>Install Tallystick again with a current &apos;cryptography&apos; package.</source>
        <translation>Installieren Sie Tallystick neu mit einem aktuellen Paket „cryptography“.</translation>
    </message>
    <message>
        <source>It goes on when somebody resumes it there.</source>
        <translation>Es geht weiter, wenn jemand sie dort fortsetzt.</translation>
    </message>
    <message>
        <source>It goes on when you resume it.</source>
        <translation>Es geht weiter, wenn Sie sie fortsetzen.</translation>
    </message>
    <message>
        <source>It is not known any more where these files are on this computer.</source>
        <translation>Wo diese Dateien auf diesem Computer sind, ist nicht mehr bekannt.</translation>
    </message>
    <message>
        <source>It was not kept there.</source>
        <translation>Er wurde dort nicht behalten.</translation>
    </message>
    <message>
        <source>It was sent nothing: {peer} was found at another of its last addresses, and proved itself there.</source>
        <translation>Es wurde ihm nichts gesendet: {peer} war unter einer anderen seiner letzten Adressen und hat sich dort ausgewiesen.</translation>
    </message>
    <message>
        <source>Let Tallystick out in the settings of that firewall.</source>
        <translation>Lassen Sie Tallystick in den Einstellungen dieser Firewall hinaus.</translation>
    </message>
    <message>
        <source>Links, devices and other special files are left out.</source>
        <translation>Verknüpfungen, Geräte und andere besondere Dateien werden ausgelassen.</translation>
    </message>
    <message>
        <source>Look at the list and have those sent again.</source>
        <translation>Sehen Sie in der Liste nach und lassen Sie sich diese Dateien noch einmal senden.</translation>
    </message>
    <message>
        <source>Look at the list and send those again.</source>
        <translation>Sehen Sie in der Liste nach und senden Sie diese Dateien noch einmal.</translation>
    </message>
    <message>
        <source>Make room or choose another folder.</source>
        <translation>Schaffen Sie Platz oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Make room there or send less.</source>
        <translation>Schaffen Sie dort Platz oder senden Sie weniger.</translation>
    </message>
    <message>
        <source>Make room. The transfer then goes on by itself.</source>
        <translation>Schaffen Sie Platz. Die Übertragung geht dann von selbst weiter.</translation>
    </message>
    <message>
        <source>More than one device is called “{peer}”: {addresses}.</source>
        <translation>Mehr als ein Gerät heißt „{peer}“: {addresses}.</translation>
    </message>
    <message>
        <source>More than {most} files and folders were selected.</source>
        <translation>Mehr als {most} Dateien und Ordner wurden ausgewählt.</translation>
    </message>
    <message>
        <source>No device called “{peer}” was found on this network.</source>
        <translation>In diesem Netz wurde kein Gerät namens „{peer}“ gefunden.</translation>
    </message>
    <message>
        <source>Nobody answered the offer here in time.</source>
        <translation>Hier hat niemand rechtzeitig auf das Angebot geantwortet.</translation>
    </message>
    <message>
        <source>Nobody could be asked here about what {peer} offers.</source>
        <translation>Hier konnte niemand gefragt werden, was {peer} anbietet.</translation>
    </message>
    <message>
        <source>Nobody here could compare a code with {peer}.</source>
        <translation>Hier konnte niemand einen Code mit {peer} vergleichen.</translation>
    </message>
    <message>
        <source>Nobody on {peer} took the text.</source>
        <translation>Auf {peer} hat niemand den Text angenommen.</translation>
    </message>
    <message>
        <source>Nothing changed was kept. Try again; if it repeats, somebody may be interfering.</source>
        <translation>Von den veränderten Daten wurde nichts behalten. Versuchen Sie es noch einmal; wenn es wieder geschieht, greift vielleicht jemand ein.</translation>
    </message>
    <message>
        <source>Nothing unchecked was kept. Check that both computers run a current Tallystick.</source>
        <translation>Nichts Ungeprüftes wurde behalten. Prüfen Sie, ob auf beiden Computern ein aktuelles Tallystick läuft.</translation>
    </message>
    <message>
        <source>Nothing was received. Receive where somebody can answer, or say beforehand what is accepted.</source>
        <translation>Es wurde nichts empfangen. Empfangen Sie dort, wo jemand antworten kann, oder sagen Sie vorher, was angenommen wird.</translation>
    </message>
    <message>
        <source>Nothing was received. {peer} can send it again.</source>
        <translation>Nichts wurde empfangen. {peer} kann es noch einmal senden.</translation>
    </message>
    <message>
        <source>Nothing was sent or received.</source>
        <translation>Nichts wurde gesendet oder empfangen.</translation>
    </message>
    <message>
        <source>Nothing was sent or received. Compare it in the window, at a terminal, or with a program that answers.</source>
        <translation>Nichts wurde gesendet oder empfangen. Vergleichen Sie ihn im Fenster, in einem Terminal oder mit einem Programm, das antwortet.</translation>
    </message>
    <message>
        <source>Nothing was sent or received. Somebody may be interfering with this connection.</source>
        <translation>Nichts wurde gesendet oder empfangen. Vielleicht greift jemand in diese Verbindung ein.</translation>
    </message>
    <message>
        <source>Nothing was sent or received. Try again when both people are there.</source>
        <translation>Nichts wurde gesendet oder empfangen. Versuchen Sie es noch einmal, wenn beide Personen da sind.</translation>
    </message>
    <message>
        <source>Nothing was sent or received. Try again, and compare with the right screen.</source>
        <translation>Nichts wurde gesendet oder empfangen. Versuchen Sie es noch einmal und vergleichen Sie mit dem richtigen Bildschirm.</translation>
    </message>
    <message>
        <source>Nothing was sent or received. Try again; if it happens again, somebody may be interfering.</source>
        <translation>Nichts wurde gesendet oder empfangen. Versuchen Sie es noch einmal; wenn es wieder geschieht, greift vielleicht jemand ein.</translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation>Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>Nothing was sent. Ask for a new invitation.</source>
        <translation>Nichts wurde gesendet. Bitten Sie um eine neue Einladung.</translation>
    </message>
    <message>
        <source>Nothing was sent. Comparing codes anew is possible, if both people look closely.</source>
        <translation>Nichts wurde gesendet. Codes können neu verglichen werden, wenn beide Personen genau hinsehen.</translation>
    </message>
    <message>
        <source>Nothing was sent. Try again when somebody is there.</source>
        <translation>Nichts wurde gesendet. Versuchen Sie es noch einmal, wenn jemand da ist.</translation>
    </message>
    <message>
        <source>Nothing was written. Rename it on the sending computer.</source>
        <translation>Nichts wurde geschrieben. Benennen Sie es auf dem sendenden Computer um.</translation>
    </message>
    <message>
        <source>Nothing was written. Rename one of them on the sending computer.</source>
        <translation>Nichts wurde geschrieben. Benennen Sie eines davon auf dem sendenden Computer um.</translation>
    </message>
    <message>
        <source>Once that folder is as it was, this goes on by itself. If it stays away, cancel and have it sent again.</source>
        <translation>Sobald dieser Ordner wieder ist, wie er war, geht es von selbst weiter. Bleibt er weg, brechen Sie ab und lassen Sie es noch einmal senden.</translation>
    </message>
    <message>
        <source>Only what was delivered has one, as long as it is in the history.</source>
        <translation>Nur Zugestelltes hat eine Quittung, solange es in der Liste der früheren Übertragungen steht.</translation>
    </message>
    <message>
        <source>Other users of this computer could read the secrets of your remembered devices in “{path}”.</source>
        <translation>Andere Benutzer dieses Computers konnten die Geheimnisse Ihrer gemerkten Geräte in „{path}“ lesen.</translation>
    </message>
    <message>
        <source>Other users of this computer may be able to read the secrets of your remembered devices in “{path}”.</source>
        <translation>Andere Benutzer dieses Computers können die Geheimnisse Ihrer gemerkten Geräte in „{path}“ möglicherweise lesen.</translation>
    </message>
    <message>
        <source>Please report this.</source>
        <translation>Bitte melden Sie das.</translation>
    </message>
    <message>
        <source>Port {port} is already used by another program on this computer.</source>
        <translation>Port {port} wird auf diesem Computer schon von einem anderen Programm benutzt.</translation>
    </message>
    <message>
        <source>Programs are only saved when you were asked.</source>
        <translation>Programme werden nur gespeichert, wenn Sie gefragt wurden.</translation>
    </message>
    <message>
        <source>Rename it and send again.</source>
        <translation>Benennen Sie es um und senden Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Save it as a file and send that.</source>
        <translation>Speichern Sie es als Datei und senden Sie diese.</translation>
    </message>
    <message>
        <source>Send again when they have been answered.</source>
        <translation>Senden Sie noch einmal, wenn sie beantwortet sind.</translation>
    </message>
    <message>
        <source>Send it again when somebody has read them.</source>
        <translation>Senden Sie ihn noch einmal, wenn jemand sie gelesen hat.</translation>
    </message>
    <message>
        <source>Send it again when somebody is there.</source>
        <translation>Senden Sie ihn noch einmal, wenn jemand da ist.</translation>
    </message>
    <message>
        <source>Send it again.</source>
        <translation>Senden Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Send them again. What was delivered stays delivered.</source>
        <translation>Senden Sie sie noch einmal. Was zugestellt wurde, bleibt zugestellt.</translation>
    </message>
    <message>
        <source>Send them in several parts.</source>
        <translation>Senden Sie sie in mehreren Teilen.</translation>
    </message>
    <message>
        <source>Some paths below “{path}” would have more than {most} bytes, which many programs cannot open.</source>
        <translation>Einige Pfade unterhalb von „{path}“ hätten mehr als {most} Byte, was viele Programme nicht öffnen können.</translation>
    </message>
    <message>
        <source>Somebody has to look at that screen and finish what is there, then try again.</source>
        <translation>Jemand muss dort auf den Bildschirm sehen und abschließen, was da ansteht; versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>Somebody has to make room there. The transfer then goes on by itself.</source>
        <translation>Jemand muss dort Platz schaffen. Die Übertragung geht dann von selbst weiter.</translation>
    </message>
    <message>
        <source>Something went wrong.</source>
        <translation>Etwas ist schiefgegangen.</translation>
    </message>
    <message>
        <source>Start a new one. A code is compared again, unless the device is remembered.</source>
        <translation>Beginnen Sie eine neue. Dabei wird erneut ein Code verglichen, es sei denn, das Gerät ist gemerkt.</translation>
    </message>
    <message>
        <source>Tallystick is open already, but does not answer.</source>
        <translation>Tallystick ist schon offen, antwortet aber nicht.</translation>
    </message>
    <message>
        <source>Tallystick made a mistake ({detail}).</source>
        <translation>Tallystick hat einen Fehler gemacht ({detail}).</translation>
    </message>
    <message>
        <source>Tallystick made a mistake and ended the session ({detail}).</source>
        <translation>Tallystick hat einen Fehler gemacht und die Sitzung beendet ({detail}).</translation>
    </message>
    <message>
        <source>Tallystick&apos;s own data in “{path}” cannot be used ({reason}).</source>
        <translation>Tallysticks eigene Daten in „{path}“ können nicht verwendet werden ({reason}).</translation>
    </message>
    <message>
        <source>That address leads back to this computer.</source>
        <translation>Diese Adresse führt zu diesem Computer zurück.</translation>
    </message>
    <message>
        <source>That disk keeps nothing from anybody. Choose a folder on another one with --profile.</source>
        <translation>Dieser Datenträger verbirgt nichts vor anderen. Wählen Sie mit --profile einen Ordner auf einem anderen.</translation>
    </message>
    <message>
        <source>The codes differ. Someone may be between you and {peer}, or you compared with another device.</source>
        <translation>Die Codes stimmen nicht überein. Möglicherweise hat sich jemand zwischen Sie und {peer} geschaltet, oder Sie haben mit einem anderen Gerät verglichen.</translation>
    </message>
    <message>
        <source>The comparison with {peer} was not finished.</source>
        <translation>Der Vergleich mit {peer} wurde nicht abgeschlossen.</translation>
    </message>
    <message>
        <source>The connection to {peer} was interrupted.</source>
        <translation>Die Verbindung zu {peer} wurde unterbrochen.</translation>
    </message>
    <message>
        <source>The connection to {peer} was lost.</source>
        <translation>Die Verbindung zu {peer} ging verloren.</translation>
    </message>
    <message>
        <source>The disk is full: {needed} more needed, {free} free.</source>
        <translation>Der Datenträger ist voll: {needed} werden noch gebraucht, {free} sind frei.</translation>
    </message>
    <message>
        <source>The disk of {peer} is full.</source>
        <translation>Der Datenträger von {peer} ist voll.</translation>
    </message>
    <message>
        <source>The disk of “{path}” cannot hold these names: {names}.</source>
        <translation>Der Datenträger von „{path}“ kann diese Namen nicht aufnehmen: {names}.</translation>
    </message>
    <message>
        <source>The disk of “{path}” holds no files of more than {most}.</source>
        <translation>Der Datenträger von „{path}“ nimmt keine Dateien über {most} auf.</translation>
    </message>
    <message>
        <source>The disk of “{path}” holds no names of more than {most} bytes, and there may be longer ones.</source>
        <translation>Der Datenträger von „{path}“ nimmt keine Namen mit mehr als {most} Byte auf, und es könnte längere geben.</translation>
    </message>
    <message>
        <source>The folder chosen on {peer} cannot be written to.</source>
        <translation>In den auf {peer} gewählten Ordner kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>The history of earlier transfers could not be used ({reason}); a new one was begun.</source>
        <translation>Die Liste der früheren Übertragungen konnte nicht verwendet werden ({reason}); eine neue wurde begonnen.</translation>
    </message>
    <message>
        <source>The name {name!r} is not safe on every computer ({reason}).</source>
        <translation>Der Name {name!r} ist nicht auf jedem Computer sicher ({reason}).</translation>
    </message>
    <message>
        <source>The old file was kept as “{kept}”.</source>
        <translation>Die alte Datei wurde als „{kept}“ aufbewahrt.</translation>
    </message>
    <message>
        <source>The old file was kept as “{kept}”. Received files are not touched by this.</source>
        <translation>Die alte Datei wurde als „{kept}“ aufbewahrt. Empfangene Dateien sind davon nicht betroffen.</translation>
    </message>
    <message>
        <source>The remembered devices could not be used ({reason}); none of them is trusted any more.</source>
        <translation>Die gemerkten Geräte konnten nicht verwendet werden ({reason}); keinem davon wird mehr vertraut.</translation>
    </message>
    <message>
        <source>The session with {peer} is over.</source>
        <translation>Die Sitzung mit {peer} ist beendet.</translation>
    </message>
    <message>
        <source>The settings could not be used ({reason}); Tallystick started with its defaults, but for who can see this computer, where that could be read.</source>
        <translation>Die Einstellungen konnten nicht verwendet werden ({reason}); Tallystick startete mit den Standardwerten, außer dafür, wer diesen Computer sehen kann, soweit das lesbar war.</translation>
    </message>
    <message>
        <source>The transfer goes on by itself when both computers are connected again.</source>
        <translation>Die Übertragung geht von selbst weiter, wenn beide Computer wieder verbunden sind.</translation>
    </message>
    <message>
        <source>The transfer to {peer} can no longer be continued: the files here have changed.</source>
        <translation>Die Übertragung an {peer} kann nicht mehr fortgesetzt werden: Die Dateien hier haben sich geändert.</translation>
    </message>
    <message>
        <source>The transfer was cancelled.</source>
        <translation>Die Übertragung wurde abgebrochen.</translation>
    </message>
    <message>
        <source>There is no receipt of this transfer ({reason}).</source>
        <translation>Zu dieser Übertragung gibt es keine Quittung ({reason}).</translation>
    </message>
    <message>
        <source>There is no text to send.</source>
        <translation>Es ist kein Text zum Senden da.</translation>
    </message>
    <message>
        <source>There is not enough space on {peer}.</source>
        <translation>Auf {peer} ist nicht genug Platz.</translation>
    </message>
    <message>
        <source>There is not enough space: {needed} needed, {free} free.</source>
        <translation>Der Platz reicht nicht: {needed} nötig, {free} frei.</translation>
    </message>
    <message>
        <source>There is nothing here that can be sent.</source>
        <translation>Hier ist nichts, was gesendet werden kann.</translation>
    </message>
    <message>
        <source>They no longer can. If you do not trust them, forget the devices and compare codes again.</source>
        <translation>Jetzt nicht mehr. Wenn Sie ihnen nicht trauen, vergessen Sie die Geräte und vergleichen Sie erneut Codes.</translation>
    </message>
    <message>
        <source>This computer is not connected to any network.</source>
        <translation>Dieser Computer ist mit keinem Netz verbunden.</translation>
    </message>
    <message>
        <source>This computer lets nobody call it, so it cannot invite anybody.</source>
        <translation>Dieser Computer lässt niemanden eine Verbindung zu ihm aufbauen, daher kann er niemanden einladen.</translation>
    </message>
    <message>
        <source>This computer&apos;s cryptography library lacks ML-KEM-768, so no session can start.</source>
        <translation>Der Kryptographie-Bibliothek dieses Computers fehlt ML-KEM-768, daher kann keine Sitzung beginnen.</translation>
    </message>
    <message>
        <source>This did not prove to be {peer}. It may have forgotten this computer, or somebody is in between.</source>
        <translation>Dieses Gerät hat sich nicht als {peer} ausgewiesen. Vielleicht hat es diesen Computer vergessen, oder jemand hat sich dazwischengeschaltet.</translation>
    </message>
    <message>
        <source>This holds something that is no text.</source>
        <translation>Dies enthält etwas, das kein Text ist.</translation>
    </message>
    <message>
        <source>This invitation was used already.</source>
        <translation>Diese Einladung wurde schon benutzt.</translation>
    </message>
    <message>
        <source>This is not a whole invitation.</source>
        <translation>Das ist keine vollständige Einladung.</translation>
    </message>
    <message>
        <source>This is too long to be sent as a text.</source>
        <translation>Das ist zu lang, um als Text gesendet zu werden.</translation>
    </message>
    <message>
        <source>Too many offers wait for an answer on {peer}.</source>
        <translation>Auf {peer} warten zu viele Angebote auf eine Antwort.</translation>
    </message>
    <message>
        <source>Too many texts wait to be read on {peer}.</source>
        <translation>Auf {peer} warten zu viele Texte darauf, gelesen zu werden.</translation>
    </message>
    <message>
        <source>Too many transfers from {peer} are under way.</source>
        <translation>Es laufen zu viele Übertragungen von {peer}.</translation>
    </message>
    <message>
        <source>Type or paste some.</source>
        <translation>Geben Sie einen ein oder fügen Sie einen ein.</translation>
    </message>
    <message>
        <source>Update Tallystick on both computers.</source>
        <translation>Aktualisieren Sie Tallystick auf beiden Computern.</translation>
    </message>
    <message>
        <source>Use the address of the one you mean.</source>
        <translation>Benutzen Sie die Adresse des gemeinten Geräts.</translation>
    </message>
    <message>
        <source>Use the later version, or move that file away and compare codes with each of them again.</source>
        <translation>Verwenden Sie die neuere Version, oder verschieben Sie die Datei und vergleichen Sie mit jedem davon erneut einen Code.</translation>
    </message>
    <message>
        <source>Use the other computer&apos;s address.</source>
        <translation>Benutzen Sie die Adresse des anderen Computers.</translation>
    </message>
    <message>
        <source>What has a longer name will be left out. Choose another folder to keep it.</source>
        <translation>Was einen längeren Namen hat, wird ausgelassen. Wählen Sie einen anderen Ordner, um es zu behalten.</translation>
    </message>
    <message>
        <source>What has such a name will be left out. Choose another folder to keep it.</source>
        <translation>Was einen solchen Namen hat, wird ausgelassen. Wählen Sie einen anderen Ordner, um es zu behalten.</translation>
    </message>
    <message>
        <source>What was delivered stays delivered. Check the other computer and try again.</source>
        <translation>Was zugestellt wurde, bleibt zugestellt. Prüfen Sie den anderen Computer und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>What was delivered stays delivered. What had been accepted waits to go on; send again what had not.</source>
        <translation>Was zugestellt wurde, bleibt zugestellt. Was angenommen war, wartet auf die Fortsetzung; senden Sie das Übrige noch einmal.</translation>
    </message>
    <message>
        <source>What you did last may not have happened. Please report this.</source>
        <translation>Was Sie zuletzt getan haben, ist vielleicht nicht geschehen. Bitte melden Sie das.</translation>
    </message>
    <message>
        <source>Write behind a % by which interface of this computer it is reached.</source>
        <translation>Schreiben Sie hinter ein %, über welche Schnittstelle dieses Computers sie erreicht wird.</translation>
    </message>
    <message>
        <source>Write it as HOST, HOST:PORT or [IPv6]:PORT.</source>
        <translation>Schreiben Sie sie als HOST, HOST:PORT oder [IPv6]:PORT.</translation>
    </message>
    <message>
        <source>You are asked because less than {free} would stay free.</source>
        <translation>Sie werden gefragt, weil weniger als {free} frei bliebe.</translation>
    </message>
    <message>
        <source>You are asked because not all of it can be saved in that folder.</source>
        <translation>Sie werden gefragt, weil sich in diesem Ordner nicht alles davon speichern lässt.</translation>
    </message>
    <message>
        <source>You are asked because programs are never accepted without asking.</source>
        <translation>Sie werden gefragt, weil Programme nie ohne Nachfrage angenommen werden.</translation>
    </message>
    <message>
        <source>You are asked because the folder “{path}” cannot be used.</source>
        <translation>Sie werden gefragt, weil der Ordner „{path}“ nicht benutzt werden kann.</translation>
    </message>
    <message>
        <source>You are asked because there is something of that name already.</source>
        <translation>Sie werden gefragt, weil es dort schon etwas mit diesem Namen gibt.</translation>
    </message>
    <message>
        <source>You are asked because this would be more than {most} within 24 hours.</source>
        <translation>Sie werden gefragt, weil es damit mehr als {most} in 24 Stunden wären.</translation>
    </message>
    <message>
        <source>You paused this transfer.</source>
        <translation>Sie haben diese Übertragung angehalten.</translation>
    </message>
    <message>
        <source>You put off the comparison with {peer}.</source>
        <translation>Sie haben den Vergleich mit {peer} verschoben.</translation>
    </message>
    <message>
        <source>the other computer</source>
        <translation>der andere Computer</translation>
    </message>
    <message>
        <source>{failed} of {files} files were not delivered.</source>
        <translation>{failed} von {files} Dateien wurden nicht zugestellt.</translation>
    </message>
    <message>
        <source>{name!r} means the same as another name in this transfer.</source>
        <translation>{name!r} bedeutet dasselbe wie ein anderer Name in dieser Übertragung.</translation>
    </message>
    <message numerus="yes">
        <source>{names} and {count} more</source>
        <translation>
            <numerusform>{names} und {count} weiterer</numerusform>
            <numerusform>{names} und {count} weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>{peer} broke its promise about the code, so no code was shown.</source>
        <translation>{peer} hat sich nicht an die Zusage zum Code gehalten, daher wurde kein Code gezeigt.</translation>
    </message>
    <message>
        <source>{peer} cancelled the transfer.</source>
        <translation>{peer} hat die Übertragung abgebrochen.</translation>
    </message>
    <message>
        <source>{peer} cannot compare a code right now.</source>
        <translation>{peer} kann gerade keinen Code vergleichen.</translation>
    </message>
    <message>
        <source>{peer} could not be reached.</source>
        <translation>{peer} war nicht zu erreichen.</translation>
    </message>
    <message>
        <source>{peer} could not be reached: a firewall on this computer does not let Tallystick out.</source>
        <translation>{peer} war nicht zu erreichen: Eine Firewall auf diesem Computer lässt Tallystick nicht hinaus.</translation>
    </message>
    <message>
        <source>{peer} could not be reached: it is off, on another network, or kept apart.</source>
        <translation>{peer} war nicht zu erreichen: Das Gerät ist aus, in einem anderen Netz, oder wird getrennt gehalten.</translation>
    </message>
    <message>
        <source>{peer} could not be reached: no computer of that name is known here.</source>
        <translation>{peer} war nicht zu erreichen: Ein Computer dieses Namens ist hier nicht bekannt.</translation>
    </message>
    <message>
        <source>{peer} could not be reached: no way leads there from this computer.</source>
        <translation>{peer} war nicht zu erreichen: Von diesem Computer führt kein Weg dorthin.</translation>
    </message>
    <message>
        <source>{peer} could not be reached: nothing answers there.</source>
        <translation>{peer} war nicht zu erreichen: Dort antwortet nichts.</translation>
    </message>
    <message>
        <source>{peer} could not be reached: such an address is in every network, and nobody knows which is meant.</source>
        <translation>{peer} war nicht zu erreichen: Eine solche Adresse gibt es in jedem Netz, und niemand weiß, welches gemeint ist.</translation>
    </message>
    <message>
        <source>{peer} could not be reached: the connection is refused.</source>
        <translation>{peer} war nicht zu erreichen: Die Verbindung wird abgelehnt.</translation>
    </message>
    <message>
        <source>{peer} declined the text.</source>
        <translation>{peer} hat den Text abgelehnt.</translation>
    </message>
    <message>
        <source>{peer} declined.</source>
        <translation>{peer} hat abgelehnt.</translation>
    </message>
    <message>
        <source>{peer} did not answer the offer.</source>
        <translation>{peer} hat auf das Angebot nicht geantwortet.</translation>
    </message>
    <message>
        <source>{peer} did not prove to have given this invitation: it was used, it ran out, or somebody is in between.</source>
        <translation>{peer} hat nicht nachgewiesen, diese Einladung ausgestellt zu haben: Sie wurde benutzt, sie ist abgelaufen, oder jemand hat sich dazwischengeschaltet.</translation>
    </message>
    <message>
        <source>{peer} has not come back for a week.</source>
        <translation>{peer} ist seit einer Woche nicht zurückgekommen.</translation>
    </message>
    <message>
        <source>{peer} is not remembered: there are {most} remembered devices already.</source>
        <translation>{peer} wird nicht gemerkt: Es gibt schon {most} gemerkte Geräte.</translation>
    </message>
    <message>
        <source>{peer} is remembered twice here, so it is not clear which entry it is.</source>
        <translation>{peer} ist hier zweimal gemerkt, daher ist unklar, welcher Eintrag es ist.</translation>
    </message>
    <message>
        <source>{peer} paused this transfer.</source>
        <translation>{peer} hat diese Übertragung angehalten.</translation>
    </message>
    <message>
        <source>{peer} refused a name that is not safe on every computer.</source>
        <translation>{peer} hat einen Namen abgewiesen, der nicht auf jedem Computer sicher ist.</translation>
    </message>
    <message>
        <source>{peer} sent a message that does not belong here ({detail}).</source>
        <translation>{peer} hat eine Nachricht gesendet, die nicht hierher gehört ({detail}).</translation>
    </message>
    <message>
        <source>{peer} sent something that Tallystick does not understand ({detail}).</source>
        <translation>{peer} hat etwas gesendet, das Tallystick nicht versteht ({detail}).</translation>
    </message>
    <message>
        <source>{peer} sent this computer&apos;s own proof back to it.</source>
        <translation>{peer} hat diesem Computer dessen eigenen Nachweis zurückgesendet.</translation>
    </message>
    <message>
        <source>{peer} speaks another version of the Tallystick protocol ({version}).</source>
        <translation>{peer} spricht eine andere Version des Tallystick-Protokolls ({version}).</translation>
    </message>
    <message>
        <source>{peer} stopped answering.</source>
        <translation>{peer} antwortet nicht mehr.</translation>
    </message>
    <message>
        <source>{peer} went over a limit ({detail}).</source>
        <translation>{peer} hat eine Grenze überschritten ({detail}).</translation>
    </message>
    <message>
        <source>“{address}” is not an address.</source>
        <translation>„{address}“ ist keine Adresse.</translation>
    </message>
    <message>
        <source>“{path}” arrived different from what was sent and was thrown away.</source>
        <translation>„{path}“ kam anders an, als es gesendet wurde, und wurde verworfen.</translation>
    </message>
    <message>
        <source>“{path}” cannot be read ({reason}).</source>
        <translation>„{path}“ kann nicht gelesen werden ({reason}).</translation>
    </message>
    <message>
        <source>“{path}” changed while it was being sent.</source>
        <translation>„{path}“ hat sich beim Senden geändert.</translation>
    </message>
    <message>
        <source>“{path}” could not be written ({reason}).</source>
        <translation>„{path}“ konnte nicht geschrieben werden ({reason}).</translation>
    </message>
    <message>
        <source>“{path}” could not be written on the other computer.</source>
        <translation>„{path}“ konnte auf dem anderen Computer nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>“{path}” does not exist.</source>
        <translation>„{path}“ gibt es nicht.</translation>
    </message>
    <message>
        <source>“{path}” is a program, of which the offer said nothing.</source>
        <translation>„{path}“ ist ein Programm, von dem das Angebot nichts gesagt hat.</translation>
    </message>
</context>
<context>
    <name>findings</name>
    <message>
        <source>A Tallystick answers at {address}.</source>
        <translation>Unter {address} antwortet ein Tallystick.</translation>
    </message>
    <message>
        <source>A Tallystick answers at {address}. It lies in another subnet, where devices are not seen: connect by this address.</source>
        <translation>Unter {address} antwortet ein Tallystick. Es liegt in einem anderen Subnetz, in dem Geräte nicht gesehen werden: Verbinden Sie sich über diese Adresse.</translation>
    </message>
    <message>
        <source>A Tallystick on this computer listens on port {port}.</source>
        <translation>Ein Tallystick auf diesem Computer lauscht auf Port {port}.</translation>
    </message>
    <message>
        <source>A VPN is connected ({adapter}, {addresses}); devices behind it are reached by address only.</source>
        <translation>Ein VPN ist verbunden ({adapter}, {addresses}); Geräte dahinter sind nur über ihre Adresse zu erreichen.</translation>
    </message>
    <message>
        <source>A firewall ({where}) does not let out the multicast by which devices are seen ({interfaces}).</source>
        <translation>Eine Firewall ({where}) lässt den Multicast, über den Geräte gesehen werden, nicht hinaus ({interfaces}).</translation>
    </message>
    <message>
        <source>A firewall ({where}) does not let this computer connect to others ({interfaces}).</source>
        <translation>Eine Firewall ({where}) verhindert, dass dieser Computer sich mit anderen verbindet ({interfaces}).</translation>
    </message>
    <message>
        <source>A firewall ({where}) keeps other computers from port {port} ({interfaces}).</source>
        <translation>Eine Firewall ({where}) sperrt Port {port} für andere Computer ({interfaces}).</translation>
    </message>
    <message>
        <source>A firewall ({where}) keeps out the multicast by which devices are seen ({interfaces}).</source>
        <translation>Eine Firewall ({where}) lässt den Multicast, über den Geräte gesehen werden, nicht herein ({interfaces}).</translation>
    </message>
    <message>
        <source>A firewall on this computer is the likely cause: let the port in.</source>
        <translation>Wahrscheinlich liegt es an einer Firewall auf diesem Computer: Geben Sie den Port frei.</translation>
    </message>
    <message>
        <source>Add it, or connect by address.</source>
        <translation>Fügen Sie sie hinzu oder verbinden Sie sich über die Adresse.</translation>
    </message>
    <message>
        <source>Add one, in PowerShell as administrator.</source>
        <translation>Fügen Sie eine hinzu, in der PowerShell als Administrator.</translation>
    </message>
    <message>
        <source>At {device} something answers that is not Tallystick, or has no time just now.</source>
        <translation>Unter {device} antwortet etwas, das nicht Tallystick ist oder gerade beschäftigt ist.</translation>
    </message>
    <message>
        <source>Check the connection on that computer, too.</source>
        <translation>Prüfen Sie die Verbindung auch auf jenem Computer.</translation>
    </message>
    <message>
        <source>Choose “Everyone nearby” or “Only remembered devices” in the window.</source>
        <translation>Wählen Sie im Fenster „Alle in der Nähe“ oder „Nur gemerkte Geräte“.</translation>
    </message>
    <message>
        <source>Close other programs that use UDP port 5353, or connect by address.</source>
        <translation>Schließen Sie andere Programme, die UDP-Port 5353 benutzen, oder verbinden Sie sich über die Adresse.</translation>
    </message>
    <message>
        <source>Close that program or choose another port in the settings, or with --port.</source>
        <translation>Schließen Sie das Programm oder wählen Sie einen anderen Port in den Einstellungen oder mit --port.</translation>
    </message>
    <message>
        <source>Compare the address and port with what that computer shows.</source>
        <translation>Vergleichen Sie Adresse und Port mit dem, was jener Computer zeigt.</translation>
    </message>
    <message>
        <source>Connect to the same Wi-Fi or cable network as the other computer.</source>
        <translation>Verbinden Sie diesen Computer mit demselben WLAN oder Kabelnetz wie den anderen.</translation>
    </message>
    <message>
        <source>Connected through {adapter} as {addresses}.</source>
        <translation>Verbunden durch {adapter} als {addresses}.</translation>
    </message>
    <message>
        <source>Devices with Tallystick seen in {seconds} seconds: {count}.</source>
        <translation>Geräte mit Tallystick, in {seconds} Sekunden gesehen: {count}.</translation>
    </message>
    <message>
        <source>Disconnect the VPN, let it spare the local network, or remove its route.</source>
        <translation>Trennen Sie das VPN, lassen Sie es das lokale Netz aussparen oder entfernen Sie seine Route.</translation>
    </message>
    <message>
        <source>Give both addresses of one network and the same mask, or connect by address if a router joins them.</source>
        <translation>Geben Sie beiden Adressen aus einem Netz und dieselbe Maske, oder verbinden Sie sich über die Adresse, wenn ein Router die beiden verbindet.</translation>
    </message>
    <message>
        <source>If it is your own network, make it a private one, in PowerShell as administrator.</source>
        <translation>Wenn es Ihr eigenes Netz ist, machen Sie es zu einem privaten, in der PowerShell als Administrator.</translation>
    </message>
    <message>
        <source>If nothing else is found, look as administrator.</source>
        <translation>Wenn sich sonst nichts findet, sehen Sie als Administrator nach.</translation>
    </message>
    <message>
        <source>Let TCP out to port {port}.</source>
        <translation>Lassen Sie ausgehendes TCP zu Port {port} zu.</translation>
    </message>
    <message>
        <source>Let Tallystick in.</source>
        <translation>Lassen Sie Tallystick zu.</translation>
    </message>
    <message>
        <source>Let UDP port 5353 in there and out here; a Wi-Fi may hold it back, too. Connecting by address works.</source>
        <translation>Lassen Sie UDP-Port 5353 dort eingehend und hier ausgehend zu; auch ein WLAN hält ihn vielleicht zurück. Das Verbinden über die Adresse funktioniert.</translation>
    </message>
    <message>
        <source>Let UDP port 5353 in through the firewall, or connect by address.</source>
        <translation>Lassen Sie UDP-Port 5353 in der Firewall eingehend zu oder verbinden Sie sich über die Adresse.</translation>
    </message>
    <message>
        <source>Let UDP port 5353 out here and in there. A Wi-Fi or a VPN may hold it back; connecting by address works.</source>
        <translation>Lassen Sie UDP-Port 5353 hier ausgehend und dort eingehend zu. Ein WLAN oder VPN hält ihn vielleicht zurück; das Verbinden über die Adresse funktioniert.</translation>
    </message>
    <message>
        <source>Let UDP port 5353 out, or connect by address.</source>
        <translation>Lassen Sie UDP-Port 5353 ausgehend zu oder verbinden Sie sich über die Adresse.</translation>
    </message>
    <message>
        <source>Let it in.</source>
        <translation>Lassen Sie es zu.</translation>
    </message>
    <message>
        <source>Let it through; the rule is gone after a restart unless it is also written to the firewall&apos;s own file.</source>
        <translation>Lassen Sie es durch; nach einem Neustart ist die Regel weg, wenn sie nicht auch in der Datei der Firewall steht.</translation>
    </message>
    <message>
        <source>Let single programs in instead.</source>
        <translation>Lassen Sie stattdessen einzelne Programme zu.</translation>
    </message>
    <message>
        <source>Look whether the router is on; else give this computer an address by hand.</source>
        <translation>Sehen Sie nach, ob der Router eingeschaltet ist; sonst geben Sie diesem Computer von Hand eine Adresse.</translation>
    </message>
    <message>
        <source>Make this computer&apos;s packets smaller, or mend the VPN, switch or router between the two.</source>
        <translation>Verkleinern Sie die Pakete dieses Computers, oder bringen Sie VPN, Switch oder Router zwischen den beiden in Ordnung.</translation>
    </message>
    <message>
        <source>Multicast cannot be sent on {where}: there is no route for it.</source>
        <translation>Auf {where} kann kein Multicast gesendet werden: Es gibt keine Route dafür.</translation>
    </message>
    <message>
        <source>Multicast cannot be used on {where} ({reason}).</source>
        <translation>Multicast kann auf {where} nicht verwendet werden ({reason}).</translation>
    </message>
    <message>
        <source>Multicast may not be sent on {where}: a firewall on this computer stops it.</source>
        <translation>Auf {where} darf kein Multicast gesendet werden: Eine Firewall auf diesem Computer verhindert es.</translation>
    </message>
    <message>
        <source>Multicast sent on {where} does not arrive, not even here.</source>
        <translation>Auf {where} gesendeter Multicast kommt nicht an, nicht einmal hier.</translation>
    </message>
    <message>
        <source>Multicast works on {where}, others heard: {count}.</source>
        <translation>Multicast funktioniert auf {where}, andere gehört: {count}.</translation>
    </message>
    <message>
        <source>Multicast works on {where}.</source>
        <translation>Multicast funktioniert auf {where}.</translation>
    </message>
    <message>
        <source>No device with Tallystick was seen in {seconds} seconds.</source>
        <translation>In {seconds} Sekunden war kein Gerät mit Tallystick zu sehen.</translation>
    </message>
    <message>
        <source>No packet gets to {device}: it is off, elsewhere, or the Wi-Fi keeps its guests apart.</source>
        <translation>Kein Paket kommt zu {device}: Es ist aus, anderswo, oder das WLAN hält seine Gäste getrennt.</translation>
    </message>
    <message>
        <source>Nothing answers at {address}, which lies in another subnet than this computer.</source>
        <translation>Unter {address} antwortet nichts, und die Adresse liegt in einem anderen Subnetz als dieser Computer.</translation>
    </message>
    <message>
        <source>On that computer, check the connection in its Tallystick too, or type the command there.</source>
        <translation>Prüfen Sie auf jenem Computer auch im Tallystick die Verbindung, oder geben Sie dort den Befehl ein.</translation>
    </message>
    <message>
        <source>On “{peer}”: add it.</source>
        <translation>Auf „{peer}“: Fügen Sie sie hinzu.</translation>
    </message>
    <message>
        <source>On “{peer}”: check the connection; the exact cure is shown there.</source>
        <translation>Auf „{peer}“: Prüfen Sie die Verbindung; dort wird die genaue Abhilfe gezeigt.</translation>
    </message>
    <message>
        <source>On “{peer}”: choose “Everyone nearby” or “Only remembered devices”.</source>
        <translation>Auf „{peer}“: Wählen Sie „Alle in der Nähe“ oder „Nur gemerkte Geräte“.</translation>
    </message>
    <message>
        <source>On “{peer}”: close that program, or choose another port in the settings.</source>
        <translation>Auf „{peer}“: Schließen Sie jenes Programm oder wählen Sie in den Einstellungen einen anderen Port.</translation>
    </message>
    <message>
        <source>On “{peer}”: disconnect the VPN, or let it spare the local network.</source>
        <translation>Auf „{peer}“: Trennen Sie das VPN oder lassen Sie es das lokale Netz aussparen.</translation>
    </message>
    <message>
        <source>On “{peer}”: if nothing else is found, look as administrator.</source>
        <translation>Auf „{peer}“: Wenn sich sonst nichts findet, sehen Sie als Administrator nach.</translation>
    </message>
    <message>
        <source>On “{peer}”: join the network of this computer.</source>
        <translation>Auf „{peer}“: Verbinden Sie ihn mit dem Netz dieses Computers.</translation>
    </message>
    <message>
        <source>On “{peer}”: let Tallystick in.</source>
        <translation>Auf „{peer}“: Lassen Sie Tallystick zu.</translation>
    </message>
    <message>
        <source>On “{peer}”: let UDP port 5353 in.</source>
        <translation>Auf „{peer}“: Lassen Sie UDP-Port 5353 eingehend zu.</translation>
    </message>
    <message>
        <source>On “{peer}”: let UDP port 5353 out.</source>
        <translation>Auf „{peer}“: Lassen Sie UDP-Port 5353 ausgehend zu.</translation>
    </message>
    <message>
        <source>On “{peer}”: let single programs in instead.</source>
        <translation>Auf „{peer}“: Lassen Sie stattdessen einzelne Programme zu.</translation>
    </message>
    <message>
        <source>On “{peer}”: look whether the router is on.</source>
        <translation>Auf „{peer}“: Sehen Sie nach, ob der Router eingeschaltet ist.</translation>
    </message>
    <message>
        <source>On “{peer}”: make the network a private one, if it is your own.</source>
        <translation>Auf „{peer}“: Machen Sie das Netz zu einem privaten, wenn es Ihr eigenes ist.</translation>
    </message>
    <message>
        <source>On “{peer}”: switch it on.</source>
        <translation>Auf „{peer}“: Schalten Sie ihn ein.</translation>
    </message>
    <message>
        <source>On “{peer}”: use one of them at a time, for example the cable.</source>
        <translation>Auf „{peer}“: Verwenden Sie jeweils nur einen davon, zum Beispiel das Kabel.</translation>
    </message>
    <message>
        <source>Open Tallystick there, on the same network and visible to everyone, or connect by address.</source>
        <translation>Öffnen Sie Tallystick dort, im selben Netz und für alle sichtbar, oder verbinden Sie sich über die Adresse.</translation>
    </message>
    <message>
        <source>Plug in the cable or join the Wi-Fi.</source>
        <translation>Stecken Sie das Kabel ein oder verbinden Sie den Computer mit dem WLAN.</translation>
    </message>
    <message>
        <source>Port {port} is already used by another program on this computer.</source>
        <translation>Port {port} wird auf diesem Computer schon von einem anderen Programm benutzt.</translation>
    </message>
    <message>
        <source>Port {port} is already used by another program on this computer. Tallystick listens on {other} instead, which firewalls may not know.</source>
        <translation>Port {port} wird auf diesem Computer schon von einem anderen Programm benutzt. Tallystick lauscht stattdessen auf {other}, was Firewalls vielleicht nicht wissen.</translation>
    </message>
    <message>
        <source>Port {port} is free for Tallystick.</source>
        <translation>Port {port} ist für Tallystick frei.</translation>
    </message>
    <message>
        <source>Put both on one network, or have the router between them let TCP through to that port.</source>
        <translation>Bringen Sie beide in ein Netz oder lassen Sie den Router dazwischen TCP zu diesem Port durchlassen.</translation>
    </message>
    <message>
        <source>Put both on the same network, not a guest one.</source>
        <translation>Bringen Sie beide in dasselbe Netz, kein Gästenetz.</translation>
    </message>
    <message>
        <source>Remove it, in PowerShell as administrator, and start again: Windows asks then.</source>
        <translation>Entfernen Sie sie, in der PowerShell als Administrator, und starten Sie Tallystick erneut: Dann fragt Windows.</translation>
    </message>
    <message>
        <source>Remove the route that forbids it.</source>
        <translation>Entfernen Sie die Route, die es verbietet.</translation>
    </message>
    <message>
        <source>Switch it on, or connect by address.</source>
        <translation>Schalten Sie ihn ein oder verbinden Sie sich über die Adresse.</translation>
    </message>
    <message>
        <source>Switch it on.</source>
        <translation>Schalten Sie ihn ein.</translation>
    </message>
    <message>
        <source>Take it from one of them.</source>
        <translation>Entfernen Sie sie von einem der beiden.</translation>
    </message>
    <message>
        <source>Tallystick listens on port {port}, but does not answer at {address} ({interface}).</source>
        <translation>Tallystick lauscht auf Port {port}, antwortet aber nicht unter {address} ({interface}).</translation>
    </message>
    <message>
        <source>The firewall ({where}) lets mDNS and port {port} through.</source>
        <translation>Die Firewall ({where}) lässt mDNS und Port {port} durch.</translation>
    </message>
    <message>
        <source>The firewall firewalld is on and keeps other computers from port {port} or from being seen.</source>
        <translation>Die Firewall firewalld ist aktiv und sperrt Port {port} für andere Computer oder verhindert, dass sie gesehen werden.</translation>
    </message>
    <message>
        <source>The firewall firewalld lets mDNS and port {port} through.</source>
        <translation>Die Firewall firewalld lässt mDNS und Port {port} durch.</translation>
    </message>
    <message>
        <source>The firewall of macOS blocks all incoming connections.</source>
        <translation>Die Firewall von macOS blockiert alle eingehenden Verbindungen.</translation>
    </message>
    <message>
        <source>The firewall of macOS is on and does not let others reach Tallystick.</source>
        <translation>Die Firewall von macOS ist aktiv und verhindert, dass andere Tallystick erreichen.</translation>
    </message>
    <message>
        <source>The firewall of macOS lets others reach Tallystick.</source>
        <translation>Die Firewall von macOS lässt zu, dass andere Tallystick erreichen.</translation>
    </message>
    <message>
        <source>The firewall ufw is on and may keep other computers from port {port}.</source>
        <translation>Die Firewall ufw ist aktiv und sperrt Port {port} vielleicht für andere Computer.</translation>
    </message>
    <message>
        <source>The firewall ufw lets others reach port {port}.</source>
        <translation>Die Firewall ufw lässt zu, dass andere Port {port} erreichen.</translation>
    </message>
    <message>
        <source>There is no way to {network}, though {interface} is in it.</source>
        <translation>Zu {network} gibt es keine Route, obwohl {interface} darin liegt.</translation>
    </message>
    <message>
        <source>This computer is not connected to any network ({adapters} is not connected).</source>
        <translation>Dieser Computer ist mit keinem Netz verbunden ({adapters} ist nicht verbunden).</translation>
    </message>
    <message>
        <source>This computer is not connected to any network ({adapters} is switched off).</source>
        <translation>Dieser Computer ist mit keinem Netz verbunden ({adapters} ist ausgeschaltet).</translation>
    </message>
    <message>
        <source>This computer is not connected to any network ({adapters} is without an address).</source>
        <translation>Dieser Computer ist mit keinem Netz verbunden ({adapters} ist ohne Adresse).</translation>
    </message>
    <message>
        <source>This computer is not connected to any network.</source>
        <translation>Dieser Computer ist mit keinem Netz verbunden.</translation>
    </message>
    <message>
        <source>This computer lets nobody see or call it.</source>
        <translation>Dieser Computer lässt sich von niemandem sehen oder anwählen.</translation>
    </message>
    <message>
        <source>This computer&apos;s own firewall does not let connections out to {device}.</source>
        <translation>Die eigene Firewall dieses Computers lässt keine Verbindungen zu {device} hinaus.</translation>
    </message>
    <message>
        <source>Use one of them at a time, for example the cable.</source>
        <translation>Benutzen Sie immer nur einen davon, zum Beispiel das Kabel.</translation>
    </message>
    <message>
        <source>Use the number address that the other computer shows.</source>
        <translation>Benutzen Sie die Zahlenadresse, die der andere Computer zeigt.</translation>
    </message>
    <message>
        <source>What is meant for computers in {network} leaves through {through} instead of {interface}.</source>
        <translation>Was für Computer in {network} bestimmt ist, geht durch {through} statt durch {interface} hinaus.</translation>
    </message>
    <message>
        <source>Whether a firewall keeps others out only the administrator may read ({tool}).</source>
        <translation>Ob eine Firewall andere aussperrt, kann nur der Administrator auslesen ({tool}).</translation>
    </message>
    <message>
        <source>Whether a firewall on “{peer}” keeps others out only its administrator may read.</source>
        <translation>Ob eine Firewall auf „{peer}“ andere aussperrt, kann nur dessen Administrator auslesen.</translation>
    </message>
    <message>
        <source>Windows treats the network “{network}” as public and keeps its devices from seeing this computer.</source>
        <translation>Windows behandelt das Netz „{network}“ als öffentlich und verhindert, dass dessen Geräte diesen Computer sehen.</translation>
    </message>
    <message>
        <source>Windows&apos; firewall has a rule that blocks Tallystick.</source>
        <translation>Die Firewall von Windows hat eine Regel, die Tallystick blockiert.</translation>
    </message>
    <message>
        <source>Windows&apos; firewall has no rule that lets others reach Tallystick.</source>
        <translation>Die Firewall von Windows hat keine Regel, nach der andere Tallystick erreichen dürfen.</translation>
    </message>
    <message>
        <source>Windows&apos; firewall lets others reach Tallystick (port {port}).</source>
        <translation>Die Firewall von Windows lässt zu, dass andere Tallystick erreichen (Port {port}).</translation>
    </message>
    <message>
        <source>Write behind a % by which interface of this computer it is reached.</source>
        <translation>Schreiben Sie hinter ein %, über welche Schnittstelle dieses Computers sie erreicht wird.</translation>
    </message>
    <message>
        <source>{adapter} ({addresses}) leads to containers or virtual machines only.</source>
        <translation>{adapter} ({addresses}) führt nur zu Containern oder virtuellen Maschinen.</translation>
    </message>
    <message>
        <source>{adapter} is set to do without multicast, so no devices can be seen on it.</source>
        <translation>{adapter} ist auf Betrieb ohne Multicast eingestellt, daher sind darauf keine Geräte zu sehen.</translation>
    </message>
    <message>
        <source>{adapter} was given no address by the network ({addresses} is made up).</source>
        <translation>{adapter} hat vom Netz keine Adresse bekommen ({addresses} ist selbst vergeben).</translation>
    </message>
    <message>
        <source>{address} is an address that every network has, so nobody knows on which one it is meant.</source>
        <translation>{address} ist eine Adresse, die jedes Netz hat; daher weiß niemand, in welchem sie gemeint ist.</translation>
    </message>
    <message>
        <source>{device} does not answer: a firewall there drops what comes in, or the Wi-Fi keeps its guests apart.</source>
        <translation>{device} antwortet nicht: Eine Firewall dort verwirft, was hereinkommt, oder das WLAN hält seine Gäste getrennt.</translation>
    </message>
    <message>
        <source>{device} is seen and answers.</source>
        <translation>{device} ist zu sehen und antwortet.</translation>
    </message>
    <message>
        <source>{device} is seen here, but what this computer asks by multicast does not arrive there.</source>
        <translation>{device} ist hier zu sehen, aber was dieser Computer per Multicast fragt, kommt dort nicht an.</translation>
    </message>
    <message>
        <source>{device} is seen, but its addresses ({addresses}) lie in another subnet than this computer.</source>
        <translation>{device} ist zu sehen, aber die Adressen ({addresses}) liegen in einem anderen Subnetz als dieser Computer.</translation>
    </message>
    <message>
        <source>{device} refuses connections: Tallystick was closed, or a firewall there rejects them.</source>
        <translation>{device} weist Verbindungen ab: Tallystick wurde geschlossen, oder eine Firewall dort weist sie ab.</translation>
    </message>
    <message>
        <source>{device}: no computer of that name is known here.</source>
        <translation>{device}: Hier ist kein Computer dieses Namens bekannt.</translation>
    </message>
    <message>
        <source>{device}: small packets arrive there and large ones are lost on the way (MTU black hole).</source>
        <translation>{device}: Kleine Pakete kommen dort an, und große gehen unterwegs verloren (MTU-Blackhole).</translation>
    </message>
    <message>
        <source>{one} and {other} both have addresses in {network}, so answers may leave by the wrong one.</source>
        <translation>{one} und {other} haben beide Adressen in {network}, daher gehen Antworten vielleicht über den falschen Adapter hinaus.</translation>
    </message>
    <message>
        <source>{one} and {other} both have the address {address}, so answers may leave by the wrong one.</source>
        <translation>{one} und {other} haben beide die Adresse {address}, daher gehen Antworten vielleicht über den falschen Adapter hinaus.</translation>
    </message>
    <message>
        <source>“{peer}” does not say what it sees.</source>
        <translation>„{peer}“ sagt nicht, was er sieht.</translation>
    </message>
    <message>
        <source>“{peer}” does not see this computer: what this one announces does not arrive there.</source>
        <translation>„{peer}“ sieht diesen Computer nicht: Was dieser ankündigt, kommt dort nicht an.</translation>
    </message>
    <message>
        <source>“{peer}” sees nothing that keeps devices apart there.</source>
        <translation>„{peer}“ sieht dort nichts, was der Verbindung zwischen den Geräten im Weg steht.</translation>
    </message>
    <message>
        <source>“{peer}” sees this computer, and nothing that keeps devices apart there.</source>
        <translation>„{peer}“ sieht diesen Computer und dort nichts, was der Verbindung zwischen den Geräten im Weg steht.</translation>
    </message>
    <message>
        <source>“{peer}” sees: Windows treats its network as public and keeps devices from seeing it.</source>
        <translation>„{peer}“ sieht: Windows behandelt sein Netz als öffentlich und verhindert, dass Geräte ihn sehen.</translation>
    </message>
    <message>
        <source>“{peer}” sees: Windows&apos; firewall does not let others reach Tallystick there.</source>
        <translation>„{peer}“ sieht: Die Firewall von Windows verhindert, dass andere Tallystick dort erreichen.</translation>
    </message>
    <message>
        <source>“{peer}” sees: another program has Tallystick&apos;s usual port there; it listens on {port}, which firewalls may not know.</source>
        <translation>„{peer}“ sieht: Ein anderes Programm hat dort den üblichen Port von Tallystick; es lauscht auf {port}, den Firewalls vielleicht nicht kennen.</translation>
    </message>
    <message>
        <source>“{peer}” sees: it has no route for multicast ({versions}).</source>
        <translation>„{peer}“ sieht: Er hat keine Route für Multicast ({versions}).</translation>
    </message>
    <message>
        <source>“{peer}” sees: it is not connected to a local network.</source>
        <translation>„{peer}“ sieht: Er ist mit keinem lokalen Netz verbunden.</translation>
    </message>
    <message>
        <source>“{peer}” sees: it may not send multicast ({versions}).</source>
        <translation>„{peer}“ sieht: Er darf keinen Multicast senden ({versions}).</translation>
    </message>
    <message>
        <source>“{peer}” sees: its Tallystick lets nobody see or call it.</source>
        <translation>„{peer}“ sieht: Sein Tallystick lässt sich von niemandem sehen oder anwählen.</translation>
    </message>
    <message>
        <source>“{peer}” sees: its firewall does not let it connect to others ({versions}).</source>
        <translation>„{peer}“ sieht: Seine Firewall verhindert, dass er sich mit anderen verbindet ({versions}).</translation>
    </message>
    <message>
        <source>“{peer}” sees: its firewall does not let out the multicast by which devices are seen ({versions}).</source>
        <translation>„{peer}“ sieht: Seine Firewall lässt den Multicast, über den Geräte gesehen werden, nicht hinaus ({versions}).</translation>
    </message>
    <message>
        <source>“{peer}” sees: its firewall firewalld keeps other computers from port {port} or from being seen.</source>
        <translation>„{peer}“ sieht: Seine Firewall firewalld sperrt Port {port} für andere Computer oder verhindert, dass sie gesehen werden.</translation>
    </message>
    <message>
        <source>“{peer}” sees: its firewall keeps other computers from port {port} ({versions}).</source>
        <translation>„{peer}“ sieht: Seine Firewall sperrt Port {port} für andere Computer ({versions}).</translation>
    </message>
    <message>
        <source>“{peer}” sees: its firewall keeps out the multicast by which devices are seen ({versions}).</source>
        <translation>„{peer}“ sieht: Seine Firewall lässt den Multicast, über den Geräte gesehen werden, nicht herein ({versions}).</translation>
    </message>
    <message>
        <source>“{peer}” sees: its firewall ufw is on and may keep other computers from port {port}.</source>
        <translation>„{peer}“ sieht: Seine Firewall ufw ist aktiv und sperrt Port {port} vielleicht für andere Computer.</translation>
    </message>
    <message>
        <source>“{peer}” sees: its network gave it no address.</source>
        <translation>„{peer}“ sieht: Sein Netz hat ihm keine Adresse gegeben.</translation>
    </message>
    <message>
        <source>“{peer}” sees: its port {port} does not answer, not even there ({versions}).</source>
        <translation>„{peer}“ sieht: Sein Port {port} antwortet nicht, nicht einmal dort ({versions}).</translation>
    </message>
    <message>
        <source>“{peer}” sees: multicast cannot be used there ({versions}).</source>
        <translation>„{peer}“ sieht: Multicast lässt sich dort nicht verwenden ({versions}).</translation>
    </message>
    <message>
        <source>“{peer}” sees: multicast does not come in there ({versions}).</source>
        <translation>„{peer}“ sieht: Multicast kommt dort nicht herein ({versions}).</translation>
    </message>
    <message>
        <source>“{peer}” sees: one of its adapters does without multicast.</source>
        <translation>„{peer}“ sieht: Einer seiner Adapter arbeitet ohne Multicast.</translation>
    </message>
    <message>
        <source>“{peer}” sees: the firewall of macOS blocks all incoming connections there.</source>
        <translation>„{peer}“ sieht: Die Firewall von macOS sperrt dort alle eingehenden Verbindungen.</translation>
    </message>
    <message>
        <source>“{peer}” sees: the firewall of macOS does not let others reach Tallystick there.</source>
        <translation>„{peer}“ sieht: Die Firewall von macOS verhindert, dass andere Tallystick dort erreichen.</translation>
    </message>
    <message>
        <source>“{peer}” sees: two of its adapters are in one network, so answers may leave by the wrong one.</source>
        <translation>„{peer}“ sieht: Zwei seiner Adapter sind in einem Netz, sodass Antworten vielleicht durch den falschen hinausgehen.</translation>
    </message>
    <message>
        <source>“{peer}” sees: what it sends to its own network leaves by another way, perhaps a VPN ({versions}).</source>
        <translation>„{peer}“ sieht: Was er in sein eigenes Netz sendet, geht auf einem anderen Weg hinaus, vielleicht durch ein VPN ({versions}).</translation>
    </message>
</context>
<context>
    <name>items</name>
    <message>
        <source>archive</source>
        <translation>Archiv</translation>
    </message>
    <message>
        <source>document</source>
        <translation>Dokument</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>file</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>film</source>
        <translation>Film</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>Audiodatei</translation>
    </message>
</context>
<context>
    <name>past</name>
    <message>
        <source>By invitation</source>
        <translation>Durch Einladung</translation>
    </message>
    <message>
        <source>Code compared</source>
        <translation>Code verglichen</translation>
    </message>
    <message>
        <source>Code compared; remembered since then</source>
        <translation>Code verglichen; seitdem gemerkt</translation>
    </message>
    <message>
        <source>Double-click or press Enter to look again.</source>
        <translation>Doppelklick oder Eingabetaste: noch einmal nachschlagen.</translation>
    </message>
    <message>
        <source>Remembered; it proved itself</source>
        <translation>Gemerkt; hat sich ausgewiesen</translation>
    </message>
    <message>
        <source>The first {shown} of {count}.</source>
        <translation>Die ersten {shown} von {count}.</translation>
    </message>
    <message>
        <source>There was no verified session</source>
        <translation>Es gab keine verifizierte Sitzung</translation>
    </message>
    <message>
        <source>This transfer could not be looked up.</source>
        <translation>Diese Übertragung konnte nicht nachgeschlagen werden.</translation>
    </message>
    <message>
        <source>Verified before; continued after an interruption</source>
        <translation>Vorher verifiziert; nach einer Unterbrechung fortgesetzt</translation>
    </message>
    <message>
        <source>{time}, after {age}</source>
        <translation>{time}, nach {age}</translation>
    </message>
</context>
<context>
    <name>phrases</name>
    <message>
        <source>Tallystick uses such names itself</source>
        <translation>solche Namen benutzt Tallystick selbst</translation>
    </message>
    <message>
        <source>Windows reserves it</source>
        <translation>Windows reserviert ihn</translation>
    </message>
    <message>
        <source>a name in it cannot be shown</source>
        <translation>ein Name darin kann nicht gezeigt werden</translation>
    </message>
    <message>
        <source>a part of it is empty</source>
        <translation>ein Teil davon ist leer</translation>
    </message>
    <message>
        <source>an earlier failure</source>
        <translation>ein früherer Fehler</translation>
    </message>
    <message>
        <source>another Tallystick has it already</source>
        <translation>ein anderes Tallystick hat es schon</translation>
    </message>
    <message>
        <source>another Tallystick keeps it busy</source>
        <translation>ein anderes Tallystick ist damit beschäftigt</translation>
    </message>
    <message>
        <source>another folder has taken its place</source>
        <translation>ein anderer Ordner ist an seine Stelle getreten</translation>
    </message>
    <message>
        <source>another program is using it</source>
        <translation>ein anderes Programm benutzt es</translation>
    </message>
    <message>
        <source>every numbered name is taken</source>
        <translation>jeder nummerierte Name ist vergeben</translation>
    </message>
    <message>
        <source>everybody on this computer can write there</source>
        <translation>alle auf diesem Computer können dort schreiben</translation>
    </message>
    <message>
        <source>it begins or ends with a space</source>
        <translation>er beginnt oder endet mit einem Leerzeichen</translation>
    </message>
    <message>
        <source>it cannot be opened</source>
        <translation>es kann nicht geöffnet werden</translation>
    </message>
    <message>
        <source>it contains /</source>
        <translation>er enthält /</translation>
    </message>
    <message>
        <source>it contains invisible characters</source>
        <translation>er enthält unsichtbare Zeichen</translation>
    </message>
    <message>
        <source>it does not exist</source>
        <translation>es ist nicht vorhanden</translation>
    </message>
    <message>
        <source>it ends with a dot</source>
        <translation>er endet mit einem Punkt</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>es ist ein Ordner</translation>
    </message>
    <message>
        <source>it is a link</source>
        <translation>es ist eine Verknüpfung</translation>
    </message>
    <message>
        <source>it is from another version of Tallystick</source>
        <translation>es ist von einer anderen Version von Tallystick</translation>
    </message>
    <message>
        <source>it is gone</source>
        <translation>es ist weg</translation>
    </message>
    <message>
        <source>it is nested too deeply</source>
        <translation>es ist zu tief verschachtelt</translation>
    </message>
    <message>
        <source>it is not a file</source>
        <translation>es ist keine Datei</translation>
    </message>
    <message>
        <source>it is not a folder</source>
        <translation>es ist kein Ordner</translation>
    </message>
    <message>
        <source>it is not in the history</source>
        <translation>sie steht nicht in der Liste der früheren Übertragungen</translation>
    </message>
    <message>
        <source>it is not there</source>
        <translation>es ist nicht da</translation>
    </message>
    <message>
        <source>it is not valid Unicode</source>
        <translation>es ist kein gültiges Unicode</translation>
    </message>
    <message>
        <source>it is too big</source>
        <translation>es ist zu groß</translation>
    </message>
    <message>
        <source>it is too big for this disk</source>
        <translation>es ist zu groß für diesen Datenträger</translation>
    </message>
    <message>
        <source>it is too long</source>
        <translation>es ist zu lang</translation>
    </message>
    <message>
        <source>it was closed already</source>
        <translation>es wurde schon geschlossen</translation>
    </message>
    <message>
        <source>it was moved elsewhere</source>
        <translation>es wurde anderswohin verschoben</translation>
    </message>
    <message>
        <source>it was moved or replaced meanwhile</source>
        <translation>es wurde inzwischen verschoben oder ersetzt</translation>
    </message>
    <message>
        <source>its content makes no sense</source>
        <translation>der Inhalt ergibt keinen Sinn</translation>
    </message>
    <message>
        <source>nothing of a text is kept</source>
        <translation>von einem Text wird nichts behalten</translation>
    </message>
    <message>
        <source>nothing was accepted into it yet</source>
        <translation>dafür wurde noch nichts angenommen</translation>
    </message>
    <message>
        <source>nothing was kept</source>
        <translation>nichts wurde behalten</translation>
    </message>
    <message>
        <source>on the sending computer</source>
        <translation>auf dem sendenden Computer</translation>
    </message>
    <message>
        <source>others could have changed them</source>
        <translation>andere könnten sie verändert haben</translation>
    </message>
    <message>
        <source>permission denied</source>
        <translation>keine Berechtigung</translation>
    </message>
    <message>
        <source>that is not the name of a file</source>
        <translation>das ist kein Dateiname</translation>
    </message>
    <message>
        <source>the database does not work</source>
        <translation>die Datenbank funktioniert nicht</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>der Datenträger ist voll</translation>
    </message>
    <message>
        <source>the disk is gone</source>
        <translation>der Datenträger ist weg</translation>
    </message>
    <message>
        <source>the disk reported an error</source>
        <translation>der Datenträger meldete einen Fehler</translation>
    </message>
    <message>
        <source>the disk was full</source>
        <translation>der Datenträger war voll</translation>
    </message>
    <message>
        <source>the folder in it is not a full path</source>
        <translation>der Ordner darin ist kein vollständiger Pfad</translation>
    </message>
    <message>
        <source>the name in it cannot be shown</source>
        <translation>der Name darin kann nicht gezeigt werden</translation>
    </message>
    <message>
        <source>the name is taken</source>
        <translation>der Name ist vergeben</translation>
    </message>
    <message>
        <source>the name is too long for this disk</source>
        <translation>der Name ist zu lang für diesen Datenträger</translation>
    </message>
    <message>
        <source>the network folder went away</source>
        <translation>der Netzwerkordner ist verschwunden</translation>
    </message>
    <message>
        <source>there is a link in its place</source>
        <translation>an seiner Stelle ist eine Verknüpfung</translation>
    </message>
    <message>
        <source>there was nothing to vouch for</source>
        <translation>es gab nichts zu bezeugen</translation>
    </message>
    <message>
        <source>this disk cannot do that</source>
        <translation>dieser Datenträger kann das nicht</translation>
    </message>
    <message>
        <source>this disk cannot give a finished file its name without the risk of replacing another one</source>
        <translation>dieser Datenträger kann einer fertigen Datei nicht ihren Namen geben, ohne vielleicht eine andere zu ersetzen</translation>
    </message>
    <message>
        <source>this disk cannot hold the name</source>
        <translation>dieser Datenträger kann den Namen nicht aufnehmen</translation>
    </message>
    <message>
        <source>this disk is read-only</source>
        <translation>dieser Datenträger ist schreibgeschützt</translation>
    </message>
    <message>
        <source>this user has no home folder</source>
        <translation>dieser Benutzer hat keinen persönlichen Ordner</translation>
    </message>
    <message>
        <source>too many files are open</source>
        <translation>zu viele Dateien sind offen</translation>
    </message>
    <message>
        <source>two devices in it are the same</source>
        <translation>zwei Geräte darin sind gleich</translation>
    </message>
    <message>
        <source>what had arrived in there is gone</source>
        <translation>was darin angekommen war, ist weg</translation>
    </message>
    <message>
        <source>what is always accepted makes no sense</source>
        <translation>was immer angenommen wird, ergibt keinen Sinn</translation>
    </message>
    <message>
        <source>what was here already has changed meanwhile</source>
        <translation>was hier schon war, hat sich inzwischen geändert</translation>
    </message>
    <message>
        <source>what was kept for it is damaged</source>
        <translation>was dafür aufbewahrt wurde, ist beschädigt</translation>
    </message>
    <message>
        <source>what was kept for it is gone</source>
        <translation>was dafür aufbewahrt wurde, ist weg</translation>
    </message>
    <message>
        <source>what was kept of an interrupted transfer is damaged</source>
        <translation>was von einer unterbrochenen Übertragung aufbewahrt wurde, ist beschädigt</translation>
    </message>
    <message>
        <source>what was kept there is cut short</source>
        <translation>was dort aufbewahrt wurde, ist abgeschnitten</translation>
    </message>
    <message>
        <source>your share of the disk is used up</source>
        <translation>Ihr Anteil am Datenträger ist verbraucht</translation>
    </message>
</context>
<context>
    <name>phrasing</name>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>{first} {second}</source>
        <translation>{first} {second}</translation>
    </message>
    <message numerus="yes">
        <source>{name} and {count} more</source>
        <translation>
            <numerusform>{name} und {count} weiteres</numerusform>
            <numerusform>{name} und {count} weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>{what} ({where})</source>
        <translation>{what} ({where})</translation>
    </message>
    <message>
        <source>“{words}”</source>
        <translation>„{words}“</translation>
    </message>
</context>
<context>
    <name>sizes</name>
    <message>
        <source>less than a minute</source>
        <translation>weniger als eine Minute</translation>
    </message>
    <message numerus="yes">
        <source>{count} files</source>
        <translation>
            <numerusform>{count} Datei</numerusform>
            <numerusform>{count} Dateien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} folders</source>
        <translation>
            <numerusform>{count} Ordner</numerusform>
            <numerusform>{count} Ordner</numerusform>
        </translation>
    </message>
    <message>
        <source>{count}, {size}</source>
        <translation>{count}, {size}</translation>
    </message>
    <message>
        <source>{day}, {time}</source>
        <translation>{day}, {time}</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} Std. {minutes} Min.</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min left</source>
        <translation>noch {hours} Std. {minutes} Min.</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} Min.</translation>
    </message>
    <message>
        <source>{minutes} min left</source>
        <translation>noch {minutes} Min.</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
    <message>
        <source>{seconds} s left</source>
        <translation>noch {seconds} Sek.</translation>
    </message>
    <message>
        <source>{size}/s</source>
        <translation>{size}/s</translation>
    </message>
</context>
<context>
    <name>transfer</name>
    <message>
        <source>All sent. {peer} is checking and saving…</source>
        <translation>Alles gesendet. {peer} prüft und speichert…</translation>
    </message>
    <message>
        <source>Compare the code with {peer}</source>
        <translation>Code mit {peer} vergleichen</translation>
    </message>
    <message>
        <source>Connecting to {peer}…</source>
        <translation>Verbinden mit {peer}…</translation>
    </message>
    <message>
        <source>Continuing with {peer}…</source>
        <translation>Fortfahren mit {peer}…</translation>
    </message>
    <message>
        <source>Delivered {time} — checked and saved on {peer}</source>
        <translation>Zugestellt {time} — geprüft und gespeichert auf {peer}</translation>
    </message>
    <message>
        <source>Delivered {time} — shown on {peer}</source>
        <translation>Zugestellt {time} — angezeigt auf {peer}</translation>
    </message>
    <message>
        <source>From {peer}</source>
        <translation>Von {peer}</translation>
    </message>
    <message>
        <source>From {peer} · Checking and saving…</source>
        <translation>Von {peer} · Prüfen und Speichern…</translation>
    </message>
    <message>
        <source>From {peer} · Waiting to be shown</source>
        <translation>Von {peer} · Wartet darauf, gezeigt zu werden</translation>
    </message>
    <message>
        <source>Limited by the disk of this computer</source>
        <translation>Begrenzt durch den Datenträger dieses Computers</translation>
    </message>
    <message>
        <source>Limited by the disk of {peer}</source>
        <translation>Begrenzt durch den Datenträger von {peer}</translation>
    </message>
    <message>
        <source>Limited by the network</source>
        <translation>Begrenzt durch das Netz</translation>
    </message>
    <message>
        <source>Limited by this computer</source>
        <translation>Begrenzt durch diesen Computer</translation>
    </message>
    <message>
        <source>Limited by {peer}</source>
        <translation>Begrenzt durch {peer}</translation>
    </message>
    <message>
        <source>Paused by you</source>
        <translation>Von Ihnen angehalten</translation>
    </message>
    <message>
        <source>Paused by {peer}</source>
        <translation>Von {peer} angehalten</translation>
    </message>
    <message>
        <source>Paused: {why}</source>
        <translation>Angehalten: {why}</translation>
    </message>
    <message>
        <source>Reading what was chosen…</source>
        <translation>Das Gewählte wird gelesen…</translation>
    </message>
    <message>
        <source>Received {time} from {peer} — checked and saved</source>
        <translation>Empfangen {time} von {peer} — geprüft und gespeichert</translation>
    </message>
    <message>
        <source>Received {time} from {peer} — checked and saved in {folder}</source>
        <translation>Empfangen {time} von {peer} — geprüft und gespeichert in {folder}</translation>
    </message>
    <message>
        <source>Received {time} from {peer} — kept on no disk</source>
        <translation>Empfangen {time} von {peer} — auf keinem Datenträger behalten</translation>
    </message>
    <message>
        <source>Retry failed</source>
        <translation>Fehlgeschlagenes wiederholen</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Erneut senden</translation>
    </message>
    <message>
        <source>Some files were not delivered.</source>
        <translation>Einige Dateien wurden nicht zugestellt.</translation>
    </message>
    <message numerus="yes">
        <source>Text, {count} characters</source>
        <translation>
            <numerusform>Text, {count} Zeichen</numerusform>
            <numerusform>Text, {count} Zeichen</numerusform>
        </translation>
    </message>
    <message>
        <source>The transfer failed.</source>
        <translation>Die Übertragung ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>The transfer was cancelled.</source>
        <translation>Die Übertragung wurde abgebrochen.</translation>
    </message>
    <message>
        <source>To {peer}</source>
        <translation>An {peer}</translation>
    </message>
    <message>
        <source>To {peer} · Reading what was chosen…</source>
        <translation>An {peer} · Das Gewählte wird gelesen…</translation>
    </message>
    <message>
        <source>Waiting for {peer} to accept…</source>
        <translation>Warten, bis {peer} annimmt…</translation>
    </message>
    <message>
        <source>Waiting to be shown on {peer}…</source>
        <translation>Warten, bis es auf {peer} gezeigt wird…</translation>
    </message>
    <message>
        <source>You declined this from {peer}.</source>
        <translation>Sie haben dieses Angebot von {peer} abgelehnt.</translation>
    </message>
    <message>
        <source>accepted without asking</source>
        <translation>ohne Nachfrage angenommen</translation>
    </message>
    <message numerus="yes">
        <source>{count} were there already</source>
        <translation>
            <numerusform>{count} war schon da</numerusform>
            <numerusform>{count} waren schon da</numerusform>
        </translation>
    </message>
    <message>
        <source>{names} — {what}</source>
        <translation>{names} — {what}</translation>
    </message>
    <message>
        <source>{name} — {size}</source>
        <translation>{name} — {size}</translation>
    </message>
    <message>
        <source>{peer} declined.</source>
        <translation>{peer} hat abgelehnt.</translation>
    </message>
    <message>
        <source>{peer} sent you a text</source>
        <translation>{peer} hat Ihnen einen Text gesendet</translation>
    </message>
    <message>
        <source>{peer} waits for your answer</source>
        <translation>{peer} wartet auf Ihre Antwort</translation>
    </message>
    <message>
        <source>{peer} wants to send you files</source>
        <translation>{peer} möchte Ihnen Dateien senden</translation>
    </message>
</context>
<context>
    <name>trust</name>
    <message>
        <source>By invitation at {time}</source>
        <translation>Durch Einladung: {time}</translation>
    </message>
    <message>
        <source>Code compared at {time}</source>
        <translation>Code verglichen: {time}</translation>
    </message>
    <message>
        <source>Code compared at {time}, remembered since then</source>
        <translation>Code verglichen: {time}; seitdem gemerkt</translation>
    </message>
    <message>
        <source>Continued after an interruption; {compared}</source>
        <translation>Nach einer Unterbrechung fortgesetzt; {compared}</translation>
    </message>
    <message>
        <source>Probably {name} · {address}</source>
        <translation>Wahrscheinlich {name} · {address}</translation>
    </message>
    <message>
        <source>Probably {name}, verified {day}</source>
        <translation>Wahrscheinlich {name}, verifiziert {day}</translation>
    </message>
    <message>
        <source>Remembered, verified just now</source>
        <translation>Gemerkt, soeben verifiziert</translation>
    </message>
    <message>
        <source>Remembered, verified {day}</source>
        <translation>Gemerkt, verifiziert {day}</translation>
    </message>
    <message>
        <source>Remembered, {compared}</source>
        <translation>Gemerkt, {compared}</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Verifiziert</translation>
    </message>
    <message>
        <source>Verified at {time}</source>
        <translation>Verifiziert: {time}</translation>
    </message>
    <message>
        <source>Verified just now</source>
        <translation>Soeben verifiziert</translation>
    </message>
    <message>
        <source>Verified {day}</source>
        <translation>Verifiziert {day}</translation>
    </message>
    <message>
        <source>code compared at {time}</source>
        <translation>Code verglichen: {time}</translation>
    </message>
    <message>
        <source>code compared {day}</source>
        <translation>Code {day} verglichen</translation>
    </message>
</context>
<context>
    <name>visibility</name>
    <message>
        <source>Everyone nearby</source>
        <translation>Alle in der Nähe</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Niemand</translation>
    </message>
    <message>
        <source>Only remembered devices</source>
        <translation>Nur gemerkte Geräte</translation>
    </message>
</context>
</TS>
