<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>A tally stick was split in two, so that each could check the other&apos;s half.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About {app}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send files to the computers around you, sure of which computer it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AddressCard</name>
    <message>
        <source>Connect by address…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AddressDialog</name>
    <message>
        <source>&amp;Address of the other computer, or its invitation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect by address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tallystick has to be open on the other computer. Both screens will show a code; with an invitation none is needed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AutostartBox</name>
    <message>
        <source>Start at login, out of sight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>out of sight, at its icon in the panel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CheckDialog</name>
    <message>
        <source>Check again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at this computer and its networks. This takes some seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing here keeps devices apart. Check the connection on the other computer, too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The check could not be made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{count} things may keep devices apart. Tallystick changes nothing by itself.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClearDialog</name>
    <message>
        <source>Clear all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear all transfers that are over?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its receipt goes with it. Files stay where they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this transfer from the list?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their receipts go with them. Files stay where they are.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClosingDialog</name>
    <message>
        <source>Close Tallystick</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on in the background</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the background Tallystick ends when the transfers have. Starting it again brings this window back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the background Tallystick stays at its icon in the panel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was accepted can go on another time. Files that were delivered stay delivered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{count} transfers have not finished</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CodeDialog</name>
    <message>
        <source>A computer without a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare this code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ending the session…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is exactly this code on the other screen? Read it aloud or look.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It&apos;s different</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not verified yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the code larger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This device did not prove to be {peer}, which you remember. It may have forgotten this computer, or somebody is in between.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for {peer}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CodeView</name>
    <message>
        <source>Code: {digits}. Words: {words}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DeviceCard</name>
    <message>
        <source>Not answering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verified · remembered</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DevicePicker</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Devices nearby</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No device has been found yet. This list fills by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which device?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} — probably {known}, verified {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} — verified</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Earlier</name>
    <message>
        <source>Clear the earlier transfers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier transfers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing earlier holds {words}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove from the list…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save receipt…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the earlier transfers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExistingChoice</name>
    <message>
        <source>Keep both: what comes gets a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip identical files: only what differs is saved, with a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{count} of these names are there already. They stay as they are.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{names} are there already. They stay as they are.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FailureDialog</name>
    <message>
        <source>I have read this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until you close this notice, nobody can start another comparison with this computer.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindingRow</name>
    <message>
        <source>Command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ForgetDialog</name>
    <message>
        <source>Forget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget a device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget {peer}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The session with it ends now, and what is being sent stops.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You will have to compare a code with it before anything can be sent again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InviteDialog</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For a computer that does not appear under Nearby, for example behind a VPN. On the other computer this text goes into “Connect by address…”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good for one session, until {time}. No code is compared: whoever gets hold of this text first can use it, so send it by a way that you both trust.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invitation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invite another computer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>A firewall rule for the usual port does not cover this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About {app}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can&apos;t see a device?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check for updates…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect by address…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invite another computer…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearby</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port {wanted} is used by another program, so Tallystick uses {port}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remembered devices…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the earlier transfers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send a folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send what was copied…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transfers</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Nearby</name>
    <message>
        <source>About this session…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check which device it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare codes only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget this device…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remember this device…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send a folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send files…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NobodyNear</name>
    <message>
        <source>A firewall or the router keeps devices from finding each other. An address often works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect by address…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for devices on this network…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found yet. Most often it is one of these:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tallystick is not open on the other computer, or not visible to everyone nearby.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tallystick sends files straight to a computer near you. Both screens show a code, so that you know which computer it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two computers are on different networks, for example a guest Wi-Fi or a VPN.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Notifications</name>
    <message>
        <source>Accept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both screens show it now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the code with {peer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is {peer} meant?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It answered at {called}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}, to be saved in {folder}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OfferDialog</name>
    <message>
        <source>Accept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the folder to save in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files for you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free here: {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save in {folder}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This was interrupted. {size} of it are here already; only the rest comes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What would be sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{count} of these files are programs. Open them only if you expected them.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{files} in {folders}, {size}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PastActions</name>
    <message>
        <source>JSON, for programs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receipt of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the receipt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The receipt was saved as {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What failed of {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is no longer in {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PastDetails</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier transfer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not delivered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save receipt…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it was made of</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Prompts</name>
    <message>
        <source>Save in</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecognisedDialog</name>
    <message>
        <source>Another device than you called</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Don&apos;t send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send to it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You called {called} — this is {peer}, verified {day}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and {count} more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RememberedList</name>
    <message>
        <source>Expires</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remembered devices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day}, {ahead}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, verified {verified}, last used {used}, expires {expires}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RememberedWindow</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Once you have compared a code with a device, it can be remembered here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remembered devices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>They prove themselves without a code. Whichever is not used for {count} days is forgotten.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sending</name>
    <message>
        <source>Save the file first, then drop it here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is a link to the web, and Tallystick downloads nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is neither a file nor a text on the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{name} and {count} more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SessionNotices</name>
    <message>
        <source>It is not remembered: both sides have to want that while the session lives.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the other computer, choose “Remember this device…” on the card of this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The session with {peer} is over. Its keys no longer exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{peer} is connected again; no code needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{peer} is remembered until {day}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{peer} proved itself; no code needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{peer} will be remembered as soon as that is wanted there too.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SessionPanel</name>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cipher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decrypted here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encrypted here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End session and destroy its keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch {epoch}, not renewed yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Epoch {epoch}, renewed {count} times, last at {time}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Key agreement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys destroyed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session over. Its keys no longer exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This session is verified and open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} · {age}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>&amp;Name of this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Who can see this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appea&amp;rance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask each time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the folder to save in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep both: what comes gets a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names that are there &amp;already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No&amp;tifications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notifications while the window is hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remember &amp;devices for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip identical files, number the others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start at &amp;login</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The port stays as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>days after their last use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has to be open in a firewall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>while the window is hidden</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SideWindows</name>
    <message>
        <source>Save in</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StartFailure</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tallystick could not start</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TextDialog</name>
    <message>
        <source>A text for you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It holds characters that cannot be seen. Careful where you paste it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename this computer, now {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visible to everyone nearby</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visible to everyone until {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visible to nobody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visible to remembered devices</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TransferRow</name>
    <message>
        <source>About this session…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files that were not delivered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More about {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove from the list…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save receipt…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send again what failed of {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Show the reasons</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Show what was left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show {what} in its folder</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show {app}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who can see this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{app}: {count} transfers are running</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UnprovenDialog</name>
    <message>
        <source>Compare codes anew…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It answered at {address}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may have forgotten this computer, or somebody is in between.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was sent. If you know why, for example because the other computer was set up anew, you can compare codes as with a device that you do not know.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This did not prove to be {peer}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VerifiedPage</name>
    <message numerus="yes">
        <source>&amp;Remember this device for {count} days</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The codes match.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The codes match. This is {peer}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{box}: ticked</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VisibilityMenu</name>
    <message>
        <source>Everyone nearby, for ten minutes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Wakefulness</name>
    <message>
        <source>Files are being transferred</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_NameDelegate</name>
    <message>
        <source>Your name for {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Notice</name>
    <message>
        <source>Dismiss: {text}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dates</name>
    <message numerus="yes">
        <source>in {count} days</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>Accept more when some of them are finished.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agreeing on keys with {peer} failed ({detail}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another code is on the screen already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another version of Tallystick noted: “{words}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for a new one: each is good for one session.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bigger ones will be left out. Choose another folder to keep them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the transfer to delete what had arrived; what was delivered stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check its permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that Tallystick is open there and that both are on the same network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that Tallystick is open there, or use its address: HOST:PORT.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the disk and send it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the disk there and send it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the spelling and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder that is less deep.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another file name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another folder there and send again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another folder with --profile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose them again to send them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose “Only remembered devices” or “Everyone nearby” first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close it, then try again. If it cannot be closed, end it in the system&apos;s list of processes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close that program or choose another port with --port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare codes with each of them again. The old file was kept as “{kept}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect by address instead, or let “tallystick doctor” look for the cause.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect to the same Wi-Fi or cable network as the other computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy it again, from “tallystick-invitation:” to its end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data from {peer} was changed on the way, so the session was ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Devices nearby cannot be looked for ({reason}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files cannot be saved in “{path}” ({reason}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files that were delivered before stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finish that comparison first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget one of the two entries on this computer, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget one that you no longer use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If it does not come back by itself, continue the transfer; a code is compared again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If it does not come back by itself, somebody has to continue the transfer on {peer}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install Tallystick again with a current &apos;cryptography&apos; package.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It goes on when somebody resumes it there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It goes on when you resume it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not known any more where these files are on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was not kept there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Links, devices and other special files are left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the list and send those again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make room or choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make room there or send less.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make room. The transfer then goes on by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More than one device is called “{peer}”: {addresses}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More than {most} files and folders were selected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No device called “{peer}” was found on this network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody answered the offer here in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody on {peer} took the text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing changed was kept. Try again; if it repeats, somebody may be interfering.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing unchecked was kept. Check that both computers run a current Tallystick.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was received. {peer} can send it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was sent or received.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was sent or received. Somebody may be interfering with this connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was sent or received. Try again when both people are there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was sent or received. Try again, and compare with the right screen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was sent or received. Try again; if it happens again, somebody may be interfering.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was sent. Ask for a new invitation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was sent. Comparing codes anew is possible, if both people look closely.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was sent. Try again when somebody is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was written. Rename it on the sending computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was written. Rename one of them on the sending computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only what was delivered has one, as long as it is in the history.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other users of this computer could read the secrets of your remembered devices in “{path}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please report this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port {port} is already used by another program on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename it and send again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save it as a file and send that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send again when they have been answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send it again when somebody has read them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send it again when somebody is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send them again. What was delivered stays delivered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send them in several parts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some paths below “{path}” would have more than {most} bytes, which many programs cannot open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody has to look at that screen and finish what is there, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody has to make room there. The transfer then goes on by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start a new one. A code is compared again, unless the device is remembered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tallystick is open already, but does not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tallystick made a mistake and ended the session ({detail}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tallystick&apos;s own data in “{path}” cannot be used ({reason}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That address leads back to this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The codes differ. Someone may be between you and {peer}, or you compared with another device.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The comparison with {peer} was not finished.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to {peer} was interrupted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to {peer} was lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full: {needed} more needed, {free} free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk of {peer} is full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk of “{path}” cannot hold these names: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk of “{path}” holds no files of more than {most}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk of “{path}” holds no names of more than {most} bytes, and there may be longer ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder chosen on {peer} cannot be written to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history of earlier transfers could not be used ({reason}); a new one was begun.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name {name!r} is not safe on every computer ({reason}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The old file was kept as “{kept}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The old file was kept as “{kept}”. Received files are not touched by this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The remembered devices could not be used ({reason}); none of them is trusted any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The session with {peer} is over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings could not be used ({reason}); Tallystick started with its defaults.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The transfer goes on by itself when both computers are connected again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The transfer to {peer} can no longer be continued: the files here have changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The transfer was cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no receipt of this transfer ({reason}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no text to send.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough space on {peer}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough space: {needed} needed, {free} free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing here that can be sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They no longer can. If you do not trust them, forget the devices and compare codes again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer is not connected to any network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer lets nobody call it, so it cannot invite anybody.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer&apos;s cryptography library lacks ML-KEM-768, so no session can start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This did not prove to be {peer}. It may have forgotten this computer, or somebody is in between.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This holds something that is no text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This invitation was used already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a whole invitation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is too long to be sent as a text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many offers wait for an answer on {peer}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many texts wait to be read on {peer}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many transfers from {peer} are under way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type or paste some.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update Tallystick on both computers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the address of the one you mean.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the other computer&apos;s address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What has a longer name will be left out. Choose another folder to keep it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What has such a name will be left out. Choose another folder to keep it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was delivered stays delivered. Check the other computer and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was delivered stays delivered. What had been accepted waits to go on; send again what had not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it as HOST, HOST:PORT or [IPv6]:PORT.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You paused this transfer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You put off the comparison with {peer}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the other computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{failed} of {files} files were not delivered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name!r} means the same as another name in this transfer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{names} and {count} more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{peer} broke its promise about the code, so no code was shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{peer} cancelled the transfer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{peer} cannot compare a code right now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{peer} could not be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{peer} declined the text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{peer} declined.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{peer} did not answer the offer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{peer} did not prove to have given this invitation: it was used, it ran out, or somebody is in between.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{peer} has not come back for a week.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{peer} is not remembered: there are {most} remembered devices already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{peer} is remembered twice here, so it is not clear which entry it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{peer} paused this transfer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{peer} refused a name that is not safe on every computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{peer} sent a message that does not belong here ({detail}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{peer} sent something that Tallystick does not understand ({detail}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{peer} sent this computer&apos;s own proof back to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{peer} speaks another version of the Tallystick protocol ({version}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{peer} stopped answering.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{peer} went over a limit ({detail}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{address}” is not an address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” arrived different from what was sent and was thrown away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” cannot be read ({reason}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” changed while it was being sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” could not be written ({reason}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” could not be written on the other computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>findings</name>
    <message>
        <source>A Tallystick answers at {address}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A Tallystick on this computer listens on port {port}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A VPN is connected ({adapter}, {addresses}); devices behind it are reached by address only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A firewall ({where}) does not let out the multicast by which devices are seen ({interfaces}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A firewall ({where}) does not let this computer connect to others ({interfaces}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A firewall ({where}) keeps other computers from port {port} ({interfaces}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A firewall ({where}) keeps out the multicast by which devices are seen ({interfaces}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A firewall on this computer is the likely cause: let the port in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add it, or connect by address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add one, in PowerShell as administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At {device} something answers that is not Tallystick, or has no time just now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose “Everyone nearby” or “Only remembered devices” in the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close other programs that use UDP port 5353, or connect by address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close that program or choose another port in the settings, or with --port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the address and port with what that computer shows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect to the same Wi-Fi or cable network as the other computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected through {adapter} as {addresses}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Devices with Tallystick seen in {seconds} seconds: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disconnect the VPN, let it spare the local network, or remove its route.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give both addresses of one network and the same mask, or connect by address if a router joins them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If it is your own network, make it a private one, in PowerShell as administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If nothing else is found, look as administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let TCP out to port {port}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let Tallystick in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let UDP port 5353 in there and out here; a Wi-Fi may hold it back, too. Connecting by address works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let UDP port 5353 in through the firewall, or connect by address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let UDP port 5353 out, or connect by address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let it in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let it through; the rule is gone after a restart unless it is also written to the firewall&apos;s own file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let single programs in instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look whether the router is on; else give this computer an address by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make this computer&apos;s packets smaller, or mend the VPN, switch or router between the two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multicast cannot be sent on {where}: there is no route for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multicast cannot be used on {where} ({reason}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multicast may not be sent on {where}: a firewall on this computer stops it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multicast sent on {where} does not arrive, not even here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multicast works on {where}, others heard: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multicast works on {where}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No device with Tallystick was seen in {seconds} seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No packet gets to {device}: it is off, elsewhere, or the Wi-Fi keeps its guests apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On that computer, check the connection in its Tallystick too, or type the command there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Tallystick there, on the same network and visible to everyone, or connect by address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plug in the cable or join the Wi-Fi.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port {port} is already used by another program on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port {port} is already used by another program on this computer. Tallystick listens on {other} instead, which firewalls may not know.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port {port} is free for Tallystick.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put both on the same network, not a guest one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove it, in PowerShell as administrator, and start again: Windows asks then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the route that forbids it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch it on, or connect by address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch it on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it from one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tallystick listens on port {port}, but does not answer at {address} ({interface}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The firewall ({where}) lets mDNS and port {port} through.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The firewall firewalld is on and keeps other computers from port {port} or from being seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The firewall firewalld lets mDNS and port {port} through.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The firewall of macOS blocks all incoming connections.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The firewall of macOS is on and does not let others reach Tallystick.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The firewall of macOS lets others reach Tallystick.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The firewall ufw is on and may keep other computers from port {port}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The firewall ufw lets others reach port {port}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no way to {network}, though {interface} is in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer is not connected to any network ({adapters} is not connected).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer is not connected to any network ({adapters} is switched off).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer is not connected to any network ({adapters} is without an address).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer is not connected to any network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer lets nobody see or call it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer&apos;s own firewall does not let connections out to {device}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use one of them at a time, for example the cable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the number address that the other computer shows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is meant for computers in {network} leaves through {through} instead of {interface}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether a firewall keeps others out only the administrator may read ({tool}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Windows treats the network “{network}” as public and keeps its devices from seeing this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Windows&apos; firewall has a rule that blocks Tallystick.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Windows&apos; firewall has no rule that lets others reach Tallystick.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Windows&apos; firewall lets others reach Tallystick (port {port}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{adapter} ({addresses}) leads to containers or virtual machines only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{adapter} is set to do without multicast, so no devices can be seen on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{adapter} was given no address by the network ({addresses} is made up).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{device} does not answer: a firewall there drops what comes in, or the Wi-Fi keeps its guests apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{device} is seen and answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{device} is seen here, but what this computer asks by multicast does not arrive there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{device} is seen, but its addresses ({addresses}) lie in another subnet than this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{device} refuses connections: Tallystick was closed, or a firewall there rejects them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{device}: no computer of that name is known here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{device}: small packets arrive there and large ones are lost on the way (MTU black hole).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{one} and {other} both have addresses in {network}, so answers may leave by the wrong one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{one} and {other} both have the address {address}, so answers may leave by the wrong one.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>past</name>
    <message>
        <source>By invitation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code compared; remembered since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remembered; it proved itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first {shown} of {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There was no verified session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verified before; continued after an interruption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time}, after {age}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>phrases</name>
    <message>
        <source>Tallystick uses such names itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Windows reserves it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a name in it cannot be shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a part of it is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an earlier failure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another Tallystick has it already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another Tallystick keeps it busy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another folder has taken its place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another program is using it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every numbered name is taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>everybody on this computer can write there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it begins or ends with a space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it cannot be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it contains /</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it contains invisible characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it does not exist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it ends with a dot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is a link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is from another version of Tallystick</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is nested too deeply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not in the history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not valid Unicode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is too big for this disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was closed already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was moved or replaced meanwhile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its content makes no sense</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing of a text is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing was accepted into it yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing was kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on the sending computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>others could have changed them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>permission denied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>that is not the name of a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the database does not work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the disk is gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the disk reported an error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the disk was full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the folder in it is not a full path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the name in it cannot be shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the name is taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the name is too long for this disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the network folder went away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is a link in its place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there was nothing to vouch for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this disk cannot do that</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this disk cannot give a finished file its name without the risk of replacing another one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this disk cannot hold the name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this disk is read-only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this user has no home folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too many files are open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>two devices in it are the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what had arrived in there is gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what was here already has changed meanwhile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what was kept for it is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what was kept for it is gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what was kept of an interrupted transfer is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what was kept there is cut short</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your share of the disk is used up</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sizes</name>
    <message>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>less than a minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{count} files</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} folders</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{count}, {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day}, {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hours} h {minutes} min left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{minutes} min left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{seconds} s left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size}/s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>transfer</name>
    <message>
        <source>All sent. {peer} is checking and saving…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the code with {peer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting to {peer}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delivered {time} — checked and saved on {peer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delivered {time} — shown on {peer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From {peer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From {peer} · Checking and saving…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From {peer} · Waiting to be shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limited by the disk of this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limited by the disk of {peer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limited by the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limited by this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limited by {peer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused by you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused by {peer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading what was chosen…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received {time} from {peer} — checked and saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received {time} from {peer} — checked and saved in {folder}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received {time} from {peer} — kept on no disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some files were not delivered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Text, {count} characters</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The transfer failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The transfer was cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To {peer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To {peer} · Reading what was chosen…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for {peer} to accept…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting to be shown on {peer}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You declined this from {peer}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{count} were there already</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{names} — {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{name} and {count} more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{name} — {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{peer} declined.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{peer} sent you a text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{peer} waits for your answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{peer} wants to send you files</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>trust</name>
    <message>
        <source>By invitation at {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code compared at {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code compared at {time}, remembered since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continued after an interruption; {compared}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probably {name} · {address}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probably {name}, verified {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remembered, verified just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remembered, verified {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remembered, {compared}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verified at {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verified just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verified {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>code compared at {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>code compared {day}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>visibility</name>
    <message>
        <source>Everyone nearby</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only remembered devices</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
