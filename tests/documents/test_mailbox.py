"""A mailbox is read as its messages one after the other, each with its place."""

import pytest
from dossier.model.errors import UserError
from dossier.model.locator import describe_locators

FIRST = """\
From ada@example.org Mon Jan 28 10:00:00 2019
From: Ada <ada@example.org>
Date: Mon, 28 Jan 2019 10:00:00 +0100
Subject: The quay
Message-ID: <1@example.org>

They counted 48 boats.

From Monday 2019
>From then on, 12 stay.

"""
SECOND = """\
From bo@example.org Tue Jan 29 10:00:00 2019
From: Bo <bo@example.org>
Subject: Re: The quay
Message-ID: <2@example.org>
Content-Type: text/html

<p>No, <b>47</b>.</p>

"""
THIRD = SECOND.replace("Subject: Re: The quay\n", "").replace("text/html", "application/pdf")


def test_each_message_is_read_with_its_place(read):
    extract = read(FIRST + SECOND, "list.mbox")
    assert extract.text == (
        "From: Ada <ada@example.org>\nDate: Mon, 28 Jan 2019 10:00:00 +0100\nSubject: The quay\n\n"
        "They counted 48 boats.\n\nFrom Monday 2019\n>From then on, 12 stay.\n\n"
        "From: Bo <bo@example.org>\nSubject: Re: The quay\n\nNo, 47.\n"
    )
    assert [extract.text[locator.offset :].partition("\n")[0] for locator in extract.locators] == [
        "From: Ada <ada@example.org>",
        "From: Bo <bo@example.org>",
    ]
    assert describe_locators(extract.locators[1:]) == "in “message 2: Re: The quay”"
    assert extract.remarks == ("It has 2 messages: if you need one only, save and add that.",)
    assert read((FIRST + SECOND).replace("\n", "\r\n"), "list.mbox").text == extract.text


def test_the_line_before_a_message_may_have_more_than_its_date(read):
    extract = read((FIRST + SECOND).replace("00 2019\n", "00 2019 remote from kell\n"), "list.mbox")
    assert len(extract.locators) == 2


def test_an_attachment_is_listed_and_a_message_without_a_subject_has_its_number(read):
    extract = read(FIRST + THIRD, "list.mbox")
    assert extract.locators[1].label == "message 2"
    assert any(remark.startswith("Attachment, left out: ") for remark in extract.remarks)


def test_a_mailbox_without_text_or_with_too_many_messages_is_rejected(read):
    with pytest.raises(UserError, match=r"list\.mbox: its messages contain no text"):
        read(THIRD * 2, "list.mbox")
    with pytest.raises(UserError, match=r"list\.mbox: it has no message that begins"):
        read("They counted 48 boats.\n", "list.mbox")
    with pytest.raises(UserError, match=r"list\.mbox: it has more than 2,000 messages"):
        read(SECOND * 2001, "list.mbox")
