#include "app/identities.hpp"

#include "app/call_all.hpp"
#include "app/flock.hpp"
#include "base/text.hpp"
#include "domain/store.hpp"

namespace app {
namespace {

void resolve(domain::Tables& tables, Flock& flock, const domain::Post& post) {
  const std::string key =
      "facilitator/" + std::string(domain::to_word(post.network)) + "/" + base::fold(post.author.handle);
  std::string account = tables.settings.get(key);
  if (account.empty()) {
    account = post.author.id;
    tables.settings.set(key, account);
  }
  flock.resolve(post.network, post.author.handle, account);
}

void report(domain::Tables& tables, const std::string& cohort, const domain::Post& post,
            Aftermath& aftermath) {
  const std::string network(domain::to_word(post.network));
  domain::Card card;
  card.key = "handle/" + cohort + "/" + network + "/" + post.author.id;
  card.cohort = cohort;
  card.network = post.network;
  card.rule = "facilitators";
  card.text = "A facilitator's handle on " + network +
              " now belongs to another account. That account does not count as a facilitator's.";
  card.at = post.created_at;
  call_all(tables, std::move(card), domain::Alert::Kind::rules, aftermath);
}

}  // namespace

domain::Role resolve_role(domain::Tables& tables, Flock& flock, const std::string& cohort,
                          const domain::Post& post, Aftermath& aftermath) {
  const domain::Author& author = post.author;
  if (author.bot || !flock.is_facilitator_handle(cohort, author.handle, post.network)) {
    return flock.role_of(cohort, author, post.network);
  }
  if (flock.account_of(post.network, author.handle).empty()) resolve(tables, flock, post);
  const domain::Role role = flock.role_of(cohort, author, post.network);
  if (role != domain::Role::facilitator) report(tables, cohort, post, aftermath);
  return role;
}

}  // namespace app
