"""Our Mastodon in memory, judged by Debian's python3-mastodon."""
import json
import os
import sys
import time
import traceback
import urllib.request

from mastodon import Mastodon, StreamListener
from mastodon import errors

fake = json.loads(os.environ["FAKE"])
counts = {"passed": 0, "failed": 0}


def tell(what):
    request = urllib.request.Request(fake["control"], data=json.dumps(what).encode())
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)


def until(happened):
    end = time.monotonic() + 20
    while time.monotonic() < end:
        found = happened()
        if found:
            return found
        time.sleep(0.02)
    raise AssertionError("nothing came of it in 20 seconds")


def failure(kind, call):
    try:
        call()
    except kind as error:
        return error
    raise AssertionError("it did not fail")


def client(token, **more):
    return Mastodon(access_token=token, api_base_url=fake["url"], ratelimit_method="throw", **more)


def logs_in():
    app, secret = Mastodon.create_app("Judge", scopes=["read", "write"], api_base_url=fake["url"])
    stranger = Mastodon(client_id=app, client_secret=secret, api_base_url=fake["url"])
    failure(errors.MastodonIllegalArgumentError, lambda: stranger.log_in(code="bad-code", scopes=["read"]))
    token = stranger.log_in(code=fake["code"], scopes=["read", "write"])
    me = client(token).account_verify_credentials()
    assert me.username == "flockmate" and me.bot is True
    assert me.created_at.year == 2026


def reads_what_the_server_allows():
    instance = api.instance()
    assert api.mastodon_major >= 4, api.mastodon_major
    assert instance.configuration.statuses.max_characters == 500
    assert instance.configuration.statuses.characters_reserved_per_url == 23
    assert api.stream_healthy() is True


def pages_through_a_hashtag():
    ids = [int(tell({"do": "post", "by": "ana", "text": f"{number} #flock"})["id"]) for number in range(5)]
    first = api.timeline_hashtag("flock", limit=2)
    everything = api.fetch_remaining(first)
    assert [post.id for post in everything] == ids[::-1], everything
    newer = api.timeline_hashtag("flock", min_id=ids[1], limit=2)
    assert [post.id for post in newer] == [ids[3], ids[2]]
    assert [post.id for post in api.fetch_previous(newer)] == [ids[4]]


class Ear(StreamListener):
    def __init__(self):
        self.heard = []
        self.beats = 0

    def on_update(self, status):
        self.heard.append(("update", status))

    def on_status_update(self, status):
        self.heard.append(("edit", status))

    def on_delete(self, status_id):
        self.heard.append(("delete", status_id))

    def on_notification(self, notification):
        self.heard.append(("notification", notification))

    def handle_heartbeat(self):
        self.beats += 1

    # Mastodon ends a heartbeat with an empty line; this version of the client takes that for an event without a name.
    def _dispatch(self, event):
        if event:
            super()._dispatch(event)

    def of(self, kind):
        return [what for name, what in self.heard if name == kind]


def hears_posts_edits_deletions_and_mentions():
    tag, user = Ear(), Ear()
    streams = [api.stream_hashtag("flock", tag, run_async=True), api.stream_user(user, run_async=True)]
    post = lambda: tell({"do": "post", "by": "ben", "text": "@flockmate Good morning #flock"})["id"]
    last = until(lambda: (post(), tag.of("update") and user.of("notification"))[1] and post())
    tell({"do": "edit", "id": last, "text": "Good evening #flock"})
    tell({"do": "remove", "id": last})
    until(lambda: tag.of("delete"))
    assert "Good morning" in tag.of("update")[0].content
    assert tag.of("edit")[0].id == int(last) and tag.of("edit")[0].edited_at is not None
    assert str(tag.of("delete")[0]) == last
    assert user.of("notification")[0].type == "mention"
    until(lambda: tag.beats > 1)
    for stream in streams:
        stream.close()


def says_a_thing_once_whatever_is_repeated():
    first = api.status_post("Good morning", visibility="unlisted", idempotency_key="python-1")
    second = api.status_post("Good morning", visibility="unlisted", idempotency_key="python-1")
    assert first.id == second.id and first.visibility == "unlisted"
    assert len([post for post in tell({"do": "said"}) if post["text"] == "Good morning"]) == 1


def answers_reads_the_thread_and_takes_it_back():
    parent = tell({"do": "post", "by": "ana", "text": "Where are the slides? #flock"})["id"]
    answer = api.status_post("Over there", in_reply_to_id=parent)
    assert answer.in_reply_to_id == int(parent)
    assert [post.id for post in api.status_context(answer.id).ancestors] == [int(parent)]
    assert [post.id for post in api.status_context(parent).descendants] == [answer.id]
    api.status_delete(answer.id)
    failure(errors.MastodonNotFoundError, lambda: api.status(answer.id))


def reads_notifications_and_relationships():
    tell({"do": "post", "by": "cleo", "text": "@flockmate hi"})
    tell({"do": "mute", "whom": "cleo"})
    newest = api.notifications(limit=1)[0]
    assert newest.account.acct == "cleo" and newest.type == "mention"
    ana = int(tell({"do": "id", "of": "ana"})["id"])
    relations = {one.id: one for one in api.account_relationships([newest.account.id, ana])}
    assert relations[newest.account.id].muting is True and relations[ana].muting is False
    assert [one.acct for one in api.mutes()] == ["cleo"]


def sees_how_much_is_left():
    api.account_verify_credentials()
    assert (api.ratelimit_limit, api.ratelimit_remaining) == (300, 299)
    # 2026-03-03 18:05:00.123456, a time and not a number
    assert abs(api.ratelimit_reset - 1772561100.123456) < 0.01, api.ratelimit_reset


def understands_every_error():
    failure(errors.MastodonNotFoundError, lambda: api.status(9))
    blank = failure(errors.MastodonAPIError, lambda: api.status_post(""))
    assert blank.args[1] == 422 and blank.args[3] == "Validation failed: Text can't be blank", blank.args
    failure(errors.MastodonUnauthorizedError,
            lambda: client("another", version_check_mode="none").account_verify_credentials())
    for how, kind in (("too_many", errors.MastodonRatelimitError), ("busy", errors.MastodonServiceUnavailableError),
                      ("expired", errors.MastodonUnauthorizedError)):
        tell({"do": "fail", "how": how})
        failure(kind, api.account_verify_credentials)
    tell({"do": "fail", "how": "no more"})


api = client(fake["token"])
for scene in (logs_in, reads_what_the_server_allows, pages_through_a_hashtag, hears_posts_edits_deletions_and_mentions,
              says_a_thing_once_whatever_is_repeated, answers_reads_the_thread_and_takes_it_back,
              reads_notifications_and_relationships, sees_how_much_is_left, understands_every_error):
    try:
        scene()
        counts["passed"] += 1
    except Exception:  # the next scenes are played all the same
        counts["failed"] += 1
        print("FAILED ", scene.__name__.replace("_", " "))
        traceback.print_exc(file=sys.stdout)
print("Debian's python3-mastodon on our Mastodon:")
print(f"{counts['passed']} passed, {counts['failed']} failed")
sys.exit(1 if counts["failed"] else 0)
