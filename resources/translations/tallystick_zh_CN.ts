<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>A tally stick was split in two, so that each could check the other&apos;s half.</source>
        <translation>符木剖成两半，双方各执其一，便可核对对方的那一半。</translation>
    </message>
    <message>
        <source>About {app}</source>
        <translation>关于 {app}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Send files to the computers around you, sure of which computer it is.</source>
        <translation>向身边的电脑发送文件，并确知是哪一台电脑。</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>版本 {version}</translation>
    </message>
</context>
<context>
    <name>AddressCard</name>
    <message>
        <source>Connect by address…</source>
        <translation>按地址连接…</translation>
    </message>
</context>
<context>
    <name>AddressDialog</name>
    <message>
        <source>&amp;Address of the other computer, or its invitation</source>
        <translation>另一台电脑的地址或其邀请(&amp;A)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Connect by address</source>
        <translation>按地址连接</translation>
    </message>
    <message>
        <source>Tallystick has to be open on the other computer. Both screens will show a code; with an invitation none is needed.</source>
        <translation>另一台电脑上必须已打开 Tallystick。两个屏幕都会显示安全码；使用邀请则不需要。</translation>
    </message>
</context>
<context>
    <name>AlwaysChoice</name>
    <message>
        <source>Al&amp;ways accept from this device</source>
        <translation>始终接受此设备发送的内容(&amp;W)</translation>
    </message>
    <message>
        <source>Always accept from {peer}</source>
        <translation>始终接受 {peer} 发送的内容</translation>
    </message>
    <message>
        <source>In the same folder, within 24 hours at most</source>
        <translation>保存到同一文件夹，24 小时内最多</translation>
    </message>
</context>
<context>
    <name>AlwaysDialog</name>
    <message>
        <source>&amp;Always accept from this device</source>
        <translation>始终接受此设备发送的内容(&amp;A)</translation>
    </message>
    <message>
        <source>Accept without asking</source>
        <translation>不经询问就接受</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Change the folder to save in</source>
        <translation>更改保存文件夹</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>更改…</translation>
    </message>
    <message>
        <source>Files from {peer}</source>
        <translation>来自 {peer} 的文件</translation>
    </message>
    <message>
        <source>Only once it has proved to be this device. You are still asked about programs, about more than this, and where little space is left or something cannot be saved as it is.</source>
        <translation>仅在对方证明自己就是此设备之后。遇到程序、超过此总量、剩余空间不多或有内容无法原样保存时，仍会询问您。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save in {folder}</source>
        <translation>保存到 {folder}</translation>
    </message>
    <message>
        <source>Within 24 hours at most</source>
        <translation>24 小时内最多</translation>
    </message>
</context>
<context>
    <name>AutostartBox</name>
    <message>
        <source>Start at login, out of sight</source>
        <translation>登录时启动，不显示窗口</translation>
    </message>
    <message>
        <source>out of sight, at its icon in the panel</source>
        <translation>不显示窗口，仅在面板中显示图标</translation>
    </message>
</context>
<context>
    <name>CheckDialog</name>
    <message>
        <source>Address to try, too</source>
        <translation>同时尝试的地址</translation>
    </message>
    <message>
        <source>An address to try, too: {example}</source>
        <translation>同时尝试一个地址：{example}</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>再次检查</translation>
    </message>
    <message>
        <source>Check the connection</source>
        <translation>检查连接</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>复制报告</translation>
    </message>
    <message>
        <source>Looking at this computer and its networks. This takes some seconds.</source>
        <translation>正在检查这台电脑及其网络。这需要几秒钟。</translation>
    </message>
    <message>
        <source>Nothing here keeps devices apart. Check the connection on the other computer, too.</source>
        <translation>这里没有什么妨碍设备之间的连接。请在另一台电脑上也检查连接。</translation>
    </message>
    <message>
        <source>The check could not be made.</source>
        <translation>无法进行检查。</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>尝试</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>检查结果</translation>
    </message>
    <message numerus="yes">
        <source>{count} things may keep devices apart. Tallystick changes nothing by itself.</source>
        <translation>
            <numerusform>有 {count} 个因素可能妨碍设备之间的连接。Tallystick 不会自行更改任何设置。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClearDialog</name>
    <message>
        <source>Clear all</source>
        <translation>全部清除</translation>
    </message>
    <message>
        <source>Clear all transfers that are over?</source>
        <translation>清除所有已结束的传输？</translation>
    </message>
    <message>
        <source>Clear the list</source>
        <translation>清除列表</translation>
    </message>
    <message>
        <source>Its receipt goes with it. Files stay where they are.</source>
        <translation>其回执会一并移除。文件保留在原处。</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>从列表中移除</translation>
    </message>
    <message>
        <source>Remove this transfer from the list?</source>
        <translation>从列表中移除此传输？</translation>
    </message>
    <message>
        <source>Their receipts go with them. Files stay where they are.</source>
        <translation>其回执会一并移除。文件保留在原处。</translation>
    </message>
</context>
<context>
    <name>ClosingDialog</name>
    <message>
        <source>Close Tallystick</source>
        <translation>关闭 Tallystick</translation>
    </message>
    <message>
        <source>Go on in the background</source>
        <translation>在后台继续</translation>
    </message>
    <message>
        <source>In the background Tallystick ends when the transfers have. Starting it again brings this window back.</source>
        <translation>在后台运行时，Tallystick 会在传输结束后退出。再次启动即可恢复此窗口。</translation>
    </message>
    <message>
        <source>In the background Tallystick stays at its icon in the panel.</source>
        <translation>在后台运行时，Tallystick 保留面板中的图标。</translation>
    </message>
    <message>
        <source>Keep open</source>
        <translation>保持打开</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>停止并关闭</translation>
    </message>
    <message>
        <source>What was accepted can go on another time. Files that were delivered stay delivered.</source>
        <translation>已接受的内容以后可以继续。已送达的文件不受影响。</translation>
    </message>
    <message numerus="yes">
        <source>{count} transfers have not finished</source>
        <translation>
            <numerusform>有 {count} 个传输尚未完成</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CodeDialog</name>
    <message>
        <source>A computer without a name</source>
        <translation>一台没有名称的电脑</translation>
    </message>
    <message>
        <source>Compare the code</source>
        <translation>比对安全码</translation>
    </message>
    <message>
        <source>Compare this code</source>
        <translation>请比对此安全码</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Ending the session…</source>
        <translation>正在结束会话…</translation>
    </message>
    <message>
        <source>Is exactly this code on the other screen? Read it aloud or look.</source>
        <translation>另一个屏幕上的安全码与此完全一致吗？请读出来或亲眼查看。</translation>
    </message>
    <message>
        <source>Is exactly this code on the other screen? Read it aloud or look. If dots are there, this code is typed there first.</source>
        <translation>另一个屏幕上的安全码与此完全一致吗？请读出来或亲眼查看。如果那里显示的是圆点，则需先在那里输入此安全码。</translation>
    </message>
    <message>
        <source>It&apos;s different</source>
        <translation>不同</translation>
    </message>
    <message>
        <source>Larger code</source>
        <translation>放大安全码</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暂不比对</translation>
    </message>
    <message>
        <source>Not verified yet</source>
        <translation>尚未验证</translation>
    </message>
    <message>
        <source>Show the code larger</source>
        <translation>放大显示安全码</translation>
    </message>
    <message>
        <source>They match</source>
        <translation>一致</translation>
    </message>
    <message>
        <source>This device did not prove to be {peer}, which you remember. It may have forgotten this computer, or somebody is in between.</source>
        <translation>此设备未能证明自己是您记住的 {peer}。它可能已忘记这台电脑，也可能有人介入了连接。</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>已验证</translation>
    </message>
    <message>
        <source>Waiting for {peer}…</source>
        <translation>正在等待 {peer}…</translation>
    </message>
    <message>
        <source>You</source>
        <translation>您</translation>
    </message>
</context>
<context>
    <name>CodeView</name>
    <message>
        <source>Code: {digits}. Words: {words}.</source>
        <translation>安全码：{digits}。单词：{words}。</translation>
    </message>
    <message>
        <source>The code of this computer is covered</source>
        <translation>这台电脑的安全码已遮住</translation>
    </message>
</context>
<context>
    <name>CopyButton</name>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>DeviceCard</name>
    <message>
        <source>Drop files here, or click to choose them.</source>
        <translation>将文件拖放到此处，或点击以选择文件。</translation>
    </message>
    <message>
        <source>Not answering</source>
        <translation>无应答</translation>
    </message>
    <message>
        <source>Not seen · was at {address}</source>
        <translation>未看到 · 曾在 {address}</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>已验证</translation>
    </message>
    <message>
        <source>Verified · remembered</source>
        <translation>已验证 · 已记住</translation>
    </message>
</context>
<context>
    <name>DevicePicker</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Devices nearby</source>
        <translation>附近的设备</translation>
    </message>
    <message>
        <source>No device has been found yet. This list fills by itself.</source>
        <translation>尚未发现设备。此列表会自动填充。</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Send to</source>
        <translation>发送到</translation>
    </message>
    <message>
        <source>Which device?</source>
        <translation>选择哪台设备？</translation>
    </message>
    <message>
        <source>{name} — not seen</source>
        <translation>{name} — 未看到</translation>
    </message>
    <message>
        <source>{name} — probably {known}, verified {day}</source>
        <translation>{name} — 可能是 {known}，{day}验证</translation>
    </message>
    <message>
        <source>{name} — verified</source>
        <translation>{name} — 已验证</translation>
    </message>
</context>
<context>
    <name>Earlier</name>
    <message>
        <source>Clear the earlier transfers</source>
        <translation>清除以前的传输</translation>
    </message>
    <message>
        <source>Clear…</source>
        <translation>清除…</translation>
    </message>
    <message>
        <source>Details…</source>
        <translation>详细信息…</translation>
    </message>
    <message>
        <source>Earlier transfers</source>
        <translation>以前的传输</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>再次查看</translation>
    </message>
    <message>
        <source>Nothing earlier holds {words}.</source>
        <translation>以前的传输中没有 {words}。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Remove from the list…</source>
        <translation>从列表中移除…</translation>
    </message>
    <message>
        <source>Save receipt…</source>
        <translation>保存回执…</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Search the earlier transfers</source>
        <translation>搜索以前的传输</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>The earlier transfers could not be looked up.</source>
        <translation>无法查看以前的传输。</translation>
    </message>
</context>
<context>
    <name>ErrorDetails</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>复制报告</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
    <message>
        <source>Details: {text}</source>
        <translation>详细信息：{text}</translation>
    </message>
    <message>
        <source>Details…</source>
        <translation>详细信息…</translation>
    </message>
    <message>
        <source>It holds what is written here and nothing else. Tallystick sends it to nobody.</source>
        <translation>其中只有这里写出的内容。Tallystick 不会将它发送给任何人。</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
</context>
<context>
    <name>ExistingChoice</name>
    <message>
        <source>Keep both: what comes gets a number</source>
        <translation>两者都保留：新收到的加上编号</translation>
    </message>
    <message>
        <source>Skip identical files: only what differs is saved, with a number</source>
        <translation>跳过相同的文件：只保存不同的，并加上编号</translation>
    </message>
    <message numerus="yes">
        <source>{count} of these names are there already. They stay as they are.</source>
        <translation>
            <numerusform>其中 {count} 个名称已存在。原有内容保持不变。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{names} are there already. They stay as they are.</source>
        <translation>
            <numerusform>{names} 已存在。原有内容保持不变。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FailureDialog</name>
    <message>
        <source>I have read this</source>
        <translation>我已阅读</translation>
    </message>
    <message>
        <source>Not verified</source>
        <translation>未验证</translation>
    </message>
    <message>
        <source>Until you close this notice, nobody can start another comparison with this computer.</source>
        <translation>在您关闭此通知之前，任何人都无法与这台电脑开始新的比对。</translation>
    </message>
</context>
<context>
    <name>FindingRow</name>
    <message>
        <source>Command: {finding}</source>
        <translation>命令：{finding}</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the command: {finding}</source>
        <translation>复制命令：{finding}</translation>
    </message>
</context>
<context>
    <name>ForgetDialog</name>
    <message>
        <source>Forget</source>
        <translation>忘记</translation>
    </message>
    <message>
        <source>Forget a device</source>
        <translation>忘记设备</translation>
    </message>
    <message>
        <source>Forget {peer}?</source>
        <translation>忘记 {peer}？</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>The session with it ends now, and what is being sent stops.</source>
        <translation>与它的会话会立即结束，正在发送的内容会停止。</translation>
    </message>
    <message>
        <source>You will have to compare a code with it before anything can be sent again.</source>
        <translation>再次发送任何内容之前，需要与它比对安全码。</translation>
    </message>
</context>
<context>
    <name>InviteDialog</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>For a computer that does not appear under Nearby, for example behind a VPN. On the other computer this text goes into “Connect by address…”.</source>
        <translation>适用于没有出现在“附近”中的电脑，例如位于 VPN 之后的电脑。在另一台电脑上，将此文本填入“按地址连接…”。</translation>
    </message>
    <message>
        <source>Good for one session, until {time}. No code is compared: whoever gets hold of this text first can use it, so send it by a way that you both trust.</source>
        <translation>仅用于一次会话，有效期至 {time}。不比对安全码：先得到此文本的人就能使用它，因此请通过双方都信任的途径发送。</translation>
    </message>
    <message>
        <source>Invitation</source>
        <translation>邀请</translation>
    </message>
    <message>
        <source>Invite another computer</source>
        <translation>邀请另一台电脑</translation>
    </message>
</context>
<context>
    <name>LimitBox</name>
    <message>
        <source>At most within 24 hours</source>
        <translation>24 小时内的上限</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>A firewall rule for the usual port does not cover this one.</source>
        <translation>针对常用端口的防火墙规则不适用于此端口。</translation>
    </message>
    <message>
        <source>About {app}</source>
        <translation>关于 {app}</translation>
    </message>
    <message>
        <source>Can&apos;t see a device?</source>
        <translation>看不到某台设备？</translation>
    </message>
    <message>
        <source>Check for updates…</source>
        <translation>检查更新…</translation>
    </message>
    <message>
        <source>Connect by address…</source>
        <translation>按地址连接…</translation>
    </message>
    <message>
        <source>Invite another computer…</source>
        <translation>邀请另一台电脑…</translation>
    </message>
    <message>
        <source>Port {wanted} is used by another program, so Tallystick uses {port}.</source>
        <translation>端口 {wanted} 正被另一个程序使用，因此 Tallystick 使用 {port}。</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Remembered devices…</source>
        <translation>已记住的设备…</translation>
    </message>
    <message>
        <source>Rename this computer</source>
        <translation>重命名这台电脑</translation>
    </message>
    <message>
        <source>Search the earlier transfers</source>
        <translation>搜索以前的传输</translation>
    </message>
    <message>
        <source>Send a folder…</source>
        <translation>发送文件夹…</translation>
    </message>
    <message>
        <source>Send files…</source>
        <translation>发送文件…</translation>
    </message>
    <message>
        <source>Send what was copied…</source>
        <translation>发送已复制的内容…</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>设置…</translation>
    </message>
</context>
<context>
    <name>Nearby</name>
    <message>
        <source>About this session…</source>
        <translation>关于此会话…</translation>
    </message>
    <message>
        <source>Check which device it is</source>
        <translation>核实是哪台设备</translation>
    </message>
    <message>
        <source>Compare codes only</source>
        <translation>仅比对安全码</translation>
    </message>
    <message>
        <source>Forget this device…</source>
        <translation>忘记此设备…</translation>
    </message>
    <message>
        <source>Remember this device…</source>
        <translation>记住此设备…</translation>
    </message>
    <message>
        <source>Send a folder…</source>
        <translation>发送文件夹…</translation>
    </message>
    <message>
        <source>Send files…</source>
        <translation>发送文件…</translation>
    </message>
</context>
<context>
    <name>NobodyNear</name>
    <message>
        <source>A firewall or the router keeps devices from finding each other. An address often works.</source>
        <translation>防火墙或路由器使设备无法互相发现。使用地址往往可行。</translation>
    </message>
    <message>
        <source>Check the connection</source>
        <translation>检查连接</translation>
    </message>
    <message>
        <source>Connect by address…</source>
        <translation>按地址连接…</translation>
    </message>
    <message>
        <source>Looking for devices on this network…</source>
        <translation>正在此网络上查找设备…</translation>
    </message>
    <message>
        <source>Nothing found yet. Most often it is one of these:</source>
        <translation>尚未发现任何设备。最常见的原因如下：</translation>
    </message>
    <message>
        <source>Tallystick is not open on the other computer, or not visible to everyone nearby.</source>
        <translation>另一台电脑上没有打开 Tallystick，或未对附近所有人可见。</translation>
    </message>
    <message>
        <source>Tallystick sends files straight to a computer near you. Both screens show a code, so that you know which computer it is.</source>
        <translation>Tallystick 将文件直接发送到您附近的电脑。两个屏幕都显示安全码，让您确知是哪台电脑。</translation>
    </message>
    <message>
        <source>The two computers are on different networks, for example a guest Wi-Fi or a VPN.</source>
        <translation>两台电脑在不同的网络上，例如访客 Wi-Fi 或 VPN。</translation>
    </message>
</context>
<context>
    <name>Notifications</name>
    <message>
        <source>Accept</source>
        <translation>接受</translation>
    </message>
    <message>
        <source>Both screens show it now.</source>
        <translation>两个屏幕上现在都已显示。</translation>
    </message>
    <message>
        <source>Compare the code with {peer}</source>
        <translation>与 {peer} 比对安全码</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>Is {peer} meant?</source>
        <translation>您指的是 {peer} 吗？</translation>
    </message>
    <message>
        <source>It answered at {called}.</source>
        <translation>它在 {called} 应答。</translation>
    </message>
    <message>
        <source>{peer} sends you files</source>
        <translation>{peer} 正在向您发送文件</translation>
    </message>
    <message>
        <source>{what}, to be saved in {folder}</source>
        <translation>{what}，将保存到 {folder}</translation>
    </message>
</context>
<context>
    <name>OfferDialog</name>
    <message>
        <source>Accept</source>
        <translation>接受</translation>
    </message>
    <message>
        <source>Change the folder to save in</source>
        <translation>更改保存文件夹</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>更改…</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>Files for you</source>
        <translation>发给您的文件</translation>
    </message>
    <message>
        <source>Free here: {size}</source>
        <translation>此处可用空间：{size}</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>正在查看…</translation>
    </message>
    <message>
        <source>Save in {folder}</source>
        <translation>保存到 {folder}</translation>
    </message>
    <message>
        <source>This was interrupted. {size} of it are here already; only the rest comes.</source>
        <translation>此传输曾中断。其中 {size} 已在这里；只需接收其余部分。</translation>
    </message>
    <message>
        <source>What would be sent</source>
        <translation>将要发送的内容</translation>
    </message>
    <message numerus="yes">
        <source>{count} of these files are programs. Open them only if you expected them.</source>
        <translation>
            <numerusform>其中 {count} 个文件是程序。请仅在您预期收到时打开。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{files} in {count} folders, {size}</source>
        <translation>
            <numerusform>{count} 个文件夹中的 {files}，{size}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Parts</name>
    <message>
        <source>Drop files on a device, or click it.</source>
        <translation>将文件拖放到设备上，或点击该设备。</translation>
    </message>
    <message>
        <source>Nearby</source>
        <translation>附近</translation>
    </message>
    <message>
        <source>Transfers</source>
        <translation>传输</translation>
    </message>
</context>
<context>
    <name>PastActions</name>
    <message>
        <source>JSON, for programs</source>
        <translation>JSON，供程序使用</translation>
    </message>
    <message>
        <source>Receipt of {name}</source>
        <translation>{name} 的回执</translation>
    </message>
    <message>
        <source>Save the receipt</source>
        <translation>保存回执</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>The receipt was saved as {name}.</source>
        <translation>回执已保存为 {name}。</translation>
    </message>
    <message>
        <source>There is no program here that opens it.</source>
        <translation>这里没有可以打开它的程序。</translation>
    </message>
    <message>
        <source>What failed of {what}</source>
        <translation>{what} 中失败的部分</translation>
    </message>
    <message>
        <source>{name} is no longer in {folder}.</source>
        <translation>{name} 已不在 {folder} 中。</translation>
    </message>
</context>
<context>
    <name>PastDetails</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Earlier transfer</source>
        <translation>以前的传输</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>结束时间</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来自</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>未包括</translation>
    </message>
    <message>
        <source>Not delivered</source>
        <translation>未送达</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>Save receipt…</source>
        <translation>保存回执…</translation>
    </message>
    <message>
        <source>Saved in</source>
        <translation>保存位置</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>To</source>
        <translation>发往</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>已验证</translation>
    </message>
    <message>
        <source>What it was made of</source>
        <translation>包含的内容</translation>
    </message>
</context>
<context>
    <name>Prompts</name>
    <message>
        <source>Save in</source>
        <translation>保存到</translation>
    </message>
</context>
<context>
    <name>RecognisedDialog</name>
    <message>
        <source>Another device than you called</source>
        <translation>不是您呼叫的设备</translation>
    </message>
    <message>
        <source>Don&apos;t send</source>
        <translation>不发送</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Send to it?</source>
        <translation>要发送到此设备吗？</translation>
    </message>
    <message>
        <source>You called {called} — this is {peer}, verified {day}.</source>
        <translation>您呼叫的是 {called} — 这是 {peer}，{day}验证。</translation>
    </message>
    <message numerus="yes">
        <source>and {count} more</source>
        <translation>
            <numerusform>以及另外 {count} 个</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RememberedList</name>
    <message>
        <source>Expires</source>
        <translation>到期时间</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>上次使用</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Remembered devices</source>
        <translation>已记住的设备</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>已验证</translation>
    </message>
    <message>
        <source>Without asking</source>
        <translation>不经询问</translation>
    </message>
    <message>
        <source>accepted without asking: {size} a day, into {folder}</source>
        <translation>不经询问就接受：每天 {size}，保存到 {folder}</translation>
    </message>
    <message>
        <source>{day}, {ahead}</source>
        <translation>{day}，{ahead}</translation>
    </message>
    <message>
        <source>{name}, verified {verified}, last used {used}, expires {expires}</source>
        <translation>{name}，验证：{verified}，上次使用：{used}，到期：{expires}</translation>
    </message>
    <message>
        <source>{size} a day</source>
        <translation>每天 {size}</translation>
    </message>
</context>
<context>
    <name>RememberedWindow</name>
    <message>
        <source>Accept without asking…</source>
        <translation>不经询问就接受…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Forget…</source>
        <translation>忘记…</translation>
    </message>
    <message>
        <source>Once you have compared a code with a device, it can be remembered here.</source>
        <translation>与设备比对过安全码后，即可在此记住它。</translation>
    </message>
    <message>
        <source>Remembered devices</source>
        <translation>已记住的设备</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message numerus="yes">
        <source>They prove themselves without a code. Whichever is not used for {count} days is forgotten.</source>
        <translation>
            <numerusform>它们无需安全码即可证明身份。{count} 天未使用的设备会被忘记。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sending</name>
    <message>
        <source>Save the file first, then drop it here.</source>
        <translation>请先保存文件，再将其拖放到这里。</translation>
    </message>
    <message>
        <source>Send a folder</source>
        <translation>发送文件夹</translation>
    </message>
    <message>
        <source>Send files</source>
        <translation>发送文件</translation>
    </message>
    <message>
        <source>That is a link to the web, and Tallystick downloads nothing.</source>
        <translation>这是网页链接，Tallystick 不下载任何内容。</translation>
    </message>
    <message>
        <source>There is neither a file nor a text on the clipboard.</source>
        <translation>剪贴板中既没有文件也没有文本。</translation>
    </message>
</context>
<context>
    <name>SessionNotices</name>
    <message>
        <source>It is not remembered: both sides have to want that while the session lives.</source>
        <translation>未被记住：需要双方在会话期间都希望如此。</translation>
    </message>
    <message>
        <source>On the other computer, choose “Remember this device…” on the card of this one.</source>
        <translation>在另一台电脑上，请在这台电脑的卡片上选择“记住此设备…”。</translation>
    </message>
    <message>
        <source>The session with {peer} is over. Its keys no longer exist.</source>
        <translation>与 {peer} 的会话已结束。会话密钥已不复存在。</translation>
    </message>
    <message>
        <source>{peer} is connected again; no code needed.</source>
        <translation>{peer} 已重新连接；无需安全码。</translation>
    </message>
    <message>
        <source>{peer} is remembered until {day}.</source>
        <translation>{peer} 会被记住，直到 {day}。</translation>
    </message>
    <message>
        <source>{peer} proved itself; no code needed.</source>
        <translation>{peer} 已证明身份；无需安全码。</translation>
    </message>
    <message>
        <source>{peer} will be remembered as soon as that is wanted there too.</source>
        <translation>一旦对方也希望如此，{peer} 就会被记住。</translation>
    </message>
</context>
<context>
    <name>SessionPanel</name>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Calls itself</source>
        <translation>自称</translation>
    </message>
    <message>
        <source>Cipher</source>
        <translation>加密算法</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Connected since</source>
        <translation>连接开始于</translation>
    </message>
    <message>
        <source>Decrypted here</source>
        <translation>在此解密</translation>
    </message>
    <message>
        <source>Encrypted here</source>
        <translation>在此加密</translation>
    </message>
    <message>
        <source>End session and destroy its keys</source>
        <translation>结束会话并销毁其密钥</translation>
    </message>
    <message>
        <source>Epoch {epoch}, not renewed yet</source>
        <translation>第 {epoch} 期，尚未更新</translation>
    </message>
    <message numerus="yes">
        <source>Epoch {epoch}, renewed {count} times, last at {time}</source>
        <translation>
            <numerusform>第 {epoch} 期，已更新 {count} 次，上次于 {time}</numerusform>
        </translation>
    </message>
    <message>
        <source>Kept in their folder by Tallystick alone</source>
        <translation>仅由 Tallystick 限制在其文件夹内</translation>
    </message>
    <message>
        <source>Kept in their folder by {system} as well</source>
        <translation>同时由 {system} 限制在其文件夹内</translation>
    </message>
    <message>
        <source>Key agreement</source>
        <translation>密钥协商</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Keys destroyed</source>
        <translation>密钥销毁于</translation>
    </message>
    <message>
        <source>Received files</source>
        <translation>收到的文件</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>会话</translation>
    </message>
    <message>
        <source>Session over. Its keys no longer exist.</source>
        <translation>会话已结束。会话密钥已不复存在。</translation>
    </message>
    <message>
        <source>This session is verified and open.</source>
        <translation>此会话已验证，处于打开状态。</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>已验证</translation>
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
        <translation>仔细比对(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Name of this computer</source>
        <translation>这台电脑的名称(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Port</source>
        <translation>端口(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Save in</source>
        <translation>保存位置(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Who can see this computer</source>
        <translation>谁可以看到这台电脑(&amp;W)</translation>
    </message>
    <message>
        <source>A port is a number from {least} to {most}.</source>
        <translation>端口是 {least} 到 {most} 之间的数字。</translation>
    </message>
    <message>
        <source>Appea&amp;rance</source>
        <translation>外观(&amp;R)</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Ask each time</source>
        <translation>每次询问</translation>
    </message>
    <message>
        <source>Change the folder to save in</source>
        <translation>更改保存文件夹</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>更改…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Devices can be remembered for {least} to {most} days.</source>
        <translation>设备可以记住 {least} 到 {most} 天。</translation>
    </message>
    <message>
        <source>Keep both: what comes gets a number</source>
        <translation>两者都保留：新收到的加上编号</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>语言(&amp;G)</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Names that are there &amp;already</source>
        <translation>名称已存在时(&amp;A)</translation>
    </message>
    <message>
        <source>No&amp;tifications</source>
        <translation>通知(&amp;T)</translation>
    </message>
    <message>
        <source>Notifications while the window is hidden</source>
        <translation>窗口隐藏时的通知</translation>
    </message>
    <message>
        <source>Remember &amp;devices for</source>
        <translation>记住设备的时间(&amp;D)</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Skip identical files, number the others</source>
        <translation>跳过相同的文件，其余加上编号</translation>
    </message>
    <message>
        <source>Start at &amp;login</source>
        <translation>登录时启动(&amp;L)</translation>
    </message>
    <message>
        <source>The port stays as it was.</source>
        <translation>端口保持不变。</translation>
    </message>
    <message>
        <source>as --port says this time; has to be open in a firewall</source>
        <translation>本次由 --port 指定；须在防火墙中开放</translation>
    </message>
    <message>
        <source>days after their last use</source>
        <translation>天（自上次使用起）</translation>
    </message>
    <message>
        <source>has to be open in a firewall</source>
        <translation>须在防火墙中开放</translation>
    </message>
    <message>
        <source>type the code of the other screen when somebody connects</source>
        <translation>有人连接时，输入对方屏幕上的安全码</translation>
    </message>
    <message>
        <source>was taken: it is {port} for now, and that has to be open in a firewall</source>
        <translation>已被占用：目前使用 {port}，须在防火墙中开放该端口</translation>
    </message>
    <message>
        <source>while the window is hidden</source>
        <translation>窗口隐藏时显示</translation>
    </message>
</context>
<context>
    <name>SideWindows</name>
    <message>
        <source>Save in</source>
        <translation>保存到</translation>
    </message>
</context>
<context>
    <name>StartFailure</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Tallystick could not start</source>
        <translation>Tallystick 无法启动</translation>
    </message>
</context>
<context>
    <name>TextDialog</name>
    <message>
        <source>A text for you</source>
        <translation>发给您的文本</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>It holds characters that cannot be seen. Careful where you paste it.</source>
        <translation>其中含有看不见的字符。请留意粘贴到哪里。</translation>
    </message>
    <message>
        <source>The text</source>
        <translation>文本内容</translation>
    </message>
    <message numerus="yes">
        <source>{count} more texts wait until you close this one.</source>
        <translation>
            <numerusform>还有 {count} 条文本等待您关闭这一条。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>Name of this computer</source>
        <translation>这台电脑的名称</translation>
    </message>
    <message>
        <source>Rename this computer</source>
        <translation>重命名这台电脑</translation>
    </message>
    <message>
        <source>Rename this computer, now {name}</source>
        <translation>重命名这台电脑，当前为 {name}</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>这台电脑</translation>
    </message>
    <message>
        <source>Visible to everyone nearby</source>
        <translation>对附近所有人可见</translation>
    </message>
    <message>
        <source>Visible to everyone until {time}</source>
        <translation>对所有人可见，至 {time}</translation>
    </message>
    <message>
        <source>Visible to nobody</source>
        <translation>对任何人都不可见</translation>
    </message>
    <message>
        <source>Visible to remembered devices</source>
        <translation>对已记住的设备可见</translation>
    </message>
</context>
<context>
    <name>TransferRow</name>
    <message>
        <source>About this session…</source>
        <translation>关于此会话…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cancel {what}</source>
        <translation>取消 {what}</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Continue {what}</source>
        <translation>继续 {what}</translation>
    </message>
    <message>
        <source>Details…</source>
        <translation>详细信息…</translation>
    </message>
    <message>
        <source>Files that were not delivered</source>
        <translation>未送达的文件</translation>
    </message>
    <message>
        <source>Hide the list</source>
        <translation>隐藏列表</translation>
    </message>
    <message>
        <source>More about {what}</source>
        <translation>{what} 的更多操作</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open {what}</source>
        <translation>打开 {what}</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Pause {what}</source>
        <translation>暂停 {what}</translation>
    </message>
    <message>
        <source>Progress of {what}</source>
        <translation>{what} 的进度</translation>
    </message>
    <message>
        <source>Remove from the list…</source>
        <translation>从列表中移除…</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Resume {what}</source>
        <translation>恢复 {what}</translation>
    </message>
    <message>
        <source>Save receipt…</source>
        <translation>保存回执…</translation>
    </message>
    <message>
        <source>Send again what failed of {what}</source>
        <translation>重新发送 {what} 中失败的部分</translation>
    </message>
    <message>
        <source>Send {what} again</source>
        <translation>重新发送 {what}</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message numerus="yes">
        <source>Show the reasons</source>
        <translation>
            <numerusform>显示原因</numerusform>
        </translation>
    </message>
    <message>
        <source>Show what was left out</source>
        <translation>显示未包括的内容</translation>
    </message>
    <message>
        <source>Show {what} in its folder</source>
        <translation>在文件夹中显示 {what}</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Show {app}</source>
        <translation>显示 {app}</translation>
    </message>
    <message>
        <source>Who can see this computer</source>
        <translation>谁可以看到这台电脑</translation>
    </message>
    <message numerus="yes">
        <source>{app}: {count} transfers are running</source>
        <translation>
            <numerusform>{app}：{count} 个传输正在进行</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TypedCode</name>
    <message>
        <source>That is not the code of this computer either. If you typed what is there, it is different.</source>
        <translation>这也不是这台电脑的安全码。如果您输入的就是对方屏幕上的内容，那么两边不同。</translation>
    </message>
    <message>
        <source>That is not the code of this computer. Look again, and type it once more.</source>
        <translation>这不是这台电脑的安全码。请再看一遍并重新输入。</translation>
    </message>
    <message>
        <source>The code on the other screen</source>
        <translation>对方屏幕上的安全码</translation>
    </message>
    <message>
        <source>Type the code that the screen of {peer} shows.</source>
        <translation>请输入 {peer} 的屏幕上显示的安全码。</translation>
    </message>
</context>
<context>
    <name>UnprovenDialog</name>
    <message>
        <source>Compare codes anew…</source>
        <translation>重新比对安全码…</translation>
    </message>
    <message>
        <source>It answered at {address}.</source>
        <translation>它在 {address} 应答。</translation>
    </message>
    <message>
        <source>It may have forgotten this computer, or somebody is in between.</source>
        <translation>它可能已忘记这台电脑，也可能有人介入了连接。</translation>
    </message>
    <message>
        <source>Not verified</source>
        <translation>未验证</translation>
    </message>
    <message>
        <source>Nothing was sent. If you know why, for example because the other computer was set up anew, you can compare codes as with a device that you do not know.</source>
        <translation>未发送任何内容。如果您知道原因，例如另一台电脑重新设置过，可以像对待陌生设备一样比对安全码。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>This did not prove to be {peer}.</source>
        <translation>对方未能证明自己是 {peer}。</translation>
    </message>
</context>
<context>
    <name>VerifiedPage</name>
    <message>
        <source>&amp;It is the same device: replace the one verified {day}</source>
        <translation>是同一台设备：取代{day}验证的那一台(&amp;I)</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Remember this device for {count} days</source>
        <translation>
            <numerusform>记住此设备 {count} 天(&amp;R)</numerusform>
        </translation>
    </message>
    <message>
        <source>The codes match.</source>
        <translation>安全码一致。</translation>
    </message>
    <message>
        <source>The codes match. This is {peer}.</source>
        <translation>安全码一致。这就是 {peer}。</translation>
    </message>
    <message>
        <source>{box}: ticked</source>
        <translation>{box}：已勾选</translation>
    </message>
</context>
<context>
    <name>VisibilityMenu</name>
    <message>
        <source>Everyone nearby, for ten minutes</source>
        <translation>附近所有人，持续十分钟</translation>
    </message>
</context>
<context>
    <name>Wakefulness</name>
    <message>
        <source>Files are being transferred</source>
        <translation>正在传输文件</translation>
    </message>
</context>
<context>
    <name>_NameDelegate</name>
    <message>
        <source>Your name for {name}</source>
        <translation>您给 {name} 取的名称</translation>
    </message>
</context>
<context>
    <name>_Notice</name>
    <message>
        <source>Details: {text}</source>
        <translation>详细信息：{text}</translation>
    </message>
    <message>
        <source>Details…</source>
        <translation>详细信息…</translation>
    </message>
    <message>
        <source>Dismiss: {text}</source>
        <translation>关闭：{text}</translation>
    </message>
</context>
<context>
    <name>_SearchField</name>
    <message>
        <source>Clear the search</source>
        <translation>清除搜索</translation>
    </message>
</context>
<context>
    <name>dates</name>
    <message numerus="yes">
        <source>in {count} days</source>
        <translation>
            <numerusform>{count} 天后</numerusform>
        </translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>明天</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>昨天</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>A later version of Tallystick keeps the remembered devices in “{path}”; this one can use none of them.</source>
        <translation>“{path}”中已记住的设备由更新版本的 Tallystick 保存；此版本无法使用其中任何一台。</translation>
    </message>
    <message>
        <source>Accept more when some of them are finished.</source>
        <translation>待其中一些完成后再接受更多。</translation>
    </message>
    <message>
        <source>Agreeing on keys with {peer} failed ({detail}).</source>
        <translation>与 {peer} 协商密钥失败（{detail}）。</translation>
    </message>
    <message>
        <source>Another code is on the screen already.</source>
        <translation>屏幕上已有另一个安全码。</translation>
    </message>
    <message>
        <source>Another computer, which did not prove to be {peer}, answered at {address}.</source>
        <translation>在 {address} 应答的是另一台电脑，它未能证明自己是 {peer}。</translation>
    </message>
    <message>
        <source>Another version of Tallystick noted: “{words}”.</source>
        <translation>Tallystick 的另一个版本记录：“{words}”。</translation>
    </message>
    <message>
        <source>Ask for a new one: each is good for one session.</source>
        <translation>请索取新的邀请：每个邀请只用于一次会话。</translation>
    </message>
    <message>
        <source>Bigger ones will be left out. Choose another folder to keep them.</source>
        <translation>更大的文件将不包括在内。要保留它们，请选择另一个文件夹。</translation>
    </message>
    <message>
        <source>Cancel the transfer to delete what had arrived; what was delivered stays.</source>
        <translation>取消传输即可删除已到达的部分；已送达的保留。</translation>
    </message>
    <message>
        <source>Check its permissions.</source>
        <translation>请检查其权限。</translation>
    </message>
    <message>
        <source>Check that Tallystick is open there and that both are on the same network.</source>
        <translation>请确认对方已打开 Tallystick，且双方在同一网络上。</translation>
    </message>
    <message>
        <source>Check that Tallystick is open there and visible to others, and that no firewall refuses it. If you typed an address, compare the port.</source>
        <translation>请确认对方已打开 Tallystick 并对他人可见，且没有防火墙拒绝连接。如果您输入了地址，请核对端口。</translation>
    </message>
    <message>
        <source>Check that Tallystick is open there, or use its address: HOST:PORT.</source>
        <translation>请确认对方已打开 Tallystick，或使用其地址：HOST:PORT。</translation>
    </message>
    <message>
        <source>Check that the other computer is switched on, and Tallystick open there and visible to others. A firewall there can be the cause, too, or a Wi-Fi that keeps its guests apart.</source>
        <translation>请确认另一台电脑已开机，且 Tallystick 在那里已打开并对他人可见。原因也可能是那里的防火墙，或隔离访客的 Wi-Fi。</translation>
    </message>
    <message>
        <source>Check that the other computer is switched on, and put both on the same network, not a guest one. A firewall can be the cause, too.</source>
        <translation>请确认另一台电脑已开机，并让两台电脑处于同一网络，而不是访客网络。原因也可能是防火墙。</translation>
    </message>
    <message>
        <source>Check that the other computer is switched on, and put both on the same network, not a guest one. On this Mac, Tallystick has to be allowed under System Settings, Privacy and Security, Local Network.</source>
        <translation>请确认另一台电脑已开机，并让两台电脑处于同一网络，而不是访客网络。在这台 Mac 上，需在“系统设置 &gt; 隐私与安全性 &gt; 本地网络”中允许 Tallystick。</translation>
    </message>
    <message>
        <source>Check the disk and send it again.</source>
        <translation>请检查磁盘后重新发送。</translation>
    </message>
    <message>
        <source>Check the disk there and send it again.</source>
        <translation>请检查对方的磁盘后重新发送。</translation>
    </message>
    <message>
        <source>Check the network of this computer, and put both on the same one.</source>
        <translation>请检查这台电脑的网络，并让两台电脑处于同一网络。</translation>
    </message>
    <message>
        <source>Check the spelling and try again.</source>
        <translation>请检查拼写后重试。</translation>
    </message>
    <message>
        <source>Check the spelling, or use the number address that the other computer shows.</source>
        <translation>请检查拼写，或使用另一台电脑显示的数字地址。</translation>
    </message>
    <message>
        <source>Choose a folder that is less deep.</source>
        <translation>请选择层级较浅的文件夹。</translation>
    </message>
    <message>
        <source>Choose another file name.</source>
        <translation>请选择另一个文件名。</translation>
    </message>
    <message>
        <source>Choose another folder there and send again.</source>
        <translation>请在对方电脑上选择另一个文件夹后重新发送。</translation>
    </message>
    <message>
        <source>Choose another folder with --profile.</source>
        <translation>请用 --profile 选择另一个文件夹。</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>请选择另一个文件夹。</translation>
    </message>
    <message>
        <source>Choose them again to send them.</source>
        <translation>要发送它们，请重新选择。</translation>
    </message>
    <message>
        <source>Choose “Only remembered devices” or “Everyone nearby” first.</source>
        <translation>请先选择“仅已记住的设备”或“附近所有人”。</translation>
    </message>
    <message>
        <source>Close it, then try again. If it cannot be closed, end it in the system&apos;s list of processes.</source>
        <translation>请关闭它后重试。如果无法关闭，请在系统的进程列表中结束它。</translation>
    </message>
    <message>
        <source>Close that program or choose another port with --port.</source>
        <translation>请关闭该程序，或用 --port 选择另一个端口。</translation>
    </message>
    <message>
        <source>Compare codes with each of them again. The old file was kept as “{kept}”.</source>
        <translation>请与它们逐一重新比对安全码。旧文件已保留为“{kept}”。</translation>
    </message>
    <message>
        <source>Connect by address instead, or let “tallystick doctor” look for the cause.</source>
        <translation>请改为按地址连接，或让“tallystick doctor”查找原因。</translation>
    </message>
    <message>
        <source>Connect to the same Wi-Fi or cable network as the other computer.</source>
        <translation>请将这台电脑连接到与另一台电脑相同的 Wi-Fi 或有线网络。</translation>
    </message>
    <message>
        <source>Copy it again, from “tallystick-invitation:” to its end.</source>
        <translation>请重新复制，从“tallystick-invitation:”直到末尾。</translation>
    </message>
    <message>
        <source>Data from {peer} was changed on the way, so the session was ended.</source>
        <translation>来自 {peer} 的数据在途中被改动，因此会话已结束。</translation>
    </message>
    <message>
        <source>Devices nearby cannot be looked for ({reason}).</source>
        <translation>无法查找附近的设备（{reason}）。</translation>
    </message>
    <message>
        <source>Files cannot be saved in “{path}” ({reason}).</source>
        <translation>无法将文件保存到“{path}”（{reason}）。</translation>
    </message>
    <message>
        <source>Files that were delivered before stay.</source>
        <translation>之前已送达的文件保留。</translation>
    </message>
    <message>
        <source>Finish that comparison first.</source>
        <translation>请先完成那次比对。</translation>
    </message>
    <message>
        <source>Forget one of the two entries on this computer, then try again.</source>
        <translation>请忘记这台电脑上的其中一个条目，然后重试。</translation>
    </message>
    <message>
        <source>Forget one that you no longer use.</source>
        <translation>请忘记一台不再使用的设备。</translation>
    </message>
    <message>
        <source>If it does not come back by itself, continue the transfer; a code is compared again.</source>
        <translation>如果连接没有自动恢复，请继续传输；届时需重新比对安全码。</translation>
    </message>
    <message>
        <source>If it does not come back by itself, somebody has to continue the transfer on {peer}.</source>
        <translation>如果连接没有自动恢复，需要有人在 {peer} 上继续传输。</translation>
    </message>
    <message>
        <source>Install Tallystick again with a current &apos;cryptography&apos; package.</source>
        <translation>请使用最新的“cryptography”软件包重新安装 Tallystick。</translation>
    </message>
    <message>
        <source>It goes on when somebody resumes it there.</source>
        <translation>对方恢复后即会继续。</translation>
    </message>
    <message>
        <source>It goes on when you resume it.</source>
        <translation>您恢复后即会继续。</translation>
    </message>
    <message>
        <source>It is not known any more where these files are on this computer.</source>
        <translation>已无法得知这些文件在这台电脑上的位置。</translation>
    </message>
    <message>
        <source>It was not kept there.</source>
        <translation>对方没有保留它。</translation>
    </message>
    <message>
        <source>It was sent nothing: {peer} was found at another of its last addresses, and proved itself there.</source>
        <translation>没有向它发送任何内容：{peer} 在其最近使用过的另一个地址被找到，并在那里证明了自己。</translation>
    </message>
    <message>
        <source>Let Tallystick out in the settings of that firewall.</source>
        <translation>请在该防火墙的设置中允许 Tallystick 向外连接。</translation>
    </message>
    <message>
        <source>Links, devices and other special files are left out.</source>
        <translation>链接、设备文件及其他特殊文件不包括在内。</translation>
    </message>
    <message>
        <source>Look at the list and have those sent again.</source>
        <translation>请查看列表，并请对方重新发送这些文件。</translation>
    </message>
    <message>
        <source>Look at the list and send those again.</source>
        <translation>请查看列表并重新发送这些文件。</translation>
    </message>
    <message>
        <source>Make room or choose another folder.</source>
        <translation>请腾出空间或选择另一个文件夹。</translation>
    </message>
    <message>
        <source>Make room there or send less.</source>
        <translation>请在对方电脑上腾出空间，或减少发送内容。</translation>
    </message>
    <message>
        <source>Make room. The transfer then goes on by itself.</source>
        <translation>请腾出空间。之后传输会自动继续。</translation>
    </message>
    <message>
        <source>More than one device is called “{peer}”: {addresses}.</source>
        <translation>有多台设备名为“{peer}”：{addresses}。</translation>
    </message>
    <message>
        <source>More than {most} files and folders were selected.</source>
        <translation>选择的文件和文件夹超过 {most} 个。</translation>
    </message>
    <message>
        <source>No device called “{peer}” was found on this network.</source>
        <translation>在此网络上未发现名为“{peer}”的设备。</translation>
    </message>
    <message>
        <source>Nobody answered the offer here in time.</source>
        <translation>这里没有人及时答复发送请求。</translation>
    </message>
    <message>
        <source>Nobody could be asked here about what {peer} offers.</source>
        <translation>此处没有人可以回应 {peer} 的发送请求。</translation>
    </message>
    <message>
        <source>Nobody here could compare a code with {peer}.</source>
        <translation>这里没有人可以与 {peer} 比对安全码。</translation>
    </message>
    <message>
        <source>Nobody on {peer} took the text.</source>
        <translation>{peer} 上没有人接收该文本。</translation>
    </message>
    <message>
        <source>Nothing changed was kept. Try again; if it repeats, somebody may be interfering.</source>
        <translation>未保留任何被改动的内容。请重试；如果再次发生，可能有人在干扰。</translation>
    </message>
    <message>
        <source>Nothing unchecked was kept. Check that both computers run a current Tallystick.</source>
        <translation>未保留任何未经校验的内容。请确认两台电脑都运行最新的 Tallystick。</translation>
    </message>
    <message>
        <source>Nothing was received. Receive where somebody can answer, or say beforehand what is accepted.</source>
        <translation>未收到任何内容。请在有人可以回应的地方接收，或事先说明接受哪些内容。</translation>
    </message>
    <message>
        <source>Nothing was received. {peer} can send it again.</source>
        <translation>未接收任何内容。{peer} 可以重新发送。</translation>
    </message>
    <message>
        <source>Nothing was sent or received.</source>
        <translation>未发送或接收任何内容。</translation>
    </message>
    <message>
        <source>Nothing was sent or received. Compare it in the window, at a terminal, or with a program that answers.</source>
        <translation>未发送或接收任何内容。请在窗口、终端或能够应答的程序中比对。</translation>
    </message>
    <message>
        <source>Nothing was sent or received. Somebody may be interfering with this connection.</source>
        <translation>未发送或接收任何内容。可能有人在干扰此连接。</translation>
    </message>
    <message>
        <source>Nothing was sent or received. Try again when both people are there.</source>
        <translation>未发送或接收任何内容。请在双方都在场时重试。</translation>
    </message>
    <message>
        <source>Nothing was sent or received. Try again, and compare with the right screen.</source>
        <translation>未发送或接收任何内容。请重试，并与正确的屏幕比对。</translation>
    </message>
    <message>
        <source>Nothing was sent or received. Try again; if it happens again, somebody may be interfering.</source>
        <translation>未发送或接收任何内容。请重试；如果再次发生，可能有人在干扰。</translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation>未发送任何内容。</translation>
    </message>
    <message>
        <source>Nothing was sent. Ask for a new invitation.</source>
        <translation>未发送任何内容。请索取新的邀请。</translation>
    </message>
    <message>
        <source>Nothing was sent. Comparing codes anew is possible, if both people look closely.</source>
        <translation>未发送任何内容。如果双方仔细查看，可以重新比对安全码。</translation>
    </message>
    <message>
        <source>Nothing was sent. Try again when somebody is there.</source>
        <translation>未发送任何内容。请在有人时重试。</translation>
    </message>
    <message>
        <source>Nothing was written. Rename it on the sending computer.</source>
        <translation>未写入任何内容。请在发送方电脑上将其重命名。</translation>
    </message>
    <message>
        <source>Nothing was written. Rename one of them on the sending computer.</source>
        <translation>未写入任何内容。请在发送方电脑上重命名其中一个。</translation>
    </message>
    <message>
        <source>Once that folder is as it was, this goes on by itself. If it stays away, cancel and have it sent again.</source>
        <translation>该文件夹恢复原样后会自动继续。如果它不再回来，请取消并让对方重新发送。</translation>
    </message>
    <message>
        <source>Only what was delivered has one, as long as it is in the history.</source>
        <translation>只有已送达且仍在历史记录中的传输才有回执。</translation>
    </message>
    <message>
        <source>Other users of this computer could read the secrets of your remembered devices in “{path}”.</source>
        <translation>这台电脑的其他用户曾可读取“{path}”中已记住设备的机密信息。</translation>
    </message>
    <message>
        <source>Other users of this computer may be able to read the secrets of your remembered devices in “{path}”.</source>
        <translation>这台电脑的其他用户也许能读取“{path}”中已记住设备的机密信息。</translation>
    </message>
    <message>
        <source>Please report this.</source>
        <translation>请报告此问题。</translation>
    </message>
    <message>
        <source>Port {port} is already used by another program on this computer.</source>
        <translation>端口 {port} 已被这台电脑上的另一个程序使用。</translation>
    </message>
    <message>
        <source>Programs are only saved when you were asked.</source>
        <translation>只有询问过您之后，程序才会保存。</translation>
    </message>
    <message>
        <source>Rename it and send again.</source>
        <translation>请重命名后重新发送。</translation>
    </message>
    <message>
        <source>Save it as a file and send that.</source>
        <translation>请将其保存为文件后发送。</translation>
    </message>
    <message>
        <source>Send again when they have been answered.</source>
        <translation>待它们得到答复后再发送。</translation>
    </message>
    <message>
        <source>Send it again when somebody has read them.</source>
        <translation>待有人阅读后再发送。</translation>
    </message>
    <message>
        <source>Send it again when somebody is there.</source>
        <translation>请在有人时重新发送。</translation>
    </message>
    <message>
        <source>Send it again.</source>
        <translation>请重新发送。</translation>
    </message>
    <message>
        <source>Send them again. What was delivered stays delivered.</source>
        <translation>请重新发送。已送达的不受影响。</translation>
    </message>
    <message>
        <source>Send them in several parts.</source>
        <translation>请分成几部分发送。</translation>
    </message>
    <message>
        <source>Some paths below “{path}” would have more than {most} bytes, which many programs cannot open.</source>
        <translation>“{path}”下的一些路径会超过 {most} 字节，许多程序无法打开。</translation>
    </message>
    <message>
        <source>Somebody has to look at that screen and finish what is there, then try again.</source>
        <translation>需要有人查看那个屏幕并处理完上面的内容，然后重试。</translation>
    </message>
    <message>
        <source>Somebody has to make room there. The transfer then goes on by itself.</source>
        <translation>需要有人在对方电脑上腾出空间。之后传输会自动继续。</translation>
    </message>
    <message>
        <source>Something went wrong.</source>
        <translation>出了点问题。</translation>
    </message>
    <message>
        <source>Start a new one. A code is compared again, unless the device is remembered.</source>
        <translation>请开始新的会话。除非该设备已被记住，否则需重新比对安全码。</translation>
    </message>
    <message>
        <source>Tallystick is open already, but does not answer.</source>
        <translation>Tallystick 已打开，但没有响应。</translation>
    </message>
    <message>
        <source>Tallystick made a mistake ({detail}).</source>
        <translation>Tallystick 出错了（{detail}）。</translation>
    </message>
    <message>
        <source>Tallystick made a mistake and ended the session ({detail}).</source>
        <translation>Tallystick 出错并结束了会话（{detail}）。</translation>
    </message>
    <message>
        <source>Tallystick&apos;s own data in “{path}” cannot be used ({reason}).</source>
        <translation>无法使用“{path}”中 Tallystick 自己的数据（{reason}）。</translation>
    </message>
    <message>
        <source>That address leads back to this computer.</source>
        <translation>该地址指回这台电脑。</translation>
    </message>
    <message>
        <source>That disk keeps nothing from anybody. Choose a folder on another one with --profile.</source>
        <translation>该磁盘不能对任何人隐藏内容。请用 --profile 选择另一个磁盘上的文件夹。</translation>
    </message>
    <message>
        <source>The codes differ. Someone may be between you and {peer}, or you compared with another device.</source>
        <translation>安全码不一致。您与 {peer} 之间可能有人介入，也可能您是与另一台设备进行了比对。</translation>
    </message>
    <message>
        <source>The comparison with {peer} was not finished.</source>
        <translation>与 {peer} 的比对没有完成。</translation>
    </message>
    <message>
        <source>The connection to {peer} was interrupted.</source>
        <translation>与 {peer} 的连接已中断。</translation>
    </message>
    <message>
        <source>The connection to {peer} was lost.</source>
        <translation>与 {peer} 的连接已丢失。</translation>
    </message>
    <message>
        <source>The disk is full: {needed} more needed, {free} free.</source>
        <translation>磁盘已满：还需 {needed}，可用 {free}。</translation>
    </message>
    <message>
        <source>The disk of {peer} is full.</source>
        <translation>{peer} 的磁盘已满。</translation>
    </message>
    <message>
        <source>The disk of “{path}” cannot hold these names: {names}.</source>
        <translation>“{path}”所在磁盘不支持这些名称：{names}。</translation>
    </message>
    <message>
        <source>The disk of “{path}” holds no files of more than {most}.</source>
        <translation>“{path}”所在磁盘不能存放大于 {most} 的文件。</translation>
    </message>
    <message>
        <source>The disk of “{path}” holds no names of more than {most} bytes, and there may be longer ones.</source>
        <translation>“{path}”所在磁盘不能使用超过 {most} 字节的名称，而可能有更长的名称。</translation>
    </message>
    <message>
        <source>The folder chosen on {peer} cannot be written to.</source>
        <translation>无法写入在 {peer} 上选择的文件夹。</translation>
    </message>
    <message>
        <source>The history of earlier transfers could not be used ({reason}); a new one was begun.</source>
        <translation>无法使用传输历史记录（{reason}）；已新建一份。</translation>
    </message>
    <message>
        <source>The name {name!r} is not safe on every computer ({reason}).</source>
        <translation>名称 {name!r} 并非在所有电脑上都安全（{reason}）。</translation>
    </message>
    <message>
        <source>The old file was kept as “{kept}”.</source>
        <translation>旧文件已保留为“{kept}”。</translation>
    </message>
    <message>
        <source>The old file was kept as “{kept}”. Received files are not touched by this.</source>
        <translation>旧文件已保留为“{kept}”。收到的文件不受影响。</translation>
    </message>
    <message>
        <source>The remembered devices could not be used ({reason}); none of them is trusted any more.</source>
        <translation>无法使用已记住的设备（{reason}）；其中任何设备都不再受信任。</translation>
    </message>
    <message>
        <source>The session with {peer} is over.</source>
        <translation>与 {peer} 的会话已结束。</translation>
    </message>
    <message>
        <source>The settings could not be used ({reason}); Tallystick started with its defaults, but for who can see this computer, where that could be read.</source>
        <translation>无法使用设置（{reason}）；Tallystick 已按默认设置启动，但谁能看到这台电脑仍按原来的选择（如果能够读取）。</translation>
    </message>
    <message>
        <source>The transfer goes on by itself when both computers are connected again.</source>
        <translation>两台电脑重新连接后，传输会自动继续。</translation>
    </message>
    <message>
        <source>The transfer to {peer} can no longer be continued: the files here have changed.</source>
        <translation>到 {peer} 的传输无法再继续：这里的文件已改变。</translation>
    </message>
    <message>
        <source>The transfer was cancelled.</source>
        <translation>传输已取消。</translation>
    </message>
    <message>
        <source>There is no receipt of this transfer ({reason}).</source>
        <translation>此传输没有回执（{reason}）。</translation>
    </message>
    <message>
        <source>There is no text to send.</source>
        <translation>没有可发送的文本。</translation>
    </message>
    <message>
        <source>There is not enough space on {peer}.</source>
        <translation>{peer} 上空间不足。</translation>
    </message>
    <message>
        <source>There is not enough space: {needed} needed, {free} free.</source>
        <translation>空间不足：需要 {needed}，可用 {free}。</translation>
    </message>
    <message>
        <source>There is nothing here that can be sent.</source>
        <translation>这里没有可发送的内容。</translation>
    </message>
    <message>
        <source>They no longer can. If you do not trust them, forget the devices and compare codes again.</source>
        <translation>现在他们已无法读取。如果您不信任他们，请忘记这些设备并重新比对安全码。</translation>
    </message>
    <message>
        <source>This computer is not connected to any network.</source>
        <translation>这台电脑没有连接到任何网络。</translation>
    </message>
    <message>
        <source>This computer lets nobody call it, so it cannot invite anybody.</source>
        <translation>这台电脑不允许任何人呼叫，因此无法邀请任何人。</translation>
    </message>
    <message>
        <source>This computer&apos;s cryptography library lacks ML-KEM-768, so no session can start.</source>
        <translation>这台电脑的加密库缺少 ML-KEM-768，因此无法开始会话。</translation>
    </message>
    <message>
        <source>This did not prove to be {peer}. It may have forgotten this computer, or somebody is in between.</source>
        <translation>对方未能证明自己是 {peer}。它可能已忘记这台电脑，也可能有人介入了连接。</translation>
    </message>
    <message>
        <source>This holds something that is no text.</source>
        <translation>其中含有非文本内容。</translation>
    </message>
    <message>
        <source>This invitation was used already.</source>
        <translation>此邀请已被使用。</translation>
    </message>
    <message>
        <source>This is not a whole invitation.</source>
        <translation>这不是完整的邀请。</translation>
    </message>
    <message>
        <source>This is too long to be sent as a text.</source>
        <translation>内容过长，无法作为文本发送。</translation>
    </message>
    <message>
        <source>Too many offers wait for an answer on {peer}.</source>
        <translation>{peer} 上等待答复的发送请求过多。</translation>
    </message>
    <message>
        <source>Too many texts wait to be read on {peer}.</source>
        <translation>{peer} 上等待阅读的文本过多。</translation>
    </message>
    <message>
        <source>Too many transfers from {peer} are under way.</source>
        <translation>来自 {peer} 的正在进行的传输过多。</translation>
    </message>
    <message>
        <source>Type or paste some.</source>
        <translation>请输入或粘贴一些文本。</translation>
    </message>
    <message>
        <source>Update Tallystick on both computers.</source>
        <translation>请在两台电脑上更新 Tallystick。</translation>
    </message>
    <message>
        <source>Use the address of the one you mean.</source>
        <translation>请使用您所指设备的地址。</translation>
    </message>
    <message>
        <source>Use the later version, or move that file away and compare codes with each of them again.</source>
        <translation>请使用更新的版本，或移走该文件并与它们逐一重新比对安全码。</translation>
    </message>
    <message>
        <source>Use the other computer&apos;s address.</source>
        <translation>请使用另一台电脑的地址。</translation>
    </message>
    <message>
        <source>What has a longer name will be left out. Choose another folder to keep it.</source>
        <translation>名称更长的内容将不包括在内。要保留它们，请选择另一个文件夹。</translation>
    </message>
    <message>
        <source>What has such a name will be left out. Choose another folder to keep it.</source>
        <translation>使用此类名称的内容将不包括在内。要保留它们，请选择另一个文件夹。</translation>
    </message>
    <message>
        <source>What was delivered stays delivered. Check the other computer and try again.</source>
        <translation>已送达的不受影响。请检查另一台电脑后重试。</translation>
    </message>
    <message>
        <source>What was delivered stays delivered. What had been accepted waits to go on; send again what had not.</source>
        <translation>已送达的不受影响。已接受的正等待继续；未接受的请重新发送。</translation>
    </message>
    <message>
        <source>What you did last may not have happened. Please report this.</source>
        <translation>您刚才的操作可能没有完成。请报告此问题。</translation>
    </message>
    <message>
        <source>Write behind a % by which interface of this computer it is reached.</source>
        <translation>请在 % 之后写明通过这台电脑的哪个接口可以到达它。</translation>
    </message>
    <message>
        <source>Write it as HOST, HOST:PORT or [IPv6]:PORT.</source>
        <translation>请写成 HOST、HOST:PORT 或 [IPv6]:PORT。</translation>
    </message>
    <message>
        <source>You are asked because less than {free} would stay free.</source>
        <translation>之所以询问您，是因为剩余空间会少于 {free}。</translation>
    </message>
    <message>
        <source>You are asked because not all of it can be saved in that folder.</source>
        <translation>之所以询问您，是因为其中有些内容无法保存到该文件夹。</translation>
    </message>
    <message>
        <source>You are asked because programs are never accepted without asking.</source>
        <translation>之所以询问您，是因为程序从不会不经询问就接受。</translation>
    </message>
    <message>
        <source>You are asked because the folder “{path}” cannot be used.</source>
        <translation>之所以询问您，是因为文件夹“{path}”无法使用。</translation>
    </message>
    <message>
        <source>You are asked because there is something of that name already.</source>
        <translation>之所以询问您，是因为那里已有同名的内容。</translation>
    </message>
    <message>
        <source>You are asked because this would be more than {most} within 24 hours.</source>
        <translation>之所以询问您，是因为 24 小时内的总量会超过 {most}。</translation>
    </message>
    <message>
        <source>You paused this transfer.</source>
        <translation>您已暂停此传输。</translation>
    </message>
    <message>
        <source>You put off the comparison with {peer}.</source>
        <translation>您推迟了与 {peer} 的比对。</translation>
    </message>
    <message>
        <source>the other computer</source>
        <translation>另一台电脑</translation>
    </message>
    <message>
        <source>{failed} of {files} files were not delivered.</source>
        <translation>{files} 个文件中有 {failed} 个未送达。</translation>
    </message>
    <message>
        <source>{name!r} means the same as another name in this transfer.</source>
        <translation>{name!r} 与此传输中的另一个名称等同。</translation>
    </message>
    <message numerus="yes">
        <source>{names} and {count} more</source>
        <translation>
            <numerusform>{names} 以及另外 {count} 个</numerusform>
        </translation>
    </message>
    <message>
        <source>{peer} broke its promise about the code, so no code was shown.</source>
        <translation>{peer} 违背了关于安全码的承诺，因此没有显示安全码。</translation>
    </message>
    <message>
        <source>{peer} cancelled the transfer.</source>
        <translation>{peer} 取消了传输。</translation>
    </message>
    <message>
        <source>{peer} cannot compare a code right now.</source>
        <translation>{peer} 现在无法比对安全码。</translation>
    </message>
    <message>
        <source>{peer} could not be reached.</source>
        <translation>无法连接到 {peer}。</translation>
    </message>
    <message>
        <source>{peer} could not be reached: a firewall on this computer does not let Tallystick out.</source>
        <translation>无法连接到 {peer}：这台电脑上的防火墙不允许 Tallystick 向外连接。</translation>
    </message>
    <message>
        <source>{peer} could not be reached: it is off, on another network, or kept apart.</source>
        <translation>无法连接到 {peer}：它已关机、在其他网络上，或被隔离。</translation>
    </message>
    <message>
        <source>{peer} could not be reached: no computer of that name is known here.</source>
        <translation>无法连接到 {peer}：这里不知道有这个名称的电脑。</translation>
    </message>
    <message>
        <source>{peer} could not be reached: no way leads there from this computer.</source>
        <translation>无法连接到 {peer}：这台电脑没有通往那里的路径。</translation>
    </message>
    <message>
        <source>{peer} could not be reached: nothing answers there.</source>
        <translation>无法连接到 {peer}：那里没有任何应答。</translation>
    </message>
    <message>
        <source>{peer} could not be reached: such an address is in every network, and nobody knows which is meant.</source>
        <translation>无法连接到 {peer}：每个网络上都有这样的地址，无从得知指的是哪一个。</translation>
    </message>
    <message>
        <source>{peer} could not be reached: the connection is refused.</source>
        <translation>无法连接到 {peer}：连接被拒绝。</translation>
    </message>
    <message>
        <source>{peer} declined the text.</source>
        <translation>{peer} 拒绝了文本。</translation>
    </message>
    <message>
        <source>{peer} declined.</source>
        <translation>{peer} 已拒绝。</translation>
    </message>
    <message>
        <source>{peer} did not answer the offer.</source>
        <translation>{peer} 没有答复发送请求。</translation>
    </message>
    <message>
        <source>{peer} did not prove to have given this invitation: it was used, it ran out, or somebody is in between.</source>
        <translation>{peer} 未能证明此邀请由其发出：邀请已被使用、已过期，或有人介入了连接。</translation>
    </message>
    <message>
        <source>{peer} has not come back for a week.</source>
        <translation>{peer} 已有一周没有恢复连接。</translation>
    </message>
    <message>
        <source>{peer} is not remembered: there are {most} remembered devices already.</source>
        <translation>{peer} 未被记住：已记住的设备已达 {most} 台。</translation>
    </message>
    <message>
        <source>{peer} is remembered twice here, so it is not clear which entry it is.</source>
        <translation>{peer} 在这里被记住了两次，无法确定是哪个条目。</translation>
    </message>
    <message>
        <source>{peer} paused this transfer.</source>
        <translation>{peer} 暂停了此传输。</translation>
    </message>
    <message>
        <source>{peer} refused a name that is not safe on every computer.</source>
        <translation>{peer} 拒绝了一个并非在所有电脑上都安全的名称。</translation>
    </message>
    <message>
        <source>{peer} sent a message that does not belong here ({detail}).</source>
        <translation>{peer} 发送了不该在此出现的消息（{detail}）。</translation>
    </message>
    <message>
        <source>{peer} sent something that Tallystick does not understand ({detail}).</source>
        <translation>{peer} 发送了 Tallystick 无法理解的内容（{detail}）。</translation>
    </message>
    <message>
        <source>{peer} sent this computer&apos;s own proof back to it.</source>
        <translation>{peer} 将这台电脑自己的证明发了回来。</translation>
    </message>
    <message>
        <source>{peer} speaks another version of the Tallystick protocol ({version}).</source>
        <translation>{peer} 使用另一个版本的 Tallystick 协议（{version}）。</translation>
    </message>
    <message>
        <source>{peer} stopped answering.</source>
        <translation>{peer} 停止应答。</translation>
    </message>
    <message>
        <source>{peer} went over a limit ({detail}).</source>
        <translation>{peer} 超出了限制（{detail}）。</translation>
    </message>
    <message>
        <source>“{address}” is not an address.</source>
        <translation>“{address}”不是地址。</translation>
    </message>
    <message>
        <source>“{path}” arrived different from what was sent and was thrown away.</source>
        <translation>“{path}”到达时与发送的不同，已丢弃。</translation>
    </message>
    <message>
        <source>“{path}” cannot be read ({reason}).</source>
        <translation>无法读取“{path}”（{reason}）。</translation>
    </message>
    <message>
        <source>“{path}” changed while it was being sent.</source>
        <translation>“{path}”在发送过程中发生了变化。</translation>
    </message>
    <message>
        <source>“{path}” could not be written ({reason}).</source>
        <translation>无法写入“{path}”（{reason}）。</translation>
    </message>
    <message>
        <source>“{path}” could not be written on the other computer.</source>
        <translation>无法在另一台电脑上写入“{path}”。</translation>
    </message>
    <message>
        <source>“{path}” does not exist.</source>
        <translation>“{path}”不存在。</translation>
    </message>
    <message>
        <source>“{path}” is a program, of which the offer said nothing.</source>
        <translation>“{path}”是程序，而对方的发送请求没有说明。</translation>
    </message>
</context>
<context>
    <name>findings</name>
    <message>
        <source>A Tallystick answers at {address}.</source>
        <translation>{address} 上有 Tallystick 应答。</translation>
    </message>
    <message>
        <source>A Tallystick answers at {address}. It lies in another subnet, where devices are not seen: connect by this address.</source>
        <translation>{address} 上有 Tallystick 应答。它位于另一个子网，那里的设备无法被看到：请按此地址连接。</translation>
    </message>
    <message>
        <source>A Tallystick on this computer listens on port {port}.</source>
        <translation>这台电脑上的 Tallystick 正在监听端口 {port}。</translation>
    </message>
    <message>
        <source>A VPN is connected ({adapter}, {addresses}); devices behind it are reached by address only.</source>
        <translation>已连接 VPN（{adapter}，{addresses}）；其后的设备只能通过地址到达。</translation>
    </message>
    <message>
        <source>A firewall ({where}) does not let out the multicast by which devices are seen ({interfaces}).</source>
        <translation>防火墙（{where}）不允许发出用于发现设备的多播（{interfaces}）。</translation>
    </message>
    <message>
        <source>A firewall ({where}) does not let this computer connect to others ({interfaces}).</source>
        <translation>防火墙（{where}）不允许这台电脑连接其他电脑（{interfaces}）。</translation>
    </message>
    <message>
        <source>A firewall ({where}) keeps other computers from port {port} ({interfaces}).</source>
        <translation>防火墙（{where}）阻止其他电脑访问端口 {port}（{interfaces}）。</translation>
    </message>
    <message>
        <source>A firewall ({where}) keeps out the multicast by which devices are seen ({interfaces}).</source>
        <translation>防火墙（{where}）阻止用于发现设备的多播进入（{interfaces}）。</translation>
    </message>
    <message>
        <source>A firewall on this computer is the likely cause: let the port in.</source>
        <translation>原因很可能是这台电脑上的防火墙：请放行该端口。</translation>
    </message>
    <message>
        <source>Add it, or connect by address.</source>
        <translation>请添加路由，或按地址连接。</translation>
    </message>
    <message>
        <source>Add one, in PowerShell as administrator.</source>
        <translation>请以管理员身份在 PowerShell 中添加一条。</translation>
    </message>
    <message>
        <source>At {device} something answers that is not Tallystick, or has no time just now.</source>
        <translation>{device} 上有应答，但不是 Tallystick，或此刻无暇处理。</translation>
    </message>
    <message>
        <source>Check the connection on that computer, too.</source>
        <translation>请在那台电脑上也检查连接。</translation>
    </message>
    <message>
        <source>Choose “Everyone nearby” or “Only remembered devices” in the window.</source>
        <translation>请在窗口中选择“附近所有人”或“仅已记住的设备”。</translation>
    </message>
    <message>
        <source>Close other programs that use UDP port 5353, or connect by address.</source>
        <translation>请关闭使用 UDP 端口 5353 的其他程序，或按地址连接。</translation>
    </message>
    <message>
        <source>Close that program or choose another port in the settings, or with --port.</source>
        <translation>请关闭该程序，或在设置中或用 --port 选择另一个端口。</translation>
    </message>
    <message>
        <source>Compare the address and port with what that computer shows.</source>
        <translation>请将地址和端口与那台电脑显示的进行对照。</translation>
    </message>
    <message>
        <source>Connect to the same Wi-Fi or cable network as the other computer.</source>
        <translation>请将这台电脑连接到与另一台电脑相同的 Wi-Fi 或有线网络。</translation>
    </message>
    <message>
        <source>Connected through {adapter} as {addresses}.</source>
        <translation>已通过 {adapter} 连接，地址为 {addresses}。</translation>
    </message>
    <message>
        <source>Devices with Tallystick seen in {seconds} seconds: {count}.</source>
        <translation>{seconds} 秒内发现的装有 Tallystick 的设备：{count}。</translation>
    </message>
    <message>
        <source>Disconnect the VPN, let it spare the local network, or remove its route.</source>
        <translation>请断开 VPN，让它不占用本地网络，或移除其路由。</translation>
    </message>
    <message>
        <source>Give both addresses of one network and the same mask, or connect by address if a router joins them.</source>
        <translation>请为两者设置同一网络的地址和相同的掩码；如果有路由器连接两者，也可按地址连接。</translation>
    </message>
    <message>
        <source>If it is your own network, make it a private one, in PowerShell as administrator.</source>
        <translation>如果这是您自己的网络，请以管理员身份在 PowerShell 中将其设为专用网络。</translation>
    </message>
    <message>
        <source>If nothing else is found, look as administrator.</source>
        <translation>如果没有发现其他问题，请以管理员身份查看。</translation>
    </message>
    <message>
        <source>Let TCP out to port {port}.</source>
        <translation>请放行到端口 {port} 的 TCP 出站连接。</translation>
    </message>
    <message>
        <source>Let Tallystick in.</source>
        <translation>请放行 Tallystick。</translation>
    </message>
    <message>
        <source>Let UDP port 5353 in there and out here; a Wi-Fi may hold it back, too. Connecting by address works.</source>
        <translation>请在那台电脑上放行 UDP 端口 5353 入站、在这里放行出站；Wi-Fi 也可能拦截它。按地址连接可行。</translation>
    </message>
    <message>
        <source>Let UDP port 5353 in through the firewall, or connect by address.</source>
        <translation>请在防火墙中放行 UDP 端口 5353 入站，或按地址连接。</translation>
    </message>
    <message>
        <source>Let UDP port 5353 out here and in there. A Wi-Fi or a VPN may hold it back; connecting by address works.</source>
        <translation>请在这里放行 UDP 端口 5353 出站、在那台电脑上放行入站。Wi-Fi 或 VPN 可能拦截它；按地址连接可行。</translation>
    </message>
    <message>
        <source>Let UDP port 5353 out, or connect by address.</source>
        <translation>请放行 UDP 端口 5353 出站，或按地址连接。</translation>
    </message>
    <message>
        <source>Let it in.</source>
        <translation>请放行它。</translation>
    </message>
    <message>
        <source>Let it through; the rule is gone after a restart unless it is also written to the firewall&apos;s own file.</source>
        <translation>请放行；除非同时写入防火墙自己的文件，否则重启后该规则会消失。</translation>
    </message>
    <message>
        <source>Let single programs in instead.</source>
        <translation>请改为放行单个程序。</translation>
    </message>
    <message>
        <source>Look whether the router is on; else give this computer an address by hand.</source>
        <translation>请查看路由器是否已开启；否则请手动为这台电脑设置地址。</translation>
    </message>
    <message>
        <source>Make this computer&apos;s packets smaller, or mend the VPN, switch or router between the two.</source>
        <translation>请减小这台电脑的数据包，或修复两者之间的 VPN、交换机或路由器。</translation>
    </message>
    <message>
        <source>Multicast cannot be sent on {where}: there is no route for it.</source>
        <translation>无法在 {where} 上发送多播：没有对应的路由。</translation>
    </message>
    <message>
        <source>Multicast cannot be used on {where} ({reason}).</source>
        <translation>无法在 {where} 上使用多播（{reason}）。</translation>
    </message>
    <message>
        <source>Multicast may not be sent on {where}: a firewall on this computer stops it.</source>
        <translation>不允许在 {where} 上发送多播：被这台电脑的防火墙阻止。</translation>
    </message>
    <message>
        <source>Multicast sent on {where} does not arrive, not even here.</source>
        <translation>在 {where} 上发送的多播无法到达，连本机也收不到。</translation>
    </message>
    <message>
        <source>Multicast works on {where}, others heard: {count}.</source>
        <translation>多播在 {where} 上正常，听到的其他设备：{count}。</translation>
    </message>
    <message>
        <source>Multicast works on {where}.</source>
        <translation>多播在 {where} 上正常。</translation>
    </message>
    <message>
        <source>No device with Tallystick was seen in {seconds} seconds.</source>
        <translation>{seconds} 秒内未发现装有 Tallystick 的设备。</translation>
    </message>
    <message>
        <source>No packet gets to {device}: it is off, elsewhere, or the Wi-Fi keeps its guests apart.</source>
        <translation>没有数据包能到达 {device}：它已关机、在别处，或 Wi-Fi 隔离了访客。</translation>
    </message>
    <message>
        <source>Nothing answers at {address}, which lies in another subnet than this computer.</source>
        <translation>{address} 没有应答，它与这台电脑不在同一子网。</translation>
    </message>
    <message>
        <source>On that computer, check the connection in its Tallystick too, or type the command there.</source>
        <translation>请在那台电脑的 Tallystick 中也检查连接，或在那里输入该命令。</translation>
    </message>
    <message>
        <source>On “{peer}”: add it.</source>
        <translation>在“{peer}”上：请添加它。</translation>
    </message>
    <message>
        <source>On “{peer}”: check the connection; the exact cure is shown there.</source>
        <translation>在“{peer}”上：请检查连接；那里会显示确切的解决办法。</translation>
    </message>
    <message>
        <source>On “{peer}”: choose “Everyone nearby” or “Only remembered devices”.</source>
        <translation>在“{peer}”上：请选择“附近所有人”或“仅已记住的设备”。</translation>
    </message>
    <message>
        <source>On “{peer}”: close that program, or choose another port in the settings.</source>
        <translation>在“{peer}”上：请关闭那个程序，或在设置中选择其他端口。</translation>
    </message>
    <message>
        <source>On “{peer}”: disconnect the VPN, or let it spare the local network.</source>
        <translation>在“{peer}”上：请断开 VPN，或让它不占用本地网络。</translation>
    </message>
    <message>
        <source>On “{peer}”: if nothing else is found, look as administrator.</source>
        <translation>在“{peer}”上：如果没有发现其他问题，请以管理员身份查看。</translation>
    </message>
    <message>
        <source>On “{peer}”: join the network of this computer.</source>
        <translation>在“{peer}”上：请加入这台电脑所在的网络。</translation>
    </message>
    <message>
        <source>On “{peer}”: let Tallystick in.</source>
        <translation>在“{peer}”上：请放行 Tallystick。</translation>
    </message>
    <message>
        <source>On “{peer}”: let UDP port 5353 in.</source>
        <translation>在“{peer}”上：请放行 UDP 端口 5353 入站。</translation>
    </message>
    <message>
        <source>On “{peer}”: let UDP port 5353 out.</source>
        <translation>在“{peer}”上：请放行 UDP 端口 5353 出站。</translation>
    </message>
    <message>
        <source>On “{peer}”: let single programs in instead.</source>
        <translation>在“{peer}”上：请改为放行单个程序。</translation>
    </message>
    <message>
        <source>On “{peer}”: look whether the router is on.</source>
        <translation>在“{peer}”上：请查看路由器是否已开启。</translation>
    </message>
    <message>
        <source>On “{peer}”: make the network a private one, if it is your own.</source>
        <translation>在“{peer}”上：如果是您自己的网络，请将其设为专用网络。</translation>
    </message>
    <message>
        <source>On “{peer}”: switch it on.</source>
        <translation>在“{peer}”上：请开启它。</translation>
    </message>
    <message>
        <source>On “{peer}”: use one of them at a time, for example the cable.</source>
        <translation>在“{peer}”上：请一次只用其中一个，例如网线。</translation>
    </message>
    <message>
        <source>Open Tallystick there, on the same network and visible to everyone, or connect by address.</source>
        <translation>请在那台电脑上打开 Tallystick，使其处于同一网络并对所有人可见，或按地址连接。</translation>
    </message>
    <message>
        <source>Plug in the cable or join the Wi-Fi.</source>
        <translation>请插好网线或加入 Wi-Fi。</translation>
    </message>
    <message>
        <source>Port {port} is already used by another program on this computer.</source>
        <translation>端口 {port} 已被这台电脑上的另一个程序使用。</translation>
    </message>
    <message>
        <source>Port {port} is already used by another program on this computer. Tallystick listens on {other} instead, which firewalls may not know.</source>
        <translation>端口 {port} 已被这台电脑上的另一个程序使用。Tallystick 改为监听 {other}，防火墙可能不知道此端口。</translation>
    </message>
    <message>
        <source>Port {port} is free for Tallystick.</source>
        <translation>端口 {port} 可供 Tallystick 使用。</translation>
    </message>
    <message>
        <source>Put both on one network, or have the router between them let TCP through to that port.</source>
        <translation>请将两者接入同一网络，或让两者之间的路由器放行到该端口的 TCP。</translation>
    </message>
    <message>
        <source>Put both on the same network, not a guest one.</source>
        <translation>请将两者接入同一网络，且不要用访客网络。</translation>
    </message>
    <message>
        <source>Remove it, in PowerShell as administrator, and start again: Windows asks then.</source>
        <translation>请以管理员身份在 PowerShell 中移除它，然后重新启动 Tallystick：Windows 届时会询问。</translation>
    </message>
    <message>
        <source>Remove the route that forbids it.</source>
        <translation>请移除阻止它的路由。</translation>
    </message>
    <message>
        <source>Switch it on, or connect by address.</source>
        <translation>请将其开启，或按地址连接。</translation>
    </message>
    <message>
        <source>Switch it on.</source>
        <translation>请将其开启。</translation>
    </message>
    <message>
        <source>Take it from one of them.</source>
        <translation>请从其中之一移除该地址。</translation>
    </message>
    <message>
        <source>Tallystick listens on port {port}, but does not answer at {address} ({interface}).</source>
        <translation>Tallystick 正在监听端口 {port}，但在 {address}（{interface}）上没有应答。</translation>
    </message>
    <message>
        <source>The firewall ({where}) lets mDNS and port {port} through.</source>
        <translation>防火墙（{where}）放行 mDNS 和端口 {port}。</translation>
    </message>
    <message>
        <source>The firewall firewalld is on and keeps other computers from port {port} or from being seen.</source>
        <translation>防火墙 firewalld 已启用，阻止其他电脑访问端口 {port}，或使它们无法被看到。</translation>
    </message>
    <message>
        <source>The firewall firewalld lets mDNS and port {port} through.</source>
        <translation>防火墙 firewalld 放行 mDNS 和端口 {port}。</translation>
    </message>
    <message>
        <source>The firewall of macOS blocks all incoming connections.</source>
        <translation>macOS 防火墙阻止所有传入连接。</translation>
    </message>
    <message>
        <source>The firewall of macOS is on and does not let others reach Tallystick.</source>
        <translation>macOS 防火墙已启用，不允许其他设备访问 Tallystick。</translation>
    </message>
    <message>
        <source>The firewall of macOS lets others reach Tallystick.</source>
        <translation>macOS 防火墙允许其他设备访问 Tallystick。</translation>
    </message>
    <message>
        <source>The firewall ufw is on and may keep other computers from port {port}.</source>
        <translation>防火墙 ufw 已启用，可能阻止其他电脑访问端口 {port}。</translation>
    </message>
    <message>
        <source>The firewall ufw lets others reach port {port}.</source>
        <translation>防火墙 ufw 允许其他设备访问端口 {port}。</translation>
    </message>
    <message>
        <source>There is no way to {network}, though {interface} is in it.</source>
        <translation>没有通往 {network} 的路由，尽管 {interface} 位于其中。</translation>
    </message>
    <message>
        <source>This computer is not connected to any network ({adapters} is not connected).</source>
        <translation>这台电脑没有连接到任何网络（{adapters} 未连接）。</translation>
    </message>
    <message>
        <source>This computer is not connected to any network ({adapters} is switched off).</source>
        <translation>这台电脑没有连接到任何网络（{adapters} 已关闭）。</translation>
    </message>
    <message>
        <source>This computer is not connected to any network ({adapters} is without an address).</source>
        <translation>这台电脑没有连接到任何网络（{adapters} 没有地址）。</translation>
    </message>
    <message>
        <source>This computer is not connected to any network.</source>
        <translation>这台电脑没有连接到任何网络。</translation>
    </message>
    <message>
        <source>This computer lets nobody see or call it.</source>
        <translation>这台电脑不允许任何人看到或呼叫它。</translation>
    </message>
    <message>
        <source>This computer&apos;s own firewall does not let connections out to {device}.</source>
        <translation>这台电脑自己的防火墙不允许连接到 {device}。</translation>
    </message>
    <message>
        <source>Use one of them at a time, for example the cable.</source>
        <translation>请一次只使用其中一个，例如有线网络。</translation>
    </message>
    <message>
        <source>Use the number address that the other computer shows.</source>
        <translation>请使用另一台电脑显示的数字地址。</translation>
    </message>
    <message>
        <source>What is meant for computers in {network} leaves through {through} instead of {interface}.</source>
        <translation>发往 {network} 中电脑的数据从 {through} 而不是 {interface} 发出。</translation>
    </message>
    <message>
        <source>Whether a firewall keeps others out only the administrator may read ({tool}).</source>
        <translation>防火墙是否阻止其他设备，只有管理员可以查看（{tool}）。</translation>
    </message>
    <message>
        <source>Whether a firewall on “{peer}” keeps others out only its administrator may read.</source>
        <translation>“{peer}”上的防火墙是否阻止其他设备，只有其管理员可以查看。</translation>
    </message>
    <message>
        <source>Windows treats the network “{network}” as public and keeps its devices from seeing this computer.</source>
        <translation>Windows 将网络“{network}”视为公用网络，使其中的设备看不到这台电脑。</translation>
    </message>
    <message>
        <source>Windows&apos; firewall has a rule that blocks Tallystick.</source>
        <translation>Windows 防火墙中有一条规则阻止 Tallystick。</translation>
    </message>
    <message>
        <source>Windows&apos; firewall has no rule that lets others reach Tallystick.</source>
        <translation>Windows 防火墙中没有允许其他设备访问 Tallystick 的规则。</translation>
    </message>
    <message>
        <source>Windows&apos; firewall lets others reach Tallystick (port {port}).</source>
        <translation>Windows 防火墙允许其他设备访问 Tallystick（端口 {port}）。</translation>
    </message>
    <message>
        <source>Write behind a % by which interface of this computer it is reached.</source>
        <translation>请在 % 之后写明通过这台电脑的哪个接口可以到达它。</translation>
    </message>
    <message>
        <source>{adapter} ({addresses}) leads to containers or virtual machines only.</source>
        <translation>{adapter}（{addresses}）只通往容器或虚拟机。</translation>
    </message>
    <message>
        <source>{adapter} is set to do without multicast, so no devices can be seen on it.</source>
        <translation>{adapter} 被设置为不使用多播，因此在其上看不到设备。</translation>
    </message>
    <message>
        <source>{adapter} was given no address by the network ({addresses} is made up).</source>
        <translation>{adapter} 没有从网络获得地址（{addresses} 是自行分配的）。</translation>
    </message>
    <message>
        <source>{address} is an address that every network has, so nobody knows on which one it is meant.</source>
        <translation>{address} 是每个网络都有的地址，因此无法知道指的是哪个网络。</translation>
    </message>
    <message>
        <source>{device} does not answer: a firewall there drops what comes in, or the Wi-Fi keeps its guests apart.</source>
        <translation>{device} 没有应答：对方的防火墙丢弃了传入数据，或 Wi-Fi 隔离了访客。</translation>
    </message>
    <message>
        <source>{device} is seen and answers.</source>
        <translation>{device} 可见且有应答。</translation>
    </message>
    <message>
        <source>{device} is seen here, but what this computer asks by multicast does not arrive there.</source>
        <translation>在这里能看到 {device}，但这台电脑通过多播发出的询问无法到达对方。</translation>
    </message>
    <message>
        <source>{device} is seen, but its addresses ({addresses}) lie in another subnet than this computer.</source>
        <translation>能看到 {device}，但其地址（{addresses}）与这台电脑不在同一子网。</translation>
    </message>
    <message>
        <source>{device} refuses connections: Tallystick was closed, or a firewall there rejects them.</source>
        <translation>{device} 拒绝连接：Tallystick 已关闭，或对方的防火墙拒绝连接。</translation>
    </message>
    <message>
        <source>{device}: no computer of that name is known here.</source>
        <translation>{device}：这里不认识叫这个名称的电脑。</translation>
    </message>
    <message>
        <source>{device}: small packets arrive there and large ones are lost on the way (MTU black hole).</source>
        <translation>{device}：小数据包可以到达，大数据包在途中丢失（MTU 黑洞）。</translation>
    </message>
    <message>
        <source>{one} and {other} both have addresses in {network}, so answers may leave by the wrong one.</source>
        <translation>{one} 和 {other} 都有 {network} 中的地址，因此应答可能从错误的一个发出。</translation>
    </message>
    <message>
        <source>{one} and {other} both have the address {address}, so answers may leave by the wrong one.</source>
        <translation>{one} 和 {other} 都有地址 {address}，因此应答可能从错误的一个发出。</translation>
    </message>
    <message>
        <source>“{peer}” does not say what it sees.</source>
        <translation>“{peer}”没有说明它看到了什么。</translation>
    </message>
    <message>
        <source>“{peer}” does not see this computer: what this one announces does not arrive there.</source>
        <translation>“{peer}”看不到这台电脑：这台电脑发出的通告没有到达那里。</translation>
    </message>
    <message>
        <source>“{peer}” sees nothing that keeps devices apart there.</source>
        <translation>“{peer}”没有看到那里有任何妨碍设备之间连接的情况。</translation>
    </message>
    <message>
        <source>“{peer}” sees this computer, and nothing that keeps devices apart there.</source>
        <translation>“{peer}”看得到这台电脑，也没有看到那里有任何妨碍设备之间连接的情况。</translation>
    </message>
    <message>
        <source>“{peer}” sees: Windows treats its network as public and keeps devices from seeing it.</source>
        <translation>“{peer}”看到：Windows 将它的网络视为公用网络，使其他设备看不到它。</translation>
    </message>
    <message>
        <source>“{peer}” sees: Windows&apos; firewall does not let others reach Tallystick there.</source>
        <translation>“{peer}”看到：Windows 防火墙不允许其他设备访问那里的 Tallystick。</translation>
    </message>
    <message>
        <source>“{peer}” sees: another program has Tallystick&apos;s usual port there; it listens on {port}, which firewalls may not know.</source>
        <translation>“{peer}”看到：那里有其他程序占用了 Tallystick 的常用端口；它改为监听 {port}，防火墙可能不知道此端口。</translation>
    </message>
    <message>
        <source>“{peer}” sees: it has no route for multicast ({versions}).</source>
        <translation>“{peer}”看到：它没有多播的路由（{versions}）。</translation>
    </message>
    <message>
        <source>“{peer}” sees: it is not connected to a local network.</source>
        <translation>“{peer}”看到：它没有连接到本地网络。</translation>
    </message>
    <message>
        <source>“{peer}” sees: it may not send multicast ({versions}).</source>
        <translation>“{peer}”看到：它不被允许发送多播（{versions}）。</translation>
    </message>
    <message>
        <source>“{peer}” sees: its Tallystick lets nobody see or call it.</source>
        <translation>“{peer}”看到：它的 Tallystick 不让任何人看到或呼叫它。</translation>
    </message>
    <message>
        <source>“{peer}” sees: its firewall does not let it connect to others ({versions}).</source>
        <translation>“{peer}”看到：它的防火墙不允许它连接其他设备（{versions}）。</translation>
    </message>
    <message>
        <source>“{peer}” sees: its firewall does not let out the multicast by which devices are seen ({versions}).</source>
        <translation>“{peer}”看到：它的防火墙阻止用于发现设备的多播发出（{versions}）。</translation>
    </message>
    <message>
        <source>“{peer}” sees: its firewall firewalld keeps other computers from port {port} or from being seen.</source>
        <translation>“{peer}”看到：它的防火墙 firewalld 阻止其他电脑访问端口 {port}，或使它们无法被看到。</translation>
    </message>
    <message>
        <source>“{peer}” sees: its firewall keeps other computers from port {port} ({versions}).</source>
        <translation>“{peer}”看到：它的防火墙阻止其他电脑访问端口 {port}（{versions}）。</translation>
    </message>
    <message>
        <source>“{peer}” sees: its firewall keeps out the multicast by which devices are seen ({versions}).</source>
        <translation>“{peer}”看到：它的防火墙阻止用于发现设备的多播进入（{versions}）。</translation>
    </message>
    <message>
        <source>“{peer}” sees: its firewall ufw is on and may keep other computers from port {port}.</source>
        <translation>“{peer}”看到：它的防火墙 ufw 已开启，可能阻止其他电脑访问端口 {port}。</translation>
    </message>
    <message>
        <source>“{peer}” sees: its network gave it no address.</source>
        <translation>“{peer}”看到：它的网络没有分配地址给它。</translation>
    </message>
    <message>
        <source>“{peer}” sees: its port {port} does not answer, not even there ({versions}).</source>
        <translation>“{peer}”看到：它的端口 {port} 没有应答，即使在它自己那里也没有（{versions}）。</translation>
    </message>
    <message>
        <source>“{peer}” sees: multicast cannot be used there ({versions}).</source>
        <translation>“{peer}”看到：那里无法使用多播（{versions}）。</translation>
    </message>
    <message>
        <source>“{peer}” sees: multicast does not come in there ({versions}).</source>
        <translation>“{peer}”看到：多播无法进入那里（{versions}）。</translation>
    </message>
    <message>
        <source>“{peer}” sees: one of its adapters does without multicast.</source>
        <translation>“{peer}”看到：它的一个适配器未启用多播。</translation>
    </message>
    <message>
        <source>“{peer}” sees: the firewall of macOS blocks all incoming connections there.</source>
        <translation>“{peer}”看到：那里的 macOS 防火墙阻止所有传入连接。</translation>
    </message>
    <message>
        <source>“{peer}” sees: the firewall of macOS does not let others reach Tallystick there.</source>
        <translation>“{peer}”看到：那里的 macOS 防火墙不允许其他设备访问 Tallystick。</translation>
    </message>
    <message>
        <source>“{peer}” sees: two of its adapters are in one network, so answers may leave by the wrong one.</source>
        <translation>“{peer}”看到：它的两个适配器在同一网络中，应答可能从错误的那个发出。</translation>
    </message>
    <message>
        <source>“{peer}” sees: what it sends to its own network leaves by another way, perhaps a VPN ({versions}).</source>
        <translation>“{peer}”看到：它发往自己网络的数据从另一条路径发出，可能是 VPN（{versions}）。</translation>
    </message>
</context>
<context>
    <name>items</name>
    <message>
        <source>archive</source>
        <translation>压缩包</translation>
    </message>
    <message>
        <source>document</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>空</translation>
    </message>
    <message>
        <source>file</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>film</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>音频</translation>
    </message>
</context>
<context>
    <name>past</name>
    <message>
        <source>By invitation</source>
        <translation>通过邀请</translation>
    </message>
    <message>
        <source>Code compared</source>
        <translation>已比对安全码</translation>
    </message>
    <message>
        <source>Code compared; remembered since then</source>
        <translation>已比对安全码；此后已记住</translation>
    </message>
    <message>
        <source>Double-click or press Enter to look again.</source>
        <translation>双击或按回车键可再次查看。</translation>
    </message>
    <message>
        <source>Remembered; it proved itself</source>
        <translation>已记住；它证明了自己的身份</translation>
    </message>
    <message>
        <source>The first {shown} of {count}.</source>
        <translation>前 {shown} 个，共 {count} 个。</translation>
    </message>
    <message>
        <source>There was no verified session</source>
        <translation>没有经过验证的会话</translation>
    </message>
    <message>
        <source>This transfer could not be looked up.</source>
        <translation>无法查看此次传输。</translation>
    </message>
    <message>
        <source>Verified before; continued after an interruption</source>
        <translation>之前已验证；中断后继续</translation>
    </message>
    <message>
        <source>{time}, after {age}</source>
        <translation>{time}，用时 {age}</translation>
    </message>
</context>
<context>
    <name>phrases</name>
    <message>
        <source>Tallystick uses such names itself</source>
        <translation>Tallystick 自己使用此类名称</translation>
    </message>
    <message>
        <source>Windows reserves it</source>
        <translation>被 Windows 保留</translation>
    </message>
    <message>
        <source>a name in it cannot be shown</source>
        <translation>其中有无法显示的名称</translation>
    </message>
    <message>
        <source>a part of it is empty</source>
        <translation>其中一部分为空</translation>
    </message>
    <message>
        <source>an earlier failure</source>
        <translation>先前的失败</translation>
    </message>
    <message>
        <source>another Tallystick has it already</source>
        <translation>已被另一个 Tallystick 占用</translation>
    </message>
    <message>
        <source>another Tallystick keeps it busy</source>
        <translation>另一个 Tallystick 正在使用</translation>
    </message>
    <message>
        <source>another folder has taken its place</source>
        <translation>另一个文件夹取代了它的位置</translation>
    </message>
    <message>
        <source>another program is using it</source>
        <translation>另一个程序正在使用</translation>
    </message>
    <message>
        <source>every numbered name is taken</source>
        <translation>所有带编号的名称都已被占用</translation>
    </message>
    <message>
        <source>everybody on this computer can write there</source>
        <translation>这台电脑上的任何人都可以写入</translation>
    </message>
    <message>
        <source>it begins or ends with a space</source>
        <translation>以空格开头或结尾</translation>
    </message>
    <message>
        <source>it cannot be opened</source>
        <translation>无法打开</translation>
    </message>
    <message>
        <source>it contains /</source>
        <translation>含有 /</translation>
    </message>
    <message>
        <source>it contains invisible characters</source>
        <translation>含有不可见字符</translation>
    </message>
    <message>
        <source>it does not exist</source>
        <translation>不存在</translation>
    </message>
    <message>
        <source>it ends with a dot</source>
        <translation>以句点结尾</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>是文件夹</translation>
    </message>
    <message>
        <source>it is a link</source>
        <translation>是链接</translation>
    </message>
    <message>
        <source>it is from another version of Tallystick</source>
        <translation>来自另一个版本的 Tallystick</translation>
    </message>
    <message>
        <source>it is gone</source>
        <translation>已不存在</translation>
    </message>
    <message>
        <source>it is nested too deeply</source>
        <translation>嵌套过深</translation>
    </message>
    <message>
        <source>it is not a file</source>
        <translation>不是文件</translation>
    </message>
    <message>
        <source>it is not a folder</source>
        <translation>不是文件夹</translation>
    </message>
    <message>
        <source>it is not in the history</source>
        <translation>不在历史记录中</translation>
    </message>
    <message>
        <source>it is not there</source>
        <translation>不在那里</translation>
    </message>
    <message>
        <source>it is not valid Unicode</source>
        <translation>不是有效的 Unicode</translation>
    </message>
    <message>
        <source>it is too big</source>
        <translation>它太大</translation>
    </message>
    <message>
        <source>it is too big for this disk</source>
        <translation>对此磁盘来说过大</translation>
    </message>
    <message>
        <source>it is too long</source>
        <translation>过长</translation>
    </message>
    <message>
        <source>it was closed already</source>
        <translation>之前已关闭</translation>
    </message>
    <message>
        <source>it was moved elsewhere</source>
        <translation>已移至别处</translation>
    </message>
    <message>
        <source>it was moved or replaced meanwhile</source>
        <translation>期间被移动或替换</translation>
    </message>
    <message>
        <source>its content makes no sense</source>
        <translation>内容无法理解</translation>
    </message>
    <message>
        <source>nothing of a text is kept</source>
        <translation>文本不会留存</translation>
    </message>
    <message>
        <source>nothing was accepted into it yet</source>
        <translation>尚未接受任何内容</translation>
    </message>
    <message>
        <source>nothing was kept</source>
        <translation>没有留存任何内容</translation>
    </message>
    <message>
        <source>on the sending computer</source>
        <translation>在发送方电脑上</translation>
    </message>
    <message>
        <source>others could have changed them</source>
        <translation>可能已被他人更改</translation>
    </message>
    <message>
        <source>permission denied</source>
        <translation>权限不足</translation>
    </message>
    <message>
        <source>that is not the name of a file</source>
        <translation>不是文件名</translation>
    </message>
    <message>
        <source>the database does not work</source>
        <translation>数据库无法工作</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <source>the disk is gone</source>
        <translation>磁盘已不存在</translation>
    </message>
    <message>
        <source>the disk reported an error</source>
        <translation>磁盘报告了错误</translation>
    </message>
    <message>
        <source>the disk was full</source>
        <translation>磁盘当时已满</translation>
    </message>
    <message>
        <source>the folder in it is not a full path</source>
        <translation>其中的文件夹不是完整路径</translation>
    </message>
    <message>
        <source>the name in it cannot be shown</source>
        <translation>其中的名称无法显示</translation>
    </message>
    <message>
        <source>the name is taken</source>
        <translation>名称已被占用</translation>
    </message>
    <message>
        <source>the name is too long for this disk</source>
        <translation>名称对此磁盘来说过长</translation>
    </message>
    <message>
        <source>the network folder went away</source>
        <translation>网络文件夹已断开</translation>
    </message>
    <message>
        <source>there is a link in its place</source>
        <translation>其位置上是一个链接</translation>
    </message>
    <message>
        <source>there was nothing to vouch for</source>
        <translation>没有可证明的内容</translation>
    </message>
    <message>
        <source>this disk cannot do that</source>
        <translation>此磁盘不支持该操作</translation>
    </message>
    <message>
        <source>this disk cannot give a finished file its name without the risk of replacing another one</source>
        <translation>此磁盘无法保证为已完成的文件命名时不会替换其他文件</translation>
    </message>
    <message>
        <source>this disk cannot hold the name</source>
        <translation>此磁盘不支持该名称</translation>
    </message>
    <message>
        <source>this disk is read-only</source>
        <translation>此磁盘为只读</translation>
    </message>
    <message>
        <source>this user has no home folder</source>
        <translation>此用户没有主文件夹</translation>
    </message>
    <message>
        <source>too many files are open</source>
        <translation>打开的文件过多</translation>
    </message>
    <message>
        <source>two devices in it are the same</source>
        <translation>其中有两台相同的设备</translation>
    </message>
    <message>
        <source>what had arrived in there is gone</source>
        <translation>已到达那里的内容已不存在</translation>
    </message>
    <message>
        <source>what is always accepted makes no sense</source>
        <translation>其中始终接受的设置没有意义</translation>
    </message>
    <message>
        <source>what was here already has changed meanwhile</source>
        <translation>原有内容在此期间已改变</translation>
    </message>
    <message>
        <source>what was kept for it is damaged</source>
        <translation>为其保留的数据已损坏</translation>
    </message>
    <message>
        <source>what was kept for it is gone</source>
        <translation>为其保留的数据已不存在</translation>
    </message>
    <message>
        <source>what was kept of an interrupted transfer is damaged</source>
        <translation>为中断的传输保留的数据已损坏</translation>
    </message>
    <message>
        <source>what was kept there is cut short</source>
        <translation>那里保留的数据不完整</translation>
    </message>
    <message>
        <source>your share of the disk is used up</source>
        <translation>您的磁盘配额已用完</translation>
    </message>
</context>
<context>
    <name>phrasing</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>{first} {second}</source>
        <translation>{first}{second}</translation>
    </message>
    <message numerus="yes">
        <source>{name} and {count} more</source>
        <translation>
            <numerusform>{name} 以及另外 {count} 个</numerusform>
        </translation>
    </message>
    <message>
        <source>{what} ({where})</source>
        <translation>{what}（{where}）</translation>
    </message>
    <message>
        <source>“{words}”</source>
        <translation>“{words}”</translation>
    </message>
</context>
<context>
    <name>sizes</name>
    <message>
        <source>less than a minute</source>
        <translation>不到一分钟</translation>
    </message>
    <message numerus="yes">
        <source>{count} files</source>
        <translation>
            <numerusform>{count} 个文件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} folders</source>
        <translation>
            <numerusform>{count} 个文件夹</numerusform>
        </translation>
    </message>
    <message>
        <source>{count}, {size}</source>
        <translation>{count}，{size}</translation>
    </message>
    <message>
        <source>{day}, {time}</source>
        <translation>{day} {time}</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} 小时 {minutes} 分钟</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min left</source>
        <translation>剩余 {hours} 小时 {minutes} 分钟</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} 分钟</translation>
    </message>
    <message>
        <source>{minutes} min left</source>
        <translation>剩余 {minutes} 分钟</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent}%</translation>
    </message>
    <message>
        <source>{seconds} s left</source>
        <translation>剩余 {seconds} 秒</translation>
    </message>
    <message>
        <source>{size}/s</source>
        <translation>{size}/秒</translation>
    </message>
</context>
<context>
    <name>transfer</name>
    <message>
        <source>All sent. {peer} is checking and saving…</source>
        <translation>已全部发送。{peer} 正在校验并保存…</translation>
    </message>
    <message>
        <source>Compare the code with {peer}</source>
        <translation>与 {peer} 比对安全码</translation>
    </message>
    <message>
        <source>Connecting to {peer}…</source>
        <translation>正在连接 {peer}…</translation>
    </message>
    <message>
        <source>Continuing with {peer}…</source>
        <translation>正在与 {peer} 继续…</translation>
    </message>
    <message>
        <source>Delivered {time} — checked and saved on {peer}</source>
        <translation>{time} 已送达 — 已在 {peer} 上校验并保存</translation>
    </message>
    <message>
        <source>Delivered {time} — shown on {peer}</source>
        <translation>{time} 已送达 — 已在 {peer} 上显示</translation>
    </message>
    <message>
        <source>From {peer}</source>
        <translation>来自 {peer}</translation>
    </message>
    <message>
        <source>From {peer} · Checking and saving…</source>
        <translation>来自 {peer} · 正在校验并保存…</translation>
    </message>
    <message>
        <source>From {peer} · Waiting to be shown</source>
        <translation>来自 {peer} · 等待显示</translation>
    </message>
    <message>
        <source>Limited by the disk of this computer</source>
        <translation>受限于这台电脑的磁盘</translation>
    </message>
    <message>
        <source>Limited by the disk of {peer}</source>
        <translation>受限于 {peer} 的磁盘</translation>
    </message>
    <message>
        <source>Limited by the network</source>
        <translation>受限于网络</translation>
    </message>
    <message>
        <source>Limited by this computer</source>
        <translation>受限于这台电脑</translation>
    </message>
    <message>
        <source>Limited by {peer}</source>
        <translation>受限于 {peer}</translation>
    </message>
    <message>
        <source>Paused by you</source>
        <translation>您已暂停</translation>
    </message>
    <message>
        <source>Paused by {peer}</source>
        <translation>{peer} 已暂停</translation>
    </message>
    <message>
        <source>Paused: {why}</source>
        <translation>已暂停：{why}</translation>
    </message>
    <message>
        <source>Reading what was chosen…</source>
        <translation>正在读取所选内容…</translation>
    </message>
    <message>
        <source>Received {time} from {peer} — checked and saved</source>
        <translation>{time} 从 {peer} 接收 — 已校验并保存</translation>
    </message>
    <message>
        <source>Received {time} from {peer} — checked and saved in {folder}</source>
        <translation>{time} 从 {peer} 接收 — 已校验并保存到 {folder}</translation>
    </message>
    <message>
        <source>Received {time} from {peer} — kept on no disk</source>
        <translation>{time} 从 {peer} 接收 — 未保存到任何磁盘</translation>
    </message>
    <message>
        <source>Retry failed</source>
        <translation>重试失败的项目</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>重新发送</translation>
    </message>
    <message>
        <source>Some files were not delivered.</source>
        <translation>部分文件未送达。</translation>
    </message>
    <message numerus="yes">
        <source>Text, {count} characters</source>
        <translation>
            <numerusform>文本，{count} 个字符</numerusform>
        </translation>
    </message>
    <message>
        <source>The transfer failed.</source>
        <translation>传输失败。</translation>
    </message>
    <message>
        <source>The transfer was cancelled.</source>
        <translation>传输已取消。</translation>
    </message>
    <message>
        <source>To {peer}</source>
        <translation>发往 {peer}</translation>
    </message>
    <message>
        <source>To {peer} · Reading what was chosen…</source>
        <translation>发往 {peer} · 正在读取所选内容…</translation>
    </message>
    <message>
        <source>Waiting for {peer} to accept…</source>
        <translation>正在等待 {peer} 接受…</translation>
    </message>
    <message>
        <source>Waiting to be shown on {peer}…</source>
        <translation>正在等待在 {peer} 上显示…</translation>
    </message>
    <message>
        <source>You declined this from {peer}.</source>
        <translation>您拒绝了来自 {peer} 的此项内容。</translation>
    </message>
    <message>
        <source>accepted without asking</source>
        <translation>未经询问就接受</translation>
    </message>
    <message numerus="yes">
        <source>{count} were there already</source>
        <translation>
            <numerusform>{count} 个原已存在</numerusform>
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
        <translation>{peer} 已拒绝。</translation>
    </message>
    <message>
        <source>{peer} sent you a text</source>
        <translation>{peer} 向您发送了一段文本</translation>
    </message>
    <message>
        <source>{peer} waits for your answer</source>
        <translation>{peer} 正在等待您的答复</translation>
    </message>
    <message>
        <source>{peer} wants to send you files</source>
        <translation>{peer} 想向您发送文件</translation>
    </message>
</context>
<context>
    <name>trust</name>
    <message>
        <source>By invitation at {time}</source>
        <translation>通过邀请，{time}</translation>
    </message>
    <message>
        <source>Code compared at {time}</source>
        <translation>安全码于 {time} 比对</translation>
    </message>
    <message>
        <source>Code compared at {time}, remembered since then</source>
        <translation>安全码于 {time} 比对，此后已记住</translation>
    </message>
    <message>
        <source>Continued after an interruption; {compared}</source>
        <translation>中断后继续；{compared}</translation>
    </message>
    <message>
        <source>Probably {name} · {address}</source>
        <translation>可能是 {name} · {address}</translation>
    </message>
    <message>
        <source>Probably {name}, verified {day}</source>
        <translation>可能是 {name}，{day}验证</translation>
    </message>
    <message>
        <source>Remembered, verified just now</source>
        <translation>已记住，刚刚验证</translation>
    </message>
    <message>
        <source>Remembered, verified {day}</source>
        <translation>已记住，{day}验证</translation>
    </message>
    <message>
        <source>Remembered, {compared}</source>
        <translation>已记住，{compared}</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>已验证</translation>
    </message>
    <message>
        <source>Verified at {time}</source>
        <translation>{time} 验证</translation>
    </message>
    <message>
        <source>Verified just now</source>
        <translation>刚刚验证</translation>
    </message>
    <message>
        <source>Verified {day}</source>
        <translation>{day}验证</translation>
    </message>
    <message>
        <source>code compared at {time}</source>
        <translation>安全码于 {time} 比对</translation>
    </message>
    <message>
        <source>code compared {day}</source>
        <translation>安全码于{day}比对</translation>
    </message>
</context>
<context>
    <name>visibility</name>
    <message>
        <source>Everyone nearby</source>
        <translation>附近所有人</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>无人</translation>
    </message>
    <message>
        <source>Only remembered devices</source>
        <translation>仅已记住的设备</translation>
    </message>
</context>
</TS>
