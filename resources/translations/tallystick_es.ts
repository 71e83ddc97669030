<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>A tally stick was split in two, so that each could check the other&apos;s half.</source>
        <translation>Una tarja se partía en dos, para que cada parte pudiera comprobar la mitad de la otra.</translation>
    </message>
    <message>
        <source>About {app}</source>
        <translation>Acerca de {app}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Send files to the computers around you, sure of which computer it is.</source>
        <translation>Enviar archivos a los equipos de alrededor, con la certeza de cuál es cada uno.</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>Versión {version}</translation>
    </message>
</context>
<context>
    <name>AddressCard</name>
    <message>
        <source>Connect by address…</source>
        <translation>Conectar por dirección…</translation>
    </message>
</context>
<context>
    <name>AddressDialog</name>
    <message>
        <source>&amp;Address of the other computer, or its invitation</source>
        <translation>&amp;Dirección del otro equipo, o su invitación</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Conectar</translation>
    </message>
    <message>
        <source>Connect by address</source>
        <translation>Conectar por dirección</translation>
    </message>
    <message>
        <source>Tallystick has to be open on the other computer. Both screens will show a code; with an invitation none is needed.</source>
        <translation>Tallystick tiene que estar abierto en el otro equipo. Ambas pantallas mostrarán un código; con una invitación no hace falta.</translation>
    </message>
</context>
<context>
    <name>AlwaysChoice</name>
    <message>
        <source>Al&amp;ways accept from this device</source>
        <translation>Aceptar &amp;siempre de este dispositivo</translation>
    </message>
    <message>
        <source>Always accept from {peer}</source>
        <translation>Aceptar siempre de {peer}</translation>
    </message>
    <message>
        <source>In the same folder, within 24 hours at most</source>
        <translation>En la misma carpeta, en 24 horas como máximo</translation>
    </message>
</context>
<context>
    <name>AlwaysDialog</name>
    <message>
        <source>&amp;Always accept from this device</source>
        <translation>Aceptar &amp;siempre de este dispositivo</translation>
    </message>
    <message>
        <source>Accept without asking</source>
        <translation>Aceptar sin preguntar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Change the folder to save in</source>
        <translation>Cambiar la carpeta donde guardar</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Cambiar…</translation>
    </message>
    <message>
        <source>Files from {peer}</source>
        <translation>Archivos de {peer}</translation>
    </message>
    <message>
        <source>Only once it has proved to be this device. You are still asked about programs, about more than this, and where little space is left or something cannot be saved as it is.</source>
        <translation>Solo cuando haya demostrado ser este dispositivo. Se le seguirá preguntando por los programas, si se supera esta cantidad y si queda poco espacio o algo no se puede guardar tal como es.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Save in {folder}</source>
        <translation>Guardar en {folder}</translation>
    </message>
    <message>
        <source>Within 24 hours at most</source>
        <translation>En 24 horas como máximo</translation>
    </message>
</context>
<context>
    <name>AutostartBox</name>
    <message>
        <source>Start at login, out of sight</source>
        <translation>Abrir al iniciar sesión, sin ventana</translation>
    </message>
    <message>
        <source>out of sight, at its icon in the panel</source>
        <translation>sin ventana, con un icono en el panel</translation>
    </message>
</context>
<context>
    <name>CheckDialog</name>
    <message>
        <source>Address to try, too</source>
        <translation>Dirección que probar también</translation>
    </message>
    <message>
        <source>An address to try, too: {example}</source>
        <translation>Probar también una dirección: {example}</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Comprobar de nuevo</translation>
    </message>
    <message>
        <source>Check the connection</source>
        <translation>Comprobar la conexión</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Copiar el informe</translation>
    </message>
    <message>
        <source>Looking at this computer and its networks. This takes some seconds.</source>
        <translation>Se examinan este equipo y sus redes. Esto tarda unos segundos.</translation>
    </message>
    <message>
        <source>Nothing here keeps devices apart. Check the connection on the other computer, too.</source>
        <translation>Aquí nada impide que los dispositivos se comuniquen. Compruebe la conexión también en el otro equipo.</translation>
    </message>
    <message>
        <source>The check could not be made.</source>
        <translation>No se pudo hacer la comprobación.</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Probar</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Lo que se encontró</translation>
    </message>
    <message numerus="yes">
        <source>{count} things may keep devices apart. Tallystick changes nothing by itself.</source>
        <translation>
            <numerusform>Hay una cosa que puede impedir que los dispositivos se comuniquen. Tallystick no cambia nada por sí mismo.</numerusform>
            <numerusform>Hay {count} cosas que pueden impedir que los dispositivos se comuniquen. Tallystick no cambia nada por sí mismo.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClearDialog</name>
    <message>
        <source>Clear all</source>
        <translation>Borrar todo</translation>
    </message>
    <message>
        <source>Clear all transfers that are over?</source>
        <translation>¿Borrar todas las transferencias terminadas?</translation>
    </message>
    <message>
        <source>Clear the list</source>
        <translation>Borrar la lista</translation>
    </message>
    <message>
        <source>Its receipt goes with it. Files stay where they are.</source>
        <translation>Su recibo se borra con ella. Los archivos se quedan donde están.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Conservar</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>Quitar de la lista</translation>
    </message>
    <message>
        <source>Remove this transfer from the list?</source>
        <translation>¿Quitar esta transferencia de la lista?</translation>
    </message>
    <message>
        <source>Their receipts go with them. Files stay where they are.</source>
        <translation>Sus recibos se borran con ellas. Los archivos se quedan donde están.</translation>
    </message>
</context>
<context>
    <name>ClosingDialog</name>
    <message>
        <source>Close Tallystick</source>
        <translation>Cerrar Tallystick</translation>
    </message>
    <message>
        <source>Go on in the background</source>
        <translation>Seguir en segundo plano</translation>
    </message>
    <message>
        <source>In the background Tallystick ends when the transfers have. Starting it again brings this window back.</source>
        <translation>En segundo plano, Tallystick se cierra cuando terminan las transferencias. Si se inicia de nuevo, vuelve esta ventana.</translation>
    </message>
    <message>
        <source>In the background Tallystick stays at its icon in the panel.</source>
        <translation>En segundo plano, Tallystick permanece como icono en el panel.</translation>
    </message>
    <message>
        <source>Keep open</source>
        <translation>Dejar abierto</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>Detener y cerrar</translation>
    </message>
    <message>
        <source>What was accepted can go on another time. Files that were delivered stay delivered.</source>
        <translation>Lo que se aceptó puede seguir en otro momento. Los archivos entregados siguen entregados.</translation>
    </message>
    <message numerus="yes">
        <source>{count} transfers have not finished</source>
        <translation>
            <numerusform>Una transferencia no ha terminado</numerusform>
            <numerusform>{count} transferencias no han terminado</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CodeDialog</name>
    <message>
        <source>A computer without a name</source>
        <translation>Un equipo sin nombre</translation>
    </message>
    <message>
        <source>Compare the code</source>
        <translation>Comparar el código</translation>
    </message>
    <message>
        <source>Compare this code</source>
        <translation>Comparar este código</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Ending the session…</source>
        <translation>Terminando la sesión…</translation>
    </message>
    <message>
        <source>Is exactly this code on the other screen? Read it aloud or look.</source>
        <translation>¿Aparece exactamente este código en la otra pantalla? Léalo en voz alta o mírela.</translation>
    </message>
    <message>
        <source>Is exactly this code on the other screen? Read it aloud or look. If dots are there, this code is typed there first.</source>
        <translation>¿Aparece exactamente este código en la otra pantalla? Léalo en voz alta o mírela. Si allí hay puntos, primero se escribe allí este código.</translation>
    </message>
    <message>
        <source>It&apos;s different</source>
        <translation>Es distinto</translation>
    </message>
    <message>
        <source>Larger code</source>
        <translation>Código más grande</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>Not verified yet</source>
        <translation>Aún sin verificar</translation>
    </message>
    <message>
        <source>Show the code larger</source>
        <translation>Mostrar el código más grande</translation>
    </message>
    <message>
        <source>They match</source>
        <translation>Coinciden</translation>
    </message>
    <message>
        <source>This device did not prove to be {peer}, which you remember. It may have forgotten this computer, or somebody is in between.</source>
        <translation>Este dispositivo no demostró ser {peer}, que usted tiene recordado. Puede que haya olvidado este equipo, o que haya alguien en medio.</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Verificado</translation>
    </message>
    <message>
        <source>Waiting for {peer}…</source>
        <translation>Esperando a {peer}…</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Usted</translation>
    </message>
</context>
<context>
    <name>CodeView</name>
    <message>
        <source>Code: {digits}. Words: {words}.</source>
        <translation>Código: {digits}. Palabras: {words}.</translation>
    </message>
    <message>
        <source>The code of this computer is covered</source>
        <translation>El código de este equipo está cubierto</translation>
    </message>
</context>
<context>
    <name>CopyButton</name>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
</context>
<context>
    <name>DeviceCard</name>
    <message>
        <source>Drop files here, or click to choose them.</source>
        <translation>Suelte archivos aquí o haga clic para elegirlos.</translation>
    </message>
    <message>
        <source>Not answering</source>
        <translation>No responde</translation>
    </message>
    <message>
        <source>Not seen · was at {address}</source>
        <translation>No se ve · estaba en {address}</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Verificado</translation>
    </message>
    <message>
        <source>Verified · remembered</source>
        <translation>Verificado · recordado</translation>
    </message>
</context>
<context>
    <name>DevicePicker</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Devices nearby</source>
        <translation>Dispositivos cercanos</translation>
    </message>
    <message>
        <source>No device has been found yet. This list fills by itself.</source>
        <translation>Aún no se ha encontrado ningún dispositivo. Esta lista se llena por sí misma.</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Enviar</translation>
    </message>
    <message>
        <source>Send to</source>
        <translation>Enviar a</translation>
    </message>
    <message>
        <source>Which device?</source>
        <translation>¿Qué dispositivo?</translation>
    </message>
    <message>
        <source>{name} — not seen</source>
        <translation>{name} — no se ve</translation>
    </message>
    <message>
        <source>{name} — probably {known}, verified {day}</source>
        <translation>{name} — probablemente {known}, verificado ({day})</translation>
    </message>
    <message>
        <source>{name} — verified</source>
        <translation>{name} — verificado</translation>
    </message>
</context>
<context>
    <name>Earlier</name>
    <message>
        <source>Clear the earlier transfers</source>
        <translation>Borrar las transferencias anteriores</translation>
    </message>
    <message>
        <source>Clear…</source>
        <translation>Borrar…</translation>
    </message>
    <message>
        <source>Details…</source>
        <translation>Detalles…</translation>
    </message>
    <message>
        <source>Earlier transfers</source>
        <translation>Transferencias anteriores</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Consultar de nuevo</translation>
    </message>
    <message>
        <source>Nothing earlier holds {words}.</source>
        <translation>Ninguna transferencia anterior contiene {words}.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Remove from the list…</source>
        <translation>Quitar de la lista…</translation>
    </message>
    <message>
        <source>Save receipt…</source>
        <translation>Guardar recibo…</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Search the earlier transfers</source>
        <translation>Buscar en las transferencias anteriores</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Mostrar en la carpeta</translation>
    </message>
    <message>
        <source>The earlier transfers could not be looked up.</source>
        <translation>No se han podido consultar las transferencias anteriores.</translation>
    </message>
</context>
<context>
    <name>ErrorDetails</name>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Copiar el informe</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>Details: {text}</source>
        <translation>Detalles: {text}</translation>
    </message>
    <message>
        <source>Details…</source>
        <translation>Detalles…</translation>
    </message>
    <message>
        <source>It holds what is written here and nothing else. Tallystick sends it to nobody.</source>
        <translation>Contiene lo que está escrito aquí y nada más. Tallystick no lo envía a nadie.</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Informe</translation>
    </message>
</context>
<context>
    <name>ExistingChoice</name>
    <message>
        <source>Keep both: what comes gets a number</source>
        <translation>Conservar ambos: lo que llega recibe un número</translation>
    </message>
    <message>
        <source>Skip identical files: only what differs is saved, with a number</source>
        <translation>Omitir archivos idénticos: solo se guarda lo que difiere, con un número</translation>
    </message>
    <message numerus="yes">
        <source>{count} of these names are there already. They stay as they are.</source>
        <translation>
            <numerusform>{count} de estos nombres ya existe. Se queda como está.</numerusform>
            <numerusform>{count} de estos nombres ya existen. Se quedan como están.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{names} are there already. They stay as they are.</source>
        <translation>
            <numerusform>{names} ya existe. Se queda como está.</numerusform>
            <numerusform>{names} ya existen. Se quedan como están.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FailureDialog</name>
    <message>
        <source>I have read this</source>
        <translation>He leído esto</translation>
    </message>
    <message>
        <source>Not verified</source>
        <translation>No verificado</translation>
    </message>
    <message>
        <source>Until you close this notice, nobody can start another comparison with this computer.</source>
        <translation>Hasta que cierre este aviso, nadie puede empezar otra comparación con este equipo.</translation>
    </message>
</context>
<context>
    <name>FindingRow</name>
    <message>
        <source>Command: {finding}</source>
        <translation>Comando: {finding}</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy the command: {finding}</source>
        <translation>Copiar el comando: {finding}</translation>
    </message>
</context>
<context>
    <name>ForgetDialog</name>
    <message>
        <source>Forget</source>
        <translation>Olvidar</translation>
    </message>
    <message>
        <source>Forget a device</source>
        <translation>Olvidar un dispositivo</translation>
    </message>
    <message>
        <source>Forget {peer}?</source>
        <translation>¿Olvidar {peer}?</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Conservar</translation>
    </message>
    <message>
        <source>The session with it ends now, and what is being sent stops.</source>
        <translation>La sesión con él termina ahora, y lo que se está enviando se detiene.</translation>
    </message>
    <message>
        <source>You will have to compare a code with it before anything can be sent again.</source>
        <translation>Habrá que comparar un código con él antes de poder enviar algo de nuevo.</translation>
    </message>
</context>
<context>
    <name>InviteDialog</name>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>For a computer that does not appear under Nearby, for example behind a VPN. On the other computer this text goes into “Connect by address…”.</source>
        <translation>Para un equipo que no aparece en «Cerca», por ejemplo detrás de una VPN. En el otro equipo este texto se pega en «Conectar por dirección…».</translation>
    </message>
    <message>
        <source>Good for one session, until {time}. No code is compared: whoever gets hold of this text first can use it, so send it by a way that you both trust.</source>
        <translation>Sirve para una sesión, hasta las {time}. No se compara ningún código: quien consiga primero este texto puede usarlo, así que envíelo por un medio en el que ambos confíen.</translation>
    </message>
    <message>
        <source>Invitation</source>
        <translation>Invitación</translation>
    </message>
    <message>
        <source>Invite another computer</source>
        <translation>Invitar a otro equipo</translation>
    </message>
</context>
<context>
    <name>LimitBox</name>
    <message>
        <source>At most within 24 hours</source>
        <translation>Como máximo en 24 horas</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>A firewall rule for the usual port does not cover this one.</source>
        <translation>Una regla de cortafuegos para el puerto habitual no cubre este.</translation>
    </message>
    <message>
        <source>About {app}</source>
        <translation>Acerca de {app}</translation>
    </message>
    <message>
        <source>Can&apos;t see a device?</source>
        <translation>¿No ve un dispositivo?</translation>
    </message>
    <message>
        <source>Check for updates…</source>
        <translation>Buscar actualizaciones…</translation>
    </message>
    <message>
        <source>Connect by address…</source>
        <translation>Conectar por dirección…</translation>
    </message>
    <message>
        <source>Invite another computer…</source>
        <translation>Invitar a otro equipo…</translation>
    </message>
    <message>
        <source>Port {wanted} is used by another program, so Tallystick uses {port}.</source>
        <translation>Otro programa usa el puerto {wanted}, así que Tallystick usa {port}.</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Remembered devices…</source>
        <translation>Dispositivos recordados…</translation>
    </message>
    <message>
        <source>Rename this computer</source>
        <translation>Cambiar el nombre de este equipo</translation>
    </message>
    <message>
        <source>Search the earlier transfers</source>
        <translation>Buscar en las transferencias anteriores</translation>
    </message>
    <message>
        <source>Send a folder…</source>
        <translation>Enviar una carpeta…</translation>
    </message>
    <message>
        <source>Send files…</source>
        <translation>Enviar archivos…</translation>
    </message>
    <message>
        <source>Send what was copied…</source>
        <translation>Enviar lo copiado…</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Configuración…</translation>
    </message>
</context>
<context>
    <name>Nearby</name>
    <message>
        <source>About this session…</source>
        <translation>Acerca de esta sesión…</translation>
    </message>
    <message>
        <source>Check which device it is</source>
        <translation>Comprobar qué dispositivo es</translation>
    </message>
    <message>
        <source>Compare codes only</source>
        <translation>Solo comparar códigos</translation>
    </message>
    <message>
        <source>Forget this device…</source>
        <translation>Olvidar este dispositivo…</translation>
    </message>
    <message>
        <source>Remember this device…</source>
        <translation>Recordar este dispositivo…</translation>
    </message>
    <message>
        <source>Send a folder…</source>
        <translation>Enviar una carpeta…</translation>
    </message>
    <message>
        <source>Send files…</source>
        <translation>Enviar archivos…</translation>
    </message>
</context>
<context>
    <name>NobodyNear</name>
    <message>
        <source>A firewall or the router keeps devices from finding each other. An address often works.</source>
        <translation>Un cortafuegos o el enrutador impide que los dispositivos se encuentren. Conectar por dirección suele funcionar.</translation>
    </message>
    <message>
        <source>Check the connection</source>
        <translation>Comprobar la conexión</translation>
    </message>
    <message>
        <source>Connect by address…</source>
        <translation>Conectar por dirección…</translation>
    </message>
    <message>
        <source>Looking for devices on this network…</source>
        <translation>Buscando dispositivos en esta red…</translation>
    </message>
    <message>
        <source>Nothing found yet. Most often it is one of these:</source>
        <translation>Aún no se encontró nada. Lo más habitual es una de estas razones:</translation>
    </message>
    <message>
        <source>Tallystick is not open on the other computer, or not visible to everyone nearby.</source>
        <translation>Tallystick no está abierto en el otro equipo, o no es visible para todos los que estén cerca.</translation>
    </message>
    <message>
        <source>Tallystick sends files straight to a computer near you. Both screens show a code, so that you know which computer it is.</source>
        <translation>Tallystick envía archivos directamente a un equipo cercano. Ambas pantallas muestran un código, para saber qué equipo es.</translation>
    </message>
    <message>
        <source>The two computers are on different networks, for example a guest Wi-Fi or a VPN.</source>
        <translation>Los dos equipos están en redes distintas, por ejemplo una Wi-Fi de invitados o una VPN.</translation>
    </message>
</context>
<context>
    <name>Notifications</name>
    <message>
        <source>Accept</source>
        <translation>Aceptar</translation>
    </message>
    <message>
        <source>Both screens show it now.</source>
        <translation>Ambas pantallas lo muestran ahora.</translation>
    </message>
    <message>
        <source>Compare the code with {peer}</source>
        <translation>Comparar el código con {peer}</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>Rechazar</translation>
    </message>
    <message>
        <source>Is {peer} meant?</source>
        <translation>¿Se refería a {peer}?</translation>
    </message>
    <message>
        <source>It answered at {called}.</source>
        <translation>Respondió en {called}.</translation>
    </message>
    <message>
        <source>{peer} sends you files</source>
        <translation>{peer} le envía archivos</translation>
    </message>
    <message>
        <source>{what}, to be saved in {folder}</source>
        <translation>{what}, para guardar en {folder}</translation>
    </message>
</context>
<context>
    <name>OfferDialog</name>
    <message>
        <source>Accept</source>
        <translation>Aceptar</translation>
    </message>
    <message>
        <source>Change the folder to save in</source>
        <translation>Cambiar la carpeta donde guardar</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Cambiar…</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>Rechazar</translation>
    </message>
    <message>
        <source>Files for you</source>
        <translation>Archivos para usted</translation>
    </message>
    <message>
        <source>Free here: {size}</source>
        <translation>Libre aquí: {size}</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Comprobando…</translation>
    </message>
    <message>
        <source>Save in {folder}</source>
        <translation>Guardar en {folder}</translation>
    </message>
    <message>
        <source>This was interrupted. {size} of it are here already; only the rest comes.</source>
        <translation>Esta transferencia se interrumpió. {size} ya están aquí; solo llega el resto.</translation>
    </message>
    <message>
        <source>What would be sent</source>
        <translation>Lo que se enviaría</translation>
    </message>
    <message numerus="yes">
        <source>{count} of these files are programs. Open them only if you expected them.</source>
        <translation>
            <numerusform>{count} de estos archivos es un programa. Ábralo solo si lo esperaba.</numerusform>
            <numerusform>{count} de estos archivos son programas. Ábralos solo si los esperaba.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{files} in {count} folders, {size}</source>
        <translation>
            <numerusform>{files} en {count} carpeta, {size}</numerusform>
            <numerusform>{files} en {count} carpetas, {size}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Parts</name>
    <message>
        <source>Drop files on a device, or click it.</source>
        <translation>Suelte archivos sobre un dispositivo o haga clic en él.</translation>
    </message>
    <message>
        <source>Nearby</source>
        <translation>Cerca</translation>
    </message>
    <message>
        <source>Transfers</source>
        <translation>Transferencias</translation>
    </message>
</context>
<context>
    <name>PastActions</name>
    <message>
        <source>JSON, for programs</source>
        <translation>JSON, para programas</translation>
    </message>
    <message>
        <source>Receipt of {name}</source>
        <translation>Recibo de {name}</translation>
    </message>
    <message>
        <source>Save the receipt</source>
        <translation>Guardar el recibo</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>The receipt was saved as {name}.</source>
        <translation>El recibo se guardó como {name}.</translation>
    </message>
    <message>
        <source>There is no program here that opens it.</source>
        <translation>Aquí no hay ningún programa que lo abra.</translation>
    </message>
    <message>
        <source>What failed of {what}</source>
        <translation>Lo que falló de {what}</translation>
    </message>
    <message>
        <source>{name} is no longer in {folder}.</source>
        <translation>{name} ya no está en {folder}.</translation>
    </message>
</context>
<context>
    <name>PastDetails</name>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Earlier transfer</source>
        <translation>Transferencia anterior</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Terminó</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Omitido</translation>
    </message>
    <message>
        <source>Not delivered</source>
        <translation>No entregado</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Quitar…</translation>
    </message>
    <message>
        <source>Save receipt…</source>
        <translation>Guardar recibo…</translation>
    </message>
    <message>
        <source>Saved in</source>
        <translation>Guardado en</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Mostrar en la carpeta</translation>
    </message>
    <message>
        <source>To</source>
        <translation>A</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Verificado</translation>
    </message>
    <message>
        <source>What it was made of</source>
        <translation>Contenido</translation>
    </message>
</context>
<context>
    <name>Prompts</name>
    <message>
        <source>Save in</source>
        <translation>Guardar en</translation>
    </message>
</context>
<context>
    <name>RecognisedDialog</name>
    <message>
        <source>Another device than you called</source>
        <translation>Un dispositivo distinto del que usted llamó</translation>
    </message>
    <message>
        <source>Don&apos;t send</source>
        <translation>No enviar</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Enviar</translation>
    </message>
    <message>
        <source>Send to it?</source>
        <translation>¿Enviar a este dispositivo?</translation>
    </message>
    <message>
        <source>You called {called} — this is {peer}, verified {day}.</source>
        <translation>Usted llamó a {called} — este es {peer}, verificado ({day}).</translation>
    </message>
    <message numerus="yes">
        <source>and {count} more</source>
        <translation>
            <numerusform>y {count} más</numerusform>
            <numerusform>y {count} más</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RememberedList</name>
    <message>
        <source>Expires</source>
        <translation>Caduca</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Último uso</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Remembered devices</source>
        <translation>Dispositivos recordados</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Verificado</translation>
    </message>
    <message>
        <source>Without asking</source>
        <translation>Sin preguntar</translation>
    </message>
    <message>
        <source>accepted without asking: {size} a day, into {folder}</source>
        <translation>aceptado sin preguntar: {size} al día, en {folder}</translation>
    </message>
    <message>
        <source>{day}, {ahead}</source>
        <translation>{day}, {ahead}</translation>
    </message>
    <message>
        <source>{name}, verified {verified}, last used {used}, expires {expires}</source>
        <translation>{name}, verificado: {verified}, último uso: {used}, caduca: {expires}</translation>
    </message>
    <message>
        <source>{size} a day</source>
        <translation>{size} al día</translation>
    </message>
</context>
<context>
    <name>RememberedWindow</name>
    <message>
        <source>Accept without asking…</source>
        <translation>Aceptar sin preguntar…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Forget…</source>
        <translation>Olvidar…</translation>
    </message>
    <message>
        <source>Once you have compared a code with a device, it can be remembered here.</source>
        <translation>Una vez comparado un código con un dispositivo, este se puede recordar aquí.</translation>
    </message>
    <message>
        <source>Remembered devices</source>
        <translation>Dispositivos recordados</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Cambiar nombre</translation>
    </message>
    <message numerus="yes">
        <source>They prove themselves without a code. Whichever is not used for {count} days is forgotten.</source>
        <translation>
            <numerusform>Demuestran su identidad sin código. El que no se usa durante {count} día se olvida.</numerusform>
            <numerusform>Demuestran su identidad sin código. El que no se usa durante {count} días se olvida.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sending</name>
    <message>
        <source>Save the file first, then drop it here.</source>
        <translation>Guarde primero el archivo y suéltelo aquí después.</translation>
    </message>
    <message>
        <source>Send a folder</source>
        <translation>Enviar una carpeta</translation>
    </message>
    <message>
        <source>Send files</source>
        <translation>Enviar archivos</translation>
    </message>
    <message>
        <source>That is a link to the web, and Tallystick downloads nothing.</source>
        <translation>Es un enlace a la web, y Tallystick no descarga nada.</translation>
    </message>
    <message>
        <source>There is neither a file nor a text on the clipboard.</source>
        <translation>No hay ni archivo ni texto en el portapapeles.</translation>
    </message>
</context>
<context>
    <name>SessionNotices</name>
    <message>
        <source>It is not remembered: both sides have to want that while the session lives.</source>
        <translation>No se recuerda: ambas partes tienen que quererlo mientras dure la sesión.</translation>
    </message>
    <message>
        <source>On the other computer, choose “Remember this device…” on the card of this one.</source>
        <translation>En el otro equipo, elija «Recordar este dispositivo…» en la tarjeta de este.</translation>
    </message>
    <message>
        <source>The session with {peer} is over. Its keys no longer exist.</source>
        <translation>La sesión con {peer} ha terminado. Las claves de la sesión ya no existen.</translation>
    </message>
    <message>
        <source>{peer} is connected again; no code needed.</source>
        <translation>{peer} está conectado de nuevo; no hace falta código.</translation>
    </message>
    <message>
        <source>{peer} is remembered until {day}.</source>
        <translation>{peer} se recuerda hasta el {day}.</translation>
    </message>
    <message>
        <source>{peer} proved itself; no code needed.</source>
        <translation>{peer} demostró su identidad; no hace falta código.</translation>
    </message>
    <message>
        <source>{peer} will be remembered as soon as that is wanted there too.</source>
        <translation>{peer} se recordará en cuanto también allí se desee.</translation>
    </message>
</context>
<context>
    <name>SessionPanel</name>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Calls itself</source>
        <translation>Se llama a sí mismo</translation>
    </message>
    <message>
        <source>Cipher</source>
        <translation>Cifrado</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Connected since</source>
        <translation>Conectado desde</translation>
    </message>
    <message>
        <source>Decrypted here</source>
        <translation>Descifrado aquí</translation>
    </message>
    <message>
        <source>Encrypted here</source>
        <translation>Cifrado aquí</translation>
    </message>
    <message>
        <source>End session and destroy its keys</source>
        <translation>Terminar la sesión y destruir sus claves</translation>
    </message>
    <message>
        <source>Epoch {epoch}, not renewed yet</source>
        <translation>Época {epoch}, aún sin renovar</translation>
    </message>
    <message numerus="yes">
        <source>Epoch {epoch}, renewed {count} times, last at {time}</source>
        <translation>
            <numerusform>Época {epoch}, renovada una vez: {time}</numerusform>
            <numerusform>Época {epoch}, renovada {count} veces, la última: {time}</numerusform>
        </translation>
    </message>
    <message>
        <source>Kept in their folder by Tallystick alone</source>
        <translation>Confinados en su carpeta solo por Tallystick</translation>
    </message>
    <message>
        <source>Kept in their folder by {system} as well</source>
        <translation>Confinados en su carpeta también por {system}</translation>
    </message>
    <message>
        <source>Key agreement</source>
        <translation>Intercambio de claves</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Claves</translation>
    </message>
    <message>
        <source>Keys destroyed</source>
        <translation>Claves destruidas</translation>
    </message>
    <message>
        <source>Received files</source>
        <translation>Archivos recibidos</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sesión</translation>
    </message>
    <message>
        <source>Session over. Its keys no longer exist.</source>
        <translation>Sesión terminada. Las claves de la sesión ya no existen.</translation>
    </message>
    <message>
        <source>This session is verified and open.</source>
        <translation>Esta sesión está verificada y abierta.</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Verificado</translation>
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
        <translation>&amp;Comparación cuidadosa</translation>
    </message>
    <message>
        <source>&amp;Name of this computer</source>
        <translation>&amp;Nombre de este equipo</translation>
    </message>
    <message>
        <source>&amp;Port</source>
        <translation>&amp;Puerto</translation>
    </message>
    <message>
        <source>&amp;Save in</source>
        <translation>&amp;Guardar en</translation>
    </message>
    <message>
        <source>&amp;Who can see this computer</source>
        <translation>&amp;Quién puede ver este equipo</translation>
    </message>
    <message>
        <source>A port is a number from {least} to {most}.</source>
        <translation>Un puerto es un número de {least} a {most}.</translation>
    </message>
    <message>
        <source>Appea&amp;rance</source>
        <translation>&amp;Apariencia</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>Ask each time</source>
        <translation>Preguntar cada vez</translation>
    </message>
    <message>
        <source>Change the folder to save in</source>
        <translation>Cambiar la carpeta donde guardar</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Cambiar…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscura</translation>
    </message>
    <message>
        <source>Devices can be remembered for {least} to {most} days.</source>
        <translation>Los dispositivos se pueden recordar de {least} a {most} días.</translation>
    </message>
    <message>
        <source>Keep both: what comes gets a number</source>
        <translation>Conservar ambos: lo que llega recibe un número</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>&amp;Idioma</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clara</translation>
    </message>
    <message>
        <source>Names that are there &amp;already</source>
        <translation>Nombres que ya &amp;existen</translation>
    </message>
    <message>
        <source>No&amp;tifications</source>
        <translation>No&amp;tificaciones</translation>
    </message>
    <message>
        <source>Notifications while the window is hidden</source>
        <translation>Notificaciones mientras la ventana está oculta</translation>
    </message>
    <message>
        <source>Remember &amp;devices for</source>
        <translation>&amp;Recordar dispositivos durante</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Configuración</translation>
    </message>
    <message>
        <source>Skip identical files, number the others</source>
        <translation>Omitir archivos idénticos, numerar los demás</translation>
    </message>
    <message>
        <source>Start at &amp;login</source>
        <translation>Abrir al iniciar &amp;sesión</translation>
    </message>
    <message>
        <source>The port stays as it was.</source>
        <translation>El puerto se queda como estaba.</translation>
    </message>
    <message>
        <source>as --port says this time; has to be open in a firewall</source>
        <translation>esta vez lo indica --port; tiene que estar abierto en el cortafuegos</translation>
    </message>
    <message>
        <source>days after their last use</source>
        <translation>días desde su último uso</translation>
    </message>
    <message>
        <source>has to be open in a firewall</source>
        <translation>tiene que estar abierto en el cortafuegos</translation>
    </message>
    <message>
        <source>type the code of the other screen when somebody connects</source>
        <translation>escribir el código de la otra pantalla cuando alguien se conecta</translation>
    </message>
    <message>
        <source>was taken: it is {port} for now, and that has to be open in a firewall</source>
        <translation>estaba ocupado: por ahora es {port}, que tiene que estar abierto en el cortafuegos</translation>
    </message>
    <message>
        <source>while the window is hidden</source>
        <translation>mientras la ventana está oculta</translation>
    </message>
</context>
<context>
    <name>SideWindows</name>
    <message>
        <source>Save in</source>
        <translation>Guardar en</translation>
    </message>
</context>
<context>
    <name>StartFailure</name>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Tallystick could not start</source>
        <translation>Tallystick no pudo iniciarse</translation>
    </message>
</context>
<context>
    <name>TextDialog</name>
    <message>
        <source>A text for you</source>
        <translation>Un texto para usted</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>It holds characters that cannot be seen. Careful where you paste it.</source>
        <translation>Contiene caracteres que no se ven. Cuidado con dónde lo pega.</translation>
    </message>
    <message>
        <source>The text</source>
        <translation>El texto</translation>
    </message>
    <message numerus="yes">
        <source>{count} more texts wait until you close this one.</source>
        <translation>
            <numerusform>{count} texto más espera a que cierre este.</numerusform>
            <numerusform>{count} textos más esperan a que cierre este.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Menu</source>
        <translation>Menú</translation>
    </message>
    <message>
        <source>Name of this computer</source>
        <translation>Nombre de este equipo</translation>
    </message>
    <message>
        <source>Rename this computer</source>
        <translation>Cambiar el nombre de este equipo</translation>
    </message>
    <message>
        <source>Rename this computer, now {name}</source>
        <translation>Cambiar el nombre de este equipo, ahora {name}</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Este equipo</translation>
    </message>
    <message>
        <source>Visible to everyone nearby</source>
        <translation>Visible para todos los que estén cerca</translation>
    </message>
    <message>
        <source>Visible to everyone until {time}</source>
        <translation>Visible para todos hasta las {time}</translation>
    </message>
    <message>
        <source>Visible to nobody</source>
        <translation>No visible para nadie</translation>
    </message>
    <message>
        <source>Visible to remembered devices</source>
        <translation>Visible para los dispositivos recordados</translation>
    </message>
</context>
<context>
    <name>TransferRow</name>
    <message>
        <source>About this session…</source>
        <translation>Acerca de esta sesión…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Cancel {what}</source>
        <translation>Cancelar {what}</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Continue {what}</source>
        <translation>Continuar {what}</translation>
    </message>
    <message>
        <source>Details…</source>
        <translation>Detalles…</translation>
    </message>
    <message>
        <source>Files that were not delivered</source>
        <translation>Archivos que no se entregaron</translation>
    </message>
    <message>
        <source>Hide the list</source>
        <translation>Ocultar la lista</translation>
    </message>
    <message>
        <source>More about {what}</source>
        <translation>Más sobre {what}</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Open {what}</source>
        <translation>Abrir {what}</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Pause {what}</source>
        <translation>Pausar {what}</translation>
    </message>
    <message>
        <source>Progress of {what}</source>
        <translation>Progreso de {what}</translation>
    </message>
    <message>
        <source>Remove from the list…</source>
        <translation>Quitar de la lista…</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reanudar</translation>
    </message>
    <message>
        <source>Resume {what}</source>
        <translation>Reanudar {what}</translation>
    </message>
    <message>
        <source>Save receipt…</source>
        <translation>Guardar recibo…</translation>
    </message>
    <message>
        <source>Send again what failed of {what}</source>
        <translation>Enviar de nuevo lo que falló de {what}</translation>
    </message>
    <message>
        <source>Send {what} again</source>
        <translation>Enviar {what} de nuevo</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Mostrar en la carpeta</translation>
    </message>
    <message numerus="yes">
        <source>Show the reasons</source>
        <translation>
            <numerusform>Mostrar el motivo</numerusform>
            <numerusform>Mostrar los motivos</numerusform>
        </translation>
    </message>
    <message>
        <source>Show what was left out</source>
        <translation>Mostrar lo omitido</translation>
    </message>
    <message>
        <source>Show {what} in its folder</source>
        <translation>Mostrar {what} en su carpeta</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Show {app}</source>
        <translation>Mostrar {app}</translation>
    </message>
    <message>
        <source>Who can see this computer</source>
        <translation>Quién puede ver este equipo</translation>
    </message>
    <message numerus="yes">
        <source>{app}: {count} transfers are running</source>
        <translation>
            <numerusform>{app}: una transferencia en curso</numerusform>
            <numerusform>{app}: {count} transferencias en curso</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TypedCode</name>
    <message>
        <source>That is not the code of this computer either. If you typed what is there, it is different.</source>
        <translation>Tampoco ese es el código de este equipo. Si ha escrito lo que aparece allí, es distinto.</translation>
    </message>
    <message>
        <source>That is not the code of this computer. Look again, and type it once more.</source>
        <translation>Ese no es el código de este equipo. Mire otra vez y escríbalo de nuevo.</translation>
    </message>
    <message>
        <source>The code on the other screen</source>
        <translation>El código de la otra pantalla</translation>
    </message>
    <message>
        <source>Type the code that the screen of {peer} shows.</source>
        <translation>Escriba el código que muestra la pantalla de {peer}.</translation>
    </message>
</context>
<context>
    <name>UnprovenDialog</name>
    <message>
        <source>Compare codes anew…</source>
        <translation>Comparar códigos de nuevo…</translation>
    </message>
    <message>
        <source>It answered at {address}.</source>
        <translation>Respondió en {address}.</translation>
    </message>
    <message>
        <source>It may have forgotten this computer, or somebody is in between.</source>
        <translation>Puede que haya olvidado este equipo, o que haya alguien en medio.</translation>
    </message>
    <message>
        <source>Not verified</source>
        <translation>No verificado</translation>
    </message>
    <message>
        <source>Nothing was sent. If you know why, for example because the other computer was set up anew, you can compare codes as with a device that you do not know.</source>
        <translation>No se envió nada. Si sabe por qué, por ejemplo porque el otro equipo se configuró de nuevo, puede comparar códigos como con un dispositivo desconocido.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>This did not prove to be {peer}.</source>
        <translation>Este dispositivo no demostró ser {peer}.</translation>
    </message>
</context>
<context>
    <name>VerifiedPage</name>
    <message>
        <source>&amp;It is the same device: replace the one verified {day}</source>
        <translation>Es el &amp;mismo dispositivo: reemplazar el verificado el {day}</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Remember this device for {count} days</source>
        <translation>
            <numerusform>&amp;Recordar este dispositivo durante {count} día</numerusform>
            <numerusform>&amp;Recordar este dispositivo durante {count} días</numerusform>
        </translation>
    </message>
    <message>
        <source>The codes match.</source>
        <translation>Los códigos coinciden.</translation>
    </message>
    <message>
        <source>The codes match. This is {peer}.</source>
        <translation>Los códigos coinciden. Este es {peer}.</translation>
    </message>
    <message>
        <source>{box}: ticked</source>
        <translation>{box}: marcado</translation>
    </message>
</context>
<context>
    <name>VisibilityMenu</name>
    <message>
        <source>Everyone nearby, for ten minutes</source>
        <translation>Todos los que estén cerca, durante diez minutos</translation>
    </message>
</context>
<context>
    <name>Wakefulness</name>
    <message>
        <source>Files are being transferred</source>
        <translation>Se están transfiriendo archivos</translation>
    </message>
</context>
<context>
    <name>_NameDelegate</name>
    <message>
        <source>Your name for {name}</source>
        <translation>El nombre que usted da a {name}</translation>
    </message>
</context>
<context>
    <name>_Notice</name>
    <message>
        <source>Details: {text}</source>
        <translation>Detalles: {text}</translation>
    </message>
    <message>
        <source>Details…</source>
        <translation>Detalles…</translation>
    </message>
    <message>
        <source>Dismiss: {text}</source>
        <translation>Cerrar: {text}</translation>
    </message>
</context>
<context>
    <name>_SearchField</name>
    <message>
        <source>Clear the search</source>
        <translation>Borrar la búsqueda</translation>
    </message>
</context>
<context>
    <name>dates</name>
    <message numerus="yes">
        <source>in {count} days</source>
        <translation>
            <numerusform>en {count} día</numerusform>
            <numerusform>en {count} días</numerusform>
        </translation>
    </message>
    <message>
        <source>today</source>
        <translation>hoy</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>mañana</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>ayer</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>A later version of Tallystick keeps the remembered devices in “{path}”; this one can use none of them.</source>
        <translation>Una versión posterior de Tallystick guarda los dispositivos recordados en «{path}»; esta no puede usar ninguno de ellos.</translation>
    </message>
    <message>
        <source>Accept more when some of them are finished.</source>
        <translation>Acepte más cuando algunas hayan terminado.</translation>
    </message>
    <message>
        <source>Agreeing on keys with {peer} failed ({detail}).</source>
        <translation>No se pudieron acordar claves con {peer} ({detail}).</translation>
    </message>
    <message>
        <source>Another code is on the screen already.</source>
        <translation>Ya hay otro código en la pantalla.</translation>
    </message>
    <message>
        <source>Another computer, which did not prove to be {peer}, answered at {address}.</source>
        <translation>En {address} respondió otro equipo, que no demostró ser {peer}.</translation>
    </message>
    <message>
        <source>Another version of Tallystick noted: “{words}”.</source>
        <translation>Otra versión de Tallystick anotó: «{words}».</translation>
    </message>
    <message>
        <source>Ask for a new one: each is good for one session.</source>
        <translation>Pida una nueva: cada una sirve para una sesión.</translation>
    </message>
    <message>
        <source>Bigger ones will be left out. Choose another folder to keep them.</source>
        <translation>Los más grandes se omitirán. Elija otra carpeta para conservarlos.</translation>
    </message>
    <message>
        <source>Cancel the transfer to delete what had arrived; what was delivered stays.</source>
        <translation>Cancele la transferencia para borrar lo que había llegado; lo entregado se queda.</translation>
    </message>
    <message>
        <source>Check its permissions.</source>
        <translation>Compruebe sus permisos.</translation>
    </message>
    <message>
        <source>Check that Tallystick is open there and that both are on the same network.</source>
        <translation>Compruebe que Tallystick está abierto allí y que ambos están en la misma red.</translation>
    </message>
    <message>
        <source>Check that Tallystick is open there and visible to others, and that no firewall refuses it. If you typed an address, compare the port.</source>
        <translation>Compruebe que Tallystick está abierto allí y visible para otros, y que ningún cortafuegos lo rechaza. Si escribió una dirección, compare el puerto.</translation>
    </message>
    <message>
        <source>Check that Tallystick is open there, or use its address: HOST:PORT.</source>
        <translation>Compruebe que Tallystick está abierto allí, o use su dirección: HOST:PORT.</translation>
    </message>
    <message>
        <source>Check that the other computer is switched on, and Tallystick open there and visible to others. A firewall there can be the cause, too, or a Wi-Fi that keeps its guests apart.</source>
        <translation>Compruebe que el otro equipo está encendido y que Tallystick está abierto allí y visible para otros. También puede deberse a un cortafuegos de allí, o a una Wi-Fi que aísla a sus invitados.</translation>
    </message>
    <message>
        <source>Check that the other computer is switched on, and put both on the same network, not a guest one. A firewall can be the cause, too.</source>
        <translation>Compruebe que el otro equipo está encendido y ponga ambos en la misma red, no en una de invitados. También puede deberse a un cortafuegos.</translation>
    </message>
    <message>
        <source>Check that the other computer is switched on, and put both on the same network, not a guest one. On this Mac, Tallystick has to be allowed under System Settings, Privacy and Security, Local Network.</source>
        <translation>Compruebe que el otro equipo está encendido y ponga ambos en la misma red, no en una de invitados. En este Mac, Tallystick debe estar permitido en Ajustes del Sistema, Privacidad y seguridad, Red local.</translation>
    </message>
    <message>
        <source>Check the disk and send it again.</source>
        <translation>Compruebe el disco y envíelo de nuevo.</translation>
    </message>
    <message>
        <source>Check the disk there and send it again.</source>
        <translation>Compruebe el disco de allí y envíelo de nuevo.</translation>
    </message>
    <message>
        <source>Check the network of this computer, and put both on the same one.</source>
        <translation>Compruebe la red de este equipo y ponga ambos en la misma.</translation>
    </message>
    <message>
        <source>Check the spelling and try again.</source>
        <translation>Compruebe cómo está escrito e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Check the spelling, or use the number address that the other computer shows.</source>
        <translation>Compruebe cómo está escrito, o use la dirección numérica que muestra el otro equipo.</translation>
    </message>
    <message>
        <source>Choose a folder that is less deep.</source>
        <translation>Elija una carpeta menos profunda.</translation>
    </message>
    <message>
        <source>Choose another file name.</source>
        <translation>Elija otro nombre de archivo.</translation>
    </message>
    <message>
        <source>Choose another folder there and send again.</source>
        <translation>Elija allí otra carpeta y envíe de nuevo.</translation>
    </message>
    <message>
        <source>Choose another folder with --profile.</source>
        <translation>Elija otra carpeta con --profile.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Elija otra carpeta.</translation>
    </message>
    <message>
        <source>Choose them again to send them.</source>
        <translation>Elíjalos de nuevo para enviarlos.</translation>
    </message>
    <message>
        <source>Choose “Only remembered devices” or “Everyone nearby” first.</source>
        <translation>Elija primero «Solo dispositivos recordados» o «Todos los que estén cerca».</translation>
    </message>
    <message>
        <source>Close it, then try again. If it cannot be closed, end it in the system&apos;s list of processes.</source>
        <translation>Ciérrelo e inténtelo de nuevo. Si no se puede cerrar, termínelo en la lista de procesos del sistema.</translation>
    </message>
    <message>
        <source>Close that program or choose another port with --port.</source>
        <translation>Cierre ese programa o elija otro puerto con --port.</translation>
    </message>
    <message>
        <source>Compare codes with each of them again. The old file was kept as “{kept}”.</source>
        <translation>Compare de nuevo un código con cada uno de ellos. El archivo antiguo se conservó como «{kept}».</translation>
    </message>
    <message>
        <source>Connect by address instead, or let “tallystick doctor” look for the cause.</source>
        <translation>Conéctese por dirección, o deje que «tallystick doctor» busque la causa.</translation>
    </message>
    <message>
        <source>Connect to the same Wi-Fi or cable network as the other computer.</source>
        <translation>Conecte este equipo a la misma red Wi-Fi o de cable que el otro.</translation>
    </message>
    <message>
        <source>Copy it again, from “tallystick-invitation:” to its end.</source>
        <translation>Cópiela de nuevo, desde «tallystick-invitation:» hasta el final.</translation>
    </message>
    <message>
        <source>Data from {peer} was changed on the way, so the session was ended.</source>
        <translation>Se alteraron datos de {peer} por el camino, así que se terminó la sesión.</translation>
    </message>
    <message>
        <source>Devices nearby cannot be looked for ({reason}).</source>
        <translation>No se pueden buscar dispositivos cercanos ({reason}).</translation>
    </message>
    <message>
        <source>Files cannot be saved in “{path}” ({reason}).</source>
        <translation>No se pueden guardar archivos en «{path}» ({reason}).</translation>
    </message>
    <message>
        <source>Files that were delivered before stay.</source>
        <translation>Los archivos entregados antes se quedan.</translation>
    </message>
    <message>
        <source>Finish that comparison first.</source>
        <translation>Termine primero esa comparación.</translation>
    </message>
    <message>
        <source>Forget one of the two entries on this computer, then try again.</source>
        <translation>Olvide una de las dos entradas en este equipo e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Forget one that you no longer use.</source>
        <translation>Olvide uno que ya no use.</translation>
    </message>
    <message>
        <source>If it does not come back by itself, continue the transfer; a code is compared again.</source>
        <translation>Si no vuelve por sí misma, continúe la transferencia; entonces se compara un código de nuevo.</translation>
    </message>
    <message>
        <source>If it does not come back by itself, somebody has to continue the transfer on {peer}.</source>
        <translation>Si no vuelve por sí misma, alguien tiene que continuar la transferencia en {peer}.</translation>
    </message>
    <message>
        <source>Install Tallystick again with a current &apos;cryptography&apos; package.</source>
        <translation>Instale Tallystick de nuevo con un paquete «cryptography» actual.</translation>
    </message>
    <message>
        <source>It goes on when somebody resumes it there.</source>
        <translation>Seguirá cuando alguien la reanude allí.</translation>
    </message>
    <message>
        <source>It goes on when you resume it.</source>
        <translation>Seguirá cuando usted la reanude.</translation>
    </message>
    <message>
        <source>It is not known any more where these files are on this computer.</source>
        <translation>Ya no se sabe dónde están estos archivos en este equipo.</translation>
    </message>
    <message>
        <source>It was not kept there.</source>
        <translation>No se conservó allí.</translation>
    </message>
    <message>
        <source>It was sent nothing: {peer} was found at another of its last addresses, and proved itself there.</source>
        <translation>No se le envió nada: {peer} estaba en otra de sus últimas direcciones y allí demostró su identidad.</translation>
    </message>
    <message>
        <source>Let Tallystick out in the settings of that firewall.</source>
        <translation>Deje salir a Tallystick en los ajustes de ese cortafuegos.</translation>
    </message>
    <message>
        <source>Links, devices and other special files are left out.</source>
        <translation>Los enlaces, dispositivos y otros archivos especiales se omiten.</translation>
    </message>
    <message>
        <source>Look at the list and have those sent again.</source>
        <translation>Mire la lista y pida que le envíen esos de nuevo.</translation>
    </message>
    <message>
        <source>Look at the list and send those again.</source>
        <translation>Mire la lista y envíe esos de nuevo.</translation>
    </message>
    <message>
        <source>Make room or choose another folder.</source>
        <translation>Haga sitio o elija otra carpeta.</translation>
    </message>
    <message>
        <source>Make room there or send less.</source>
        <translation>Haga sitio allí o envíe menos.</translation>
    </message>
    <message>
        <source>Make room. The transfer then goes on by itself.</source>
        <translation>Haga sitio. Entonces la transferencia seguirá por sí misma.</translation>
    </message>
    <message>
        <source>More than one device is called “{peer}”: {addresses}.</source>
        <translation>Más de un dispositivo se llama «{peer}»: {addresses}.</translation>
    </message>
    <message>
        <source>More than {most} files and folders were selected.</source>
        <translation>Se seleccionaron más de {most} archivos y carpetas.</translation>
    </message>
    <message>
        <source>No device called “{peer}” was found on this network.</source>
        <translation>No se encontró en esta red ningún dispositivo llamado «{peer}».</translation>
    </message>
    <message>
        <source>Nobody answered the offer here in time.</source>
        <translation>Nadie respondió aquí a la oferta a tiempo.</translation>
    </message>
    <message>
        <source>Nobody could be asked here about what {peer} offers.</source>
        <translation>Aquí no se pudo preguntar a nadie por lo que ofrece {peer}.</translation>
    </message>
    <message>
        <source>Nobody here could compare a code with {peer}.</source>
        <translation>Aquí nadie pudo comparar un código con {peer}.</translation>
    </message>
    <message>
        <source>Nobody on {peer} took the text.</source>
        <translation>Nadie aceptó el texto en {peer}.</translation>
    </message>
    <message>
        <source>Nothing changed was kept. Try again; if it repeats, somebody may be interfering.</source>
        <translation>No se conservó ningún dato alterado. Inténtelo de nuevo; si se repite, puede que alguien esté interfiriendo.</translation>
    </message>
    <message>
        <source>Nothing unchecked was kept. Check that both computers run a current Tallystick.</source>
        <translation>No se conservó nada sin comprobar. Compruebe que ambos equipos usan un Tallystick actual.</translation>
    </message>
    <message>
        <source>Nothing was received. Receive where somebody can answer, or say beforehand what is accepted.</source>
        <translation>No se recibió nada. Reciba donde alguien pueda responder, o diga de antemano qué se acepta.</translation>
    </message>
    <message>
        <source>Nothing was received. {peer} can send it again.</source>
        <translation>No se recibió nada. {peer} puede enviarlo de nuevo.</translation>
    </message>
    <message>
        <source>Nothing was sent or received.</source>
        <translation>No se envió ni se recibió nada.</translation>
    </message>
    <message>
        <source>Nothing was sent or received. Compare it in the window, at a terminal, or with a program that answers.</source>
        <translation>No se envió ni se recibió nada. Compárelo en la ventana, en un terminal o con un programa que responda.</translation>
    </message>
    <message>
        <source>Nothing was sent or received. Somebody may be interfering with this connection.</source>
        <translation>No se envió ni se recibió nada. Puede que alguien esté interfiriendo en esta conexión.</translation>
    </message>
    <message>
        <source>Nothing was sent or received. Try again when both people are there.</source>
        <translation>No se envió ni se recibió nada. Inténtelo de nuevo cuando ambas personas estén presentes.</translation>
    </message>
    <message>
        <source>Nothing was sent or received. Try again, and compare with the right screen.</source>
        <translation>No se envió ni se recibió nada. Inténtelo de nuevo y compare con la pantalla correcta.</translation>
    </message>
    <message>
        <source>Nothing was sent or received. Try again; if it happens again, somebody may be interfering.</source>
        <translation>No se envió ni se recibió nada. Inténtelo de nuevo; si vuelve a ocurrir, puede que alguien esté interfiriendo.</translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation>No se envió nada.</translation>
    </message>
    <message>
        <source>Nothing was sent. Ask for a new invitation.</source>
        <translation>No se envió nada. Pida una invitación nueva.</translation>
    </message>
    <message>
        <source>Nothing was sent. Comparing codes anew is possible, if both people look closely.</source>
        <translation>No se envió nada. Se pueden comparar códigos de nuevo si ambas personas miran con atención.</translation>
    </message>
    <message>
        <source>Nothing was sent. Try again when somebody is there.</source>
        <translation>No se envió nada. Inténtelo de nuevo cuando haya alguien allí.</translation>
    </message>
    <message>
        <source>Nothing was written. Rename it on the sending computer.</source>
        <translation>No se escribió nada. Cámbiele el nombre en el equipo que envía.</translation>
    </message>
    <message>
        <source>Nothing was written. Rename one of them on the sending computer.</source>
        <translation>No se escribió nada. Cambie el nombre de uno de ellos en el equipo que envía.</translation>
    </message>
    <message>
        <source>Once that folder is as it was, this goes on by itself. If it stays away, cancel and have it sent again.</source>
        <translation>En cuanto esa carpeta vuelva a estar como estaba, esto sigue por sí solo. Si no vuelve, cancele y pida que se envíe de nuevo.</translation>
    </message>
    <message>
        <source>Only what was delivered has one, as long as it is in the history.</source>
        <translation>Solo lo entregado tiene recibo, mientras esté en la lista de transferencias anteriores.</translation>
    </message>
    <message>
        <source>Other users of this computer could read the secrets of your remembered devices in “{path}”.</source>
        <translation>Otros usuarios de este equipo podían leer los secretos de sus dispositivos recordados en «{path}».</translation>
    </message>
    <message>
        <source>Other users of this computer may be able to read the secrets of your remembered devices in “{path}”.</source>
        <translation>Es posible que otros usuarios de este equipo puedan leer los secretos de sus dispositivos recordados en «{path}».</translation>
    </message>
    <message>
        <source>Please report this.</source>
        <translation>Informe de esto, por favor.</translation>
    </message>
    <message>
        <source>Port {port} is already used by another program on this computer.</source>
        <translation>Otro programa de este equipo ya usa el puerto {port}.</translation>
    </message>
    <message>
        <source>Programs are only saved when you were asked.</source>
        <translation>Los programas solo se guardan si se le ha preguntado.</translation>
    </message>
    <message>
        <source>Rename it and send again.</source>
        <translation>Cámbiele el nombre y envíelo de nuevo.</translation>
    </message>
    <message>
        <source>Save it as a file and send that.</source>
        <translation>Guárdelo como archivo y envíe ese archivo.</translation>
    </message>
    <message>
        <source>Send again when they have been answered.</source>
        <translation>Envíe de nuevo cuando se hayan respondido.</translation>
    </message>
    <message>
        <source>Send it again when somebody has read them.</source>
        <translation>Envíelo de nuevo cuando alguien los haya leído.</translation>
    </message>
    <message>
        <source>Send it again when somebody is there.</source>
        <translation>Envíelo de nuevo cuando haya alguien allí.</translation>
    </message>
    <message>
        <source>Send it again.</source>
        <translation>Envíelo de nuevo.</translation>
    </message>
    <message>
        <source>Send them again. What was delivered stays delivered.</source>
        <translation>Envíelos de nuevo. Lo entregado sigue entregado.</translation>
    </message>
    <message>
        <source>Send them in several parts.</source>
        <translation>Envíelos en varias partes.</translation>
    </message>
    <message>
        <source>Some paths below “{path}” would have more than {most} bytes, which many programs cannot open.</source>
        <translation>Algunas rutas bajo «{path}» tendrían más de {most} bytes, y muchos programas no pueden abrirlas.</translation>
    </message>
    <message>
        <source>Somebody has to look at that screen and finish what is there, then try again.</source>
        <translation>Alguien tiene que mirar esa pantalla y terminar lo que hay en ella; inténtelo después.</translation>
    </message>
    <message>
        <source>Somebody has to make room there. The transfer then goes on by itself.</source>
        <translation>Alguien tiene que hacer sitio allí. Entonces la transferencia seguirá por sí misma.</translation>
    </message>
    <message>
        <source>Something went wrong.</source>
        <translation>Algo salió mal.</translation>
    </message>
    <message>
        <source>Start a new one. A code is compared again, unless the device is remembered.</source>
        <translation>Empiece una nueva. Se compara un código de nuevo, salvo que el dispositivo esté recordado.</translation>
    </message>
    <message>
        <source>Tallystick is open already, but does not answer.</source>
        <translation>Tallystick ya está abierto, pero no responde.</translation>
    </message>
    <message>
        <source>Tallystick made a mistake ({detail}).</source>
        <translation>Tallystick cometió un error ({detail}).</translation>
    </message>
    <message>
        <source>Tallystick made a mistake and ended the session ({detail}).</source>
        <translation>Tallystick cometió un error y terminó la sesión ({detail}).</translation>
    </message>
    <message>
        <source>Tallystick&apos;s own data in “{path}” cannot be used ({reason}).</source>
        <translation>Los datos propios de Tallystick en «{path}» no se pueden usar ({reason}).</translation>
    </message>
    <message>
        <source>That address leads back to this computer.</source>
        <translation>Esa dirección lleva de vuelta a este equipo.</translation>
    </message>
    <message>
        <source>That disk keeps nothing from anybody. Choose a folder on another one with --profile.</source>
        <translation>Ese disco no oculta nada a nadie. Elija con --profile una carpeta en otro.</translation>
    </message>
    <message>
        <source>The codes differ. Someone may be between you and {peer}, or you compared with another device.</source>
        <translation>Los códigos son distintos. Puede que haya alguien entre usted y {peer}, o que usted haya comparado con otro dispositivo.</translation>
    </message>
    <message>
        <source>The comparison with {peer} was not finished.</source>
        <translation>La comparación con {peer} no se terminó.</translation>
    </message>
    <message>
        <source>The connection to {peer} was interrupted.</source>
        <translation>La conexión con {peer} se interrumpió.</translation>
    </message>
    <message>
        <source>The connection to {peer} was lost.</source>
        <translation>La conexión con {peer} se perdió.</translation>
    </message>
    <message>
        <source>The disk is full: {needed} more needed, {free} free.</source>
        <translation>El disco está lleno: aún se necesitan {needed}, hay {free} libres.</translation>
    </message>
    <message>
        <source>The disk of {peer} is full.</source>
        <translation>El disco de {peer} está lleno.</translation>
    </message>
    <message>
        <source>The disk of “{path}” cannot hold these names: {names}.</source>
        <translation>El disco de «{path}» no admite estos nombres: {names}.</translation>
    </message>
    <message>
        <source>The disk of “{path}” holds no files of more than {most}.</source>
        <translation>El disco de «{path}» no admite archivos de más de {most}.</translation>
    </message>
    <message>
        <source>The disk of “{path}” holds no names of more than {most} bytes, and there may be longer ones.</source>
        <translation>El disco de «{path}» no admite nombres de más de {most} bytes, y puede haberlos más largos.</translation>
    </message>
    <message>
        <source>The folder chosen on {peer} cannot be written to.</source>
        <translation>No se puede escribir en la carpeta elegida en {peer}.</translation>
    </message>
    <message>
        <source>The history of earlier transfers could not be used ({reason}); a new one was begun.</source>
        <translation>La lista de transferencias anteriores no se pudo usar ({reason}); se empezó una nueva.</translation>
    </message>
    <message>
        <source>The name {name!r} is not safe on every computer ({reason}).</source>
        <translation>El nombre {name!r} no es seguro en todos los equipos ({reason}).</translation>
    </message>
    <message>
        <source>The old file was kept as “{kept}”.</source>
        <translation>El archivo antiguo se conservó como «{kept}».</translation>
    </message>
    <message>
        <source>The old file was kept as “{kept}”. Received files are not touched by this.</source>
        <translation>El archivo antiguo se conservó como «{kept}». Los archivos recibidos no se ven afectados.</translation>
    </message>
    <message>
        <source>The remembered devices could not be used ({reason}); none of them is trusted any more.</source>
        <translation>Los dispositivos recordados no se pudieron usar ({reason}); ya no se confía en ninguno de ellos.</translation>
    </message>
    <message>
        <source>The session with {peer} is over.</source>
        <translation>La sesión con {peer} ha terminado.</translation>
    </message>
    <message>
        <source>The settings could not be used ({reason}); Tallystick started with its defaults, but for who can see this computer, where that could be read.</source>
        <translation>La configuración no se pudo usar ({reason}); Tallystick se inició con los valores predeterminados, salvo quién puede ver este equipo, si eso se pudo leer.</translation>
    </message>
    <message>
        <source>The transfer goes on by itself when both computers are connected again.</source>
        <translation>La transferencia seguirá por sí misma cuando ambos equipos se conecten de nuevo.</translation>
    </message>
    <message>
        <source>The transfer to {peer} can no longer be continued: the files here have changed.</source>
        <translation>La transferencia a {peer} ya no se puede continuar: los archivos de aquí han cambiado.</translation>
    </message>
    <message>
        <source>The transfer was cancelled.</source>
        <translation>La transferencia se canceló.</translation>
    </message>
    <message>
        <source>There is no receipt of this transfer ({reason}).</source>
        <translation>No hay recibo de esta transferencia ({reason}).</translation>
    </message>
    <message>
        <source>There is no text to send.</source>
        <translation>No hay texto que enviar.</translation>
    </message>
    <message>
        <source>There is not enough space on {peer}.</source>
        <translation>No hay espacio suficiente en {peer}.</translation>
    </message>
    <message>
        <source>There is not enough space: {needed} needed, {free} free.</source>
        <translation>No hay espacio suficiente: se necesitan {needed}, hay {free} libres.</translation>
    </message>
    <message>
        <source>There is nothing here that can be sent.</source>
        <translation>Aquí no hay nada que se pueda enviar.</translation>
    </message>
    <message>
        <source>They no longer can. If you do not trust them, forget the devices and compare codes again.</source>
        <translation>Ya no pueden. Si no confía en ellos, olvide los dispositivos y compare códigos de nuevo.</translation>
    </message>
    <message>
        <source>This computer is not connected to any network.</source>
        <translation>Este equipo no está conectado a ninguna red.</translation>
    </message>
    <message>
        <source>This computer lets nobody call it, so it cannot invite anybody.</source>
        <translation>Este equipo no deja que nadie lo llame, así que no puede invitar a nadie.</translation>
    </message>
    <message>
        <source>This computer&apos;s cryptography library lacks ML-KEM-768, so no session can start.</source>
        <translation>A la biblioteca criptográfica de este equipo le falta ML-KEM-768, así que no puede empezar ninguna sesión.</translation>
    </message>
    <message>
        <source>This did not prove to be {peer}. It may have forgotten this computer, or somebody is in between.</source>
        <translation>Este dispositivo no demostró ser {peer}. Puede que haya olvidado este equipo, o que haya alguien en medio.</translation>
    </message>
    <message>
        <source>This holds something that is no text.</source>
        <translation>Esto contiene algo que no es texto.</translation>
    </message>
    <message>
        <source>This invitation was used already.</source>
        <translation>Esta invitación ya se usó.</translation>
    </message>
    <message>
        <source>This is not a whole invitation.</source>
        <translation>Esto no es una invitación completa.</translation>
    </message>
    <message>
        <source>This is too long to be sent as a text.</source>
        <translation>Es demasiado largo para enviarlo como texto.</translation>
    </message>
    <message>
        <source>Too many offers wait for an answer on {peer}.</source>
        <translation>Demasiadas ofertas esperan respuesta en {peer}.</translation>
    </message>
    <message>
        <source>Too many texts wait to be read on {peer}.</source>
        <translation>Demasiados textos esperan ser leídos en {peer}.</translation>
    </message>
    <message>
        <source>Too many transfers from {peer} are under way.</source>
        <translation>Hay demasiadas transferencias de {peer} en curso.</translation>
    </message>
    <message>
        <source>Type or paste some.</source>
        <translation>Escriba o pegue uno.</translation>
    </message>
    <message>
        <source>Update Tallystick on both computers.</source>
        <translation>Actualice Tallystick en ambos equipos.</translation>
    </message>
    <message>
        <source>Use the address of the one you mean.</source>
        <translation>Use la dirección de aquel al que se refiere.</translation>
    </message>
    <message>
        <source>Use the later version, or move that file away and compare codes with each of them again.</source>
        <translation>Use la versión posterior, o aparte ese archivo y compare de nuevo un código con cada uno de ellos.</translation>
    </message>
    <message>
        <source>Use the other computer&apos;s address.</source>
        <translation>Use la dirección del otro equipo.</translation>
    </message>
    <message>
        <source>What has a longer name will be left out. Choose another folder to keep it.</source>
        <translation>Lo que tenga un nombre más largo se omitirá. Elija otra carpeta para conservarlo.</translation>
    </message>
    <message>
        <source>What has such a name will be left out. Choose another folder to keep it.</source>
        <translation>Lo que tenga un nombre así se omitirá. Elija otra carpeta para conservarlo.</translation>
    </message>
    <message>
        <source>What was delivered stays delivered. Check the other computer and try again.</source>
        <translation>Lo entregado sigue entregado. Compruebe el otro equipo e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>What was delivered stays delivered. What had been accepted waits to go on; send again what had not.</source>
        <translation>Lo entregado sigue entregado. Lo aceptado espera para seguir; envíe de nuevo lo que no se había aceptado.</translation>
    </message>
    <message>
        <source>What you did last may not have happened. Please report this.</source>
        <translation>Puede que lo último que hizo no haya tenido efecto. Infórmenos de ello, por favor.</translation>
    </message>
    <message>
        <source>Write behind a % by which interface of this computer it is reached.</source>
        <translation>Escriba detrás de un % por qué interfaz de este equipo se llega a ella.</translation>
    </message>
    <message>
        <source>Write it as HOST, HOST:PORT or [IPv6]:PORT.</source>
        <translation>Escríbala como HOST, HOST:PORT o [IPv6]:PORT.</translation>
    </message>
    <message>
        <source>You are asked because less than {free} would stay free.</source>
        <translation>Se le pregunta porque quedarían libres menos de {free}.</translation>
    </message>
    <message>
        <source>You are asked because not all of it can be saved in that folder.</source>
        <translation>Se le pregunta porque no todo se puede guardar en esa carpeta.</translation>
    </message>
    <message>
        <source>You are asked because programs are never accepted without asking.</source>
        <translation>Se le pregunta porque los programas nunca se aceptan sin preguntar.</translation>
    </message>
    <message>
        <source>You are asked because the folder “{path}” cannot be used.</source>
        <translation>Se le pregunta porque la carpeta «{path}» no se puede usar.</translation>
    </message>
    <message>
        <source>You are asked because there is something of that name already.</source>
        <translation>Se le pregunta porque ya hay algo con ese nombre.</translation>
    </message>
    <message>
        <source>You are asked because this would be more than {most} within 24 hours.</source>
        <translation>Se le pregunta porque se superarían {most} en 24 horas.</translation>
    </message>
    <message>
        <source>You paused this transfer.</source>
        <translation>Usted pausó esta transferencia.</translation>
    </message>
    <message>
        <source>You put off the comparison with {peer}.</source>
        <translation>Usted aplazó la comparación con {peer}.</translation>
    </message>
    <message>
        <source>the other computer</source>
        <translation>el otro equipo</translation>
    </message>
    <message>
        <source>{failed} of {files} files were not delivered.</source>
        <translation>{failed} de {files} archivos no se entregaron.</translation>
    </message>
    <message>
        <source>{name!r} means the same as another name in this transfer.</source>
        <translation>{name!r} significa lo mismo que otro nombre de esta transferencia.</translation>
    </message>
    <message numerus="yes">
        <source>{names} and {count} more</source>
        <translation>
            <numerusform>{names} y {count} más</numerusform>
            <numerusform>{names} y {count} más</numerusform>
        </translation>
    </message>
    <message>
        <source>{peer} broke its promise about the code, so no code was shown.</source>
        <translation>{peer} no cumplió su promesa sobre el código, así que no se mostró ningún código.</translation>
    </message>
    <message>
        <source>{peer} cancelled the transfer.</source>
        <translation>{peer} canceló la transferencia.</translation>
    </message>
    <message>
        <source>{peer} cannot compare a code right now.</source>
        <translation>{peer} no puede comparar un código ahora mismo.</translation>
    </message>
    <message>
        <source>{peer} could not be reached.</source>
        <translation>No se pudo contactar con {peer}.</translation>
    </message>
    <message>
        <source>{peer} could not be reached: a firewall on this computer does not let Tallystick out.</source>
        <translation>No se pudo contactar con {peer}: un cortafuegos de este equipo no deja salir a Tallystick.</translation>
    </message>
    <message>
        <source>{peer} could not be reached: it is off, on another network, or kept apart.</source>
        <translation>No se pudo contactar con {peer}: está apagado, en otra red, o aislado.</translation>
    </message>
    <message>
        <source>{peer} could not be reached: no computer of that name is known here.</source>
        <translation>No se pudo contactar con {peer}: aquí no se conoce ningún equipo con ese nombre.</translation>
    </message>
    <message>
        <source>{peer} could not be reached: no way leads there from this computer.</source>
        <translation>No se pudo contactar con {peer}: ningún camino lleva allí desde este equipo.</translation>
    </message>
    <message>
        <source>{peer} could not be reached: nothing answers there.</source>
        <translation>No se pudo contactar con {peer}: allí no responde nada.</translation>
    </message>
    <message>
        <source>{peer} could not be reached: such an address is in every network, and nobody knows which is meant.</source>
        <translation>No se pudo contactar con {peer}: una dirección así existe en cada red, y nadie sabe a cuál se refiere.</translation>
    </message>
    <message>
        <source>{peer} could not be reached: the connection is refused.</source>
        <translation>No se pudo contactar con {peer}: la conexión es rechazada.</translation>
    </message>
    <message>
        <source>{peer} declined the text.</source>
        <translation>{peer} rechazó el texto.</translation>
    </message>
    <message>
        <source>{peer} declined.</source>
        <translation>{peer} rechazó la oferta.</translation>
    </message>
    <message>
        <source>{peer} did not answer the offer.</source>
        <translation>{peer} no respondió a la oferta.</translation>
    </message>
    <message>
        <source>{peer} did not prove to have given this invitation: it was used, it ran out, or somebody is in between.</source>
        <translation>{peer} no demostró haber dado esta invitación: se usó, caducó, o hay alguien en medio.</translation>
    </message>
    <message>
        <source>{peer} has not come back for a week.</source>
        <translation>{peer} no ha vuelto en una semana.</translation>
    </message>
    <message>
        <source>{peer} is not remembered: there are {most} remembered devices already.</source>
        <translation>{peer} no se recuerda: ya hay {most} dispositivos recordados.</translation>
    </message>
    <message>
        <source>{peer} is remembered twice here, so it is not clear which entry it is.</source>
        <translation>{peer} está recordado aquí dos veces, así que no está claro qué entrada es.</translation>
    </message>
    <message>
        <source>{peer} paused this transfer.</source>
        <translation>{peer} pausó esta transferencia.</translation>
    </message>
    <message>
        <source>{peer} refused a name that is not safe on every computer.</source>
        <translation>{peer} rechazó un nombre que no es seguro en todos los equipos.</translation>
    </message>
    <message>
        <source>{peer} sent a message that does not belong here ({detail}).</source>
        <translation>{peer} envió un mensaje que no corresponde aquí ({detail}).</translation>
    </message>
    <message>
        <source>{peer} sent something that Tallystick does not understand ({detail}).</source>
        <translation>{peer} envió algo que Tallystick no entiende ({detail}).</translation>
    </message>
    <message>
        <source>{peer} sent this computer&apos;s own proof back to it.</source>
        <translation>{peer} devolvió a este equipo su propia prueba.</translation>
    </message>
    <message>
        <source>{peer} speaks another version of the Tallystick protocol ({version}).</source>
        <translation>{peer} habla otra versión del protocolo de Tallystick ({version}).</translation>
    </message>
    <message>
        <source>{peer} stopped answering.</source>
        <translation>{peer} dejó de responder.</translation>
    </message>
    <message>
        <source>{peer} went over a limit ({detail}).</source>
        <translation>{peer} superó un límite ({detail}).</translation>
    </message>
    <message>
        <source>“{address}” is not an address.</source>
        <translation>«{address}» no es una dirección.</translation>
    </message>
    <message>
        <source>“{path}” arrived different from what was sent and was thrown away.</source>
        <translation>«{path}» llegó distinto de como se envió y se desechó.</translation>
    </message>
    <message>
        <source>“{path}” cannot be read ({reason}).</source>
        <translation>«{path}» no se puede leer ({reason}).</translation>
    </message>
    <message>
        <source>“{path}” changed while it was being sent.</source>
        <translation>«{path}» cambió mientras se enviaba.</translation>
    </message>
    <message>
        <source>“{path}” could not be written ({reason}).</source>
        <translation>«{path}» no se pudo escribir ({reason}).</translation>
    </message>
    <message>
        <source>“{path}” could not be written on the other computer.</source>
        <translation>«{path}» no se pudo escribir en el otro equipo.</translation>
    </message>
    <message>
        <source>“{path}” does not exist.</source>
        <translation>«{path}» no existe.</translation>
    </message>
    <message>
        <source>“{path}” is a program, of which the offer said nothing.</source>
        <translation>«{path}» es un programa del que la oferta no decía nada.</translation>
    </message>
</context>
<context>
    <name>findings</name>
    <message>
        <source>A Tallystick answers at {address}.</source>
        <translation>Un Tallystick responde en {address}.</translation>
    </message>
    <message>
        <source>A Tallystick answers at {address}. It lies in another subnet, where devices are not seen: connect by this address.</source>
        <translation>Un Tallystick responde en {address}. Está en otra subred, donde no se ven los dispositivos: conéctese por esta dirección.</translation>
    </message>
    <message>
        <source>A Tallystick on this computer listens on port {port}.</source>
        <translation>Un Tallystick de este equipo escucha en el puerto {port}.</translation>
    </message>
    <message>
        <source>A VPN is connected ({adapter}, {addresses}); devices behind it are reached by address only.</source>
        <translation>Hay una VPN conectada ({adapter}, {addresses}); a los dispositivos que hay detrás solo se llega por su dirección.</translation>
    </message>
    <message>
        <source>A firewall ({where}) does not let out the multicast by which devices are seen ({interfaces}).</source>
        <translation>Un cortafuegos ({where}) no deja salir la multidifusión por la que se ven los dispositivos ({interfaces}).</translation>
    </message>
    <message>
        <source>A firewall ({where}) does not let this computer connect to others ({interfaces}).</source>
        <translation>Un cortafuegos ({where}) no deja que este equipo se conecte con otros ({interfaces}).</translation>
    </message>
    <message>
        <source>A firewall ({where}) keeps other computers from port {port} ({interfaces}).</source>
        <translation>Un cortafuegos ({where}) cierra el puerto {port} a otros equipos ({interfaces}).</translation>
    </message>
    <message>
        <source>A firewall ({where}) keeps out the multicast by which devices are seen ({interfaces}).</source>
        <translation>Un cortafuegos ({where}) no deja entrar la multidifusión por la que se ven los dispositivos ({interfaces}).</translation>
    </message>
    <message>
        <source>A firewall on this computer is the likely cause: let the port in.</source>
        <translation>La causa probable es un cortafuegos de este equipo: abra el puerto.</translation>
    </message>
    <message>
        <source>Add it, or connect by address.</source>
        <translation>Añádala, o conéctese por dirección.</translation>
    </message>
    <message>
        <source>Add one, in PowerShell as administrator.</source>
        <translation>Añada una, en PowerShell como administrador.</translation>
    </message>
    <message>
        <source>At {device} something answers that is not Tallystick, or has no time just now.</source>
        <translation>En {device} responde algo que no es Tallystick, o que ahora mismo está ocupado.</translation>
    </message>
    <message>
        <source>Check the connection on that computer, too.</source>
        <translation>Compruebe la conexión también en ese equipo.</translation>
    </message>
    <message>
        <source>Choose “Everyone nearby” or “Only remembered devices” in the window.</source>
        <translation>Elija «Todos los que estén cerca» o «Solo dispositivos recordados» en la ventana.</translation>
    </message>
    <message>
        <source>Close other programs that use UDP port 5353, or connect by address.</source>
        <translation>Cierre otros programas que usen el puerto UDP 5353, o conéctese por dirección.</translation>
    </message>
    <message>
        <source>Close that program or choose another port in the settings, or with --port.</source>
        <translation>Cierre ese programa o elija otro puerto en la configuración, o con --port.</translation>
    </message>
    <message>
        <source>Compare the address and port with what that computer shows.</source>
        <translation>Compare la dirección y el puerto con lo que muestra ese equipo.</translation>
    </message>
    <message>
        <source>Connect to the same Wi-Fi or cable network as the other computer.</source>
        <translation>Conecte este equipo a la misma red Wi-Fi o de cable que el otro.</translation>
    </message>
    <message>
        <source>Connected through {adapter} as {addresses}.</source>
        <translation>Conectado por {adapter} como {addresses}.</translation>
    </message>
    <message>
        <source>Devices with Tallystick seen in {seconds} seconds: {count}.</source>
        <translation>Dispositivos con Tallystick vistos en {seconds} segundos: {count}.</translation>
    </message>
    <message>
        <source>Disconnect the VPN, let it spare the local network, or remove its route.</source>
        <translation>Desconecte la VPN, haga que respete la red local, o quite su ruta.</translation>
    </message>
    <message>
        <source>Give both addresses of one network and the same mask, or connect by address if a router joins them.</source>
        <translation>Dé a ambos direcciones de una misma red y la misma máscara, o conéctese por dirección si un enrutador los une.</translation>
    </message>
    <message>
        <source>If it is your own network, make it a private one, in PowerShell as administrator.</source>
        <translation>Si es su propia red, hágala privada, en PowerShell como administrador.</translation>
    </message>
    <message>
        <source>If nothing else is found, look as administrator.</source>
        <translation>Si no se encuentra nada más, compruébelo como administrador.</translation>
    </message>
    <message>
        <source>Let TCP out to port {port}.</source>
        <translation>Permita la salida de TCP al puerto {port}.</translation>
    </message>
    <message>
        <source>Let Tallystick in.</source>
        <translation>Permita el paso a Tallystick.</translation>
    </message>
    <message>
        <source>Let UDP port 5353 in there and out here; a Wi-Fi may hold it back, too. Connecting by address works.</source>
        <translation>Permita la entrada por el puerto UDP 5353 allí y la salida aquí; una Wi-Fi también puede bloquearlo. Conectar por dirección funciona.</translation>
    </message>
    <message>
        <source>Let UDP port 5353 in through the firewall, or connect by address.</source>
        <translation>Permita la entrada por el puerto UDP 5353 en el cortafuegos, o conéctese por dirección.</translation>
    </message>
    <message>
        <source>Let UDP port 5353 out here and in there. A Wi-Fi or a VPN may hold it back; connecting by address works.</source>
        <translation>Permita la salida por el puerto UDP 5353 aquí y la entrada allí. Una Wi-Fi o una VPN puede bloquearlo; conectar por dirección funciona.</translation>
    </message>
    <message>
        <source>Let UDP port 5353 out, or connect by address.</source>
        <translation>Permita la salida por el puerto UDP 5353, o conéctese por dirección.</translation>
    </message>
    <message>
        <source>Let it in.</source>
        <translation>Permítale el paso.</translation>
    </message>
    <message>
        <source>Let it through; the rule is gone after a restart unless it is also written to the firewall&apos;s own file.</source>
        <translation>Déjelo pasar; la regla desaparece al reiniciar si no se escribe también en el archivo del cortafuegos.</translation>
    </message>
    <message>
        <source>Let single programs in instead.</source>
        <translation>Permita el paso a programas concretos en su lugar.</translation>
    </message>
    <message>
        <source>Look whether the router is on; else give this computer an address by hand.</source>
        <translation>Mire si el enrutador está encendido; si no, dé a este equipo una dirección a mano.</translation>
    </message>
    <message>
        <source>Make this computer&apos;s packets smaller, or mend the VPN, switch or router between the two.</source>
        <translation>Reduzca los paquetes de este equipo, o arregle la VPN, el conmutador o el enrutador entre los dos.</translation>
    </message>
    <message>
        <source>Multicast cannot be sent on {where}: there is no route for it.</source>
        <translation>No se puede enviar multidifusión en {where}: no hay ruta para ella.</translation>
    </message>
    <message>
        <source>Multicast cannot be used on {where} ({reason}).</source>
        <translation>No se puede usar la multidifusión en {where} ({reason}).</translation>
    </message>
    <message>
        <source>Multicast may not be sent on {where}: a firewall on this computer stops it.</source>
        <translation>No se permite enviar multidifusión en {where}: un cortafuegos de este equipo lo impide.</translation>
    </message>
    <message>
        <source>Multicast sent on {where} does not arrive, not even here.</source>
        <translation>La multidifusión enviada en {where} no llega, ni siquiera aquí.</translation>
    </message>
    <message>
        <source>Multicast works on {where}, others heard: {count}.</source>
        <translation>La multidifusión funciona en {where}, otros dispositivos oídos: {count}.</translation>
    </message>
    <message>
        <source>Multicast works on {where}.</source>
        <translation>La multidifusión funciona en {where}.</translation>
    </message>
    <message>
        <source>No device with Tallystick was seen in {seconds} seconds.</source>
        <translation>No se vio ningún dispositivo con Tallystick en {seconds} segundos.</translation>
    </message>
    <message>
        <source>No packet gets to {device}: it is off, elsewhere, or the Wi-Fi keeps its guests apart.</source>
        <translation>Ningún paquete llega a {device}: está apagado, en otro lugar, o la Wi-Fi aísla a sus invitados.</translation>
    </message>
    <message>
        <source>Nothing answers at {address}, which lies in another subnet than this computer.</source>
        <translation>Nada responde en {address}, que está en otra subred que este equipo.</translation>
    </message>
    <message>
        <source>On that computer, check the connection in its Tallystick too, or type the command there.</source>
        <translation>En ese equipo, compruebe también la conexión en Tallystick, o escriba allí el comando.</translation>
    </message>
    <message>
        <source>On “{peer}”: add it.</source>
        <translation>En «{peer}»: añádala.</translation>
    </message>
    <message>
        <source>On “{peer}”: check the connection; the exact cure is shown there.</source>
        <translation>En «{peer}»: compruebe la conexión; allí se muestra la solución exacta.</translation>
    </message>
    <message>
        <source>On “{peer}”: choose “Everyone nearby” or “Only remembered devices”.</source>
        <translation>En «{peer}»: elija «Todos los que estén cerca» o «Solo dispositivos recordados».</translation>
    </message>
    <message>
        <source>On “{peer}”: close that program, or choose another port in the settings.</source>
        <translation>En «{peer}»: cierre ese programa o elija otro puerto en la configuración.</translation>
    </message>
    <message>
        <source>On “{peer}”: disconnect the VPN, or let it spare the local network.</source>
        <translation>En «{peer}»: desconecte la VPN o haga que respete la red local.</translation>
    </message>
    <message>
        <source>On “{peer}”: if nothing else is found, look as administrator.</source>
        <translation>En «{peer}»: si no se encuentra nada más, compruébelo como administrador.</translation>
    </message>
    <message>
        <source>On “{peer}”: join the network of this computer.</source>
        <translation>En «{peer}»: únase a la red de este equipo.</translation>
    </message>
    <message>
        <source>On “{peer}”: let Tallystick in.</source>
        <translation>En «{peer}»: permita el paso a Tallystick.</translation>
    </message>
    <message>
        <source>On “{peer}”: let UDP port 5353 in.</source>
        <translation>En «{peer}»: permita la entrada por el puerto UDP 5353.</translation>
    </message>
    <message>
        <source>On “{peer}”: let UDP port 5353 out.</source>
        <translation>En «{peer}»: permita la salida por el puerto UDP 5353.</translation>
    </message>
    <message>
        <source>On “{peer}”: let single programs in instead.</source>
        <translation>En «{peer}»: permita el paso a programas concretos en su lugar.</translation>
    </message>
    <message>
        <source>On “{peer}”: look whether the router is on.</source>
        <translation>En «{peer}»: mire si el enrutador está encendido.</translation>
    </message>
    <message>
        <source>On “{peer}”: make the network a private one, if it is your own.</source>
        <translation>En «{peer}»: haga privada la red, si es la suya.</translation>
    </message>
    <message>
        <source>On “{peer}”: switch it on.</source>
        <translation>En «{peer}»: actívela.</translation>
    </message>
    <message>
        <source>On “{peer}”: use one of them at a time, for example the cable.</source>
        <translation>En «{peer}»: use solo uno a la vez, por ejemplo el cable.</translation>
    </message>
    <message>
        <source>Open Tallystick there, on the same network and visible to everyone, or connect by address.</source>
        <translation>Abra allí Tallystick, en la misma red y visible para todos, o conéctese por dirección.</translation>
    </message>
    <message>
        <source>Plug in the cable or join the Wi-Fi.</source>
        <translation>Enchufe el cable o únase a la Wi-Fi.</translation>
    </message>
    <message>
        <source>Port {port} is already used by another program on this computer.</source>
        <translation>Otro programa de este equipo ya usa el puerto {port}.</translation>
    </message>
    <message>
        <source>Port {port} is already used by another program on this computer. Tallystick listens on {other} instead, which firewalls may not know.</source>
        <translation>Otro programa de este equipo ya usa el puerto {port}. Tallystick escucha en {other} en su lugar, que los cortafuegos pueden no conocer.</translation>
    </message>
    <message>
        <source>Port {port} is free for Tallystick.</source>
        <translation>El puerto {port} está libre para Tallystick.</translation>
    </message>
    <message>
        <source>Put both on one network, or have the router between them let TCP through to that port.</source>
        <translation>Ponga ambos en una misma red, o haga que el enrutador entre ellos deje pasar TCP a ese puerto.</translation>
    </message>
    <message>
        <source>Put both on the same network, not a guest one.</source>
        <translation>Ponga ambos en la misma red, que no sea de invitados.</translation>
    </message>
    <message>
        <source>Remove it, in PowerShell as administrator, and start again: Windows asks then.</source>
        <translation>Quítela, en PowerShell como administrador, e inicie Tallystick de nuevo: entonces Windows preguntará.</translation>
    </message>
    <message>
        <source>Remove the route that forbids it.</source>
        <translation>Quite la ruta que lo impide.</translation>
    </message>
    <message>
        <source>Switch it on, or connect by address.</source>
        <translation>Enciéndalo, o conéctese por dirección.</translation>
    </message>
    <message>
        <source>Switch it on.</source>
        <translation>Enciéndalo.</translation>
    </message>
    <message>
        <source>Take it from one of them.</source>
        <translation>Quítesela a uno de ellos.</translation>
    </message>
    <message>
        <source>Tallystick listens on port {port}, but does not answer at {address} ({interface}).</source>
        <translation>Tallystick escucha en el puerto {port}, pero no responde en {address} ({interface}).</translation>
    </message>
    <message>
        <source>The firewall ({where}) lets mDNS and port {port} through.</source>
        <translation>El cortafuegos ({where}) deja pasar mDNS y el puerto {port}.</translation>
    </message>
    <message>
        <source>The firewall firewalld is on and keeps other computers from port {port} or from being seen.</source>
        <translation>El cortafuegos firewalld está activo y cierra el puerto {port} a otros equipos o impide que se vean.</translation>
    </message>
    <message>
        <source>The firewall firewalld lets mDNS and port {port} through.</source>
        <translation>El cortafuegos firewalld deja pasar mDNS y el puerto {port}.</translation>
    </message>
    <message>
        <source>The firewall of macOS blocks all incoming connections.</source>
        <translation>El cortafuegos de macOS bloquea todas las conexiones entrantes.</translation>
    </message>
    <message>
        <source>The firewall of macOS is on and does not let others reach Tallystick.</source>
        <translation>El cortafuegos de macOS está activo y no deja que otros lleguen a Tallystick.</translation>
    </message>
    <message>
        <source>The firewall of macOS lets others reach Tallystick.</source>
        <translation>El cortafuegos de macOS deja que otros lleguen a Tallystick.</translation>
    </message>
    <message>
        <source>The firewall ufw is on and may keep other computers from port {port}.</source>
        <translation>El cortafuegos ufw está activo y puede cerrar el puerto {port} a otros equipos.</translation>
    </message>
    <message>
        <source>The firewall ufw lets others reach port {port}.</source>
        <translation>El cortafuegos ufw deja que otros lleguen al puerto {port}.</translation>
    </message>
    <message>
        <source>There is no way to {network}, though {interface} is in it.</source>
        <translation>No hay ruta a {network}, aunque {interface} está en ella.</translation>
    </message>
    <message>
        <source>This computer is not connected to any network ({adapters} is not connected).</source>
        <translation>Este equipo no está conectado a ninguna red ({adapters} no está conectado).</translation>
    </message>
    <message>
        <source>This computer is not connected to any network ({adapters} is switched off).</source>
        <translation>Este equipo no está conectado a ninguna red ({adapters} está apagado).</translation>
    </message>
    <message>
        <source>This computer is not connected to any network ({adapters} is without an address).</source>
        <translation>Este equipo no está conectado a ninguna red ({adapters} no tiene dirección).</translation>
    </message>
    <message>
        <source>This computer is not connected to any network.</source>
        <translation>Este equipo no está conectado a ninguna red.</translation>
    </message>
    <message>
        <source>This computer lets nobody see or call it.</source>
        <translation>Este equipo no deja que nadie lo vea ni lo llame.</translation>
    </message>
    <message>
        <source>This computer&apos;s own firewall does not let connections out to {device}.</source>
        <translation>El cortafuegos de este equipo no deja salir conexiones a {device}.</translation>
    </message>
    <message>
        <source>Use one of them at a time, for example the cable.</source>
        <translation>Use solo uno a la vez, por ejemplo el cable.</translation>
    </message>
    <message>
        <source>Use the number address that the other computer shows.</source>
        <translation>Use la dirección numérica que muestra el otro equipo.</translation>
    </message>
    <message>
        <source>What is meant for computers in {network} leaves through {through} instead of {interface}.</source>
        <translation>Lo destinado a los equipos de {network} sale por {through} en vez de por {interface}.</translation>
    </message>
    <message>
        <source>Whether a firewall keeps others out only the administrator may read ({tool}).</source>
        <translation>Solo el administrador puede leer si un cortafuegos impide el paso a otros ({tool}).</translation>
    </message>
    <message>
        <source>Whether a firewall on “{peer}” keeps others out only its administrator may read.</source>
        <translation>Solo el administrador de «{peer}» puede leer si un cortafuegos impide allí el paso a otros.</translation>
    </message>
    <message>
        <source>Windows treats the network “{network}” as public and keeps its devices from seeing this computer.</source>
        <translation>Windows trata la red «{network}» como pública e impide que sus dispositivos vean este equipo.</translation>
    </message>
    <message>
        <source>Windows&apos; firewall has a rule that blocks Tallystick.</source>
        <translation>El cortafuegos de Windows tiene una regla que bloquea Tallystick.</translation>
    </message>
    <message>
        <source>Windows&apos; firewall has no rule that lets others reach Tallystick.</source>
        <translation>El cortafuegos de Windows no tiene ninguna regla que deje a otros llegar a Tallystick.</translation>
    </message>
    <message>
        <source>Windows&apos; firewall lets others reach Tallystick (port {port}).</source>
        <translation>El cortafuegos de Windows deja que otros lleguen a Tallystick (puerto {port}).</translation>
    </message>
    <message>
        <source>Write behind a % by which interface of this computer it is reached.</source>
        <translation>Escriba detrás de un % por qué interfaz de este equipo se llega a ella.</translation>
    </message>
    <message>
        <source>{adapter} ({addresses}) leads to containers or virtual machines only.</source>
        <translation>{adapter} ({addresses}) solo lleva a contenedores o máquinas virtuales.</translation>
    </message>
    <message>
        <source>{adapter} is set to do without multicast, so no devices can be seen on it.</source>
        <translation>{adapter} está configurado para prescindir de la multidifusión, así que en él no se ven dispositivos.</translation>
    </message>
    <message>
        <source>{adapter} was given no address by the network ({addresses} is made up).</source>
        <translation>{adapter} no recibió dirección de la red ({addresses} es autoasignada).</translation>
    </message>
    <message>
        <source>{address} is an address that every network has, so nobody knows on which one it is meant.</source>
        <translation>{address} es una dirección que tiene toda red, así que nadie sabe a cuál se refiere.</translation>
    </message>
    <message>
        <source>{device} does not answer: a firewall there drops what comes in, or the Wi-Fi keeps its guests apart.</source>
        <translation>{device} no responde: un cortafuegos de allí desecha lo que entra, o la Wi-Fi aísla a sus invitados.</translation>
    </message>
    <message>
        <source>{device} is seen and answers.</source>
        <translation>{device} se ve y responde.</translation>
    </message>
    <message>
        <source>{device} is seen here, but what this computer asks by multicast does not arrive there.</source>
        <translation>{device} se ve aquí, pero lo que este equipo pregunta por multidifusión no llega allí.</translation>
    </message>
    <message>
        <source>{device} is seen, but its addresses ({addresses}) lie in another subnet than this computer.</source>
        <translation>{device} se ve, pero sus direcciones ({addresses}) están en otra subred que este equipo.</translation>
    </message>
    <message>
        <source>{device} refuses connections: Tallystick was closed, or a firewall there rejects them.</source>
        <translation>{device} rechaza las conexiones: Tallystick se cerró, o un cortafuegos de allí las rechaza.</translation>
    </message>
    <message>
        <source>{device}: no computer of that name is known here.</source>
        <translation>{device}: aquí no se conoce ningún equipo con ese nombre.</translation>
    </message>
    <message>
        <source>{device}: small packets arrive there and large ones are lost on the way (MTU black hole).</source>
        <translation>{device}: los paquetes pequeños llegan y los grandes se pierden por el camino (agujero negro de MTU).</translation>
    </message>
    <message>
        <source>{one} and {other} both have addresses in {network}, so answers may leave by the wrong one.</source>
        <translation>{one} y {other} tienen ambos direcciones en {network}, así que las respuestas pueden salir por el equivocado.</translation>
    </message>
    <message>
        <source>{one} and {other} both have the address {address}, so answers may leave by the wrong one.</source>
        <translation>{one} y {other} tienen ambos la dirección {address}, así que las respuestas pueden salir por el equivocado.</translation>
    </message>
    <message>
        <source>“{peer}” does not say what it sees.</source>
        <translation>«{peer}» no dice lo que ve.</translation>
    </message>
    <message>
        <source>“{peer}” does not see this computer: what this one announces does not arrive there.</source>
        <translation>«{peer}» no ve este equipo: lo que este anuncia no llega allí.</translation>
    </message>
    <message>
        <source>“{peer}” sees nothing that keeps devices apart there.</source>
        <translation>«{peer}» no ve nada allí que impida la comunicación entre los dispositivos.</translation>
    </message>
    <message>
        <source>“{peer}” sees this computer, and nothing that keeps devices apart there.</source>
        <translation>«{peer}» ve este equipo y nada allí que impida la comunicación entre los dispositivos.</translation>
    </message>
    <message>
        <source>“{peer}” sees: Windows treats its network as public and keeps devices from seeing it.</source>
        <translation>«{peer}» ve: Windows trata su red como pública e impide que los dispositivos lo vean.</translation>
    </message>
    <message>
        <source>“{peer}” sees: Windows&apos; firewall does not let others reach Tallystick there.</source>
        <translation>«{peer}» ve: el cortafuegos de Windows no deja que otros lleguen allí a Tallystick.</translation>
    </message>
    <message>
        <source>“{peer}” sees: another program has Tallystick&apos;s usual port there; it listens on {port}, which firewalls may not know.</source>
        <translation>«{peer}» ve: otro programa tiene allí el puerto habitual de Tallystick; escucha en {port}, que los cortafuegos quizá no conozcan.</translation>
    </message>
    <message>
        <source>“{peer}” sees: it has no route for multicast ({versions}).</source>
        <translation>«{peer}» ve: no tiene ruta para la multidifusión ({versions}).</translation>
    </message>
    <message>
        <source>“{peer}” sees: it is not connected to a local network.</source>
        <translation>«{peer}» ve: no está conectado a ninguna red local.</translation>
    </message>
    <message>
        <source>“{peer}” sees: it may not send multicast ({versions}).</source>
        <translation>«{peer}» ve: no se le permite enviar multidifusión ({versions}).</translation>
    </message>
    <message>
        <source>“{peer}” sees: its Tallystick lets nobody see or call it.</source>
        <translation>«{peer}» ve: su Tallystick no deja que nadie lo vea ni lo llame.</translation>
    </message>
    <message>
        <source>“{peer}” sees: its firewall does not let it connect to others ({versions}).</source>
        <translation>«{peer}» ve: su cortafuegos no lo deja conectarse con otros ({versions}).</translation>
    </message>
    <message>
        <source>“{peer}” sees: its firewall does not let out the multicast by which devices are seen ({versions}).</source>
        <translation>«{peer}» ve: su cortafuegos no deja salir la multidifusión por la que se ven los dispositivos ({versions}).</translation>
    </message>
    <message>
        <source>“{peer}” sees: its firewall firewalld keeps other computers from port {port} or from being seen.</source>
        <translation>«{peer}» ve: su cortafuegos firewalld impide a otros equipos llegar al puerto {port} o ser vistos.</translation>
    </message>
    <message>
        <source>“{peer}” sees: its firewall keeps other computers from port {port} ({versions}).</source>
        <translation>«{peer}» ve: su cortafuegos impide a otros equipos llegar al puerto {port} ({versions}).</translation>
    </message>
    <message>
        <source>“{peer}” sees: its firewall keeps out the multicast by which devices are seen ({versions}).</source>
        <translation>«{peer}» ve: su cortafuegos no deja entrar la multidifusión por la que se ven los dispositivos ({versions}).</translation>
    </message>
    <message>
        <source>“{peer}” sees: its firewall ufw is on and may keep other computers from port {port}.</source>
        <translation>«{peer}» ve: su cortafuegos ufw está activo y puede impedir a otros equipos llegar al puerto {port}.</translation>
    </message>
    <message>
        <source>“{peer}” sees: its network gave it no address.</source>
        <translation>«{peer}» ve: su red no le dio ninguna dirección.</translation>
    </message>
    <message>
        <source>“{peer}” sees: its port {port} does not answer, not even there ({versions}).</source>
        <translation>«{peer}» ve: su puerto {port} no responde, ni siquiera allí ({versions}).</translation>
    </message>
    <message>
        <source>“{peer}” sees: multicast cannot be used there ({versions}).</source>
        <translation>«{peer}» ve: allí no se puede usar la multidifusión ({versions}).</translation>
    </message>
    <message>
        <source>“{peer}” sees: multicast does not come in there ({versions}).</source>
        <translation>«{peer}» ve: allí no entra la multidifusión ({versions}).</translation>
    </message>
    <message>
        <source>“{peer}” sees: one of its adapters does without multicast.</source>
        <translation>«{peer}» ve: uno de sus adaptadores prescinde de la multidifusión.</translation>
    </message>
    <message>
        <source>“{peer}” sees: the firewall of macOS blocks all incoming connections there.</source>
        <translation>«{peer}» ve: el cortafuegos de macOS bloquea allí todas las conexiones entrantes.</translation>
    </message>
    <message>
        <source>“{peer}” sees: the firewall of macOS does not let others reach Tallystick there.</source>
        <translation>«{peer}» ve: el cortafuegos de macOS no deja que otros lleguen allí a Tallystick.</translation>
    </message>
    <message>
        <source>“{peer}” sees: two of its adapters are in one network, so answers may leave by the wrong one.</source>
        <translation>«{peer}» ve: dos de sus adaptadores están en una misma red, así que las respuestas pueden salir por el equivocado.</translation>
    </message>
    <message>
        <source>“{peer}” sees: what it sends to its own network leaves by another way, perhaps a VPN ({versions}).</source>
        <translation>«{peer}» ve: lo que envía a su propia red sale por otro camino, quizá una VPN ({versions}).</translation>
    </message>
</context>
<context>
    <name>items</name>
    <message>
        <source>archive</source>
        <translation>archivo comprimido</translation>
    </message>
    <message>
        <source>document</source>
        <translation>documento</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>vacía</translation>
    </message>
    <message>
        <source>file</source>
        <translation>archivo</translation>
    </message>
    <message>
        <source>film</source>
        <translation>vídeo</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>carpeta</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>imagen</translation>
    </message>
    <message>
        <source>program</source>
        <translation>programa</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>sonido</translation>
    </message>
</context>
<context>
    <name>past</name>
    <message>
        <source>By invitation</source>
        <translation>Por invitación</translation>
    </message>
    <message>
        <source>Code compared</source>
        <translation>Código comparado</translation>
    </message>
    <message>
        <source>Code compared; remembered since then</source>
        <translation>Código comparado; recordado desde entonces</translation>
    </message>
    <message>
        <source>Double-click or press Enter to look again.</source>
        <translation>Haga doble clic o pulse Intro para consultar de nuevo.</translation>
    </message>
    <message>
        <source>Remembered; it proved itself</source>
        <translation>Recordado; demostró su identidad</translation>
    </message>
    <message>
        <source>The first {shown} of {count}.</source>
        <translation>Los primeros {shown} de {count}.</translation>
    </message>
    <message>
        <source>There was no verified session</source>
        <translation>No hubo sesión verificada</translation>
    </message>
    <message>
        <source>This transfer could not be looked up.</source>
        <translation>No se ha podido consultar esta transferencia.</translation>
    </message>
    <message>
        <source>Verified before; continued after an interruption</source>
        <translation>Verificado antes; continuado tras una interrupción</translation>
    </message>
    <message>
        <source>{time}, after {age}</source>
        <translation>{time}, tras {age}</translation>
    </message>
</context>
<context>
    <name>phrases</name>
    <message>
        <source>Tallystick uses such names itself</source>
        <translation>Tallystick usa esos nombres para sí</translation>
    </message>
    <message>
        <source>Windows reserves it</source>
        <translation>Windows lo reserva</translation>
    </message>
    <message>
        <source>a name in it cannot be shown</source>
        <translation>contiene un nombre que no se puede mostrar</translation>
    </message>
    <message>
        <source>a part of it is empty</source>
        <translation>una parte está vacía</translation>
    </message>
    <message>
        <source>an earlier failure</source>
        <translation>un fallo anterior</translation>
    </message>
    <message>
        <source>another Tallystick has it already</source>
        <translation>otro Tallystick ya lo tiene</translation>
    </message>
    <message>
        <source>another Tallystick keeps it busy</source>
        <translation>otro Tallystick lo mantiene ocupado</translation>
    </message>
    <message>
        <source>another folder has taken its place</source>
        <translation>otra carpeta ocupa su lugar</translation>
    </message>
    <message>
        <source>another program is using it</source>
        <translation>otro programa lo está usando</translation>
    </message>
    <message>
        <source>every numbered name is taken</source>
        <translation>todos los nombres numerados están ocupados</translation>
    </message>
    <message>
        <source>everybody on this computer can write there</source>
        <translation>cualquiera en este equipo puede escribir allí</translation>
    </message>
    <message>
        <source>it begins or ends with a space</source>
        <translation>empieza o termina con un espacio</translation>
    </message>
    <message>
        <source>it cannot be opened</source>
        <translation>no se puede abrir</translation>
    </message>
    <message>
        <source>it contains /</source>
        <translation>contiene /</translation>
    </message>
    <message>
        <source>it contains invisible characters</source>
        <translation>contiene caracteres invisibles</translation>
    </message>
    <message>
        <source>it does not exist</source>
        <translation>no existe</translation>
    </message>
    <message>
        <source>it ends with a dot</source>
        <translation>termina con un punto</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>es una carpeta</translation>
    </message>
    <message>
        <source>it is a link</source>
        <translation>es un enlace</translation>
    </message>
    <message>
        <source>it is from another version of Tallystick</source>
        <translation>es de otra versión de Tallystick</translation>
    </message>
    <message>
        <source>it is gone</source>
        <translation>ya no está</translation>
    </message>
    <message>
        <source>it is nested too deeply</source>
        <translation>está anidado a demasiada profundidad</translation>
    </message>
    <message>
        <source>it is not a file</source>
        <translation>no es un archivo</translation>
    </message>
    <message>
        <source>it is not a folder</source>
        <translation>no es una carpeta</translation>
    </message>
    <message>
        <source>it is not in the history</source>
        <translation>no está en la lista de transferencias anteriores</translation>
    </message>
    <message>
        <source>it is not there</source>
        <translation>no está allí</translation>
    </message>
    <message>
        <source>it is not valid Unicode</source>
        <translation>no es Unicode válido</translation>
    </message>
    <message>
        <source>it is too big</source>
        <translation>es demasiado grande</translation>
    </message>
    <message>
        <source>it is too big for this disk</source>
        <translation>es demasiado grande para este disco</translation>
    </message>
    <message>
        <source>it is too long</source>
        <translation>es demasiado largo</translation>
    </message>
    <message>
        <source>it was closed already</source>
        <translation>ya se había cerrado</translation>
    </message>
    <message>
        <source>it was moved elsewhere</source>
        <translation>se movió a otro lugar</translation>
    </message>
    <message>
        <source>it was moved or replaced meanwhile</source>
        <translation>se movió o se reemplazó entretanto</translation>
    </message>
    <message>
        <source>its content makes no sense</source>
        <translation>su contenido no tiene sentido</translation>
    </message>
    <message>
        <source>nothing of a text is kept</source>
        <translation>de un texto no se conserva nada</translation>
    </message>
    <message>
        <source>nothing was accepted into it yet</source>
        <translation>aún no se aceptó nada en ella</translation>
    </message>
    <message>
        <source>nothing was kept</source>
        <translation>no se conservó nada</translation>
    </message>
    <message>
        <source>on the sending computer</source>
        <translation>en el equipo que envía</translation>
    </message>
    <message>
        <source>others could have changed them</source>
        <translation>otros podrían haberlos cambiado</translation>
    </message>
    <message>
        <source>permission denied</source>
        <translation>permiso denegado</translation>
    </message>
    <message>
        <source>that is not the name of a file</source>
        <translation>eso no es un nombre de archivo</translation>
    </message>
    <message>
        <source>the database does not work</source>
        <translation>la base de datos no funciona</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>el disco está lleno</translation>
    </message>
    <message>
        <source>the disk is gone</source>
        <translation>el disco ya no está</translation>
    </message>
    <message>
        <source>the disk reported an error</source>
        <translation>el disco informó de un error</translation>
    </message>
    <message>
        <source>the disk was full</source>
        <translation>el disco estaba lleno</translation>
    </message>
    <message>
        <source>the folder in it is not a full path</source>
        <translation>la carpeta que contiene no es una ruta completa</translation>
    </message>
    <message>
        <source>the name in it cannot be shown</source>
        <translation>el nombre que contiene no se puede mostrar</translation>
    </message>
    <message>
        <source>the name is taken</source>
        <translation>el nombre está ocupado</translation>
    </message>
    <message>
        <source>the name is too long for this disk</source>
        <translation>el nombre es demasiado largo para este disco</translation>
    </message>
    <message>
        <source>the network folder went away</source>
        <translation>la carpeta de red desapareció</translation>
    </message>
    <message>
        <source>there is a link in its place</source>
        <translation>hay un enlace en su lugar</translation>
    </message>
    <message>
        <source>there was nothing to vouch for</source>
        <translation>no había nada que atestiguar</translation>
    </message>
    <message>
        <source>this disk cannot do that</source>
        <translation>este disco no puede hacer eso</translation>
    </message>
    <message>
        <source>this disk cannot give a finished file its name without the risk of replacing another one</source>
        <translation>este disco no puede dar su nombre a un archivo terminado sin riesgo de reemplazar otro</translation>
    </message>
    <message>
        <source>this disk cannot hold the name</source>
        <translation>este disco no admite el nombre</translation>
    </message>
    <message>
        <source>this disk is read-only</source>
        <translation>este disco es de solo lectura</translation>
    </message>
    <message>
        <source>this user has no home folder</source>
        <translation>este usuario no tiene carpeta personal</translation>
    </message>
    <message>
        <source>too many files are open</source>
        <translation>hay demasiados archivos abiertos</translation>
    </message>
    <message>
        <source>two devices in it are the same</source>
        <translation>dos dispositivos en él son iguales</translation>
    </message>
    <message>
        <source>what had arrived in there is gone</source>
        <translation>lo que había llegado allí ya no está</translation>
    </message>
    <message>
        <source>what is always accepted makes no sense</source>
        <translation>lo que siempre se acepta no tiene sentido</translation>
    </message>
    <message>
        <source>what was here already has changed meanwhile</source>
        <translation>lo que ya estaba aquí ha cambiado entretanto</translation>
    </message>
    <message>
        <source>what was kept for it is damaged</source>
        <translation>lo que se conservaba para él está dañado</translation>
    </message>
    <message>
        <source>what was kept for it is gone</source>
        <translation>lo que se conservaba para él ya no está</translation>
    </message>
    <message>
        <source>what was kept of an interrupted transfer is damaged</source>
        <translation>lo que se conservaba de una transferencia interrumpida está dañado</translation>
    </message>
    <message>
        <source>what was kept there is cut short</source>
        <translation>lo que se conservaba allí está cortado</translation>
    </message>
    <message>
        <source>your share of the disk is used up</source>
        <translation>su parte del disco está agotada</translation>
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
            <numerusform>{name} y {count} más</numerusform>
            <numerusform>{name} y {count} más</numerusform>
        </translation>
    </message>
    <message>
        <source>{what} ({where})</source>
        <translation>{what} ({where})</translation>
    </message>
    <message>
        <source>“{words}”</source>
        <translation>«{words}»</translation>
    </message>
</context>
<context>
    <name>sizes</name>
    <message>
        <source>less than a minute</source>
        <translation>menos de un minuto</translation>
    </message>
    <message numerus="yes">
        <source>{count} files</source>
        <translation>
            <numerusform>{count} archivo</numerusform>
            <numerusform>{count} archivos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} folders</source>
        <translation>
            <numerusform>{count} carpeta</numerusform>
            <numerusform>{count} carpetas</numerusform>
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
        <translation>{hours} h {minutes} min</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min left</source>
        <translation>quedan {hours} h {minutes} min</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>{minutes} min left</source>
        <translation>quedan {minutes} min</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
    <message>
        <source>{seconds} s left</source>
        <translation>quedan {seconds} s</translation>
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
        <translation>Todo enviado. {peer} comprueba y guarda…</translation>
    </message>
    <message>
        <source>Compare the code with {peer}</source>
        <translation>Comparar el código con {peer}</translation>
    </message>
    <message>
        <source>Connecting to {peer}…</source>
        <translation>Conectando con {peer}…</translation>
    </message>
    <message>
        <source>Continuing with {peer}…</source>
        <translation>Continuando con {peer}…</translation>
    </message>
    <message>
        <source>Delivered {time} — checked and saved on {peer}</source>
        <translation>Entregado {time} — comprobado y guardado en {peer}</translation>
    </message>
    <message>
        <source>Delivered {time} — shown on {peer}</source>
        <translation>Entregado {time} — mostrado en {peer}</translation>
    </message>
    <message>
        <source>From {peer}</source>
        <translation>De {peer}</translation>
    </message>
    <message>
        <source>From {peer} · Checking and saving…</source>
        <translation>De {peer} · Comprobando y guardando…</translation>
    </message>
    <message>
        <source>From {peer} · Waiting to be shown</source>
        <translation>De {peer} · En espera de mostrarse</translation>
    </message>
    <message>
        <source>Limited by the disk of this computer</source>
        <translation>Limitado por el disco de este equipo</translation>
    </message>
    <message>
        <source>Limited by the disk of {peer}</source>
        <translation>Limitado por el disco de {peer}</translation>
    </message>
    <message>
        <source>Limited by the network</source>
        <translation>Limitado por la red</translation>
    </message>
    <message>
        <source>Limited by this computer</source>
        <translation>Limitado por este equipo</translation>
    </message>
    <message>
        <source>Limited by {peer}</source>
        <translation>Limitado por {peer}</translation>
    </message>
    <message>
        <source>Paused by you</source>
        <translation>Pausado por usted</translation>
    </message>
    <message>
        <source>Paused by {peer}</source>
        <translation>Pausado por {peer}</translation>
    </message>
    <message>
        <source>Paused: {why}</source>
        <translation>En pausa: {why}</translation>
    </message>
    <message>
        <source>Reading what was chosen…</source>
        <translation>Leyendo lo elegido…</translation>
    </message>
    <message>
        <source>Received {time} from {peer} — checked and saved</source>
        <translation>Recibido {time} de {peer} — comprobado y guardado</translation>
    </message>
    <message>
        <source>Received {time} from {peer} — checked and saved in {folder}</source>
        <translation>Recibido {time} de {peer} — comprobado y guardado en {folder}</translation>
    </message>
    <message>
        <source>Received {time} from {peer} — kept on no disk</source>
        <translation>Recibido {time} de {peer} — no se conserva en ningún disco</translation>
    </message>
    <message>
        <source>Retry failed</source>
        <translation>Reintentar lo fallido</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Enviar de nuevo</translation>
    </message>
    <message>
        <source>Some files were not delivered.</source>
        <translation>Algunos archivos no se entregaron.</translation>
    </message>
    <message numerus="yes">
        <source>Text, {count} characters</source>
        <translation>
            <numerusform>Texto, {count} carácter</numerusform>
            <numerusform>Texto, {count} caracteres</numerusform>
        </translation>
    </message>
    <message>
        <source>The transfer failed.</source>
        <translation>La transferencia falló.</translation>
    </message>
    <message>
        <source>The transfer was cancelled.</source>
        <translation>La transferencia se canceló.</translation>
    </message>
    <message>
        <source>To {peer}</source>
        <translation>A {peer}</translation>
    </message>
    <message>
        <source>To {peer} · Reading what was chosen…</source>
        <translation>A {peer} · Leyendo lo elegido…</translation>
    </message>
    <message>
        <source>Waiting for {peer} to accept…</source>
        <translation>Esperando a que {peer} acepte…</translation>
    </message>
    <message>
        <source>Waiting to be shown on {peer}…</source>
        <translation>Esperando a mostrarse en {peer}…</translation>
    </message>
    <message>
        <source>You declined this from {peer}.</source>
        <translation>Usted rechazó esta oferta de {peer}.</translation>
    </message>
    <message>
        <source>accepted without asking</source>
        <translation>aceptado sin preguntar</translation>
    </message>
    <message numerus="yes">
        <source>{count} were there already</source>
        <translation>
            <numerusform>{count} ya estaba allí</numerusform>
            <numerusform>{count} ya estaban allí</numerusform>
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
        <translation>{peer} rechazó la oferta.</translation>
    </message>
    <message>
        <source>{peer} sent you a text</source>
        <translation>{peer} le envió un texto</translation>
    </message>
    <message>
        <source>{peer} waits for your answer</source>
        <translation>{peer} espera su respuesta</translation>
    </message>
    <message>
        <source>{peer} wants to send you files</source>
        <translation>{peer} quiere enviarle archivos</translation>
    </message>
</context>
<context>
    <name>trust</name>
    <message>
        <source>By invitation at {time}</source>
        <translation>Por invitación: {time}</translation>
    </message>
    <message>
        <source>Code compared at {time}</source>
        <translation>Código comparado: {time}</translation>
    </message>
    <message>
        <source>Code compared at {time}, remembered since then</source>
        <translation>Código comparado: {time}; recordado desde entonces</translation>
    </message>
    <message>
        <source>Continued after an interruption; {compared}</source>
        <translation>Continuado tras una interrupción; {compared}</translation>
    </message>
    <message>
        <source>Probably {name} · {address}</source>
        <translation>Probablemente {name} · {address}</translation>
    </message>
    <message>
        <source>Probably {name}, verified {day}</source>
        <translation>Probablemente {name}, verificado ({day})</translation>
    </message>
    <message>
        <source>Remembered, verified just now</source>
        <translation>Recordado, verificado ahora mismo</translation>
    </message>
    <message>
        <source>Remembered, verified {day}</source>
        <translation>Recordado, verificado ({day})</translation>
    </message>
    <message>
        <source>Remembered, {compared}</source>
        <translation>Recordado, {compared}</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Verificado</translation>
    </message>
    <message>
        <source>Verified at {time}</source>
        <translation>Verificado: {time}</translation>
    </message>
    <message>
        <source>Verified just now</source>
        <translation>Verificado ahora mismo</translation>
    </message>
    <message>
        <source>Verified {day}</source>
        <translation>Verificado: {day}</translation>
    </message>
    <message>
        <source>code compared at {time}</source>
        <translation>código comparado: {time}</translation>
    </message>
    <message>
        <source>code compared {day}</source>
        <translation>código comparado: {day}</translation>
    </message>
</context>
<context>
    <name>visibility</name>
    <message>
        <source>Everyone nearby</source>
        <translation>Todos los que estén cerca</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Nadie</translation>
    </message>
    <message>
        <source>Only remembered devices</source>
        <translation>Solo dispositivos recordados</translation>
    </message>
</context>
</TS>
