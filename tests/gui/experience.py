"""What people see and do, state by state and promise by promise: which tests bring it about, which pictures show it.

`python -m tests.gui.experience` prints the table with where the tests are. A state that is pictured is reached over
real engines by one of its tests at least; where none does, `played` says why: there the tests' own engine says what a
real one would.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from tests.support.listed_tests import definitions

REAL: Final = (
    "tests/end2end/test_second_start.py",
    "tests/end2end/test_unseen.py",
    "tests/end2end/test_windows.py",
    "tests/gui/test_real_",
)
"""Where windows stand over real engines."""

_TABLE: Final = """
The window
  first start: a name and a folder are there, one line says what it is for
    test_the_first_start_needs_nothing
    test_a_computer_without_a_name
    pictures: empty
  this computer's name, renamed in place
    test_this_computer_is_renamed_in_place
    test_escape_leaves_the_name_as_it_was
    test_a_name_is_changed_where_it_stands
    pictures: naming
  who can see this computer
    test_who_can_see_this_computer_is_chosen_from_a_menu
    test_everyone_may_see_it_for_ten_minutes
    test_nobody_sees_a_computer_whose_person_wants_that
    pictures: visibility_menu
  the menu: sending, devices, settings, help, about, each with its key
    test_menu_actions_have_their_keys
    test_a_check_tells_what_it_found
    pictures: main_menu
  about
    test_what_it_is_and_which_version_it_is
    pictures: about
  a name far too long, everywhere
    test_a_long_name_gives_way_before_what_is_said_about_it
    test_shortening_keeps_the_isolate_closed
    pictures: code_long_name recognised_long
    played: how long a name is makes no difference to an engine
Nearby
  nobody: a calm drawing, and after eight seconds why that may be
    test_nobody_near_says_what_it_does_and_later_why_nothing_is_there
    test_from_an_empty_window_to_a_verified_card
    pictures: empty_reasons
  cards, the last one for an address; what they are for is said until somebody has sent something
    test_dropped_on_a_card_with_the_mouse
    test_how_one_sends_is_said_until_somebody_has
    test_a_card_says_what_it_is_for
    test_cards_keep_their_places_and_the_address_stays_last
    pictures: near
  a hundred devices
    test_a_room_full_of_them_sees_everybody_and_misses_who_left
    pictures: hundred
    played: so many real ones are met without windows, in tests/discovery
  who is recognised is probable, the mark stands for a session that proved it
    test_who_is_only_recognised_is_probable_and_bears_no_mark
    test_once_proven_it_is_verified_and_remembered
    test_who_does_not_prove_to_be_the_remembered_one_gets_a_page_of_its_own
    pictures: near_remembered
  namesakes are told apart by address, and inherit no mark
    test_namesakes_are_told_apart_by_address_and_only_they
    test_case_004_a_namesake_inherits_no_mark
  a remembered device that is not seen
    test_who_is_away_is_said_quietly_behind_those_that_are_seen
    test_one_that_is_not_seen_is_listed_as_that
    pictures: near_away away_alone
  a click on a card: what can be done
    test_a_click_on_a_card_offers_files_a_folder_and_a_comparison
    test_a_card_offers_what_makes_sense_for_it
    test_what_is_sent_is_asked_about_and_delivered
    pictures: card_menu card_menu_remembered card_menu_verified
  connect by address
    test_from_an_empty_window_to_a_verified_card
    test_an_address_is_checked_and_connected_to
    pictures: by_address
  invite another computer
    test_who_can_invite_does_and_what_is_pasted_there_needs_no_code
    test_who_can_invite_nobody_is_told_why
    pictures: invite invite_not
Choosing and sending
  files and folders are dropped on a card
    test_dropped_on_a_card_with_the_mouse
    test_files_and_a_folder_dropped_on_a_card_are_sent_there
    pictures: dropping_on_a_card
  dropped beside the cards, pasted or handed over by a later start: for whom? Several may be chosen
    test_a_drop_beside_the_cards_asks_which_devices
    test_enter_sends_to_the_ticked_devices_and_space_ticks
    test_sent_with_the_keyboard_alone
    test_with_files_it_hands_over_and_ends
    pictures: dropping picker picker_more
  text is shown before it is sent
    test_a_pasted_text_arrives
    test_a_copied_text_is_shown_and_sent_to_who_is_chosen
    pictures: picker_text
  a text that came is shown literally, copied by a click, never opened
    test_a_text_is_delivered_when_it_is_on_the_screen
    test_what_it_says_is_literal
    test_a_text_is_shown_taken_and_copied_by_a_click
    pictures: text text_long text_hebrew
  a link from a browser is told
    test_a_link_from_a_browser_is_neither_sent_nor_fetched
  a received file is dragged out
    test_dropped_on_a_card_with_the_mouse
    test_a_received_files_row_is_dragged_out
Transfers
  direction, peer, what, bar, percent, rate, time left, and what limits it
    test_while_bytes_move_it_is_said_how_fast_and_what_limits_it
    test_progress_line
    test_what_limits_it_is_told_while_it_moves
    test_case_084_a_slow_network_is_what_limits_it
    pictures: transfers
  paused by either, in one row with who did it
    test_pausing_by_the_button_is_known_on_both_sides
    test_a_transfer_is_paused_and_resumed_by_its_button
    pictures: transfers
  a full disk stops both until there is room
    test_a_full_disk_stops_both_until_there_is_room
    pictures: transfers
  a lost connection: it waits and goes on, or is continued
    test_what_is_cut_waits_and_goes_on
    test_what_was_interrupted_waits_with_what_it_has_and_is_continued
    pictures: transfers_waiting
  where its folder is away, or its session about to go on, it says so
    test_what_is_received_and_waits_for_a_disk_goes_on_by_itself
    test_what_goes_on_after_a_restart_says_how_much_is_there
    pictures: transfers_stopped
  delivered: when, checked and saved where; open, show in folder
    test_what_is_sent_is_asked_about_and_delivered
    test_progress_moves_and_the_end_says_where_it_is
    test_received_files_can_be_opened_and_shown_but_programs_not_opened
    pictures: transfers
  failures open to a list with reasons, and are sent again
    test_what_failed_is_listed_with_its_reason_and_sent_again
    test_only_what_failed_goes_again
    test_what_failed_as_a_whole_is_sent_again_as_it_is_now
    test_what_came_to_nothing_is_sent_again_whole_on_one_row_at_a_time
    pictures: transfers
  earlier transfers stay below, searchable, over restarts
    test_earlier_transfers_survive_a_restart_and_are_found_by_words
    test_a_search_says_when_nothing_is_found_and_can_be_taken_back
    pictures: earlier earlier_alone earlier_nobody earlier_small earlier_nothing
  one that the disk does not let be looked up
    test_what_the_disk_refuses_to_tell_says_so_and_is_looked_up_again_when_that_is_wanted
    test_a_history_that_cannot_be_read_is_told_and_answered
    test_a_disk_that_refuses_the_first_look_does_not_pass_for_an_empty_history
    pictures: earlier_refused earlier_unknown
    played: tests/engine has a history that cannot be read, without a window
  what can be done with one of them, and all that is known of it
    test_enter_shows_all_that_is_known
    test_earlier_transfers_survive_a_restart_and_are_found_by_words
    pictures: earlier_menu past_details past_partly
  one or all are cleared after a question
    test_from_the_offer_to_the_receipt
    pictures: clear_all clear_one
  progress in the taskbar where the desktop listens, no sleep while bytes move
    test_the_taskbar_hears_how_far_it_is
    test_it_stays_awake_exactly_while_bytes_move
  ten thousand rows, a hundred devices: painted ten times a second at most
    test_whatever_happens_is_painted_ten_times_a_second_at_most
    test_a_hundred_devices_appear_and_change_quickly
    test_of_a_hundred_thousand_those_are_looked_up_that_somebody_looks_at
    test_a_hundred_thousand_names_open_at_once
  no disk, network or crypto on the window's thread
    test_the_window_s_thread_touches_no_disk_network_or_key
The code
  one dialog, the same on both sides
    test_from_an_empty_window_to_a_verified_card
    test_the_names_of_both_sides_stand_in_one_line
    pictures: code code_locked
  no stray key answers; they match is no default, as large as its opposite, and unlocks after a moment
    test_the_answers_are_alike_in_size_locked_at_first_and_none_is_the_default
    test_case_036_mashing_enter_and_space_while_it_opens_answers_nothing
    test_they_unlock_after_the_moment_and_not_before
  Escape is not now, and counts as no mismatch
    test_escape_and_the_close_button_mean_not_now
  waiting for the other person
    test_from_an_empty_window_to_a_verified_card
    pictures: code_waiting
  success, remember this device ticked, straight on to the transfer
    test_from_an_empty_window_to_a_verified_card
    test_left_alone_it_goes_by_itself_and_the_device_is_remembered
    test_remembered_after_a_restart_and_not_by_whoever_forgot
    pictures: code_verified code_verified_keys
  different: red and plain; nobody compares until it was seen
    test_codes_that_differ_are_red_on_both_screens
    test_codes_that_differ
    pictures: code_failed
  who did not prove to be the remembered one: a page, Stop is its default, the warning stays in sight
    test_who_does_not_prove_to_be_the_remembered_one_gets_a_page_of_its_own
    test_stop_is_the_default_and_the_other_choice_is_locked_at_first
    pictures: unproven unproven_locked code_doubted code_doubted_verified
  another one than was called proved to be remembered: is it meant?
    test_another_one_than_was_called_is_asked_about_first
    pictures: recognised
  heard digit by digit, left to right in ASCII in every language, enlarged, never copied
    test_case_037_a_screen_reader_hears_digit_by_digit_then_the_words
    test_a_code_is_read_from_left_to_right_in_every_language
    test_case_037_the_code_stays_left_to_right_and_can_be_enlarged_but_not_copied
    test_from_an_empty_window_to_a_verified_card
    pictures: code_large
  careful mode: typed here, compared here
    test_who_is_called_types_the_code_of_the_other_screen
    pictures: code_typed
Being asked
  who, how sure that is, what, how much, free space, where to save
    test_what_is_sent_is_asked_about_and_delivered
    test_it_says_who_what_how_much_and_where
    test_it_says_how_the_one_who_asks_is_known
    test_a_line_is_said_with_name_kind_and_size
    test_another_folder_may_be_chosen
    pictures: offer offer_remembered offer_kinds
  programs, names that are there, names that cannot be held
    test_what_is_sent_is_asked_about_and_delivered
    test_what_the_disk_there_cannot_hold_is_told_and_may_be_accepted
    test_what_is_there_already_is_kept_and_the_person_says_how
    pictures: offer_warnings offer_stick
  no room: accept is not offered
    test_what_has_no_room_cannot_be_accepted
    pictures: offer_no_space
  an offer that goes on with what is here
    test_what_was_interrupted_says_how_much_is_here
    test_what_goes_on_after_a_restart_says_how_much_is_there
    pictures: offer_continues
  always accept from this device, and why it asks after all
    test_what_is_always_accepted_from_one_offer_on_comes_unasked_until_it_is_withdrawn
    test_what_speaks_against_it_is_told
    pictures: offer_always offer_asked_after_all
  a notification with Accept and Decline while the window is hidden
    test_an_offer_is_accepted_in_a_notification
    test_an_offer_is_declined_where_it_is_told
    test_what_has_to_be_seen_first_cannot_be_accepted_unseen
  declined, and unanswered for two minutes
    test_a_no_and_no_answer_are_told_on_both_sides
The session
  since when, by what, which keys, how many bytes; ended with its keys
    test_a_session_is_seen_and_its_keys_are_destroyed
    test_what_a_session_is
    test_how_often_its_keys_were_renewed
    pictures: session_panel session_remembered session_over
  a session that proved itself, or was lost, is told quietly
    test_a_proof_is_told_quietly_and_a_code_not_again
    test_a_proof_is_told_quietly_and_what_it_is_by
    pictures: session_notices
  a receipt, as text or JSON, the same on both sides
    test_from_the_offer_to_the_receipt
    test_both_sides_save_the_same_receipt_of_a_folder_in_which_things_failed
When things do not work
  check the connection: each cause with its cure, and what the other side sees
    test_a_check_tells_what_it_found
    test_without_a_network_the_reason_is_told
    test_two_interfaces_in_one_network_are_named_and_cured
    test_a_vpn_that_takes_the_local_network_is_named_and_cured
    test_case_086_multicast_that_may_not_come_in_is_named_and_cured
    test_ufw
    test_firewalld
    test_windows_firewall
    test_macos_firewall
    test_a_device_in_another_subnet_is_told
    test_the_other_side_of_a_session_is_asked_what_it_sees
    pictures: check_busy check_good check_wrong check_there
  an error, its next step and its details
    test_every_leaf_has_a_sentence
    test_who_does_not_answer_is_a_sentence_with_its_details
    test_a_warning_has_its_details_and_a_report_to_copy
    test_trouble_is_a_sentence_with_a_next_step_and_is_not_repeated
    test_a_mistake_of_ours_is_a_sentence
    test_a_mistake_in_the_window_is_told_there_once_and_ends_nothing
    test_where_there_is_no_program_for_it_that_is_told
    test_what_failed_in_an_earlier_run_has_them_with_all_that_is_known_of_it
    test_the_red_page_has_them_without_a_word_of_the_code_and_stays
    pictures: notices error_details past_error
  what a window cannot start without
    test_a_start_that_fails_says_why
    pictures: start_failure
    played: there is no engine yet
Settings and desktop
  every setting holds at once and is kept
    test_a_choice_in_the_settings_is_kept_for_the_next_start
    test_a_choice_holds_at_once
    test_a_name_holds_when_it_is_finished
    test_a_folder_is_chosen
    pictures: settings settings_choice
  a number that cannot be is taken back, and what may be is said
    test_a_number_that_cannot_be_is_taken_back_and_the_range_is_said
    pictures: settings_number_refused
    played: the field refuses it before an engine hears of it
  a port that is taken is told where it was chosen
    test_a_port_that_is_taken_is_told_where_it_was_chosen
    test_another_port_holds_at_once_and_sessions_stay
    pictures: settings_port_taken
    played: nodes of tests have a port of their own; tests/engine has both
  the port in force is shown where the command line said it, or the one that is set was taken
    test_the_port_in_force_is_shown_and_who_said_so
    test_which_port_holds_and_whether_it_was_asked_for
    pictures: settings_port_asked settings_port_other
    played: nodes of tests have a port of their own, too; tests/engine has both ways
  settings survive upgrades; what makes no sense is set aside with a notice
    test_settings_of_an_older_version_are_taken_with_defaults_for_the_rest
    test_case_093_fields_of_another_version_survive_a_change
    test_settings_that_make_no_sense_are_set_aside_with_a_notice
  remembered devices: name, verified, expires, forget
    test_whom_both_remember_is_listed_renamed_and_forgotten
    test_each_has_a_name_and_three_dates
    pictures: remembered remembered_renaming remembered_many remembered_empty forget
  what each of them may send unasked
    test_what_is_always_accepted_from_one_offer_on_comes_unasked_until_it_is_withdrawn
    pictures: remembered_always always
  start at login
    test_a_key_turns_it_on_and_off_off_the_windows_thread
    test_a_desktop_entry_is_there_exactly_while_it_is_on
    test_a_start_at_login_disturbs_no_window_that_is_there
  one instance: a later start, also with files from a file manager, hands over
    test_with_files_it_hands_over_and_ends
    test_the_file_managers_send_with_the_program_on_the_path
    test_a_later_start_brings_the_window_forward_and_asks_which_device
  the tray, where there is one
    test_it_lives_at_its_icon_and_comes_when_that_is_clicked
    test_a_tray_is_waited_for_and_without_one_hidden_is_minimized
    pictures: tray_menu
  closing while transfers run asks once
    test_while_bytes_move_it_is_said_how_fast_and_what_limits_it
    test_what_runs_is_asked_about_and_staying_is_the_default
    test_in_the_background_at_the_tray_it_stays_until_somebody_quits
    pictures: closing closing_tray closing_no_tray
  the window comes back where it was
    test_it_comes_back_where_it_was
    test_a_screen_that_is_gone_takes_no_window_along
For everybody
  every control of every state has a name, a role and a state, and is reached by keys that are seen
    test_each_control_says_what_it_is_and_how_it_stands
    test_each_control_is_reached_with_tab_and_shows_that_it_has_the_keyboard
    test_the_main_job_needs_no_mouse
  a real client of AT-SPI hears the main job
    test_the_main_job_can_be_heard
  results are announced, and what happens without the keyboard
    test_how_it_ended_is_announced
    test_a_screen_reader_hears_each_line
    test_a_screen_reader_hears_of_the_success_and_of_the_box
  every word is readable where it stands, light and dark
    test_each_word_can_be_read_on_what_it_stands_on
    test_text_can_be_read
    test_what_a_rule_puts_together_can_be_read
    test_controls_can_be_told_from_what_they_stand_on
  nothing moves by itself
    test_nothing_moves_by_itself
  light and dark follow the system or the person's choice
    test_the_desktop_is_followed_until_the_person_chooses
    test_what_the_person_chose_is_worn_at_once
  six languages, complete, switched while it runs
    test_a_language_lacks_nothing_and_has_nothing_left_over
    test_arabic_has_six_forms_of_a_plural
    test_numbers_are_written_as_the_persons_country_does_it
    test_every_locale_of_qt_gives_a_day_and_a_month
    test_what_is_open_speaks_another_language_at_once_and_english_again
    test_what_is_put_together_before_it_is_looked_up_is_refused
  a low screen: what has to be answered is in sight
    test_a_sheet_fits_and_its_buttons_are_in_sight
  a low window: one page with one scroll bar, and nothing covers what can be clicked
    test_a_low_window_is_scrolled_as_one_page
    test_keys_bring_a_row_of_such_a_page_into_sight
    test_what_goes_by_itself_covers_nothing_that_can_be_clicked
  a narrow screen: nothing is cut off or scrolled sideways, in any language
    test_on_a_narrow_screen_nothing_is_cut_off_or_scrolled_sideways
    test_in_a_narrow_window_words_of_the_bar_give_way
  what a peer says is plain text everywhere, isolated, elided, and imitates no code
    test_case_001_089_on_every_screen
    test_case_089_on_every_screen_of_remembering
    test_case_035_a_name_is_literal_short_and_never_moves_the_code
Without a window
  send, receive, devices, pair, history, doctor; for people and, with --json, for programs
    test_a_folder_arrives_with_every_byte
    test_devices_are_listed
    test_pairing_alone
    test_programs_read_one_line_each
    test_the_doctor_tells_its_findings
  the code is compared on a terminal
    test_a_person_compares_on_a_terminal
  the same devices and history as the window
    test_after_one_comparison_no_code_is_needed
    test_the_sessions_of_running_programs
  exit codes for scripts
    test_every_error_has_its_place_in_the_table
    test_documented_codes
"""
_PICTURES, _PLAYED = "pictures: ", "played: "


@dataclass(frozen=True, slots=True)
class Row:
    """`pictures` as packaging/screenshots calls them."""

    part: str
    what: str
    tests: tuple[str, ...] = ()
    pictures: tuple[str, ...] = ()
    played: str = ""


def rows() -> Iterator[Row]:
    part, what, lines = "", "", list[str]()
    for line in [*_TABLE.strip().splitlines(), "end"]:
        if line.startswith("    "):
            lines.append(line.strip())
            continue
        if what:
            yield _row(part, what, lines)
        if line.startswith("  "):
            what, lines = line.strip(), []
        else:
            part, what = line, ""


def _row(part: str, what: str, lines: list[str]) -> Row:
    tests = tuple(line for line in lines if not line.startswith((_PICTURES, _PLAYED)))
    pictures = (line.removeprefix(_PICTURES).split() for line in lines if line.startswith(_PICTURES))
    played = (line.removeprefix(_PLAYED) for line in lines if line.startswith(_PLAYED))
    return Row(part, what, tests, tuple(next(pictures, ())), next(played, ""))


def places() -> dict[str, list[str]]:
    """Where the tests of each name are."""
    found: dict[str, list[str]] = defaultdict(list)
    for file, name in definitions():
        found[name].append(f"{file}::{name}")
    return found


def main() -> None:
    where, part = places(), ""
    for row in rows():
        if row.part != part:
            part = row.part
            print(part)
        print(f"  {row.what}")
        for test in row.tests:
            print(f"      {', '.join(where[test])}")
        if row.pictures:
            print(f"      pictures: {', '.join(row.pictures)}")
        if row.played:
            print(f"      not over real engines: {row.played}")


if __name__ == "__main__":
    main()
