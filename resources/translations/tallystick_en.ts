<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>CheckDialog</name>
    <message numerus="yes">
        <source>{count} things may keep devices apart. Tallystick changes nothing by itself.</source>
        <translation>
            <numerusform>One thing may keep devices apart. Tallystick changes nothing by itself.</numerusform>
            <numerusform>{count} things may keep devices apart. Tallystick changes nothing by itself.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClosingDialog</name>
    <message numerus="yes">
        <source>{count} transfers have not finished</source>
        <translation>
            <numerusform>A transfer has not finished</numerusform>
            <numerusform>{count} transfers have not finished</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExistingChoice</name>
    <message numerus="yes">
        <source>{count} of these names are there already. They stay as they are.</source>
        <translation>
            <numerusform>{count} of these names is there already. It stays as it is.</numerusform>
            <numerusform>{count} of these names are there already. They stay as they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{names} are there already. They stay as they are.</source>
        <translation>
            <numerusform>{names} is there already. It stays as it is.</numerusform>
            <numerusform>{names} are there already. They stay as they are.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OfferDialog</name>
    <message numerus="yes">
        <source>{count} of these files are programs. Open them only if you expected them.</source>
        <translation>
            <numerusform>One of these files is a program. Open it only if you expected it.</numerusform>
            <numerusform>{count} of these files are programs. Open them only if you expected them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{files} in {count} folders, {size}</source>
        <translation>
            <numerusform>{files} in {count} folder, {size}</numerusform>
            <numerusform>{files} in {count} folders, {size}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecognisedDialog</name>
    <message numerus="yes">
        <source>and {count} more</source>
        <translation>
            <numerusform>and {count} more</numerusform>
            <numerusform>and {count} more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RememberedWindow</name>
    <message numerus="yes">
        <source>They prove themselves without a code. Whichever is not used for {count} days is forgotten.</source>
        <translation>
            <numerusform>They prove themselves without a code. Whichever is not used for one day is forgotten.</numerusform>
            <numerusform>They prove themselves without a code. Whichever is not used for {count} days is forgotten.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SessionPanel</name>
    <message numerus="yes">
        <source>Epoch {epoch}, renewed {count} times, last at {time}</source>
        <translation>
            <numerusform>Epoch {epoch}, renewed once at {time}</numerusform>
            <numerusform>Epoch {epoch}, renewed {count} times, last at {time}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TextDialog</name>
    <message numerus="yes">
        <source>{count} more texts wait until you close this one.</source>
        <translation>
            <numerusform>{count} more text waits until you close this one.</numerusform>
            <numerusform>{count} more texts wait until you close this one.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TransferRow</name>
    <message numerus="yes">
        <source>Show the reasons</source>
        <translation>
            <numerusform>Show the reason</numerusform>
            <numerusform>Show the reasons</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message numerus="yes">
        <source>{app}: {count} transfers are running</source>
        <translation>
            <numerusform>{app}: a transfer is running</numerusform>
            <numerusform>{app}: {count} transfers are running</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VerifiedPage</name>
    <message numerus="yes">
        <source>&amp;Remember this device for {count} days</source>
        <translation>
            <numerusform>&amp;Remember this device for one day</numerusform>
            <numerusform>&amp;Remember this device for {count} days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dates</name>
    <message numerus="yes">
        <source>in {count} days</source>
        <translation>
            <numerusform>in {count} day</numerusform>
            <numerusform>in {count} days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message numerus="yes">
        <source>{names} and {count} more</source>
        <translation>
            <numerusform>{names} and {count} more</numerusform>
            <numerusform>{names} and {count} more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>phrasing</name>
    <message numerus="yes">
        <source>{name} and {count} more</source>
        <translation>
            <numerusform>{name} and {count} more</numerusform>
            <numerusform>{name} and {count} more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sizes</name>
    <message numerus="yes">
        <source>{count} files</source>
        <translation>
            <numerusform>{count} file</numerusform>
            <numerusform>{count} files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} folders</source>
        <translation>
            <numerusform>{count} folder</numerusform>
            <numerusform>{count} folders</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>transfer</name>
    <message numerus="yes">
        <source>Text, {count} characters</source>
        <translation>
            <numerusform>Text, {count} character</numerusform>
            <numerusform>Text, {count} characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} were there already</source>
        <translation>
            <numerusform>{count} was there already</numerusform>
            <numerusform>{count} were there already</numerusform>
        </translation>
    </message>
</context>
</TS>
