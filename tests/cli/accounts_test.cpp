#include "cli/accounts.hpp"

#include <gtest/gtest.h>
#include <spdlog/sinks/null_sink.h>
#include <spdlog/spdlog.h>

#include <fstream>

#include "tests/fakes/fixed_clock.hpp"
#include "tests/fakes/folder.hpp"
#include "tests/fakes/mastodon_server.hpp"

namespace {

using domain::NetworkKind;
using rulefile::Account;

class AccountsTest : public testing::Test {
 protected:
  AccountsTest() {
    password = folder / "bluesky";
    std::ofstream(password) << "abcd-efgh-ijkl-mnop\n";
    std::filesystem::permissions(password, std::filesystem::perms::owner_read);
  }

  base::Result<cli::Accounts> open(const Account& account, NetworkKind kind = NetworkKind::bluesky) {
    rulefile::ServiceConfig config;
    config.networks[NetworkKind::practice] = {};
    config.networks[kind] = account;
    const auto none = [] { return std::vector<std::string>{}; };
    return cli::Accounts::open({config, folder, clock, none, none, log});
  }
  static Account account(const std::string& handle, const std::string& server,
                         const std::string& credential) {
    Account account;
    account.handle = handle;
    account.server = server;
    account.credential = credential;
    return account;
  }
  std::string trouble_with(const Account& account, NetworkKind kind = NetworkKind::bluesky) {
    const auto accounts = open(account, kind);
    return accounts ? "" : accounts.error().message;
  }

  fakes::FixedClock clock;
  const fakes::Folder own;
  const std::filesystem::path folder = own.path();
  std::filesystem::path password;
  std::shared_ptr<spdlog::logger> log =
      std::make_shared<spdlog::logger>("test", std::make_shared<spdlog::sinks::null_sink_mt>());
};

TEST_F(AccountsTest, the_practice_network_alone_needs_none) {
  const auto accounts = cli::Accounts::open({{}, folder, clock, {}, {}, log});
  ASSERT_TRUE(accounts.ok());
  EXPECT_TRUE(accounts->networks().empty());
}

TEST_F(AccountsTest, bluesky_needs_a_handle_and_an_app_password) {
  const auto accounts = open(account("flockmate.example.org", "", password));
  ASSERT_TRUE(accounts.ok()) << accounts.error().message;
  ASSERT_EQ(accounts->networks().size(), 1U);
  const domain::Network& network = *accounts->networks().at(NetworkKind::bluesky);
  EXPECT_EQ(network.kind(), NetworkKind::bluesky);
  EXPECT_EQ(network.self().handle, "flockmate.example.org");

  EXPECT_EQ(trouble_with(account("", "", password)),
            "the account on Bluesky needs `handle`, such as `handle: flockmate.example.org`.");
  EXPECT_EQ(trouble_with(account("flockmate.example.org", "", "")),
            "the account on Bluesky needs `credential`, such as `credential: bluesky`.");
  EXPECT_EQ(trouble_with(account("flockmate.example.org", "http://pds.example", password))
                .substr(0, std::string("`server: http://pds.example` is not a server's address").size()),
            "`server: http://pds.example` is not a server's address");
  std::filesystem::permissions(password, std::filesystem::perms::all);
  EXPECT_EQ(trouble_with(account("flockmate.example.org", "", password)),
            password.string() + " can be read by others. Run: chmod 600 " + password.string());
}

TEST_F(AccountsTest, a_jetstream_elsewhere_has_to_be_encrypted) {
  Account following = account("flockmate.example.org", "", password);
  following.jetstreams = {"wss://stream.example", "ws://localhost:6008"};
  EXPECT_EQ(trouble_with(following), "");
  following.jetstreams = {"ws://stream.example"};
  const std::string words = "`jetstream: ws://stream.example` is not a stream's address: ";
  EXPECT_EQ(trouble_with(following).substr(0, words.size()), words);
}

TEST_F(AccountsTest, who_may_be_written_to_alone) {
  const auto bluesky = open(account("flockmate.example.org", "", password));
  EXPECT_TRUE(bluesky->messengers().contains(NetworkKind::bluesky));
  const fakes::MastodonServer server{clock};
  const auto token = folder / "mastodon";
  std::ofstream(token) << server.token() << "\n";
  std::filesystem::permissions(token, std::filesystem::perms::owner_read);
  const auto mastodon = open(account("flockmate", server.url(), token), NetworkKind::mastodon);
  ASSERT_TRUE(mastodon.ok()) << mastodon.error().message;
  EXPECT_TRUE(mastodon->messengers().contains(NetworkKind::mastodon));
  EXPECT_EQ(mastodon->messengers().size(), 1U);
}

TEST_F(AccountsTest, x_needs_a_handle_and_its_keys_and_has_a_bill) {
  const auto keys = folder / "x";
  std::ofstream(keys) << "bearer: b\nclient_id: c\nrefresh_token: r\n";
  std::filesystem::permissions(keys, std::filesystem::perms::owner_read);
  Account named = account("flockmate", "", keys);
  named.monthly_cap = 7'000'000;
  named.prices.as_of = "2027-01-31";
  const auto accounts = open(named, NetworkKind::x);
  ASSERT_TRUE(accounts.ok()) << accounts.error().message;
  domain::Network& network = *accounts->networks().at(NetworkKind::x);
  EXPECT_EQ(network.kind(), NetworkKind::x);
  EXPECT_EQ(network.self().handle, "flockmate");
  ASSERT_TRUE(network.bill());
  EXPECT_EQ(network.bill()->cap, 7'000'000);
  EXPECT_EQ(network.bill()->prices_as_of, "2027-01-31");

  const auto trouble = [&](const Account& wrong) { return trouble_with(wrong, NetworkKind::x); };
  EXPECT_EQ(trouble(account("", "", keys)), "the account on X needs `handle`, such as `handle: flockmate`.");
  EXPECT_EQ(trouble(account("flockmate", "", "")),
            "the account on X needs `credential`, such as `credential: x`.");
  EXPECT_EQ(trouble(account("flockmate", "api.x.com", keys)),
            "`server: api.x.com` is not a server's address: That is not an address that can be used: it does "
            "not start with https://.");
}

}  // namespace
