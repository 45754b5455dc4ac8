// A reply marked wrong: taken back, and its post made a test of the rule.
#include "app/desk.hpp"
#include "app/facts.hpp"
#include "app/flock.hpp"
#include "app/no_longer_there.hpp"
#include "app/workbench.hpp"
#include "app/wrong_reply.hpp"
#include "rulefile/edit.hpp"
#include "rules/decide.hpp"
#include "rules/ruleset.hpp"

namespace app {

struct Workbench::WrongReply {
  domain::OutboxRow row;
  std::optional<domain::Post> post;  // none: nothing that may be quoted
  domain::Facts facts;
};

base::Result<Workbench::WrongReply> Workbench::wrong_reply(const std::string& key) const {
  WrongReply wrong;
  auto read = parts_.store.read([&](domain::Tables& tables) -> base::Status {
    auto row = tables.outbox.find(key);
    if (!row) return no_longer_there("reply");
    wrong.row = std::move(*row);
    const auto stored = tables.posts.find({wrong.row.network, wrong.row.post_id});
    const auto network = parts_.networks.find(wrong.row.network);
    const auto snapshot = parts_.flock.snapshot(wrong.row.cohort);
    const bool quotable = stored && !stored->post.text.empty() && stored->post.is_public();
    if (!quotable || !snapshot || network == parts_.networks.end()) return {};
    const Matter matter{stored->post,
                        wrong.row.cohort,
                        snapshot,
                        stored->kept,
                        address_of(tables, stored->post, network->second->self()),
                        parts_.flock.role_of(wrong.row.cohort, stored->post.author, wrong.row.network)};
    const auto reading = rules::read(*snapshot->ruleset, stored->post, matter.address.any);
    wrong.facts =
        gather_facts(tables, parts_.flock, matter, reading, {.now = parts_.clock.now(), .again = true});
    wrong.post = stored->post;
    return {};
  });
  if (!read) return read.error();
  return wrong;
}

MarkedWrong Workbench::add_test(const WrongReply& wrong) {
  const std::string& cohort = wrong.row.cohort;
  const auto snapshot = parts_.flock.snapshot(cohort);
  if (!wrong.post || !snapshot) return {"", 0, "There is no public post that could be made a test."};
  const auto file = file_with_rule(cohort, wrong.row.rule);
  if (!file) return {"", 0, "No test was added. " + file.error().message};
  const auto one = test_of_wrong_reply(*snapshot->ruleset, wrong.row.rule, *wrong.post, wrong.facts);
  auto added = rulefile::with_case(*file, one);
  if (!added) return {"", 0, "No test was added. " + added.error().message};
  const auto published = publish({cohort, file->path, std::move(added->text)}, version_of(file->text));
  if (!published) return {"", 0, "No test was added. " + published.error().message};
  if (published->state != Published::State::published) {
    return {"", 0, "No test was added: " + file->path + " is being changed or has mistakes."};
  }
  return {file->path, added->line,
          "Its post is now a test in " + file->path + ", line " + std::to_string(added->line) +
              ": it expects silence, and fails until the rule is mended."};
}

base::Result<MarkedWrong> Workbench::mark_wrong(const std::string& key) {
  const auto wrong = wrong_reply(key);
  if (!wrong) return wrong.error();
  if (auto taken_back = parts_.desk.withdraw(key); !taken_back) return taken_back.error();
  MarkedWrong marked = add_test(*wrong);
  marked.note = "The reply is taken back. " + marked.note;
  return marked;
}

}  // namespace app
