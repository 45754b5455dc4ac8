#include "networks/x_examination.hpp"

#include <gtest/gtest.h>

#include "base/files.hpp"
#include "tests/fakes/fixed_clock.hpp"
#include "tests/fakes/folder.hpp"
#include "tests/fakes/x_server.hpp"
#include "tests/networks/findings.hpp"
#include "tests/networks/requests_left.hpp"

namespace {

using fakes::XFault;
using fakes::XServer;
using network_tests::finding;

class XExaminationTest : public testing::Test {
 protected:
  XExaminationTest() {
    server.add_account("flockmate");
    patient.server = XServer::address;
    patient.handle = "Flockmate";
    patient.keys.bearer = XServer::bearer;
    patient.keys.client_id = "an-app";
    patient.keys.refresh_token = XServer::first_refresh;
    patient.session = folder.path() / "tokens" / "x.json";
  }
  domain::Findings examine() { return networks::examine_x(patient, server, clock); }

  fakes::FixedClock clock;
  fakes::Folder folder;
  XServer server{clock};
  const network_tests::RequestsLeft left{"x", [this] { return network_tests::asked_of(server); }};
  networks::XPatient patient;
};

TEST_F(XExaminationTest, a_healthy_account) {
  domain::Bill bill;
  bill.payee = "X";
  bill.cap = 25'000'000;
  patient.bill = bill;
  EXPECT_EQ(network_tests::lines_of(examine()),
            "ok x: server: api.x.example answers, and its certificate is trusted.\n"
            "ok x: app: The app's bearer token is valid.\n"
            "ok x: rate limit: 449 of 450 requests are left.\n"
            "ok x: quota: 12 of 3000000 posts were read this month; the count begins again in 9 days.\n"
            "ok x: stream: The filtered stream is open to the app.\n"
            "ok x: account: The credential is valid; the bot speaks as @flockmate.\n"
            "ok x: money: " +
                domain::sentence_of(bill) +
                "\n"
                "by hand x: label: Whether the account carries the label \"Automated\" cannot be seen from "
                "here; X asks for "
                "it.\n");
  EXPECT_TRUE(server.posts_of("100").empty());
  // What renewed the token is kept for the service: the one in the credential is used up.
  EXPECT_NE(base::read_file(*patient.session)->find(server.refresh_token()), std::string::npos);
  EXPECT_EQ(finding(examine(), "x: account"), "ok The credential is valid; the bot speaks as @flockmate.");
  EXPECT_EQ(server.calls("POST /2/oauth2/token"), 1);
}

TEST_F(XExaminationTest, the_label_is_for_a_person_to_set) {
  EXPECT_EQ(network_tests::last(examine()),
            "by hand Whether the account carries the label \"Automated\" cannot be seen from here; X asks "
            "for it. | Log in "
            "as the bot: Settings, Your account, Account information, Automation. Name the person who is "
            "responsible there, "
            "and say in the profile that it is a bot.");
}

TEST_F(XExaminationTest, tokens_that_are_the_services_are_left_alone) {
  patient.session.reset();
  EXPECT_EQ(finding(examine(), "x: account"),
            "by hand The account was not tried: X's tokens are good for one use, and they are the service's. "
            "| Stop the "
            "service and run doctor as its user to try it.");
  EXPECT_EQ(server.refresh_token(), XServer::first_refresh);
  patient.keys.api_key = patient.keys.api_secret = patient.keys.access_token = patient.keys.access_secret =
      "k";
  EXPECT_EQ(finding(examine(), "x: account"), "ok The credential is valid; the bot speaks as @flockmate.");
}

TEST_F(XExaminationTest, a_credential_that_is_over_or_anothers) {
  patient.handle = "helper";
  EXPECT_EQ(finding(examine(), "x: account"),
            "warning The settings call the bot @helper, the credential belongs to @flockmate. | Set `handle: "
            "\"@flockmate\"`, or log in as the other account: flockmate login x.");
  patient.keys.refresh_token = "an-old-one";
  EXPECT_EQ(finding(examine(), "x: account"),
            "error X no longer accepts the bot's refresh token (Value passed for the token was invalid.). | "
            "Log in again "
            "and put the new one into the credential.");
  patient.keys.bearer = "no-bearer";
  EXPECT_EQ(finding(examine(), "x: app"),
            "error X does not accept the app's bearer token: Unauthorized. | Make a new one in X's developer "
            "portal (Keys "
            "and tokens). Run: flockmate login x.");
}

struct Quota {
  const char* data;
  const char* found;
};

TEST_F(XExaminationTest, quota_and_credits) {
  const std::string mend =
      " | Listen to fewer hashtags, or raise the project's limit in X's developer portal.";
  for (const auto& [data, found] :
       {Quota{R"({"project_usage":89,"project_cap":100,"cap_reset_day":3})",
              "ok 89 of 100 posts were read this month; the count begins again in 3 days."},
        Quota{R"({"project_usage":"90","project_cap":"100"})",
              "warning 90 of 100 posts were read this month."},
        Quota{R"({"project_usage":100,"project_cap":100})",
              "error 100 of 100 posts were read this month."}}) {
    server.next("GET /2/usage/tweets", {XFault::answer(200, std::string("{\"data\":") + data + "}")});
    const std::string words(found);
    EXPECT_EQ(finding(examine(), "x: quota"), words.starts_with("ok") ? words : words + mend);
  }
  server.next("GET /2/usage/tweets", {XFault::answer(402, R"({"title":"CreditsDepleted"})")});
  EXPECT_EQ(finding(examine(), "x: quota"),
            "error X's credits are used up: CreditsDepleted. | Buy credits in X's developer portal.");
}

TEST_F(XExaminationTest, a_stream_that_is_closed_and_little_left) {
  server.next("GET /2/usage/tweets", {XFault::answer(200, "{}",
                                                     {{"x-rate-limit-limit", "50"},
                                                      {"x-rate-limit-remaining", "1"},
                                                      {"x-rate-limit-reset", "1772560900"},
                                                      {"date", "Tue, 03 Mar 2026 18:20:00 GMT"}})});
  server.next("GET /2/tweets/search/stream/rules",
              {XFault::answer(403, R"({"detail":"client-not-enrolled"})")});
  const auto found = examine();
  EXPECT_EQ(finding(found, "x: stream"),
            "error The filtered stream is not open to the app: client-not-enrolled. | In X's developer "
            "portal the app must "
            "be in a project with a plan that has it.");
  EXPECT_EQ(finding(found, "x: rate limit"),
            "warning 1 of 50 requests are left until 2026-03-03T18:01:40Z. | Find out what else uses this "
            "account or this "
            "address; the bot waits when nothing is left.");
  EXPECT_EQ(finding(found, "x: clock"),
            "error This machine's clock is 20 minutes behind api.x.example's. | Set it, and keep it set: "
            "sudo timedatectl "
            "set-ntp true.");
}

TEST_F(XExaminationTest, the_months_money_is_gone) {
  domain::Bill bill;
  bill.payee = "X";
  bill.spent = bill.cap = 1'000'000;
  patient.bill = bill;
  EXPECT_EQ(finding(examine(), "x: money"),
            "warning " + domain::sentence_of(bill) +
                " | Raise `monthly_dollars:` in the settings if it is worth it.");
}

TEST_F(XExaminationTest, out_of_reach) {
  server.next("GET /2/usage/tweets", {XFault::no_connection()});
  const auto found = examine();
  EXPECT_EQ(found.front().what, "x: server");
  EXPECT_EQ(found.front().sentence, "api.x.example cannot be reached: no connection.");
}

}  // namespace
