"""Every number of the wire, each with one home. Sizes in bytes, times in seconds."""

from typing import Final

KIB: Final = 1024
MIB: Final = 1024 * KIB
GIB: Final = 1024 * MIB

# The first frames, before any key
PROTOCOL_NAME: Final = b"tallystick"
VERSION: Final = 1
VERSIONS_ANSWERED: Final = range(2, 16)  # other first bytes are not Tallystick: closed without a word
UNSUPPORTED_MARK: Final = 0x00
FRAME_HEADER: Final = 4
X25519_KEY: Final = 32
KEM_KEY: Final = 1184
KEM_CIPHERTEXT: Final = 1088
MESSAGE_1: Final = 1 + X25519_KEY + KEM_KEY
MESSAGE_2: Final = X25519_KEY + KEM_CIPHERTEXT + 16 + 16
FIRST_FRAME_MAX: Final = 2048

# Records
TAG: Final = 16
RECORD_MIN: Final = 1 + TAG
DATA_MAX: Final = MIB
DATA_HEADER: Final = 1 + 4  # type, stream number
RECORD_MAX: Final = DATA_MAX + 64
CONTROL_MAX: Final = 64 * KIB
EPOCH_0_RECORD_MAX: Final = 64 * KIB
SMALL_RECORD: Final = 4 * KIB  # control messages, and file bytes of this size
SMALL_RECORDS_AT_ONCE: Final = 20_000
SMALL_RECORDS_PER_SECOND: Final = 5000  # an honest peer, which packs what is small, stays far below
RECORDS_PER_EPOCH: Final = 2**63  # far above EPOCH_BYTES; the nonce may never wrap

# Renewal
RENEW_AFTER_SECONDS: Final = 120.0
RENEW_AFTER_BYTES: Final = 64 * GIB
EPOCH_SECONDS: Final = 300.0
EPOCH_BYTES: Final = 128 * GIB
RENEW_GAP_SECONDS: Final = 10.0
RENEW_GAP_BYTES: Final = GIB
SWITCH_SECONDS: Final = 60.0  # a slow line needs that long for what the kernels already hold; so does CANCEL
SWITCH_BYTES: Final = 256 * MIB

# HELLO, ABOUT, proofs and code
HELLO_VERSIONS: Final = 16
ADDITIONS: Final = 256  # among the versions: with the type of what was added to version 1
UNDERSTANDS_LOOK: Final = ADDITIONS + 0x19
HELLO_CIPHERS: Final = 8
INSTANCE_MAX: Final = 32  # characters
PROOFS_MIN: Final = 16
PROOFS_MAX: Final = 256
PROOF: Final = 32
RECORDS_MAX: Final = 100  # remembered devices
SECRETS_PER_RECORD: Final = 2  # while a rotation is under way
SESSIONS_PER_RECORD: Final = 16  # at once; the oldest gives way
CONTINUATIONS_MAX: Final = 32  # together with the above never more than PROOFS_MAX
HINTS: Final = 16
HINT: Final = 6
SAS_NONCE: Final = 32
COMMITMENT: Final = 64
CODE_DIGITS: Final = 8
CODE_WORDS: Final = 3

# Clocks of one connection
UNTIL_PROOFS: Final = 10.0
UNTIL_COMMIT: Final = 10.0
UNTIL_OPEN: Final = 5.0
UNTIL_NONCE: Final = 2.0  # no person is asked for it, and the screen is kept free meanwhile
LAPSED_SECONDS: Final = 30.0  # until an address that let that pass is promised a code again
COMPARISON: Final = 120.0
HEARTBEAT: Final = 5.0
SILENCE: Final = 20.0
ANSWER: Final = 120.0
ANSWER_GRACE: Final = 15.0  # the receiver's own clock decides; this is for one that never does
LOOKING: Final = 24 * 3600.0  # for an answer to an offer that goes on: the receiver reads again what it has
CANCEL_SECONDS: Final = 60.0
CANCEL_BYTES: Final = 64 * MIB
HELD_BYTES: Final = 64 * MIB  # of one session, that wait while a disk is full
CLOSE_SECONDS: Final = 2.0
PACE_SPAN_MAX: Final = 3600 * 10**6  # microseconds
LOOK_GAP: Final = 10.0  # from an answer to the next question; and as long a look may be repeated
LOOK_SECONDS: Final = 20.0  # for an answer, until it is taken that none comes
SEEN_MAX: Final = 32

# Remembered devices and cut sessions
REMEMBERED_DAYS: Final = 90  # after the last use; a setting
REMEMBERED_DAYS_MAX: Final = 365  # after people last compared, whatever the setting
ENDED_SECONDS: Final = 6 * 3600.0  # of one run in which the clock says that a record has ended, until it is deleted
CONTINUATION_SECONDS: Final = 600.0
CONTINUATION_CHAIN_SECONDS: Final = 24 * 3600.0  # for devices that are not remembered
INVITATION_SECONDS: Final = 600.0
INVITATION_SEED: Final = 32
INVITATION_ADDRESSES: Final = 8
INVITATION_TEXT_MAX: Final = 400  # characters
INVITATIONS_MAX: Final = 8  # open at once; with the above and one that is used never more than PROOFS_MAX
ROTATIONS_MAX: Final = 2**53 - 1
ROTATION_SECONDS: Final = 1.0  # an orderly end waits so long for it

# Strangers
UNVERIFIED_PER_ADDRESS: Final = 2
UNVERIFIED_TOTAL: Final = 8
UNVERIFIED_RESERVED: Final = 1  # of the total, for outgoing
WAITING_TOTAL: Final = 64  # connections without a whole first frame, or without room among the above
AGREEMENTS_AT_ONCE: Final = 32  # that strangers begin; each costs a thread and about a millisecond
AGREEMENTS_PER_SECOND: Final = 25  # and what is beyond that waits where the others wait
STRANGER_SECONDS: Final = 0.5  # of its own, until its code or proof; then it gives way to others who wait
INCOMING_COMPARISONS: Final = 3
INCOMING_COMPARISONS_SECONDS: Final = 600.0

# Names and offers
DEVICE_NAME: Final = 60
ENTRIES_MAX: Final = 1_000_000
COMPONENT_MAX: Final = 255
PATH_MAX: Final = 1024
DEPTH_MAX: Final = 32
FILE_SIZE_MAX: Final = 2**53 - 1  # exact in every language a second implementation may use
TOP_NAMES_MAX: Final = 10_000
NAMES_PER_MESSAGE: Final = 128
ENTRIES_PER_MESSAGE: Final = 1024  # CONTROL_MAX binds before it where paths are long
ENDS_PER_MESSAGE: Final = 512
ENTRIES_AHEAD: Final = 2 * ENTRIES_PER_MESSAGE  # announced before their ends
OPEN_TRANSFERS: Final = 16  # accepted and not finished, per direction
UNFINISHED_TRANSFERS: Final = 32  # accepted from one peer: what was interrupted counts until it is over
UNSAFE_OFFERS: Final = 16  # refused by themselves, until the session is ended for it
OPEN_OFFERS: Final = 16  # per direction, so that a peer cannot pile up prompts
UNJUDGED: Final = 1024  # offers that are taken back before those of an earlier run are known
OFFER_ID: Final = 16
TEXT_MAX: Final = 60_000  # bytes of UTF-8
TEXTS_WAITING: Final = 16  # of one session, that nobody took yet
DIGEST: Final = 32

# The air
SERVICE_TYPE: Final = "_tallystick._tcp.local."
TXT_MAX: Final = 200
SERVICES_PER_ADDRESS: Final = 4
DEVICES_MAX: Final = 256
PORT_MIN: Final = 1024
PORT_MAX: Final = 65_535
DEFAULT_PORT: Final = 47471
