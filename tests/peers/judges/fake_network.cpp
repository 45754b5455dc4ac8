// One of the networks in memory as a program, for clients that others wrote.
// Usage: fake_network mastodon|x
// Says in a line of JSON where it is, what opens it, and where it is told what happens: a POST to `control`
// with an object makes it so. Ends with its input.
#include <iostream>

#include "tests/fakes/web_server.hpp"
#include "tests/peers/judges/scene.hpp"

namespace {

using nlohmann::json;

json outcome(judges::Scene& scene, const std::string& wish) {
  try {
    return scene.happen(json::parse(wish));
  } catch (const std::exception& error) {
    return {{"error", error.what()}};
  }
}

void run(judges::Scene& scene) {
  const fakes::WebServer control([&](const fakes::WebRequest& request, fakes::WebTalk& talk) {
    const json result = outcome(scene, request.body);
    talk.answer(result.contains("error") ? 400 : 200, result.dump(), {{"Content-Type", "application/json"}});
  });
  json where = scene.where();
  where["control"] = control.url("/");
  std::cout << where.dump() << std::endl;
  std::string ignored;
  while (std::getline(std::cin, ignored)) {
  }
}

}  // namespace

int main(int argc, char** argv) {
  const std::string network = argc == 2 ? argv[1] : "";
  if (network != "mastodon" && network != "x") {
    std::cerr << "usage: fake_network mastodon|x\n";
    return 2;
  }
  const auto scene = network == "x" ? judges::make_x_scene() : judges::make_mastodon_scene();
  run(*scene);
  return 0;
}
