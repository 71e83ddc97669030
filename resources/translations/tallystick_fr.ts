<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>A tally stick was split in two, so that each could check the other&apos;s half.</source>
        <translation>Un bâton de comptage était fendu en deux, pour que chacun puisse vérifier la moitié de l’autre.</translation>
    </message>
    <message>
        <source>About {app}</source>
        <translation>À propos de {app}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Send files to the computers around you, sure of which computer it is.</source>
        <translation>Envoyer des fichiers aux ordinateurs autour de soi, en étant sûr de l’ordinateur dont il s’agit.</translation>
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
        <translation>Se connecter par adresse…</translation>
    </message>
</context>
<context>
    <name>AddressDialog</name>
    <message>
        <source>&amp;Address of the other computer, or its invitation</source>
        <translation>&amp;Adresse de l’autre ordinateur, ou son invitation</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Se connecter</translation>
    </message>
    <message>
        <source>Connect by address</source>
        <translation>Se connecter par adresse</translation>
    </message>
    <message>
        <source>Tallystick has to be open on the other computer. Both screens will show a code; with an invitation none is needed.</source>
        <translation>Tallystick doit être ouvert sur l’autre ordinateur. Les deux écrans afficheront un code&#xa0;; avec une invitation, aucun n’est nécessaire.</translation>
    </message>
</context>
<context>
    <name>AlwaysChoice</name>
    <message>
        <source>Al&amp;ways accept from this device</source>
        <translation>&amp;Toujours accepter de cet appareil</translation>
    </message>
    <message>
        <source>Always accept from {peer}</source>
        <translation>Toujours accepter de {peer}</translation>
    </message>
    <message>
        <source>In the same folder, within 24 hours at most</source>
        <translation>Dans le même dossier, en 24 heures au plus</translation>
    </message>
</context>
<context>
    <name>AlwaysDialog</name>
    <message>
        <source>&amp;Always accept from this device</source>
        <translation>&amp;Toujours accepter de cet appareil</translation>
    </message>
    <message>
        <source>Accept without asking</source>
        <translation>Accepter sans demander</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Change the folder to save in</source>
        <translation>Changer le dossier d’enregistrement</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Changer…</translation>
    </message>
    <message>
        <source>Files from {peer}</source>
        <translation>Fichiers de {peer}</translation>
    </message>
    <message>
        <source>Only once it has proved to be this device. You are still asked about programs, about more than this, and where little space is left or something cannot be saved as it is.</source>
        <translation>Seulement une fois qu’il a prouvé être cet appareil. La question vous reste posée pour les programmes, au-delà de cette quantité, et quand il reste peu de place ou que quelque chose ne peut pas être enregistré tel quel.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Save in {folder}</source>
        <translation>Enregistrer dans {folder}</translation>
    </message>
    <message>
        <source>Within 24 hours at most</source>
        <translation>En 24 heures au plus</translation>
    </message>
</context>
<context>
    <name>AutostartBox</name>
    <message>
        <source>Start at login, out of sight</source>
        <translation>Démarrer à l’ouverture de session, sans fenêtre</translation>
    </message>
    <message>
        <source>out of sight, at its icon in the panel</source>
        <translation>sans fenêtre, avec une icône dans le panneau</translation>
    </message>
</context>
<context>
    <name>CheckDialog</name>
    <message>
        <source>Address to try, too</source>
        <translation>Adresse à essayer aussi</translation>
    </message>
    <message>
        <source>An address to try, too: {example}</source>
        <translation>Essayer aussi une adresse&#xa0;: {example}</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Vérifier à nouveau</translation>
    </message>
    <message>
        <source>Check the connection</source>
        <translation>Vérifier la connexion</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Copier le rapport</translation>
    </message>
    <message>
        <source>Looking at this computer and its networks. This takes some seconds.</source>
        <translation>Examen de cet ordinateur et de ses réseaux. Cela prend quelques secondes.</translation>
    </message>
    <message>
        <source>Nothing here keeps devices apart. Check the connection on the other computer, too.</source>
        <translation>Rien ici n’empêche les appareils de communiquer. Vérifiez aussi la connexion sur l’autre ordinateur.</translation>
    </message>
    <message>
        <source>The check could not be made.</source>
        <translation>La vérification n’a pas pu être effectuée.</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Essayer</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Ce qui a été trouvé</translation>
    </message>
    <message numerus="yes">
        <source>{count} things may keep devices apart. Tallystick changes nothing by itself.</source>
        <translation>
            <numerusform>{count} chose empêche peut-être les appareils de communiquer. Tallystick ne change rien de lui-même.</numerusform>
            <numerusform>{count} choses empêchent peut-être les appareils de communiquer. Tallystick ne change rien de lui-même.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClearDialog</name>
    <message>
        <source>Clear all</source>
        <translation>Tout effacer</translation>
    </message>
    <message>
        <source>Clear all transfers that are over?</source>
        <translation>Effacer tous les transferts terminés&#xa0;?</translation>
    </message>
    <message>
        <source>Clear the list</source>
        <translation>Effacer la liste</translation>
    </message>
    <message>
        <source>Its receipt goes with it. Files stay where they are.</source>
        <translation>Son récépissé disparaît avec lui. Les fichiers restent où ils sont.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Conserver</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>Retirer de la liste</translation>
    </message>
    <message>
        <source>Remove this transfer from the list?</source>
        <translation>Retirer ce transfert de la liste&#xa0;?</translation>
    </message>
    <message>
        <source>Their receipts go with them. Files stay where they are.</source>
        <translation>Leurs récépissés disparaissent avec eux. Les fichiers restent où ils sont.</translation>
    </message>
</context>
<context>
    <name>ClosingDialog</name>
    <message>
        <source>Close Tallystick</source>
        <translation>Fermer Tallystick</translation>
    </message>
    <message>
        <source>Go on in the background</source>
        <translation>Continuer en arrière-plan</translation>
    </message>
    <message>
        <source>In the background Tallystick ends when the transfers have. Starting it again brings this window back.</source>
        <translation>En arrière-plan, Tallystick se ferme une fois les transferts terminés. Le relancer fait revenir cette fenêtre.</translation>
    </message>
    <message>
        <source>In the background Tallystick stays at its icon in the panel.</source>
        <translation>En arrière-plan, Tallystick reste sous forme d’icône dans le panneau.</translation>
    </message>
    <message>
        <source>Keep open</source>
        <translation>Laisser ouvert</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>Arrêter et fermer</translation>
    </message>
    <message>
        <source>What was accepted can go on another time. Files that were delivered stay delivered.</source>
        <translation>Ce qui a été accepté pourra reprendre une autre fois. Les fichiers remis restent remis.</translation>
    </message>
    <message numerus="yes">
        <source>{count} transfers have not finished</source>
        <translation>
            <numerusform>{count} transfert n’est pas terminé</numerusform>
            <numerusform>{count} transferts ne sont pas terminés</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CodeDialog</name>
    <message>
        <source>A computer without a name</source>
        <translation>Un ordinateur sans nom</translation>
    </message>
    <message>
        <source>Compare the code</source>
        <translation>Comparer le code</translation>
    </message>
    <message>
        <source>Compare this code</source>
        <translation>Comparer ce code</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Ending the session…</source>
        <translation>Fermeture de la session…</translation>
    </message>
    <message>
        <source>Is exactly this code on the other screen? Read it aloud or look.</source>
        <translation>L’autre écran affiche-t-il exactement ce code&#xa0;? Lisez-le à voix haute ou regardez.</translation>
    </message>
    <message>
        <source>Is exactly this code on the other screen? Read it aloud or look. If dots are there, this code is typed there first.</source>
        <translation>L’autre écran affiche-t-il exactement ce code&#xa0;? Lisez-le à voix haute ou regardez. S’il affiche des points, ce code y est d’abord saisi.</translation>
    </message>
    <message>
        <source>It&apos;s different</source>
        <translation>Il est différent</translation>
    </message>
    <message>
        <source>Larger code</source>
        <translation>Code plus grand</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Pas maintenant</translation>
    </message>
    <message>
        <source>Not verified yet</source>
        <translation>Pas encore vérifié</translation>
    </message>
    <message>
        <source>Show the code larger</source>
        <translation>Afficher le code en plus grand</translation>
    </message>
    <message>
        <source>They match</source>
        <translation>Ils concordent</translation>
    </message>
    <message>
        <source>This device did not prove to be {peer}, which you remember. It may have forgotten this computer, or somebody is in between.</source>
        <translation>Cet appareil n’a pas prouvé qu’il est {peer}, que vous avez mémorisé. Il a peut-être oublié cet ordinateur, ou quelqu’un s’interpose.</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Vérifié</translation>
    </message>
    <message>
        <source>Waiting for {peer}…</source>
        <translation>En attente de {peer}…</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Vous</translation>
    </message>
</context>
<context>
    <name>CodeView</name>
    <message>
        <source>Code: {digits}. Words: {words}.</source>
        <translation>Code&#xa0;: {digits}. Mots&#xa0;: {words}.</translation>
    </message>
    <message>
        <source>The code of this computer is covered</source>
        <translation>Le code de cet ordinateur est masqué</translation>
    </message>
</context>
<context>
    <name>CopyButton</name>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
</context>
<context>
    <name>DeviceCard</name>
    <message>
        <source>Drop files here, or click to choose them.</source>
        <translation>Déposez des fichiers ici, ou cliquez pour les choisir.</translation>
    </message>
    <message>
        <source>Not answering</source>
        <translation>Ne répond pas</translation>
    </message>
    <message>
        <source>Not seen · was at {address}</source>
        <translation>Non visible · était à {address}</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Vérifié</translation>
    </message>
    <message>
        <source>Verified · remembered</source>
        <translation>Vérifié · mémorisé</translation>
    </message>
</context>
<context>
    <name>DevicePicker</name>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Devices nearby</source>
        <translation>Appareils à proximité</translation>
    </message>
    <message>
        <source>No device has been found yet. This list fills by itself.</source>
        <translation>Aucun appareil trouvé pour l’instant. Cette liste se remplit d’elle-même.</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Envoyer</translation>
    </message>
    <message>
        <source>Send to</source>
        <translation>Envoyer à</translation>
    </message>
    <message>
        <source>Which device?</source>
        <translation>Quel appareil&#xa0;?</translation>
    </message>
    <message>
        <source>{name} — not seen</source>
        <translation>{name} — non visible</translation>
    </message>
    <message>
        <source>{name} — probably {known}, verified {day}</source>
        <translation>{name} — probablement {known}, vérifié ({day})</translation>
    </message>
    <message>
        <source>{name} — verified</source>
        <translation>{name} — vérifié</translation>
    </message>
</context>
<context>
    <name>Earlier</name>
    <message>
        <source>Clear the earlier transfers</source>
        <translation>Effacer les transferts précédents</translation>
    </message>
    <message>
        <source>Clear…</source>
        <translation>Effacer…</translation>
    </message>
    <message>
        <source>Details…</source>
        <translation>Détails…</translation>
    </message>
    <message>
        <source>Earlier transfers</source>
        <translation>Transferts précédents</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Nothing earlier holds {words}.</source>
        <translation>Aucun transfert précédent ne contient {words}.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Remove from the list…</source>
        <translation>Retirer de la liste…</translation>
    </message>
    <message>
        <source>Save receipt…</source>
        <translation>Enregistrer le récépissé…</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>Search the earlier transfers</source>
        <translation>Rechercher dans les transferts précédents</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Afficher dans le dossier</translation>
    </message>
    <message>
        <source>The earlier transfers could not be looked up.</source>
        <translation>Les transferts précédents n’ont pas pu être consultés.</translation>
    </message>
</context>
<context>
    <name>ErrorDetails</name>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Copier le rapport</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
    <message>
        <source>Details: {text}</source>
        <translation>Détails&#xa0;: {text}</translation>
    </message>
    <message>
        <source>Details…</source>
        <translation>Détails…</translation>
    </message>
    <message>
        <source>It holds what is written here and nothing else. Tallystick sends it to nobody.</source>
        <translation>Il contient ce qui est écrit ici et rien d’autre. Tallystick ne l’envoie à personne.</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Rapport</translation>
    </message>
</context>
<context>
    <name>ExistingChoice</name>
    <message>
        <source>Keep both: what comes gets a number</source>
        <translation>Conserver les deux&#xa0;: ce qui arrive reçoit un numéro</translation>
    </message>
    <message>
        <source>Skip identical files: only what differs is saved, with a number</source>
        <translation>Ignorer les fichiers identiques&#xa0;: seul ce qui diffère est enregistré, avec un numéro</translation>
    </message>
    <message numerus="yes">
        <source>{count} of these names are there already. They stay as they are.</source>
        <translation>
            <numerusform>{count} de ces noms existe déjà. Il reste tel quel.</numerusform>
            <numerusform>{count} de ces noms existent déjà. Ils restent tels quels.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{names} are there already. They stay as they are.</source>
        <translation>
            <numerusform>{names} existe déjà et reste tel quel.</numerusform>
            <numerusform>{names} existent déjà et restent tels quels.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FailureDialog</name>
    <message>
        <source>I have read this</source>
        <translation>J’ai lu ceci</translation>
    </message>
    <message>
        <source>Not verified</source>
        <translation>Non vérifié</translation>
    </message>
    <message>
        <source>Until you close this notice, nobody can start another comparison with this computer.</source>
        <translation>Tant que vous n’avez pas fermé cet avis, personne ne peut commencer une autre comparaison avec cet ordinateur.</translation>
    </message>
</context>
<context>
    <name>FindingRow</name>
    <message>
        <source>Command: {finding}</source>
        <translation>Commande&#xa0;: {finding}</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Copy the command: {finding}</source>
        <translation>Copier la commande&#xa0;: {finding}</translation>
    </message>
</context>
<context>
    <name>ForgetDialog</name>
    <message>
        <source>Forget</source>
        <translation>Oublier</translation>
    </message>
    <message>
        <source>Forget a device</source>
        <translation>Oublier un appareil</translation>
    </message>
    <message>
        <source>Forget {peer}?</source>
        <translation>Oublier {peer}&#xa0;?</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Conserver</translation>
    </message>
    <message>
        <source>The session with it ends now, and what is being sent stops.</source>
        <translation>La session avec lui se termine maintenant, et ce qui est en cours d’envoi s’arrête.</translation>
    </message>
    <message>
        <source>You will have to compare a code with it before anything can be sent again.</source>
        <translation>Il faudra comparer un code avec lui avant de pouvoir envoyer à nouveau quoi que ce soit.</translation>
    </message>
</context>
<context>
    <name>InviteDialog</name>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>For a computer that does not appear under Nearby, for example behind a VPN. On the other computer this text goes into “Connect by address…”.</source>
        <translation>Pour un ordinateur qui n’apparaît pas sous «&#xa0;À proximité&#xa0;», par exemple derrière un VPN. Sur l’autre ordinateur, ce texte va dans «&#xa0;Se connecter par adresse…&#xa0;».</translation>
    </message>
    <message>
        <source>Good for one session, until {time}. No code is compared: whoever gets hold of this text first can use it, so send it by a way that you both trust.</source>
        <translation>Valable pour une session, jusqu’à {time}. Aucun code n’est comparé&#xa0;: la première personne qui obtient ce texte peut s’en servir&#xa0;; envoyez-le donc par un moyen auquel vous vous fiez tous les deux.</translation>
    </message>
    <message>
        <source>Invitation</source>
        <translation>Invitation</translation>
    </message>
    <message>
        <source>Invite another computer</source>
        <translation>Inviter un autre ordinateur</translation>
    </message>
</context>
<context>
    <name>LimitBox</name>
    <message>
        <source>At most within 24 hours</source>
        <translation>Au plus en 24 heures</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>A firewall rule for the usual port does not cover this one.</source>
        <translation>Une règle de pare-feu pour le port habituel ne couvre pas celui-ci.</translation>
    </message>
    <message>
        <source>About {app}</source>
        <translation>À propos de {app}</translation>
    </message>
    <message>
        <source>Can&apos;t see a device?</source>
        <translation>Un appareil n’apparaît pas&#xa0;?</translation>
    </message>
    <message>
        <source>Check for updates…</source>
        <translation>Rechercher des mises à jour…</translation>
    </message>
    <message>
        <source>Connect by address…</source>
        <translation>Se connecter par adresse…</translation>
    </message>
    <message>
        <source>Invite another computer…</source>
        <translation>Inviter un autre ordinateur…</translation>
    </message>
    <message>
        <source>Port {wanted} is used by another program, so Tallystick uses {port}.</source>
        <translation>Le port {wanted} est utilisé par un autre programme, Tallystick utilise donc {port}.</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Remembered devices…</source>
        <translation>Appareils mémorisés…</translation>
    </message>
    <message>
        <source>Rename this computer</source>
        <translation>Renommer cet ordinateur</translation>
    </message>
    <message>
        <source>Search the earlier transfers</source>
        <translation>Rechercher dans les transferts précédents</translation>
    </message>
    <message>
        <source>Send a folder…</source>
        <translation>Envoyer un dossier…</translation>
    </message>
    <message>
        <source>Send files…</source>
        <translation>Envoyer des fichiers…</translation>
    </message>
    <message>
        <source>Send what was copied…</source>
        <translation>Envoyer ce qui a été copié…</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Paramètres…</translation>
    </message>
</context>
<context>
    <name>Nearby</name>
    <message>
        <source>About this session…</source>
        <translation>À propos de cette session…</translation>
    </message>
    <message>
        <source>Check which device it is</source>
        <translation>Vérifier de quel appareil il s’agit</translation>
    </message>
    <message>
        <source>Compare codes only</source>
        <translation>Comparer seulement les codes</translation>
    </message>
    <message>
        <source>Forget this device…</source>
        <translation>Oublier cet appareil…</translation>
    </message>
    <message>
        <source>Remember this device…</source>
        <translation>Mémoriser cet appareil…</translation>
    </message>
    <message>
        <source>Send a folder…</source>
        <translation>Envoyer un dossier…</translation>
    </message>
    <message>
        <source>Send files…</source>
        <translation>Envoyer des fichiers…</translation>
    </message>
</context>
<context>
    <name>NobodyNear</name>
    <message>
        <source>A firewall or the router keeps devices from finding each other. An address often works.</source>
        <translation>Un pare-feu ou le routeur empêche les appareils de se trouver. Se connecter par adresse fonctionne souvent.</translation>
    </message>
    <message>
        <source>Check the connection</source>
        <translation>Vérifier la connexion</translation>
    </message>
    <message>
        <source>Connect by address…</source>
        <translation>Se connecter par adresse…</translation>
    </message>
    <message>
        <source>Looking for devices on this network…</source>
        <translation>Recherche d’appareils sur ce réseau…</translation>
    </message>
    <message>
        <source>Nothing found yet. Most often it is one of these:</source>
        <translation>Rien trouvé pour l’instant. Le plus souvent, c’est l’une de ces raisons&#xa0;:</translation>
    </message>
    <message>
        <source>Tallystick is not open on the other computer, or not visible to everyone nearby.</source>
        <translation>Tallystick n’est pas ouvert sur l’autre ordinateur, ou n’est pas visible par tous à proximité.</translation>
    </message>
    <message>
        <source>Tallystick sends files straight to a computer near you. Both screens show a code, so that you know which computer it is.</source>
        <translation>Tallystick envoie des fichiers directement à un ordinateur proche. Les deux écrans affichent un code, pour savoir de quel ordinateur il s’agit.</translation>
    </message>
    <message>
        <source>The two computers are on different networks, for example a guest Wi-Fi or a VPN.</source>
        <translation>Les deux ordinateurs sont sur des réseaux différents, par exemple un Wi-Fi invité ou un VPN.</translation>
    </message>
</context>
<context>
    <name>Notifications</name>
    <message>
        <source>Accept</source>
        <translation>Accepter</translation>
    </message>
    <message>
        <source>Both screens show it now.</source>
        <translation>Les deux écrans l’affichent maintenant.</translation>
    </message>
    <message>
        <source>Compare the code with {peer}</source>
        <translation>Comparer le code avec {peer}</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>Refuser</translation>
    </message>
    <message>
        <source>Is {peer} meant?</source>
        <translation>Vouliez-vous joindre {peer}&#xa0;?</translation>
    </message>
    <message>
        <source>It answered at {called}.</source>
        <translation>La réponse est venue de {called}.</translation>
    </message>
    <message>
        <source>{peer} sends you files</source>
        <translation>{peer} vous envoie des fichiers</translation>
    </message>
    <message>
        <source>{what}, to be saved in {folder}</source>
        <translation>{what}, à enregistrer dans {folder}</translation>
    </message>
</context>
<context>
    <name>OfferDialog</name>
    <message>
        <source>Accept</source>
        <translation>Accepter</translation>
    </message>
    <message>
        <source>Change the folder to save in</source>
        <translation>Changer le dossier d’enregistrement</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Changer…</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>Refuser</translation>
    </message>
    <message>
        <source>Files for you</source>
        <translation>Des fichiers pour vous</translation>
    </message>
    <message>
        <source>Free here: {size}</source>
        <translation>Libre ici&#xa0;: {size}</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Examen…</translation>
    </message>
    <message>
        <source>Save in {folder}</source>
        <translation>Enregistrer dans {folder}</translation>
    </message>
    <message>
        <source>This was interrupted. {size} of it are here already; only the rest comes.</source>
        <translation>Ce transfert a été interrompu. {size} sont déjà ici&#xa0;; seul le reste arrive.</translation>
    </message>
    <message>
        <source>What would be sent</source>
        <translation>Ce qui serait envoyé</translation>
    </message>
    <message numerus="yes">
        <source>{count} of these files are programs. Open them only if you expected them.</source>
        <translation>
            <numerusform>{count} de ces fichiers est un programme. Ne l’ouvrez que si vous l’attendiez.</numerusform>
            <numerusform>{count} de ces fichiers sont des programmes. Ne les ouvrez que si vous les attendiez.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{files} in {count} folders, {size}</source>
        <translation>
            <numerusform>{files} dans {count} dossier, {size}</numerusform>
            <numerusform>{files} dans {count} dossiers, {size}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Parts</name>
    <message>
        <source>Drop files on a device, or click it.</source>
        <translation>Déposez des fichiers sur un appareil, ou cliquez dessus.</translation>
    </message>
    <message>
        <source>Nearby</source>
        <translation>À proximité</translation>
    </message>
    <message>
        <source>Transfers</source>
        <translation>Transferts</translation>
    </message>
</context>
<context>
    <name>PastActions</name>
    <message>
        <source>JSON, for programs</source>
        <translation>JSON, pour les programmes</translation>
    </message>
    <message>
        <source>Receipt of {name}</source>
        <translation>Récépissé de {name}</translation>
    </message>
    <message>
        <source>Save the receipt</source>
        <translation>Enregistrer le récépissé</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>The receipt was saved as {name}.</source>
        <translation>Le récépissé a été enregistré sous {name}.</translation>
    </message>
    <message>
        <source>There is no program here that opens it.</source>
        <translation>Aucun programme d’ici ne sait l’ouvrir.</translation>
    </message>
    <message>
        <source>What failed of {what}</source>
        <translation>Ce qui a échoué dans {what}</translation>
    </message>
    <message>
        <source>{name} is no longer in {folder}.</source>
        <translation>{name} n’est plus dans {folder}.</translation>
    </message>
</context>
<context>
    <name>PastDetails</name>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Earlier transfer</source>
        <translation>Transfert précédent</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Laissé de côté</translation>
    </message>
    <message>
        <source>Not delivered</source>
        <translation>Non remis</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Retirer…</translation>
    </message>
    <message>
        <source>Save receipt…</source>
        <translation>Enregistrer le récépissé…</translation>
    </message>
    <message>
        <source>Saved in</source>
        <translation>Enregistré dans</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Afficher dans le dossier</translation>
    </message>
    <message>
        <source>To</source>
        <translation>À</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Vérifié</translation>
    </message>
    <message>
        <source>What it was made of</source>
        <translation>Contenu</translation>
    </message>
</context>
<context>
    <name>Prompts</name>
    <message>
        <source>Save in</source>
        <translation>Enregistrer dans</translation>
    </message>
</context>
<context>
    <name>RecognisedDialog</name>
    <message>
        <source>Another device than you called</source>
        <translation>Un autre appareil que celui que vous avez appelé</translation>
    </message>
    <message>
        <source>Don&apos;t send</source>
        <translation>Ne pas envoyer</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Envoyer</translation>
    </message>
    <message>
        <source>Send to it?</source>
        <translation>Envoyer à cet appareil&#xa0;?</translation>
    </message>
    <message>
        <source>You called {called} — this is {peer}, verified {day}.</source>
        <translation>Vous avez appelé {called} — il s’agit de {peer}, vérifié ({day}).</translation>
    </message>
    <message numerus="yes">
        <source>and {count} more</source>
        <translation>
            <numerusform>et {count} autre</numerusform>
            <numerusform>et {count} autres</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RememberedList</name>
    <message>
        <source>Expires</source>
        <translation>Expire</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Dernier usage</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Remembered devices</source>
        <translation>Appareils mémorisés</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Vérifié</translation>
    </message>
    <message>
        <source>Without asking</source>
        <translation>Sans demander</translation>
    </message>
    <message>
        <source>accepted without asking: {size} a day, into {folder}</source>
        <translation>accepté sans demander&#xa0;: {size} par jour, dans {folder}</translation>
    </message>
    <message>
        <source>{day}, {ahead}</source>
        <translation>{day}, {ahead}</translation>
    </message>
    <message>
        <source>{name}, verified {verified}, last used {used}, expires {expires}</source>
        <translation>{name}, vérifié&#xa0;: {verified}, dernier usage&#xa0;: {used}, expiration&#xa0;: {expires}</translation>
    </message>
    <message>
        <source>{size} a day</source>
        <translation>{size} par jour</translation>
    </message>
</context>
<context>
    <name>RememberedWindow</name>
    <message>
        <source>Accept without asking…</source>
        <translation>Accepter sans demander…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Forget…</source>
        <translation>Oublier…</translation>
    </message>
    <message>
        <source>Once you have compared a code with a device, it can be remembered here.</source>
        <translation>Une fois un code comparé avec un appareil, celui-ci peut être mémorisé ici.</translation>
    </message>
    <message>
        <source>Remembered devices</source>
        <translation>Appareils mémorisés</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Renommer</translation>
    </message>
    <message numerus="yes">
        <source>They prove themselves without a code. Whichever is not used for {count} days is forgotten.</source>
        <translation>
            <numerusform>Ils prouvent leur identité sans code. Celui qui ne sert pas pendant {count} jour est oublié.</numerusform>
            <numerusform>Ils prouvent leur identité sans code. Celui qui ne sert pas pendant {count} jours est oublié.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sending</name>
    <message>
        <source>Save the file first, then drop it here.</source>
        <translation>Enregistrez d’abord le fichier, puis déposez-le ici.</translation>
    </message>
    <message>
        <source>Send a folder</source>
        <translation>Envoyer un dossier</translation>
    </message>
    <message>
        <source>Send files</source>
        <translation>Envoyer des fichiers</translation>
    </message>
    <message>
        <source>That is a link to the web, and Tallystick downloads nothing.</source>
        <translation>C’est un lien vers le Web, et Tallystick ne télécharge rien.</translation>
    </message>
    <message>
        <source>There is neither a file nor a text on the clipboard.</source>
        <translation>Il n’y a ni fichier ni texte dans le presse-papiers.</translation>
    </message>
</context>
<context>
    <name>SessionNotices</name>
    <message>
        <source>It is not remembered: both sides have to want that while the session lives.</source>
        <translation>Il n’est pas mémorisé&#xa0;: les deux côtés doivent le souhaiter tant que la session dure.</translation>
    </message>
    <message>
        <source>On the other computer, choose “Remember this device…” on the card of this one.</source>
        <translation>Sur l’autre ordinateur, choisissez «&#xa0;Mémoriser cet appareil…&#xa0;» sur la carte de celui-ci.</translation>
    </message>
    <message>
        <source>The session with {peer} is over. Its keys no longer exist.</source>
        <translation>La session avec {peer} est terminée. Les clés de la session n’existent plus.</translation>
    </message>
    <message>
        <source>{peer} is connected again; no code needed.</source>
        <translation>{peer} est de nouveau connecté&#xa0;; aucun code nécessaire.</translation>
    </message>
    <message>
        <source>{peer} is remembered until {day}.</source>
        <translation>{peer} est mémorisé jusqu’au {day}.</translation>
    </message>
    <message>
        <source>{peer} proved itself; no code needed.</source>
        <translation>{peer} a prouvé son identité&#xa0;; aucun code nécessaire.</translation>
    </message>
    <message>
        <source>{peer} will be remembered as soon as that is wanted there too.</source>
        <translation>{peer} sera mémorisé dès que cela sera souhaité là-bas aussi.</translation>
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
        <translation>Se nomme</translation>
    </message>
    <message>
        <source>Cipher</source>
        <translation>Chiffrement</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Connected since</source>
        <translation>Connecté depuis</translation>
    </message>
    <message>
        <source>Decrypted here</source>
        <translation>Déchiffré ici</translation>
    </message>
    <message>
        <source>Encrypted here</source>
        <translation>Chiffré ici</translation>
    </message>
    <message>
        <source>End session and destroy its keys</source>
        <translation>Terminer la session et détruire ses clés</translation>
    </message>
    <message>
        <source>Epoch {epoch}, not renewed yet</source>
        <translation>Époque {epoch}, pas encore renouvelée</translation>
    </message>
    <message numerus="yes">
        <source>Epoch {epoch}, renewed {count} times, last at {time}</source>
        <translation>
            <numerusform>Époque {epoch}, renouvelée {count} fois&#xa0;: {time}</numerusform>
            <numerusform>Époque {epoch}, renouvelée {count} fois, la dernière&#xa0;: {time}</numerusform>
        </translation>
    </message>
    <message>
        <source>Kept in their folder by Tallystick alone</source>
        <translation>Confinés à leur dossier par Tallystick seul</translation>
    </message>
    <message>
        <source>Kept in their folder by {system} as well</source>
        <translation>Confinés à leur dossier par {system} également</translation>
    </message>
    <message>
        <source>Key agreement</source>
        <translation>Échange de clés</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Clés</translation>
    </message>
    <message>
        <source>Keys destroyed</source>
        <translation>Clés détruites</translation>
    </message>
    <message>
        <source>Received files</source>
        <translation>Fichiers reçus</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Session</translation>
    </message>
    <message>
        <source>Session over. Its keys no longer exist.</source>
        <translation>Session terminée. Les clés de la session n’existent plus.</translation>
    </message>
    <message>
        <source>This session is verified and open.</source>
        <translation>Cette session est vérifiée et ouverte.</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Vérifié</translation>
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
        <translation>&amp;Comparaison attentive</translation>
    </message>
    <message>
        <source>&amp;Name of this computer</source>
        <translation>&amp;Nom de cet ordinateur</translation>
    </message>
    <message>
        <source>&amp;Port</source>
        <translation>&amp;Port</translation>
    </message>
    <message>
        <source>&amp;Save in</source>
        <translation>&amp;Enregistrer dans</translation>
    </message>
    <message>
        <source>&amp;Who can see this computer</source>
        <translation>&amp;Qui peut voir cet ordinateur</translation>
    </message>
    <message>
        <source>A port is a number from {least} to {most}.</source>
        <translation>Un port est un nombre de {least} à {most}.</translation>
    </message>
    <message>
        <source>Appea&amp;rance</source>
        <translation>&amp;Apparence</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Ask each time</source>
        <translation>Demander à chaque fois</translation>
    </message>
    <message>
        <source>Change the folder to save in</source>
        <translation>Changer le dossier d’enregistrement</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Changer…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>Devices can be remembered for {least} to {most} days.</source>
        <translation>Les appareils peuvent être mémorisés de {least} à {most} jours.</translation>
    </message>
    <message>
        <source>Keep both: what comes gets a number</source>
        <translation>Conserver les deux&#xa0;: ce qui arrive reçoit un numéro</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>&amp;Langue</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Names that are there &amp;already</source>
        <translation>Noms &amp;déjà présents</translation>
    </message>
    <message>
        <source>No&amp;tifications</source>
        <translation>No&amp;tifications</translation>
    </message>
    <message>
        <source>Notifications while the window is hidden</source>
        <translation>Notifications quand la fenêtre est masquée</translation>
    </message>
    <message>
        <source>Remember &amp;devices for</source>
        <translation>&amp;Mémoriser les appareils pendant</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Paramètres</translation>
    </message>
    <message>
        <source>Skip identical files, number the others</source>
        <translation>Ignorer les fichiers identiques, numéroter les autres</translation>
    </message>
    <message>
        <source>Start at &amp;login</source>
        <translation>Démarrer à l’&amp;ouverture de session</translation>
    </message>
    <message>
        <source>The port stays as it was.</source>
        <translation>Le port reste tel qu’il était.</translation>
    </message>
    <message>
        <source>as --port says this time; has to be open in a firewall</source>
        <translation>indiqué cette fois par --port ; doit être ouvert dans le pare-feu</translation>
    </message>
    <message>
        <source>days after their last use</source>
        <translation>jours après leur dernier usage</translation>
    </message>
    <message>
        <source>has to be open in a firewall</source>
        <translation>doit être ouvert dans le pare-feu</translation>
    </message>
    <message>
        <source>type the code of the other screen when somebody connects</source>
        <translation>saisir le code de l’autre écran si quelqu’un se connecte</translation>
    </message>
    <message>
        <source>was taken: it is {port} for now, and that has to be open in a firewall</source>
        <translation>était pris : c’est {port} pour l’instant, qui doit être ouvert dans le pare-feu</translation>
    </message>
    <message>
        <source>while the window is hidden</source>
        <translation>quand la fenêtre est masquée</translation>
    </message>
</context>
<context>
    <name>SideWindows</name>
    <message>
        <source>Save in</source>
        <translation>Enregistrer dans</translation>
    </message>
</context>
<context>
    <name>StartFailure</name>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Tallystick could not start</source>
        <translation>Tallystick n’a pas pu démarrer</translation>
    </message>
</context>
<context>
    <name>TextDialog</name>
    <message>
        <source>A text for you</source>
        <translation>Un texte pour vous</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>It holds characters that cannot be seen. Careful where you paste it.</source>
        <translation>Il contient des caractères invisibles. Attention à l’endroit où vous le collez.</translation>
    </message>
    <message>
        <source>The text</source>
        <translation>Le texte</translation>
    </message>
    <message numerus="yes">
        <source>{count} more texts wait until you close this one.</source>
        <translation>
            <numerusform>{count} autre texte attend que vous fermiez celui-ci.</numerusform>
            <numerusform>{count} autres textes attendent que vous fermiez celui-ci.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>Name of this computer</source>
        <translation>Nom de cet ordinateur</translation>
    </message>
    <message>
        <source>Rename this computer</source>
        <translation>Renommer cet ordinateur</translation>
    </message>
    <message>
        <source>Rename this computer, now {name}</source>
        <translation>Renommer cet ordinateur, maintenant {name}</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Cet ordinateur</translation>
    </message>
    <message>
        <source>Visible to everyone nearby</source>
        <translation>Visible par tous à proximité</translation>
    </message>
    <message>
        <source>Visible to everyone until {time}</source>
        <translation>Visible par tous jusqu’à {time}</translation>
    </message>
    <message>
        <source>Visible to nobody</source>
        <translation>Invisible pour tous</translation>
    </message>
    <message>
        <source>Visible to remembered devices</source>
        <translation>Visible par les appareils mémorisés</translation>
    </message>
</context>
<context>
    <name>TransferRow</name>
    <message>
        <source>About this session…</source>
        <translation>À propos de cette session…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Cancel {what}</source>
        <translation>Annuler {what}</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Continue {what}</source>
        <translation>Continuer {what}</translation>
    </message>
    <message>
        <source>Details…</source>
        <translation>Détails…</translation>
    </message>
    <message>
        <source>Files that were not delivered</source>
        <translation>Fichiers qui n’ont pas été remis</translation>
    </message>
    <message>
        <source>Hide the list</source>
        <translation>Masquer la liste</translation>
    </message>
    <message>
        <source>More about {what}</source>
        <translation>Plus sur {what}</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Open {what}</source>
        <translation>Ouvrir {what}</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Suspendre</translation>
    </message>
    <message>
        <source>Pause {what}</source>
        <translation>Suspendre {what}</translation>
    </message>
    <message>
        <source>Progress of {what}</source>
        <translation>Progression de {what}</translation>
    </message>
    <message>
        <source>Remove from the list…</source>
        <translation>Retirer de la liste…</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Resume {what}</source>
        <translation>Reprendre {what}</translation>
    </message>
    <message>
        <source>Save receipt…</source>
        <translation>Enregistrer le récépissé…</translation>
    </message>
    <message>
        <source>Send again what failed of {what}</source>
        <translation>Renvoyer ce qui a échoué dans {what}</translation>
    </message>
    <message>
        <source>Send {what} again</source>
        <translation>Renvoyer {what}</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Afficher dans le dossier</translation>
    </message>
    <message numerus="yes">
        <source>Show the reasons</source>
        <translation>
            <numerusform>Afficher la raison</numerusform>
            <numerusform>Afficher les raisons</numerusform>
        </translation>
    </message>
    <message>
        <source>Show what was left out</source>
        <translation>Afficher ce qui a été laissé de côté</translation>
    </message>
    <message>
        <source>Show {what} in its folder</source>
        <translation>Afficher {what} dans son dossier</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Show {app}</source>
        <translation>Afficher {app}</translation>
    </message>
    <message>
        <source>Who can see this computer</source>
        <translation>Qui peut voir cet ordinateur</translation>
    </message>
    <message numerus="yes">
        <source>{app}: {count} transfers are running</source>
        <translation>
            <numerusform>{app}&#xa0;: {count} transfert est en cours</numerusform>
            <numerusform>{app}&#xa0;: {count} transferts sont en cours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TypedCode</name>
    <message>
        <source>That is not the code of this computer either. If you typed what is there, it is different.</source>
        <translation>Ce n’est pas non plus le code de cet ordinateur. Si vous avez saisi ce qui est affiché là-bas, il est différent.</translation>
    </message>
    <message>
        <source>That is not the code of this computer. Look again, and type it once more.</source>
        <translation>Ce n’est pas le code de cet ordinateur. Regardez de nouveau et saisissez-le encore une fois.</translation>
    </message>
    <message>
        <source>The code on the other screen</source>
        <translation>Le code affiché sur l’autre écran</translation>
    </message>
    <message>
        <source>Type the code that the screen of {peer} shows.</source>
        <translation>Saisissez le code affiché sur l’écran de {peer}.</translation>
    </message>
</context>
<context>
    <name>UnprovenDialog</name>
    <message>
        <source>Compare codes anew…</source>
        <translation>Comparer les codes à nouveau…</translation>
    </message>
    <message>
        <source>It answered at {address}.</source>
        <translation>La réponse est venue de {address}.</translation>
    </message>
    <message>
        <source>It may have forgotten this computer, or somebody is in between.</source>
        <translation>Il a peut-être oublié cet ordinateur, ou quelqu’un s’interpose.</translation>
    </message>
    <message>
        <source>Not verified</source>
        <translation>Non vérifié</translation>
    </message>
    <message>
        <source>Nothing was sent. If you know why, for example because the other computer was set up anew, you can compare codes as with a device that you do not know.</source>
        <translation>Rien n’a été envoyé. Si vous savez pourquoi, par exemple parce que l’autre ordinateur a été réinstallé, vous pouvez comparer les codes comme avec un appareil inconnu.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>This did not prove to be {peer}.</source>
        <translation>Cet appareil n’a pas prouvé qu’il est {peer}.</translation>
    </message>
</context>
<context>
    <name>VerifiedPage</name>
    <message>
        <source>&amp;It is the same device: replace the one verified {day}</source>
        <translation>&amp;C’est le même appareil&#xa0;: remplacer celui vérifié le {day}</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Remember this device for {count} days</source>
        <translation>
            <numerusform>&amp;Mémoriser cet appareil pendant {count} jour</numerusform>
            <numerusform>&amp;Mémoriser cet appareil pendant {count} jours</numerusform>
        </translation>
    </message>
    <message>
        <source>The codes match.</source>
        <translation>Les codes concordent.</translation>
    </message>
    <message>
        <source>The codes match. This is {peer}.</source>
        <translation>Les codes concordent. C’est {peer}.</translation>
    </message>
    <message>
        <source>{box}: ticked</source>
        <translation>{box}&#xa0;: coché</translation>
    </message>
</context>
<context>
    <name>VisibilityMenu</name>
    <message>
        <source>Everyone nearby, for ten minutes</source>
        <translation>Tous à proximité, pendant dix minutes</translation>
    </message>
</context>
<context>
    <name>Wakefulness</name>
    <message>
        <source>Files are being transferred</source>
        <translation>Des fichiers sont en cours de transfert</translation>
    </message>
</context>
<context>
    <name>_NameDelegate</name>
    <message>
        <source>Your name for {name}</source>
        <translation>Votre nom pour {name}</translation>
    </message>
</context>
<context>
    <name>_Notice</name>
    <message>
        <source>Details: {text}</source>
        <translation>Détails&#xa0;: {text}</translation>
    </message>
    <message>
        <source>Details…</source>
        <translation>Détails…</translation>
    </message>
    <message>
        <source>Dismiss: {text}</source>
        <translation>Fermer&#xa0;: {text}</translation>
    </message>
</context>
<context>
    <name>_SearchField</name>
    <message>
        <source>Clear the search</source>
        <translation>Effacer la recherche</translation>
    </message>
</context>
<context>
    <name>dates</name>
    <message numerus="yes">
        <source>in {count} days</source>
        <translation>
            <numerusform>dans {count} jour</numerusform>
            <numerusform>dans {count} jours</numerusform>
        </translation>
    </message>
    <message>
        <source>today</source>
        <translation>aujourd’hui</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>demain</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>hier</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>A later version of Tallystick keeps the remembered devices in “{path}”; this one can use none of them.</source>
        <translation>Une version plus récente de Tallystick tient les appareils mémorisés dans «&#xa0;{path}&#xa0;»&#xa0;; celle-ci ne peut en utiliser aucun.</translation>
    </message>
    <message>
        <source>Accept more when some of them are finished.</source>
        <translation>Acceptez-en davantage quand certains seront terminés.</translation>
    </message>
    <message>
        <source>Agreeing on keys with {peer} failed ({detail}).</source>
        <translation>L’échange de clés avec {peer} a échoué ({detail}).</translation>
    </message>
    <message>
        <source>Another code is on the screen already.</source>
        <translation>Un autre code est déjà à l’écran.</translation>
    </message>
    <message>
        <source>Another computer, which did not prove to be {peer}, answered at {address}.</source>
        <translation>Un autre ordinateur, qui n’a pas prouvé être {peer}, a répondu à l’adresse {address}.</translation>
    </message>
    <message>
        <source>Another version of Tallystick noted: “{words}”.</source>
        <translation>Une autre version de Tallystick a noté&#xa0;: «&#xa0;{words}&#xa0;».</translation>
    </message>
    <message>
        <source>Ask for a new one: each is good for one session.</source>
        <translation>Demandez-en une nouvelle&#xa0;: chacune vaut pour une session.</translation>
    </message>
    <message>
        <source>Bigger ones will be left out. Choose another folder to keep them.</source>
        <translation>Les plus gros seront laissés de côté. Choisissez un autre dossier pour les conserver.</translation>
    </message>
    <message>
        <source>Cancel the transfer to delete what had arrived; what was delivered stays.</source>
        <translation>Annulez le transfert pour supprimer ce qui était arrivé&#xa0;; ce qui a été remis reste.</translation>
    </message>
    <message>
        <source>Check its permissions.</source>
        <translation>Vérifiez ses autorisations.</translation>
    </message>
    <message>
        <source>Check that Tallystick is open there and that both are on the same network.</source>
        <translation>Vérifiez que Tallystick y est ouvert et que les deux sont sur le même réseau.</translation>
    </message>
    <message>
        <source>Check that Tallystick is open there and visible to others, and that no firewall refuses it. If you typed an address, compare the port.</source>
        <translation>Vérifiez que Tallystick y est ouvert et visible pour les autres, et qu’aucun pare-feu ne le refuse. Si vous avez saisi une adresse, comparez le port.</translation>
    </message>
    <message>
        <source>Check that Tallystick is open there, or use its address: HOST:PORT.</source>
        <translation>Vérifiez que Tallystick y est ouvert, ou utilisez son adresse&#xa0;: HOST:PORT.</translation>
    </message>
    <message>
        <source>Check that the other computer is switched on, and Tallystick open there and visible to others. A firewall there can be the cause, too, or a Wi-Fi that keeps its guests apart.</source>
        <translation>Vérifiez que l’autre ordinateur est allumé et que Tallystick y est ouvert et visible pour les autres. Un pare-feu là-bas peut aussi en être la cause, ou un Wi-Fi qui isole ses invités.</translation>
    </message>
    <message>
        <source>Check that the other computer is switched on, and put both on the same network, not a guest one. A firewall can be the cause, too.</source>
        <translation>Vérifiez que l’autre ordinateur est allumé et mettez les deux sur le même réseau, pas un réseau invité. Un pare-feu peut aussi en être la cause.</translation>
    </message>
    <message>
        <source>Check that the other computer is switched on, and put both on the same network, not a guest one. On this Mac, Tallystick has to be allowed under System Settings, Privacy and Security, Local Network.</source>
        <translation>Vérifiez que l’autre ordinateur est allumé et mettez les deux sur le même réseau, pas un réseau invité. Sur ce Mac, Tallystick doit être autorisé sous Réglages Système, Confidentialité et sécurité, Réseau local.</translation>
    </message>
    <message>
        <source>Check the disk and send it again.</source>
        <translation>Vérifiez le disque et renvoyez-le.</translation>
    </message>
    <message>
        <source>Check the disk there and send it again.</source>
        <translation>Vérifiez le disque là-bas et renvoyez-le.</translation>
    </message>
    <message>
        <source>Check the network of this computer, and put both on the same one.</source>
        <translation>Vérifiez le réseau de cet ordinateur et mettez les deux sur le même.</translation>
    </message>
    <message>
        <source>Check the spelling and try again.</source>
        <translation>Vérifiez l’orthographe et réessayez.</translation>
    </message>
    <message>
        <source>Check the spelling, or use the number address that the other computer shows.</source>
        <translation>Vérifiez l’orthographe, ou utilisez l’adresse numérique qu’affiche l’autre ordinateur.</translation>
    </message>
    <message>
        <source>Choose a folder that is less deep.</source>
        <translation>Choisissez un dossier moins profond.</translation>
    </message>
    <message>
        <source>Choose another file name.</source>
        <translation>Choisissez un autre nom de fichier.</translation>
    </message>
    <message>
        <source>Choose another folder there and send again.</source>
        <translation>Choisissez-y un autre dossier et renvoyez.</translation>
    </message>
    <message>
        <source>Choose another folder with --profile.</source>
        <translation>Choisissez un autre dossier avec --profile.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>Choose them again to send them.</source>
        <translation>Choisissez-les à nouveau pour les envoyer.</translation>
    </message>
    <message>
        <source>Choose “Only remembered devices” or “Everyone nearby” first.</source>
        <translation>Choisissez d’abord «&#xa0;Appareils mémorisés seulement&#xa0;» ou «&#xa0;Tous à proximité&#xa0;».</translation>
    </message>
    <message>
        <source>Close it, then try again. If it cannot be closed, end it in the system&apos;s list of processes.</source>
        <translation>Fermez-le, puis réessayez. S’il ne se ferme pas, mettez-y fin dans la liste des processus du système.</translation>
    </message>
    <message>
        <source>Close that program or choose another port with --port.</source>
        <translation>Fermez ce programme ou choisissez un autre port avec --port.</translation>
    </message>
    <message>
        <source>Compare codes with each of them again. The old file was kept as “{kept}”.</source>
        <translation>Comparez à nouveau un code avec chacun d’eux. L’ancien fichier a été conservé sous «&#xa0;{kept}&#xa0;».</translation>
    </message>
    <message>
        <source>Connect by address instead, or let “tallystick doctor” look for the cause.</source>
        <translation>Connectez-vous plutôt par adresse, ou laissez «&#xa0;tallystick doctor&#xa0;» chercher la cause.</translation>
    </message>
    <message>
        <source>Connect to the same Wi-Fi or cable network as the other computer.</source>
        <translation>Connectez cet ordinateur au même réseau Wi-Fi ou filaire que l’autre.</translation>
    </message>
    <message>
        <source>Copy it again, from “tallystick-invitation:” to its end.</source>
        <translation>Copiez-la à nouveau, de «&#xa0;tallystick-invitation:&#xa0;» jusqu’à la fin.</translation>
    </message>
    <message>
        <source>Data from {peer} was changed on the way, so the session was ended.</source>
        <translation>Des données de {peer} ont été altérées en chemin, la session a donc été terminée.</translation>
    </message>
    <message>
        <source>Devices nearby cannot be looked for ({reason}).</source>
        <translation>La recherche d’appareils à proximité est impossible ({reason}).</translation>
    </message>
    <message>
        <source>Files cannot be saved in “{path}” ({reason}).</source>
        <translation>Impossible d’enregistrer des fichiers dans «&#xa0;{path}&#xa0;» ({reason}).</translation>
    </message>
    <message>
        <source>Files that were delivered before stay.</source>
        <translation>Les fichiers remis auparavant restent.</translation>
    </message>
    <message>
        <source>Finish that comparison first.</source>
        <translation>Terminez d’abord cette comparaison.</translation>
    </message>
    <message>
        <source>Forget one of the two entries on this computer, then try again.</source>
        <translation>Oubliez l’une des deux entrées sur cet ordinateur, puis réessayez.</translation>
    </message>
    <message>
        <source>Forget one that you no longer use.</source>
        <translation>Oubliez-en un dont vous ne vous servez plus.</translation>
    </message>
    <message>
        <source>If it does not come back by itself, continue the transfer; a code is compared again.</source>
        <translation>Si elle ne revient pas d’elle-même, continuez le transfert&#xa0;; un code est alors comparé à nouveau.</translation>
    </message>
    <message>
        <source>If it does not come back by itself, somebody has to continue the transfer on {peer}.</source>
        <translation>Si elle ne revient pas d’elle-même, quelqu’un doit continuer le transfert sur {peer}.</translation>
    </message>
    <message>
        <source>Install Tallystick again with a current &apos;cryptography&apos; package.</source>
        <translation>Réinstallez Tallystick avec un paquet «&#xa0;cryptography&#xa0;» à jour.</translation>
    </message>
    <message>
        <source>It goes on when somebody resumes it there.</source>
        <translation>Il reprendra quand quelqu’un le relancera là-bas.</translation>
    </message>
    <message>
        <source>It goes on when you resume it.</source>
        <translation>Il reprendra quand vous le relancerez.</translation>
    </message>
    <message>
        <source>It is not known any more where these files are on this computer.</source>
        <translation>On ne sait plus où se trouvent ces fichiers sur cet ordinateur.</translation>
    </message>
    <message>
        <source>It was not kept there.</source>
        <translation>Il n’y a pas été conservé.</translation>
    </message>
    <message>
        <source>It was sent nothing: {peer} was found at another of its last addresses, and proved itself there.</source>
        <translation>Rien ne lui a été envoyé&#xa0;: {peer} a été trouvé à une autre de ses dernières adresses et y a prouvé son identité.</translation>
    </message>
    <message>
        <source>Let Tallystick out in the settings of that firewall.</source>
        <translation>Laissez sortir Tallystick dans les réglages de ce pare-feu.</translation>
    </message>
    <message>
        <source>Links, devices and other special files are left out.</source>
        <translation>Les liens, périphériques et autres fichiers spéciaux sont laissés de côté.</translation>
    </message>
    <message>
        <source>Look at the list and have those sent again.</source>
        <translation>Regardez la liste et faites-vous renvoyer ceux-là.</translation>
    </message>
    <message>
        <source>Look at the list and send those again.</source>
        <translation>Regardez la liste et renvoyez ceux-là.</translation>
    </message>
    <message>
        <source>Make room or choose another folder.</source>
        <translation>Faites de la place ou choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>Make room there or send less.</source>
        <translation>Faites-y de la place ou envoyez moins.</translation>
    </message>
    <message>
        <source>Make room. The transfer then goes on by itself.</source>
        <translation>Faites de la place. Le transfert reprendra alors de lui-même.</translation>
    </message>
    <message>
        <source>More than one device is called “{peer}”: {addresses}.</source>
        <translation>Plusieurs appareils s’appellent «&#xa0;{peer}&#xa0;»&#xa0;: {addresses}.</translation>
    </message>
    <message>
        <source>More than {most} files and folders were selected.</source>
        <translation>Plus de {most} fichiers et dossiers ont été sélectionnés.</translation>
    </message>
    <message>
        <source>No device called “{peer}” was found on this network.</source>
        <translation>Aucun appareil nommé «&#xa0;{peer}&#xa0;» n’a été trouvé sur ce réseau.</translation>
    </message>
    <message>
        <source>Nobody answered the offer here in time.</source>
        <translation>Personne n’a répondu ici à la proposition à temps.</translation>
    </message>
    <message>
        <source>Nobody could be asked here about what {peer} offers.</source>
        <translation>Ici, personne n’a pu être interrogé sur ce que propose {peer}.</translation>
    </message>
    <message>
        <source>Nobody here could compare a code with {peer}.</source>
        <translation>Ici, personne n’a pu comparer un code avec {peer}.</translation>
    </message>
    <message>
        <source>Nobody on {peer} took the text.</source>
        <translation>Personne n’a pris le texte sur {peer}.</translation>
    </message>
    <message>
        <source>Nothing changed was kept. Try again; if it repeats, somebody may be interfering.</source>
        <translation>Aucune donnée altérée n’a été conservée. Réessayez&#xa0;; si cela se répète, quelqu’un intervient peut-être.</translation>
    </message>
    <message>
        <source>Nothing unchecked was kept. Check that both computers run a current Tallystick.</source>
        <translation>Rien de non contrôlé n’a été conservé. Vérifiez que les deux ordinateurs ont un Tallystick à jour.</translation>
    </message>
    <message>
        <source>Nothing was received. Receive where somebody can answer, or say beforehand what is accepted.</source>
        <translation>Rien n’a été reçu. Recevez là où quelqu’un peut répondre, ou dites d’avance ce qui est accepté.</translation>
    </message>
    <message>
        <source>Nothing was received. {peer} can send it again.</source>
        <translation>Rien n’a été reçu. {peer} peut l’envoyer à nouveau.</translation>
    </message>
    <message>
        <source>Nothing was sent or received.</source>
        <translation>Rien n’a été envoyé ni reçu.</translation>
    </message>
    <message>
        <source>Nothing was sent or received. Compare it in the window, at a terminal, or with a program that answers.</source>
        <translation>Rien n’a été envoyé ni reçu. Comparez-le dans la fenêtre, dans un terminal ou avec un programme qui répond.</translation>
    </message>
    <message>
        <source>Nothing was sent or received. Somebody may be interfering with this connection.</source>
        <translation>Rien n’a été envoyé ni reçu. Quelqu’un intervient peut-être dans cette connexion.</translation>
    </message>
    <message>
        <source>Nothing was sent or received. Try again when both people are there.</source>
        <translation>Rien n’a été envoyé ni reçu. Réessayez quand les deux personnes seront là.</translation>
    </message>
    <message>
        <source>Nothing was sent or received. Try again, and compare with the right screen.</source>
        <translation>Rien n’a été envoyé ni reçu. Réessayez, et comparez avec le bon écran.</translation>
    </message>
    <message>
        <source>Nothing was sent or received. Try again; if it happens again, somebody may be interfering.</source>
        <translation>Rien n’a été envoyé ni reçu. Réessayez&#xa0;; si cela se reproduit, quelqu’un intervient peut-être.</translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation>Rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>Nothing was sent. Ask for a new invitation.</source>
        <translation>Rien n’a été envoyé. Demandez une nouvelle invitation.</translation>
    </message>
    <message>
        <source>Nothing was sent. Comparing codes anew is possible, if both people look closely.</source>
        <translation>Rien n’a été envoyé. On peut comparer les codes à nouveau, à condition que les deux personnes regardent attentivement.</translation>
    </message>
    <message>
        <source>Nothing was sent. Try again when somebody is there.</source>
        <translation>Rien n’a été envoyé. Réessayez quand quelqu’un sera là.</translation>
    </message>
    <message>
        <source>Nothing was written. Rename it on the sending computer.</source>
        <translation>Rien n’a été écrit. Renommez-le sur l’ordinateur qui envoie.</translation>
    </message>
    <message>
        <source>Nothing was written. Rename one of them on the sending computer.</source>
        <translation>Rien n’a été écrit. Renommez l’un d’eux sur l’ordinateur qui envoie.</translation>
    </message>
    <message>
        <source>Once that folder is as it was, this goes on by itself. If it stays away, cancel and have it sent again.</source>
        <translation>Dès que ce dossier sera redevenu comme il était, cela reprendra tout seul. S’il ne revient pas, annulez et demandez un nouvel envoi.</translation>
    </message>
    <message>
        <source>Only what was delivered has one, as long as it is in the history.</source>
        <translation>Seul ce qui a été remis en a un, tant qu’il est dans la liste des transferts précédents.</translation>
    </message>
    <message>
        <source>Other users of this computer could read the secrets of your remembered devices in “{path}”.</source>
        <translation>D’autres utilisateurs de cet ordinateur ont pu lire les secrets de vos appareils mémorisés dans «&#xa0;{path}&#xa0;».</translation>
    </message>
    <message>
        <source>Other users of this computer may be able to read the secrets of your remembered devices in “{path}”.</source>
        <translation>D’autres utilisateurs de cet ordinateur peuvent peut-être lire les secrets de vos appareils mémorisés dans «&#xa0;{path}&#xa0;».</translation>
    </message>
    <message>
        <source>Please report this.</source>
        <translation>Merci de signaler ce problème.</translation>
    </message>
    <message>
        <source>Port {port} is already used by another program on this computer.</source>
        <translation>Le port {port} est déjà utilisé par un autre programme sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Programs are only saved when you were asked.</source>
        <translation>Les programmes ne sont enregistrés que si l’on vous a posé la question.</translation>
    </message>
    <message>
        <source>Rename it and send again.</source>
        <translation>Renommez-le et renvoyez-le.</translation>
    </message>
    <message>
        <source>Save it as a file and send that.</source>
        <translation>Enregistrez-le dans un fichier et envoyez celui-ci.</translation>
    </message>
    <message>
        <source>Send again when they have been answered.</source>
        <translation>Renvoyez quand elles auront reçu une réponse.</translation>
    </message>
    <message>
        <source>Send it again when somebody has read them.</source>
        <translation>Renvoyez-le quand quelqu’un les aura lus.</translation>
    </message>
    <message>
        <source>Send it again when somebody is there.</source>
        <translation>Renvoyez-le quand quelqu’un sera là.</translation>
    </message>
    <message>
        <source>Send it again.</source>
        <translation>Renvoyez-le.</translation>
    </message>
    <message>
        <source>Send them again. What was delivered stays delivered.</source>
        <translation>Renvoyez-les. Ce qui a été remis reste remis.</translation>
    </message>
    <message>
        <source>Send them in several parts.</source>
        <translation>Envoyez-les en plusieurs parties.</translation>
    </message>
    <message>
        <source>Some paths below “{path}” would have more than {most} bytes, which many programs cannot open.</source>
        <translation>Certains chemins sous «&#xa0;{path}&#xa0;» dépasseraient {most} octets, ce que beaucoup de programmes ne peuvent pas ouvrir.</translation>
    </message>
    <message>
        <source>Somebody has to look at that screen and finish what is there, then try again.</source>
        <translation>Quelqu’un doit regarder cet écran-là et terminer ce qui s’y trouve, puis réessayez.</translation>
    </message>
    <message>
        <source>Somebody has to make room there. The transfer then goes on by itself.</source>
        <translation>Quelqu’un doit y faire de la place. Le transfert reprendra alors de lui-même.</translation>
    </message>
    <message>
        <source>Something went wrong.</source>
        <translation>Quelque chose s’est mal passé.</translation>
    </message>
    <message>
        <source>Start a new one. A code is compared again, unless the device is remembered.</source>
        <translation>Commencez-en une nouvelle. Un code est comparé à nouveau, sauf si l’appareil est mémorisé.</translation>
    </message>
    <message>
        <source>Tallystick is open already, but does not answer.</source>
        <translation>Tallystick est déjà ouvert, mais ne répond pas.</translation>
    </message>
    <message>
        <source>Tallystick made a mistake ({detail}).</source>
        <translation>Tallystick a fait une erreur ({detail}).</translation>
    </message>
    <message>
        <source>Tallystick made a mistake and ended the session ({detail}).</source>
        <translation>Tallystick a fait une erreur et a terminé la session ({detail}).</translation>
    </message>
    <message>
        <source>Tallystick&apos;s own data in “{path}” cannot be used ({reason}).</source>
        <translation>Les données propres à Tallystick dans «&#xa0;{path}&#xa0;» sont inutilisables ({reason}).</translation>
    </message>
    <message>
        <source>That address leads back to this computer.</source>
        <translation>Cette adresse ramène à cet ordinateur.</translation>
    </message>
    <message>
        <source>That disk keeps nothing from anybody. Choose a folder on another one with --profile.</source>
        <translation>Ce disque ne cache rien à personne. Choisissez un dossier sur un autre avec --profile.</translation>
    </message>
    <message>
        <source>The codes differ. Someone may be between you and {peer}, or you compared with another device.</source>
        <translation>Les codes diffèrent. Quelqu’un s’interpose peut-être entre vous et {peer}, ou vous avez comparé avec un autre appareil.</translation>
    </message>
    <message>
        <source>The comparison with {peer} was not finished.</source>
        <translation>La comparaison avec {peer} n’a pas été terminée.</translation>
    </message>
    <message>
        <source>The connection to {peer} was interrupted.</source>
        <translation>La connexion à {peer} a été interrompue.</translation>
    </message>
    <message>
        <source>The connection to {peer} was lost.</source>
        <translation>La connexion à {peer} a été perdue.</translation>
    </message>
    <message>
        <source>The disk is full: {needed} more needed, {free} free.</source>
        <translation>Le disque est plein&#xa0;: il faut encore {needed}, {free} sont libres.</translation>
    </message>
    <message>
        <source>The disk of {peer} is full.</source>
        <translation>Le disque de {peer} est plein.</translation>
    </message>
    <message>
        <source>The disk of “{path}” cannot hold these names: {names}.</source>
        <translation>Le disque de «&#xa0;{path}&#xa0;» n’accepte pas ces noms&#xa0;: {names}.</translation>
    </message>
    <message>
        <source>The disk of “{path}” holds no files of more than {most}.</source>
        <translation>Le disque de «&#xa0;{path}&#xa0;» n’accepte pas les fichiers de plus de {most}.</translation>
    </message>
    <message>
        <source>The disk of “{path}” holds no names of more than {most} bytes, and there may be longer ones.</source>
        <translation>Le disque de «&#xa0;{path}&#xa0;» n’accepte pas les noms de plus de {most} octets, et il peut y en avoir de plus longs.</translation>
    </message>
    <message>
        <source>The folder chosen on {peer} cannot be written to.</source>
        <translation>Impossible d’écrire dans le dossier choisi sur {peer}.</translation>
    </message>
    <message>
        <source>The history of earlier transfers could not be used ({reason}); a new one was begun.</source>
        <translation>La liste des transferts précédents n’a pas pu être utilisée ({reason})&#xa0;; une nouvelle a été commencée.</translation>
    </message>
    <message>
        <source>The name {name!r} is not safe on every computer ({reason}).</source>
        <translation>Le nom {name!r} n’est pas sûr sur tous les ordinateurs ({reason}).</translation>
    </message>
    <message>
        <source>The old file was kept as “{kept}”.</source>
        <translation>L’ancien fichier a été conservé sous «&#xa0;{kept}&#xa0;».</translation>
    </message>
    <message>
        <source>The old file was kept as “{kept}”. Received files are not touched by this.</source>
        <translation>L’ancien fichier a été conservé sous «&#xa0;{kept}&#xa0;». Les fichiers reçus ne sont pas concernés.</translation>
    </message>
    <message>
        <source>The remembered devices could not be used ({reason}); none of them is trusted any more.</source>
        <translation>Les appareils mémorisés n’ont pas pu être utilisés ({reason})&#xa0;; il n’est plus fait confiance à aucun d’eux.</translation>
    </message>
    <message>
        <source>The session with {peer} is over.</source>
        <translation>La session avec {peer} est terminée.</translation>
    </message>
    <message>
        <source>The settings could not be used ({reason}); Tallystick started with its defaults, but for who can see this computer, where that could be read.</source>
        <translation>Les paramètres n’ont pas pu être utilisés ({reason}) ; Tallystick a démarré avec ceux par défaut, sauf pour qui peut voir cet ordinateur, si cela a pu être lu.</translation>
    </message>
    <message>
        <source>The transfer goes on by itself when both computers are connected again.</source>
        <translation>Le transfert reprendra de lui-même quand les deux ordinateurs seront de nouveau connectés.</translation>
    </message>
    <message>
        <source>The transfer to {peer} can no longer be continued: the files here have changed.</source>
        <translation>Le transfert vers {peer} ne peut plus être continué&#xa0;: les fichiers ont changé ici.</translation>
    </message>
    <message>
        <source>The transfer was cancelled.</source>
        <translation>Le transfert a été annulé.</translation>
    </message>
    <message>
        <source>There is no receipt of this transfer ({reason}).</source>
        <translation>Il n’y a pas de récépissé de ce transfert ({reason}).</translation>
    </message>
    <message>
        <source>There is no text to send.</source>
        <translation>Il n’y a pas de texte à envoyer.</translation>
    </message>
    <message>
        <source>There is not enough space on {peer}.</source>
        <translation>Il n’y a pas assez de place sur {peer}.</translation>
    </message>
    <message>
        <source>There is not enough space: {needed} needed, {free} free.</source>
        <translation>Il n’y a pas assez de place&#xa0;: il faut {needed}, {free} sont libres.</translation>
    </message>
    <message>
        <source>There is nothing here that can be sent.</source>
        <translation>Il n’y a rien ici qui puisse être envoyé.</translation>
    </message>
    <message>
        <source>They no longer can. If you do not trust them, forget the devices and compare codes again.</source>
        <translation>Ils ne le peuvent plus. Si vous ne leur faites pas confiance, oubliez les appareils et comparez les codes à nouveau.</translation>
    </message>
    <message>
        <source>This computer is not connected to any network.</source>
        <translation>Cet ordinateur n’est connecté à aucun réseau.</translation>
    </message>
    <message>
        <source>This computer lets nobody call it, so it cannot invite anybody.</source>
        <translation>Cet ordinateur ne laisse personne l’appeler, il ne peut donc inviter personne.</translation>
    </message>
    <message>
        <source>This computer&apos;s cryptography library lacks ML-KEM-768, so no session can start.</source>
        <translation>Il manque ML-KEM-768 à la bibliothèque cryptographique de cet ordinateur, aucune session ne peut donc commencer.</translation>
    </message>
    <message>
        <source>This did not prove to be {peer}. It may have forgotten this computer, or somebody is in between.</source>
        <translation>Cet appareil n’a pas prouvé qu’il est {peer}. Il a peut-être oublié cet ordinateur, ou quelqu’un s’interpose.</translation>
    </message>
    <message>
        <source>This holds something that is no text.</source>
        <translation>Ceci contient autre chose que du texte.</translation>
    </message>
    <message>
        <source>This invitation was used already.</source>
        <translation>Cette invitation a déjà servi.</translation>
    </message>
    <message>
        <source>This is not a whole invitation.</source>
        <translation>Ce n’est pas une invitation complète.</translation>
    </message>
    <message>
        <source>This is too long to be sent as a text.</source>
        <translation>C’est trop long pour être envoyé comme texte.</translation>
    </message>
    <message>
        <source>Too many offers wait for an answer on {peer}.</source>
        <translation>Trop de propositions attendent une réponse sur {peer}.</translation>
    </message>
    <message>
        <source>Too many texts wait to be read on {peer}.</source>
        <translation>Trop de textes attendent d’être lus sur {peer}.</translation>
    </message>
    <message>
        <source>Too many transfers from {peer} are under way.</source>
        <translation>Trop de transferts de {peer} sont en cours.</translation>
    </message>
    <message>
        <source>Type or paste some.</source>
        <translation>Tapez-en ou collez-en un.</translation>
    </message>
    <message>
        <source>Update Tallystick on both computers.</source>
        <translation>Mettez Tallystick à jour sur les deux ordinateurs.</translation>
    </message>
    <message>
        <source>Use the address of the one you mean.</source>
        <translation>Utilisez l’adresse de celui que vous voulez.</translation>
    </message>
    <message>
        <source>Use the later version, or move that file away and compare codes with each of them again.</source>
        <translation>Utilisez la version plus récente, ou déplacez ce fichier et comparez à nouveau un code avec chacun d’eux.</translation>
    </message>
    <message>
        <source>Use the other computer&apos;s address.</source>
        <translation>Utilisez l’adresse de l’autre ordinateur.</translation>
    </message>
    <message>
        <source>What has a longer name will be left out. Choose another folder to keep it.</source>
        <translation>Ce qui a un nom plus long sera laissé de côté. Choisissez un autre dossier pour le conserver.</translation>
    </message>
    <message>
        <source>What has such a name will be left out. Choose another folder to keep it.</source>
        <translation>Ce qui a un tel nom sera laissé de côté. Choisissez un autre dossier pour le conserver.</translation>
    </message>
    <message>
        <source>What was delivered stays delivered. Check the other computer and try again.</source>
        <translation>Ce qui a été remis reste remis. Vérifiez l’autre ordinateur et réessayez.</translation>
    </message>
    <message>
        <source>What was delivered stays delivered. What had been accepted waits to go on; send again what had not.</source>
        <translation>Ce qui a été remis reste remis. Ce qui avait été accepté attend de reprendre&#xa0;; renvoyez le reste.</translation>
    </message>
    <message>
        <source>What you did last may not have happened. Please report this.</source>
        <translation>Ce que vous venez de faire n’a peut-être pas eu lieu. Veuillez le signaler.</translation>
    </message>
    <message>
        <source>Write behind a % by which interface of this computer it is reached.</source>
        <translation>Écrivez, après un %, par quelle interface de cet ordinateur on l’atteint.</translation>
    </message>
    <message>
        <source>Write it as HOST, HOST:PORT or [IPv6]:PORT.</source>
        <translation>Écrivez-la sous la forme HOST, HOST:PORT ou [IPv6]:PORT.</translation>
    </message>
    <message>
        <source>You are asked because less than {free} would stay free.</source>
        <translation>La question vous est posée, car il resterait moins de {free} d’espace libre.</translation>
    </message>
    <message>
        <source>You are asked because not all of it can be saved in that folder.</source>
        <translation>La question vous est posée, car tout ne peut pas être enregistré dans ce dossier.</translation>
    </message>
    <message>
        <source>You are asked because programs are never accepted without asking.</source>
        <translation>La question vous est posée, car les programmes ne sont jamais acceptés sans demander.</translation>
    </message>
    <message>
        <source>You are asked because the folder “{path}” cannot be used.</source>
        <translation>La question vous est posée, car le dossier «&#xa0;{path}&#xa0;» est inutilisable.</translation>
    </message>
    <message>
        <source>You are asked because there is something of that name already.</source>
        <translation>La question vous est posée, car quelque chose porte déjà ce nom.</translation>
    </message>
    <message>
        <source>You are asked because this would be more than {most} within 24 hours.</source>
        <translation>La question vous est posée, car cela dépasserait {most} en 24 heures.</translation>
    </message>
    <message>
        <source>You paused this transfer.</source>
        <translation>Vous avez suspendu ce transfert.</translation>
    </message>
    <message>
        <source>You put off the comparison with {peer}.</source>
        <translation>Vous avez remis à plus tard la comparaison avec {peer}.</translation>
    </message>
    <message>
        <source>the other computer</source>
        <translation>l’autre ordinateur</translation>
    </message>
    <message>
        <source>{failed} of {files} files were not delivered.</source>
        <translation>{failed} fichiers sur {files} n’ont pas été remis.</translation>
    </message>
    <message>
        <source>{name!r} means the same as another name in this transfer.</source>
        <translation>{name!r} désigne la même chose qu’un autre nom de ce transfert.</translation>
    </message>
    <message numerus="yes">
        <source>{names} and {count} more</source>
        <translation>
            <numerusform>{names} et {count} autre</numerusform>
            <numerusform>{names} et {count} autres</numerusform>
        </translation>
    </message>
    <message>
        <source>{peer} broke its promise about the code, so no code was shown.</source>
        <translation>{peer} n’a pas tenu sa promesse au sujet du code, aucun code n’a donc été affiché.</translation>
    </message>
    <message>
        <source>{peer} cancelled the transfer.</source>
        <translation>{peer} a annulé le transfert.</translation>
    </message>
    <message>
        <source>{peer} cannot compare a code right now.</source>
        <translation>{peer} ne peut pas comparer de code pour l’instant.</translation>
    </message>
    <message>
        <source>{peer} could not be reached.</source>
        <translation>Impossible de joindre {peer}.</translation>
    </message>
    <message>
        <source>{peer} could not be reached: a firewall on this computer does not let Tallystick out.</source>
        <translation>Impossible de joindre {peer}&#xa0;: un pare-feu de cet ordinateur ne laisse pas sortir Tallystick.</translation>
    </message>
    <message>
        <source>{peer} could not be reached: it is off, on another network, or kept apart.</source>
        <translation>Impossible de joindre {peer}&#xa0;: l’appareil est éteint, sur un autre réseau, ou isolé.</translation>
    </message>
    <message>
        <source>{peer} could not be reached: no computer of that name is known here.</source>
        <translation>Impossible de joindre {peer}&#xa0;: aucun ordinateur de ce nom n’est connu ici.</translation>
    </message>
    <message>
        <source>{peer} could not be reached: no way leads there from this computer.</source>
        <translation>Impossible de joindre {peer}&#xa0;: aucun chemin n’y mène depuis cet ordinateur.</translation>
    </message>
    <message>
        <source>{peer} could not be reached: nothing answers there.</source>
        <translation>Impossible de joindre {peer}&#xa0;: rien n’y répond.</translation>
    </message>
    <message>
        <source>{peer} could not be reached: such an address is in every network, and nobody knows which is meant.</source>
        <translation>Impossible de joindre {peer}&#xa0;: une telle adresse existe sur chaque réseau, et nul ne sait lequel est visé.</translation>
    </message>
    <message>
        <source>{peer} could not be reached: the connection is refused.</source>
        <translation>Impossible de joindre {peer}&#xa0;: la connexion est refusée.</translation>
    </message>
    <message>
        <source>{peer} declined the text.</source>
        <translation>{peer} a refusé le texte.</translation>
    </message>
    <message>
        <source>{peer} declined.</source>
        <translation>{peer} a refusé.</translation>
    </message>
    <message>
        <source>{peer} did not answer the offer.</source>
        <translation>{peer} n’a pas répondu à la proposition.</translation>
    </message>
    <message>
        <source>{peer} did not prove to have given this invitation: it was used, it ran out, or somebody is in between.</source>
        <translation>{peer} n’a pas prouvé avoir donné cette invitation&#xa0;: elle a été utilisée, elle a expiré, ou quelqu’un s’interpose.</translation>
    </message>
    <message>
        <source>{peer} has not come back for a week.</source>
        <translation>{peer} n’est pas revenu depuis une semaine.</translation>
    </message>
    <message>
        <source>{peer} is not remembered: there are {most} remembered devices already.</source>
        <translation>{peer} n’est pas mémorisé&#xa0;: il y a déjà {most} appareils mémorisés.</translation>
    </message>
    <message>
        <source>{peer} is remembered twice here, so it is not clear which entry it is.</source>
        <translation>{peer} est mémorisé deux fois ici, on ne sait donc pas de quelle entrée il s’agit.</translation>
    </message>
    <message>
        <source>{peer} paused this transfer.</source>
        <translation>{peer} a suspendu ce transfert.</translation>
    </message>
    <message>
        <source>{peer} refused a name that is not safe on every computer.</source>
        <translation>{peer} a refusé un nom qui n’est pas sûr sur tous les ordinateurs.</translation>
    </message>
    <message>
        <source>{peer} sent a message that does not belong here ({detail}).</source>
        <translation>{peer} a envoyé un message qui n’a pas sa place ici ({detail}).</translation>
    </message>
    <message>
        <source>{peer} sent something that Tallystick does not understand ({detail}).</source>
        <translation>{peer} a envoyé quelque chose que Tallystick ne comprend pas ({detail}).</translation>
    </message>
    <message>
        <source>{peer} sent this computer&apos;s own proof back to it.</source>
        <translation>{peer} a renvoyé à cet ordinateur la propre preuve de celui-ci.</translation>
    </message>
    <message>
        <source>{peer} speaks another version of the Tallystick protocol ({version}).</source>
        <translation>{peer} parle une autre version du protocole de Tallystick ({version}).</translation>
    </message>
    <message>
        <source>{peer} stopped answering.</source>
        <translation>{peer} ne répond plus.</translation>
    </message>
    <message>
        <source>{peer} went over a limit ({detail}).</source>
        <translation>{peer} a dépassé une limite ({detail}).</translation>
    </message>
    <message>
        <source>“{address}” is not an address.</source>
        <translation>«&#xa0;{address}&#xa0;» n’est pas une adresse.</translation>
    </message>
    <message>
        <source>“{path}” arrived different from what was sent and was thrown away.</source>
        <translation>«&#xa0;{path}&#xa0;» est arrivé différent de ce qui avait été envoyé et a été supprimé.</translation>
    </message>
    <message>
        <source>“{path}” cannot be read ({reason}).</source>
        <translation>«&#xa0;{path}&#xa0;» ne peut pas être lu ({reason}).</translation>
    </message>
    <message>
        <source>“{path}” changed while it was being sent.</source>
        <translation>«&#xa0;{path}&#xa0;» a changé pendant l’envoi.</translation>
    </message>
    <message>
        <source>“{path}” could not be written ({reason}).</source>
        <translation>«&#xa0;{path}&#xa0;» n’a pas pu être écrit ({reason}).</translation>
    </message>
    <message>
        <source>“{path}” could not be written on the other computer.</source>
        <translation>«&#xa0;{path}&#xa0;» n’a pas pu être écrit sur l’autre ordinateur.</translation>
    </message>
    <message>
        <source>“{path}” does not exist.</source>
        <translation>«&#xa0;{path}&#xa0;» n’existe pas.</translation>
    </message>
    <message>
        <source>“{path}” is a program, of which the offer said nothing.</source>
        <translation>«&#xa0;{path}&#xa0;» est un programme dont l’offre ne disait rien.</translation>
    </message>
</context>
<context>
    <name>findings</name>
    <message>
        <source>A Tallystick answers at {address}.</source>
        <translation>Un Tallystick répond à {address}.</translation>
    </message>
    <message>
        <source>A Tallystick answers at {address}. It lies in another subnet, where devices are not seen: connect by this address.</source>
        <translation>Un Tallystick répond à {address}. Il se trouve dans un autre sous-réseau, où les appareils ne sont pas vus&#xa0;: connectez-vous par cette adresse.</translation>
    </message>
    <message>
        <source>A Tallystick on this computer listens on port {port}.</source>
        <translation>Un Tallystick sur cet ordinateur écoute sur le port {port}.</translation>
    </message>
    <message>
        <source>A VPN is connected ({adapter}, {addresses}); devices behind it are reached by address only.</source>
        <translation>Un VPN est connecté ({adapter}, {addresses})&#xa0;; les appareils situés derrière ne sont joignables que par adresse.</translation>
    </message>
    <message>
        <source>A firewall ({where}) does not let out the multicast by which devices are seen ({interfaces}).</source>
        <translation>Un pare-feu ({where}) ne laisse pas sortir le multicast par lequel les appareils se voient ({interfaces}).</translation>
    </message>
    <message>
        <source>A firewall ({where}) does not let this computer connect to others ({interfaces}).</source>
        <translation>Un pare-feu ({where}) ne laisse pas cet ordinateur se connecter à d’autres ({interfaces}).</translation>
    </message>
    <message>
        <source>A firewall ({where}) keeps other computers from port {port} ({interfaces}).</source>
        <translation>Un pare-feu ({where}) ferme le port {port} aux autres ordinateurs ({interfaces}).</translation>
    </message>
    <message>
        <source>A firewall ({where}) keeps out the multicast by which devices are seen ({interfaces}).</source>
        <translation>Un pare-feu ({where}) ne laisse pas entrer le multicast par lequel les appareils se voient ({interfaces}).</translation>
    </message>
    <message>
        <source>A firewall on this computer is the likely cause: let the port in.</source>
        <translation>La cause est probablement un pare-feu sur cet ordinateur&#xa0;: ouvrez-y le port.</translation>
    </message>
    <message>
        <source>Add it, or connect by address.</source>
        <translation>Ajoutez-la, ou connectez-vous par adresse.</translation>
    </message>
    <message>
        <source>Add one, in PowerShell as administrator.</source>
        <translation>Ajoutez-en une, dans PowerShell en tant qu’administrateur.</translation>
    </message>
    <message>
        <source>At {device} something answers that is not Tallystick, or has no time just now.</source>
        <translation>À {device} répond quelque chose qui n’est pas Tallystick, ou qui est occupé pour l’instant.</translation>
    </message>
    <message>
        <source>Check the connection on that computer, too.</source>
        <translation>Vérifiez la connexion sur cet autre ordinateur aussi.</translation>
    </message>
    <message>
        <source>Choose “Everyone nearby” or “Only remembered devices” in the window.</source>
        <translation>Choisissez «&#xa0;Tous à proximité&#xa0;» ou «&#xa0;Appareils mémorisés seulement&#xa0;» dans la fenêtre.</translation>
    </message>
    <message>
        <source>Close other programs that use UDP port 5353, or connect by address.</source>
        <translation>Fermez les autres programmes qui utilisent le port UDP 5353, ou connectez-vous par adresse.</translation>
    </message>
    <message>
        <source>Close that program or choose another port in the settings, or with --port.</source>
        <translation>Fermez ce programme ou choisissez un autre port dans les paramètres, ou avec --port.</translation>
    </message>
    <message>
        <source>Compare the address and port with what that computer shows.</source>
        <translation>Comparez l’adresse et le port avec ce qu’affiche cet ordinateur-là.</translation>
    </message>
    <message>
        <source>Connect to the same Wi-Fi or cable network as the other computer.</source>
        <translation>Connectez cet ordinateur au même réseau Wi-Fi ou filaire que l’autre.</translation>
    </message>
    <message>
        <source>Connected through {adapter} as {addresses}.</source>
        <translation>Connecté par {adapter} en tant que {addresses}.</translation>
    </message>
    <message>
        <source>Devices with Tallystick seen in {seconds} seconds: {count}.</source>
        <translation>Appareils avec Tallystick vus en {seconds} secondes&#xa0;: {count}.</translation>
    </message>
    <message>
        <source>Disconnect the VPN, let it spare the local network, or remove its route.</source>
        <translation>Déconnectez le VPN, excluez-en le réseau local, ou supprimez sa route.</translation>
    </message>
    <message>
        <source>Give both addresses of one network and the same mask, or connect by address if a router joins them.</source>
        <translation>Donnez aux deux des adresses d’un même réseau et le même masque, ou connectez-vous par adresse si un routeur les relie.</translation>
    </message>
    <message>
        <source>If it is your own network, make it a private one, in PowerShell as administrator.</source>
        <translation>Si c’est votre propre réseau, rendez-le privé, dans PowerShell en tant qu’administrateur.</translation>
    </message>
    <message>
        <source>If nothing else is found, look as administrator.</source>
        <translation>Si rien d’autre n’est trouvé, vérifiez en tant qu’administrateur.</translation>
    </message>
    <message>
        <source>Let TCP out to port {port}.</source>
        <translation>Autorisez TCP en sortie vers le port {port}.</translation>
    </message>
    <message>
        <source>Let Tallystick in.</source>
        <translation>Autorisez Tallystick.</translation>
    </message>
    <message>
        <source>Let UDP port 5353 in there and out here; a Wi-Fi may hold it back, too. Connecting by address works.</source>
        <translation>Autorisez le port UDP 5353 en entrée là-bas et en sortie ici&#xa0;; un Wi-Fi peut aussi le bloquer. La connexion par adresse fonctionne.</translation>
    </message>
    <message>
        <source>Let UDP port 5353 in through the firewall, or connect by address.</source>
        <translation>Autorisez le port UDP 5353 en entrée dans le pare-feu, ou connectez-vous par adresse.</translation>
    </message>
    <message>
        <source>Let UDP port 5353 out here and in there. A Wi-Fi or a VPN may hold it back; connecting by address works.</source>
        <translation>Autorisez le port UDP 5353 en sortie ici et en entrée là-bas. Un Wi-Fi ou un VPN peut le bloquer&#xa0;; la connexion par adresse fonctionne.</translation>
    </message>
    <message>
        <source>Let UDP port 5353 out, or connect by address.</source>
        <translation>Autorisez le port UDP 5353 en sortie, ou connectez-vous par adresse.</translation>
    </message>
    <message>
        <source>Let it in.</source>
        <translation>Autorisez-le.</translation>
    </message>
    <message>
        <source>Let it through; the rule is gone after a restart unless it is also written to the firewall&apos;s own file.</source>
        <translation>Laissez-le passer&#xa0;; la règle disparaît au redémarrage si elle n’est pas aussi écrite dans le fichier du pare-feu.</translation>
    </message>
    <message>
        <source>Let single programs in instead.</source>
        <translation>Autorisez plutôt des programmes un à un.</translation>
    </message>
    <message>
        <source>Look whether the router is on; else give this computer an address by hand.</source>
        <translation>Vérifiez que le routeur est allumé&#xa0;; sinon, attribuez à la main une adresse à cet ordinateur.</translation>
    </message>
    <message>
        <source>Make this computer&apos;s packets smaller, or mend the VPN, switch or router between the two.</source>
        <translation>Réduisez les paquets de cet ordinateur, ou réparez le VPN, le commutateur ou le routeur entre les deux.</translation>
    </message>
    <message>
        <source>Multicast cannot be sent on {where}: there is no route for it.</source>
        <translation>Le multicast ne peut pas être envoyé sur {where}&#xa0;: il n’y a pas de route pour lui.</translation>
    </message>
    <message>
        <source>Multicast cannot be used on {where} ({reason}).</source>
        <translation>Le multicast ne peut pas être utilisé sur {where} ({reason}).</translation>
    </message>
    <message>
        <source>Multicast may not be sent on {where}: a firewall on this computer stops it.</source>
        <translation>Le multicast ne peut pas être envoyé sur {where}&#xa0;: un pare-feu de cet ordinateur l’interdit.</translation>
    </message>
    <message>
        <source>Multicast sent on {where} does not arrive, not even here.</source>
        <translation>Le multicast envoyé sur {where} n’arrive pas, pas même ici.</translation>
    </message>
    <message>
        <source>Multicast works on {where}, others heard: {count}.</source>
        <translation>Le multicast fonctionne sur {where}, autres appareils entendus&#xa0;: {count}.</translation>
    </message>
    <message>
        <source>Multicast works on {where}.</source>
        <translation>Le multicast fonctionne sur {where}.</translation>
    </message>
    <message>
        <source>No device with Tallystick was seen in {seconds} seconds.</source>
        <translation>Aucun appareil avec Tallystick n’a été vu en {seconds} secondes.</translation>
    </message>
    <message>
        <source>No packet gets to {device}: it is off, elsewhere, or the Wi-Fi keeps its guests apart.</source>
        <translation>Aucun paquet n’atteint {device}&#xa0;: il est éteint, ailleurs, ou le Wi-Fi isole ses invités.</translation>
    </message>
    <message>
        <source>Nothing answers at {address}, which lies in another subnet than this computer.</source>
        <translation>Rien ne répond à {address}, qui se trouve dans un autre sous-réseau que cet ordinateur.</translation>
    </message>
    <message>
        <source>On that computer, check the connection in its Tallystick too, or type the command there.</source>
        <translation>Sur cet ordinateur-là, vérifiez aussi la connexion dans Tallystick, ou tapez-y la commande.</translation>
    </message>
    <message>
        <source>On “{peer}”: add it.</source>
        <translation>Sur «&#xa0;{peer}&#xa0;»&#xa0;: ajoutez-la.</translation>
    </message>
    <message>
        <source>On “{peer}”: check the connection; the exact cure is shown there.</source>
        <translation>Sur «&#xa0;{peer}&#xa0;»&#xa0;: vérifiez la connexion&#xa0;; la solution exacte y est indiquée.</translation>
    </message>
    <message>
        <source>On “{peer}”: choose “Everyone nearby” or “Only remembered devices”.</source>
        <translation>Sur «&#xa0;{peer}&#xa0;»&#xa0;: choisissez «&#xa0;Tous à proximité&#xa0;» ou «&#xa0;Appareils mémorisés seulement&#xa0;».</translation>
    </message>
    <message>
        <source>On “{peer}”: close that program, or choose another port in the settings.</source>
        <translation>Sur «&#xa0;{peer}&#xa0;»&#xa0;: fermez ce programme, ou choisissez un autre port dans les paramètres.</translation>
    </message>
    <message>
        <source>On “{peer}”: disconnect the VPN, or let it spare the local network.</source>
        <translation>Sur «&#xa0;{peer}&#xa0;»&#xa0;: déconnectez le VPN, ou excluez-en le réseau local.</translation>
    </message>
    <message>
        <source>On “{peer}”: if nothing else is found, look as administrator.</source>
        <translation>Sur «&#xa0;{peer}&#xa0;»&#xa0;: si rien d’autre n’est trouvé, vérifiez en tant qu’administrateur.</translation>
    </message>
    <message>
        <source>On “{peer}”: join the network of this computer.</source>
        <translation>Sur «&#xa0;{peer}&#xa0;»&#xa0;: rejoignez le réseau de cet ordinateur.</translation>
    </message>
    <message>
        <source>On “{peer}”: let Tallystick in.</source>
        <translation>Sur «&#xa0;{peer}&#xa0;»&#xa0;: autorisez Tallystick.</translation>
    </message>
    <message>
        <source>On “{peer}”: let UDP port 5353 in.</source>
        <translation>Sur «&#xa0;{peer}&#xa0;»&#xa0;: autorisez le port UDP 5353 en entrée.</translation>
    </message>
    <message>
        <source>On “{peer}”: let UDP port 5353 out.</source>
        <translation>Sur «&#xa0;{peer}&#xa0;»&#xa0;: autorisez le port UDP 5353 en sortie.</translation>
    </message>
    <message>
        <source>On “{peer}”: let single programs in instead.</source>
        <translation>Sur «&#xa0;{peer}&#xa0;»&#xa0;: autorisez plutôt des programmes un à un.</translation>
    </message>
    <message>
        <source>On “{peer}”: look whether the router is on.</source>
        <translation>Sur «&#xa0;{peer}&#xa0;»&#xa0;: voyez si le routeur est allumé.</translation>
    </message>
    <message>
        <source>On “{peer}”: make the network a private one, if it is your own.</source>
        <translation>Sur «&#xa0;{peer}&#xa0;»&#xa0;: rendez le réseau privé, si c’est le vôtre.</translation>
    </message>
    <message>
        <source>On “{peer}”: switch it on.</source>
        <translation>Sur «&#xa0;{peer}&#xa0;»&#xa0;: activez-le.</translation>
    </message>
    <message>
        <source>On “{peer}”: use one of them at a time, for example the cable.</source>
        <translation>Sur «&#xa0;{peer}&#xa0;»&#xa0;: n’en utilisez qu’un à la fois, par exemple le câble.</translation>
    </message>
    <message>
        <source>Open Tallystick there, on the same network and visible to everyone, or connect by address.</source>
        <translation>Ouvrez-y Tallystick, sur le même réseau et visible par tous, ou connectez-vous par adresse.</translation>
    </message>
    <message>
        <source>Plug in the cable or join the Wi-Fi.</source>
        <translation>Branchez le câble ou rejoignez le Wi-Fi.</translation>
    </message>
    <message>
        <source>Port {port} is already used by another program on this computer.</source>
        <translation>Le port {port} est déjà utilisé par un autre programme sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Port {port} is already used by another program on this computer. Tallystick listens on {other} instead, which firewalls may not know.</source>
        <translation>Le port {port} est déjà utilisé par un autre programme sur cet ordinateur. Tallystick écoute plutôt sur {other}, que les pare-feu ne connaissent peut-être pas.</translation>
    </message>
    <message>
        <source>Port {port} is free for Tallystick.</source>
        <translation>Le port {port} est libre pour Tallystick.</translation>
    </message>
    <message>
        <source>Put both on one network, or have the router between them let TCP through to that port.</source>
        <translation>Mettez les deux sur un même réseau, ou faites en sorte que le routeur entre les deux laisse passer TCP vers ce port.</translation>
    </message>
    <message>
        <source>Put both on the same network, not a guest one.</source>
        <translation>Mettez les deux sur le même réseau, pas un réseau invité.</translation>
    </message>
    <message>
        <source>Remove it, in PowerShell as administrator, and start again: Windows asks then.</source>
        <translation>Retirez-la, dans PowerShell en tant qu’administrateur, et relancez Tallystick&#xa0;: Windows posera alors la question.</translation>
    </message>
    <message>
        <source>Remove the route that forbids it.</source>
        <translation>Supprimez la route qui l’interdit.</translation>
    </message>
    <message>
        <source>Switch it on, or connect by address.</source>
        <translation>Activez-le, ou connectez-vous par adresse.</translation>
    </message>
    <message>
        <source>Switch it on.</source>
        <translation>Activez-le.</translation>
    </message>
    <message>
        <source>Take it from one of them.</source>
        <translation>Retirez-la à l’une d’elles.</translation>
    </message>
    <message>
        <source>Tallystick listens on port {port}, but does not answer at {address} ({interface}).</source>
        <translation>Tallystick écoute sur le port {port}, mais ne répond pas à {address} ({interface}).</translation>
    </message>
    <message>
        <source>The firewall ({where}) lets mDNS and port {port} through.</source>
        <translation>Le pare-feu ({where}) laisse passer mDNS et le port {port}.</translation>
    </message>
    <message>
        <source>The firewall firewalld is on and keeps other computers from port {port} or from being seen.</source>
        <translation>Le pare-feu firewalld est actif et ferme le port {port} aux autres ordinateurs ou empêche de les voir.</translation>
    </message>
    <message>
        <source>The firewall firewalld lets mDNS and port {port} through.</source>
        <translation>Le pare-feu firewalld laisse passer mDNS et le port {port}.</translation>
    </message>
    <message>
        <source>The firewall of macOS blocks all incoming connections.</source>
        <translation>Le pare-feu de macOS bloque toutes les connexions entrantes.</translation>
    </message>
    <message>
        <source>The firewall of macOS is on and does not let others reach Tallystick.</source>
        <translation>Le pare-feu de macOS est actif et ne laisse pas les autres joindre Tallystick.</translation>
    </message>
    <message>
        <source>The firewall of macOS lets others reach Tallystick.</source>
        <translation>Le pare-feu de macOS laisse les autres joindre Tallystick.</translation>
    </message>
    <message>
        <source>The firewall ufw is on and may keep other computers from port {port}.</source>
        <translation>Le pare-feu ufw est actif et ferme peut-être le port {port} aux autres ordinateurs.</translation>
    </message>
    <message>
        <source>The firewall ufw lets others reach port {port}.</source>
        <translation>Le pare-feu ufw laisse les autres joindre le port {port}.</translation>
    </message>
    <message>
        <source>There is no way to {network}, though {interface} is in it.</source>
        <translation>Aucune route ne mène à {network}, bien que {interface} en fasse partie.</translation>
    </message>
    <message>
        <source>This computer is not connected to any network ({adapters} is not connected).</source>
        <translation>Cet ordinateur n’est connecté à aucun réseau ({adapters} n’est pas connecté).</translation>
    </message>
    <message>
        <source>This computer is not connected to any network ({adapters} is switched off).</source>
        <translation>Cet ordinateur n’est connecté à aucun réseau ({adapters} est désactivé).</translation>
    </message>
    <message>
        <source>This computer is not connected to any network ({adapters} is without an address).</source>
        <translation>Cet ordinateur n’est connecté à aucun réseau ({adapters} est sans adresse).</translation>
    </message>
    <message>
        <source>This computer is not connected to any network.</source>
        <translation>Cet ordinateur n’est connecté à aucun réseau.</translation>
    </message>
    <message>
        <source>This computer lets nobody see or call it.</source>
        <translation>Cet ordinateur ne se laisse voir ni appeler par personne.</translation>
    </message>
    <message>
        <source>This computer&apos;s own firewall does not let connections out to {device}.</source>
        <translation>Le pare-feu de cet ordinateur ne laisse pas sortir de connexions vers {device}.</translation>
    </message>
    <message>
        <source>Use one of them at a time, for example the cable.</source>
        <translation>N’en utilisez qu’une à la fois, par exemple le câble.</translation>
    </message>
    <message>
        <source>Use the number address that the other computer shows.</source>
        <translation>Utilisez l’adresse numérique qu’affiche l’autre ordinateur.</translation>
    </message>
    <message>
        <source>What is meant for computers in {network} leaves through {through} instead of {interface}.</source>
        <translation>Ce qui est destiné aux ordinateurs de {network} sort par {through} au lieu de {interface}.</translation>
    </message>
    <message>
        <source>Whether a firewall keeps others out only the administrator may read ({tool}).</source>
        <translation>Seul l’administrateur peut lire si un pare-feu écarte les autres ({tool}).</translation>
    </message>
    <message>
        <source>Whether a firewall on “{peer}” keeps others out only its administrator may read.</source>
        <translation>Seul l’administrateur de «&#xa0;{peer}&#xa0;» peut lire si un pare-feu y écarte les autres.</translation>
    </message>
    <message>
        <source>Windows treats the network “{network}” as public and keeps its devices from seeing this computer.</source>
        <translation>Windows considère le réseau «&#xa0;{network}&#xa0;» comme public et empêche ses appareils de voir cet ordinateur.</translation>
    </message>
    <message>
        <source>Windows&apos; firewall has a rule that blocks Tallystick.</source>
        <translation>Le pare-feu de Windows a une règle qui bloque Tallystick.</translation>
    </message>
    <message>
        <source>Windows&apos; firewall has no rule that lets others reach Tallystick.</source>
        <translation>Le pare-feu de Windows n’a pas de règle qui laisse les autres joindre Tallystick.</translation>
    </message>
    <message>
        <source>Windows&apos; firewall lets others reach Tallystick (port {port}).</source>
        <translation>Le pare-feu de Windows laisse les autres joindre Tallystick (port {port}).</translation>
    </message>
    <message>
        <source>Write behind a % by which interface of this computer it is reached.</source>
        <translation>Écrivez, après un %, par quelle interface de cet ordinateur on l’atteint.</translation>
    </message>
    <message>
        <source>{adapter} ({addresses}) leads to containers or virtual machines only.</source>
        <translation>{adapter} ({addresses}) ne mène qu’à des conteneurs ou à des machines virtuelles.</translation>
    </message>
    <message>
        <source>{adapter} is set to do without multicast, so no devices can be seen on it.</source>
        <translation>{adapter} est réglé pour se passer de multicast, on n’y voit donc aucun appareil.</translation>
    </message>
    <message>
        <source>{adapter} was given no address by the network ({addresses} is made up).</source>
        <translation>{adapter} n’a reçu aucune adresse du réseau ({addresses} est auto-attribuée).</translation>
    </message>
    <message>
        <source>{address} is an address that every network has, so nobody knows on which one it is meant.</source>
        <translation>{address} est une adresse que chaque réseau possède&#xa0;; on ne sait donc pas lequel est visé.</translation>
    </message>
    <message>
        <source>{device} does not answer: a firewall there drops what comes in, or the Wi-Fi keeps its guests apart.</source>
        <translation>{device} ne répond pas&#xa0;: un pare-feu là-bas ignore ce qui arrive, ou le Wi-Fi isole ses invités.</translation>
    </message>
    <message>
        <source>{device} is seen and answers.</source>
        <translation>{device} est visible et répond.</translation>
    </message>
    <message>
        <source>{device} is seen here, but what this computer asks by multicast does not arrive there.</source>
        <translation>{device} est visible ici, mais ce que cet ordinateur demande par multicast n’y arrive pas.</translation>
    </message>
    <message>
        <source>{device} is seen, but its addresses ({addresses}) lie in another subnet than this computer.</source>
        <translation>{device} est visible, mais ses adresses ({addresses}) sont dans un autre sous-réseau que cet ordinateur.</translation>
    </message>
    <message>
        <source>{device} refuses connections: Tallystick was closed, or a firewall there rejects them.</source>
        <translation>{device} refuse les connexions&#xa0;: Tallystick a été fermé, ou un pare-feu là-bas les rejette.</translation>
    </message>
    <message>
        <source>{device}: no computer of that name is known here.</source>
        <translation>{device}&#xa0;: aucun ordinateur de ce nom n’est connu ici.</translation>
    </message>
    <message>
        <source>{device}: small packets arrive there and large ones are lost on the way (MTU black hole).</source>
        <translation>{device}&#xa0;: les petits paquets y arrivent et les grands se perdent en chemin (trou noir de MTU).</translation>
    </message>
    <message>
        <source>{one} and {other} both have addresses in {network}, so answers may leave by the wrong one.</source>
        <translation>{one} et {other} ont toutes deux des adresses dans {network}, les réponses peuvent donc sortir par la mauvaise.</translation>
    </message>
    <message>
        <source>{one} and {other} both have the address {address}, so answers may leave by the wrong one.</source>
        <translation>{one} et {other} ont toutes deux l’adresse {address}, les réponses peuvent donc sortir par la mauvaise.</translation>
    </message>
    <message>
        <source>“{peer}” does not say what it sees.</source>
        <translation>«&#xa0;{peer}&#xa0;» ne dit pas ce qu’il voit.</translation>
    </message>
    <message>
        <source>“{peer}” does not see this computer: what this one announces does not arrive there.</source>
        <translation>«&#xa0;{peer}&#xa0;» ne voit pas cet ordinateur&#xa0;: ce que celui-ci annonce n’y arrive pas.</translation>
    </message>
    <message>
        <source>“{peer}” sees nothing that keeps devices apart there.</source>
        <translation>«&#xa0;{peer}&#xa0;» ne voit rien qui y empêche les appareils de communiquer.</translation>
    </message>
    <message>
        <source>“{peer}” sees this computer, and nothing that keeps devices apart there.</source>
        <translation>«&#xa0;{peer}&#xa0;» voit cet ordinateur, et rien qui y empêche les appareils de communiquer.</translation>
    </message>
    <message>
        <source>“{peer}” sees: Windows treats its network as public and keeps devices from seeing it.</source>
        <translation>«&#xa0;{peer}&#xa0;» voit&#xa0;: Windows considère son réseau comme public et empêche les appareils de le voir.</translation>
    </message>
    <message>
        <source>“{peer}” sees: Windows&apos; firewall does not let others reach Tallystick there.</source>
        <translation>«&#xa0;{peer}&#xa0;» voit&#xa0;: le pare-feu de Windows ne laisse pas les autres y atteindre Tallystick.</translation>
    </message>
    <message>
        <source>“{peer}” sees: another program has Tallystick&apos;s usual port there; it listens on {port}, which firewalls may not know.</source>
        <translation>«&#xa0;{peer}&#xa0;» voit&#xa0;: un autre programme y a le port habituel de Tallystick&#xa0;; il écoute sur {port}, que les pare-feu ne connaissent peut-être pas.</translation>
    </message>
    <message>
        <source>“{peer}” sees: it has no route for multicast ({versions}).</source>
        <translation>«&#xa0;{peer}&#xa0;» voit&#xa0;: il n’a pas de route pour le multicast ({versions}).</translation>
    </message>
    <message>
        <source>“{peer}” sees: it is not connected to a local network.</source>
        <translation>«&#xa0;{peer}&#xa0;» voit&#xa0;: il n’est connecté à aucun réseau local.</translation>
    </message>
    <message>
        <source>“{peer}” sees: it may not send multicast ({versions}).</source>
        <translation>«&#xa0;{peer}&#xa0;» voit&#xa0;: il n’a pas le droit d’envoyer du multicast ({versions}).</translation>
    </message>
    <message>
        <source>“{peer}” sees: its Tallystick lets nobody see or call it.</source>
        <translation>«&#xa0;{peer}&#xa0;» voit&#xa0;: son Tallystick ne se laisse voir ni appeler par personne.</translation>
    </message>
    <message>
        <source>“{peer}” sees: its firewall does not let it connect to others ({versions}).</source>
        <translation>«&#xa0;{peer}&#xa0;» voit&#xa0;: son pare-feu ne le laisse pas se connecter aux autres ({versions}).</translation>
    </message>
    <message>
        <source>“{peer}” sees: its firewall does not let out the multicast by which devices are seen ({versions}).</source>
        <translation>«&#xa0;{peer}&#xa0;» voit&#xa0;: son pare-feu ne laisse pas sortir le multicast par lequel les appareils se voient ({versions}).</translation>
    </message>
    <message>
        <source>“{peer}” sees: its firewall firewalld keeps other computers from port {port} or from being seen.</source>
        <translation>«&#xa0;{peer}&#xa0;» voit&#xa0;: son pare-feu firewalld ferme le port {port} aux autres ordinateurs ou empêche de les voir.</translation>
    </message>
    <message>
        <source>“{peer}” sees: its firewall keeps other computers from port {port} ({versions}).</source>
        <translation>«&#xa0;{peer}&#xa0;» voit&#xa0;: son pare-feu ferme le port {port} aux autres ordinateurs ({versions}).</translation>
    </message>
    <message>
        <source>“{peer}” sees: its firewall keeps out the multicast by which devices are seen ({versions}).</source>
        <translation>«&#xa0;{peer}&#xa0;» voit&#xa0;: son pare-feu ne laisse pas entrer le multicast par lequel les appareils se voient ({versions}).</translation>
    </message>
    <message>
        <source>“{peer}” sees: its firewall ufw is on and may keep other computers from port {port}.</source>
        <translation>«&#xa0;{peer}&#xa0;» voit&#xa0;: son pare-feu ufw est actif et ferme peut-être le port {port} aux autres ordinateurs.</translation>
    </message>
    <message>
        <source>“{peer}” sees: its network gave it no address.</source>
        <translation>«&#xa0;{peer}&#xa0;» voit&#xa0;: son réseau ne lui a donné aucune adresse.</translation>
    </message>
    <message>
        <source>“{peer}” sees: its port {port} does not answer, not even there ({versions}).</source>
        <translation>«&#xa0;{peer}&#xa0;» voit&#xa0;: son port {port} ne répond pas, pas même là-bas ({versions}).</translation>
    </message>
    <message>
        <source>“{peer}” sees: multicast cannot be used there ({versions}).</source>
        <translation>«&#xa0;{peer}&#xa0;» voit&#xa0;: le multicast n’y est pas utilisable ({versions}).</translation>
    </message>
    <message>
        <source>“{peer}” sees: multicast does not come in there ({versions}).</source>
        <translation>«&#xa0;{peer}&#xa0;» voit&#xa0;: le multicast n’y entre pas ({versions}).</translation>
    </message>
    <message>
        <source>“{peer}” sees: one of its adapters does without multicast.</source>
        <translation>«&#xa0;{peer}&#xa0;» voit&#xa0;: l’un de ses adaptateurs se passe de multicast.</translation>
    </message>
    <message>
        <source>“{peer}” sees: the firewall of macOS blocks all incoming connections there.</source>
        <translation>«&#xa0;{peer}&#xa0;» voit&#xa0;: le pare-feu de macOS y bloque toutes les connexions entrantes.</translation>
    </message>
    <message>
        <source>“{peer}” sees: the firewall of macOS does not let others reach Tallystick there.</source>
        <translation>«&#xa0;{peer}&#xa0;» voit&#xa0;: le pare-feu de macOS ne laisse pas les autres y atteindre Tallystick.</translation>
    </message>
    <message>
        <source>“{peer}” sees: two of its adapters are in one network, so answers may leave by the wrong one.</source>
        <translation>«&#xa0;{peer}&#xa0;» voit&#xa0;: deux de ses adaptateurs sont dans un même réseau, si bien que des réponses peuvent sortir par le mauvais.</translation>
    </message>
    <message>
        <source>“{peer}” sees: what it sends to its own network leaves by another way, perhaps a VPN ({versions}).</source>
        <translation>«&#xa0;{peer}&#xa0;» voit&#xa0;: ce qu’il envoie à son propre réseau sort par un autre chemin, peut-être un VPN ({versions}).</translation>
    </message>
</context>
<context>
    <name>items</name>
    <message>
        <source>archive</source>
        <translation>archive</translation>
    </message>
    <message>
        <source>document</source>
        <translation>document</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>vide</translation>
    </message>
    <message>
        <source>file</source>
        <translation>fichier</translation>
    </message>
    <message>
        <source>film</source>
        <translation>vidéo</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>dossier</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>image</translation>
    </message>
    <message>
        <source>program</source>
        <translation>programme</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>son</translation>
    </message>
</context>
<context>
    <name>past</name>
    <message>
        <source>By invitation</source>
        <translation>Par invitation</translation>
    </message>
    <message>
        <source>Code compared</source>
        <translation>Code comparé</translation>
    </message>
    <message>
        <source>Code compared; remembered since then</source>
        <translation>Code comparé&#xa0;; mémorisé depuis</translation>
    </message>
    <message>
        <source>Double-click or press Enter to look again.</source>
        <translation>Double-cliquez ou appuyez sur Entrée pour réessayer.</translation>
    </message>
    <message>
        <source>Remembered; it proved itself</source>
        <translation>Mémorisé&#xa0;; il a prouvé son identité</translation>
    </message>
    <message>
        <source>The first {shown} of {count}.</source>
        <translation>Les {shown} premiers sur {count}.</translation>
    </message>
    <message>
        <source>There was no verified session</source>
        <translation>Il n’y a pas eu de session vérifiée</translation>
    </message>
    <message>
        <source>This transfer could not be looked up.</source>
        <translation>Ce transfert n’a pas pu être consulté.</translation>
    </message>
    <message>
        <source>Verified before; continued after an interruption</source>
        <translation>Vérifié auparavant&#xa0;; repris après une interruption</translation>
    </message>
    <message>
        <source>{time}, after {age}</source>
        <translation>{time}, après {age}</translation>
    </message>
</context>
<context>
    <name>phrases</name>
    <message>
        <source>Tallystick uses such names itself</source>
        <translation>Tallystick utilise lui-même de tels noms</translation>
    </message>
    <message>
        <source>Windows reserves it</source>
        <translation>Windows le réserve</translation>
    </message>
    <message>
        <source>a name in it cannot be shown</source>
        <translation>un nom qu’il contient ne peut pas être affiché</translation>
    </message>
    <message>
        <source>a part of it is empty</source>
        <translation>une partie en est vide</translation>
    </message>
    <message>
        <source>an earlier failure</source>
        <translation>un échec antérieur</translation>
    </message>
    <message>
        <source>another Tallystick has it already</source>
        <translation>un autre Tallystick l’a déjà</translation>
    </message>
    <message>
        <source>another Tallystick keeps it busy</source>
        <translation>un autre Tallystick l’occupe</translation>
    </message>
    <message>
        <source>another folder has taken its place</source>
        <translation>un autre dossier a pris sa place</translation>
    </message>
    <message>
        <source>another program is using it</source>
        <translation>un autre programme l’utilise</translation>
    </message>
    <message>
        <source>every numbered name is taken</source>
        <translation>tous les noms numérotés sont pris</translation>
    </message>
    <message>
        <source>everybody on this computer can write there</source>
        <translation>tout le monde sur cet ordinateur peut y écrire</translation>
    </message>
    <message>
        <source>it begins or ends with a space</source>
        <translation>il commence ou finit par un espace</translation>
    </message>
    <message>
        <source>it cannot be opened</source>
        <translation>il ne peut pas être ouvert</translation>
    </message>
    <message>
        <source>it contains /</source>
        <translation>il contient /</translation>
    </message>
    <message>
        <source>it contains invisible characters</source>
        <translation>il contient des caractères invisibles</translation>
    </message>
    <message>
        <source>it does not exist</source>
        <translation>il n’existe pas</translation>
    </message>
    <message>
        <source>it ends with a dot</source>
        <translation>il finit par un point</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>c’est un dossier</translation>
    </message>
    <message>
        <source>it is a link</source>
        <translation>c’est un lien</translation>
    </message>
    <message>
        <source>it is from another version of Tallystick</source>
        <translation>il vient d’une autre version de Tallystick</translation>
    </message>
    <message>
        <source>it is gone</source>
        <translation>il a disparu</translation>
    </message>
    <message>
        <source>it is nested too deeply</source>
        <translation>il est imbriqué trop profondément</translation>
    </message>
    <message>
        <source>it is not a file</source>
        <translation>ce n’est pas un fichier</translation>
    </message>
    <message>
        <source>it is not a folder</source>
        <translation>ce n’est pas un dossier</translation>
    </message>
    <message>
        <source>it is not in the history</source>
        <translation>il n’est pas dans la liste des transferts précédents</translation>
    </message>
    <message>
        <source>it is not there</source>
        <translation>il n’est pas là</translation>
    </message>
    <message>
        <source>it is not valid Unicode</source>
        <translation>ce n’est pas de l’Unicode valide</translation>
    </message>
    <message>
        <source>it is too big</source>
        <translation>c’est trop gros</translation>
    </message>
    <message>
        <source>it is too big for this disk</source>
        <translation>il est trop gros pour ce disque</translation>
    </message>
    <message>
        <source>it is too long</source>
        <translation>il est trop long</translation>
    </message>
    <message>
        <source>it was closed already</source>
        <translation>il était déjà fermé</translation>
    </message>
    <message>
        <source>it was moved elsewhere</source>
        <translation>il a été déplacé ailleurs</translation>
    </message>
    <message>
        <source>it was moved or replaced meanwhile</source>
        <translation>il a été déplacé ou remplacé entre-temps</translation>
    </message>
    <message>
        <source>its content makes no sense</source>
        <translation>son contenu n’a pas de sens</translation>
    </message>
    <message>
        <source>nothing of a text is kept</source>
        <translation>rien n’est conservé d’un texte</translation>
    </message>
    <message>
        <source>nothing was accepted into it yet</source>
        <translation>rien n’y a encore été accepté</translation>
    </message>
    <message>
        <source>nothing was kept</source>
        <translation>rien n’a été conservé</translation>
    </message>
    <message>
        <source>on the sending computer</source>
        <translation>sur l’ordinateur qui envoie</translation>
    </message>
    <message>
        <source>others could have changed them</source>
        <translation>d’autres ont pu les modifier</translation>
    </message>
    <message>
        <source>permission denied</source>
        <translation>permission refusée</translation>
    </message>
    <message>
        <source>that is not the name of a file</source>
        <translation>ce n’est pas un nom de fichier</translation>
    </message>
    <message>
        <source>the database does not work</source>
        <translation>la base de données ne fonctionne pas</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>le disque est plein</translation>
    </message>
    <message>
        <source>the disk is gone</source>
        <translation>le disque a disparu</translation>
    </message>
    <message>
        <source>the disk reported an error</source>
        <translation>le disque a signalé une erreur</translation>
    </message>
    <message>
        <source>the disk was full</source>
        <translation>le disque était plein</translation>
    </message>
    <message>
        <source>the folder in it is not a full path</source>
        <translation>le dossier qu’il contient n’est pas un chemin complet</translation>
    </message>
    <message>
        <source>the name in it cannot be shown</source>
        <translation>le nom qu’il contient ne peut pas être affiché</translation>
    </message>
    <message>
        <source>the name is taken</source>
        <translation>le nom est pris</translation>
    </message>
    <message>
        <source>the name is too long for this disk</source>
        <translation>le nom est trop long pour ce disque</translation>
    </message>
    <message>
        <source>the network folder went away</source>
        <translation>le dossier réseau a disparu</translation>
    </message>
    <message>
        <source>there is a link in its place</source>
        <translation>un lien est à sa place</translation>
    </message>
    <message>
        <source>there was nothing to vouch for</source>
        <translation>il n’y avait rien à attester</translation>
    </message>
    <message>
        <source>this disk cannot do that</source>
        <translation>ce disque ne peut pas faire cela</translation>
    </message>
    <message>
        <source>this disk cannot give a finished file its name without the risk of replacing another one</source>
        <translation>ce disque ne peut pas donner son nom à un fichier terminé sans risquer d’en remplacer un autre</translation>
    </message>
    <message>
        <source>this disk cannot hold the name</source>
        <translation>ce disque n’accepte pas ce nom</translation>
    </message>
    <message>
        <source>this disk is read-only</source>
        <translation>ce disque est en lecture seule</translation>
    </message>
    <message>
        <source>this user has no home folder</source>
        <translation>cet utilisateur n’a pas de dossier personnel</translation>
    </message>
    <message>
        <source>too many files are open</source>
        <translation>trop de fichiers sont ouverts</translation>
    </message>
    <message>
        <source>two devices in it are the same</source>
        <translation>deux appareils y sont identiques</translation>
    </message>
    <message>
        <source>what had arrived in there is gone</source>
        <translation>ce qui y était arrivé a disparu</translation>
    </message>
    <message>
        <source>what is always accepted makes no sense</source>
        <translation>ce qui est toujours accepté n’a pas de sens</translation>
    </message>
    <message>
        <source>what was here already has changed meanwhile</source>
        <translation>ce qui était déjà ici a changé entre-temps</translation>
    </message>
    <message>
        <source>what was kept for it is damaged</source>
        <translation>ce qui avait été conservé pour lui est endommagé</translation>
    </message>
    <message>
        <source>what was kept for it is gone</source>
        <translation>ce qui avait été conservé pour lui a disparu</translation>
    </message>
    <message>
        <source>what was kept of an interrupted transfer is damaged</source>
        <translation>ce qui avait été conservé d’un transfert interrompu est endommagé</translation>
    </message>
    <message>
        <source>what was kept there is cut short</source>
        <translation>ce qui y avait été conservé est tronqué</translation>
    </message>
    <message>
        <source>your share of the disk is used up</source>
        <translation>votre part du disque est épuisée</translation>
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
            <numerusform>{name} et {count} autre</numerusform>
            <numerusform>{name} et {count} autres</numerusform>
        </translation>
    </message>
    <message>
        <source>{what} ({where})</source>
        <translation>{what} ({where})</translation>
    </message>
    <message>
        <source>“{words}”</source>
        <translation>«&#xa0;{words}&#xa0;»</translation>
    </message>
</context>
<context>
    <name>sizes</name>
    <message>
        <source>less than a minute</source>
        <translation>moins d’une minute</translation>
    </message>
    <message numerus="yes">
        <source>{count} files</source>
        <translation>
            <numerusform>{count} fichier</numerusform>
            <numerusform>{count} fichiers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} folders</source>
        <translation>
            <numerusform>{count} dossier</numerusform>
            <numerusform>{count} dossiers</numerusform>
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
        <translation>encore {hours} h {minutes} min</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>{minutes} min left</source>
        <translation>encore {minutes} min</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
    <message>
        <source>{seconds} s left</source>
        <translation>encore {seconds} s</translation>
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
        <translation>Tout est envoyé. {peer} contrôle et enregistre…</translation>
    </message>
    <message>
        <source>Compare the code with {peer}</source>
        <translation>Comparer le code avec {peer}</translation>
    </message>
    <message>
        <source>Connecting to {peer}…</source>
        <translation>Connexion à {peer}…</translation>
    </message>
    <message>
        <source>Continuing with {peer}…</source>
        <translation>Reprise avec {peer}…</translation>
    </message>
    <message>
        <source>Delivered {time} — checked and saved on {peer}</source>
        <translation>Remis {time} — contrôlé et enregistré sur {peer}</translation>
    </message>
    <message>
        <source>Delivered {time} — shown on {peer}</source>
        <translation>Remis {time} — affiché sur {peer}</translation>
    </message>
    <message>
        <source>From {peer}</source>
        <translation>De {peer}</translation>
    </message>
    <message>
        <source>From {peer} · Checking and saving…</source>
        <translation>De {peer} · Contrôle et enregistrement…</translation>
    </message>
    <message>
        <source>From {peer} · Waiting to be shown</source>
        <translation>De {peer} · En attente d’être affiché</translation>
    </message>
    <message>
        <source>Limited by the disk of this computer</source>
        <translation>Limité par le disque de cet ordinateur</translation>
    </message>
    <message>
        <source>Limited by the disk of {peer}</source>
        <translation>Limité par le disque de {peer}</translation>
    </message>
    <message>
        <source>Limited by the network</source>
        <translation>Limité par le réseau</translation>
    </message>
    <message>
        <source>Limited by this computer</source>
        <translation>Limité par cet ordinateur</translation>
    </message>
    <message>
        <source>Limited by {peer}</source>
        <translation>Limité par {peer}</translation>
    </message>
    <message>
        <source>Paused by you</source>
        <translation>Suspendu par vous</translation>
    </message>
    <message>
        <source>Paused by {peer}</source>
        <translation>Suspendu par {peer}</translation>
    </message>
    <message>
        <source>Paused: {why}</source>
        <translation>Suspendu&#xa0;: {why}</translation>
    </message>
    <message>
        <source>Reading what was chosen…</source>
        <translation>Lecture de ce qui a été choisi…</translation>
    </message>
    <message>
        <source>Received {time} from {peer} — checked and saved</source>
        <translation>Reçu {time} de {peer} — contrôlé et enregistré</translation>
    </message>
    <message>
        <source>Received {time} from {peer} — checked and saved in {folder}</source>
        <translation>Reçu {time} de {peer} — contrôlé et enregistré dans {folder}</translation>
    </message>
    <message>
        <source>Received {time} from {peer} — kept on no disk</source>
        <translation>Reçu {time} de {peer} — n’est conservé sur aucun disque</translation>
    </message>
    <message>
        <source>Retry failed</source>
        <translation>Réessayer les échecs</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Renvoyer</translation>
    </message>
    <message>
        <source>Some files were not delivered.</source>
        <translation>Certains fichiers n’ont pas été remis.</translation>
    </message>
    <message numerus="yes">
        <source>Text, {count} characters</source>
        <translation>
            <numerusform>Texte, {count} caractère</numerusform>
            <numerusform>Texte, {count} caractères</numerusform>
        </translation>
    </message>
    <message>
        <source>The transfer failed.</source>
        <translation>Le transfert a échoué.</translation>
    </message>
    <message>
        <source>The transfer was cancelled.</source>
        <translation>Le transfert a été annulé.</translation>
    </message>
    <message>
        <source>To {peer}</source>
        <translation>À {peer}</translation>
    </message>
    <message>
        <source>To {peer} · Reading what was chosen…</source>
        <translation>À {peer} · Lecture de ce qui a été choisi…</translation>
    </message>
    <message>
        <source>Waiting for {peer} to accept…</source>
        <translation>En attente de l’acceptation de {peer}…</translation>
    </message>
    <message>
        <source>Waiting to be shown on {peer}…</source>
        <translation>En attente d’être affiché sur {peer}…</translation>
    </message>
    <message>
        <source>You declined this from {peer}.</source>
        <translation>Vous avez refusé cette proposition de {peer}.</translation>
    </message>
    <message>
        <source>accepted without asking</source>
        <translation>accepté sans demander</translation>
    </message>
    <message numerus="yes">
        <source>{count} were there already</source>
        <translation>
            <numerusform>{count} y était déjà</numerusform>
            <numerusform>{count} y étaient déjà</numerusform>
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
        <translation>{peer} a refusé.</translation>
    </message>
    <message>
        <source>{peer} sent you a text</source>
        <translation>{peer} vous a envoyé un texte</translation>
    </message>
    <message>
        <source>{peer} waits for your answer</source>
        <translation>{peer} attend votre réponse</translation>
    </message>
    <message>
        <source>{peer} wants to send you files</source>
        <translation>{peer} veut vous envoyer des fichiers</translation>
    </message>
</context>
<context>
    <name>trust</name>
    <message>
        <source>By invitation at {time}</source>
        <translation>Par invitation&#xa0;: {time}</translation>
    </message>
    <message>
        <source>Code compared at {time}</source>
        <translation>Code comparé&#xa0;: {time}</translation>
    </message>
    <message>
        <source>Code compared at {time}, remembered since then</source>
        <translation>Code comparé&#xa0;: {time}&#xa0;; mémorisé depuis</translation>
    </message>
    <message>
        <source>Continued after an interruption; {compared}</source>
        <translation>Repris après une interruption&#xa0;; {compared}</translation>
    </message>
    <message>
        <source>Probably {name} · {address}</source>
        <translation>Probablement {name} · {address}</translation>
    </message>
    <message>
        <source>Probably {name}, verified {day}</source>
        <translation>Probablement {name}, vérifié ({day})</translation>
    </message>
    <message>
        <source>Remembered, verified just now</source>
        <translation>Mémorisé, vérifié à l’instant</translation>
    </message>
    <message>
        <source>Remembered, verified {day}</source>
        <translation>Mémorisé, vérifié ({day})</translation>
    </message>
    <message>
        <source>Remembered, {compared}</source>
        <translation>Mémorisé, {compared}</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Vérifié</translation>
    </message>
    <message>
        <source>Verified at {time}</source>
        <translation>Vérifié&#xa0;: {time}</translation>
    </message>
    <message>
        <source>Verified just now</source>
        <translation>Vérifié à l’instant</translation>
    </message>
    <message>
        <source>Verified {day}</source>
        <translation>Vérifié&#xa0;: {day}</translation>
    </message>
    <message>
        <source>code compared at {time}</source>
        <translation>code comparé&#xa0;: {time}</translation>
    </message>
    <message>
        <source>code compared {day}</source>
        <translation>code comparé&#xa0;: {day}</translation>
    </message>
</context>
<context>
    <name>visibility</name>
    <message>
        <source>Everyone nearby</source>
        <translation>Tous à proximité</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Personne</translation>
    </message>
    <message>
        <source>Only remembered devices</source>
        <translation>Appareils mémorisés seulement</translation>
    </message>
</context>
</TS>
