// What a Mastodon server says of itself, to old clients and new ones.
#include "tests/fakes/mastodon_parts.hpp"

namespace fakes {

using nlohmann::json;

namespace {

constexpr const char* version = "4.5.0";

json configuration(const MastodonServer::Options& options) {
  json all = json::parse(R"({
    "accounts": {"max_featured_tags": 10, "max_pinned_statuses": 5},
    "media_attachments": {"supported_mime_types": ["image/png"], "image_size_limit": 16777216,
      "image_matrix_limit": 33177600, "video_size_limit": 103809024, "video_frame_rate_limit": 120,
      "video_matrix_limit": 8294400, "description_limit": 1500},
    "polls": {"max_options": 4, "max_characters_per_option": 50, "min_expiration": 300, "max_expiration": 2629746}
  })");
  all["statuses"] = {{"max_characters", options.max_characters},
                     {"max_media_attachments", 4},
                     {"characters_reserved_per_url", 23}};
  return all;
}

}  // namespace

// /api/v1/instance, which clients from before Mastodon 4.0 read, and many of today.
json MastodonServer::Parts::old_instance() {
  return {{"uri", options.host},
          {"title", "A server in memory"},
          {"short_description", "For tests"},
          {"description", "For tests"},
          {"email", "admin@" + options.host},
          {"version", version},
          {"urls", {{"streaming_api", web->websocket_url()}}},
          {"stats", {{"user_count", 4}, {"status_count", state.toots().size()}, {"domain_count", 1}}},
          {"thumbnail", "https://" + options.host + "/preview.png"},
          {"languages", {"en"}},
          {"registrations", false},
          {"approval_required", false},
          {"invites_enabled", false},
          {"configuration", configuration(options)},
          {"contact_account", state.account(*state.by_id(state.bot))},
          {"rules", json::array()}};
}

json MastodonServer::Parts::instance() {
  json settings = configuration(options);
  settings["urls"] = {{"streaming", web->websocket_url()}, {"about", nullptr}};
  settings["vapid"] = {{"public_key", "a-key"}};
  settings["translation"] = {{"enabled", false}};
  settings["limited_federation"] = false;
  const json everybody{{"local", "public"}, {"remote", "public"}};
  settings["timelines_access"] = {
      {"live_feeds", everybody},
      {"hashtag_feeds", {{"local", options.own_hashtags}, {"remote", options.others_hashtags}}},
      {"trending_link_feeds", everybody}};
  return {{"domain", options.host},
          {"title", "A server in memory"},
          {"version", version},
          {"source_url", "https://" + options.host + "/source"},
          {"description", "For tests"},
          {"usage", {{"users", {{"active_month", 4}}}}},
          {"thumbnail", {{"url", "https://" + options.host + "/preview.png"}}},
          {"icon", json::array()},
          {"languages", {"en"}},
          {"configuration", settings},
          {"registrations",
           {{"enabled", false},
            {"approval_required", false},
            {"reason_required", nullptr},
            {"message", nullptr},
            {"min_age", nullptr},
            {"url", nullptr}}},
          {"api_versions", {{"mastodon", 7}}},
          {"contact", {{"email", "admin@" + options.host}, {"account", nullptr}}},
          {"rules", json::array()}};
}

}  // namespace fakes
