#include "language/commands.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace language {
namespace {

// A command is a few words; a longer post says something else.
constexpr std::size_t most_words = 12;

struct Wording {
  std::string_view words;  // folded, joined by single spaces; elisions and hyphens count as spaces
  Command command;
};

constexpr std::array wordings = {
    Wording{"stop", Command::stop}, Wording{"stop it", Command::stop}, Wording{"stop this", Command::stop},
    Wording{"stop bot", Command::stop}, Wording{"stop now", Command::stop}, Wording{"just stop", Command::stop},
    Wording{"stop replying", Command::stop}, Wording{"stop replying to me", Command::stop},
    Wording{"stop answering me", Command::stop}, Wording{"stop messaging me", Command::stop},
    Wording{"stop writing to me", Command::stop}, Wording{"stop writing me", Command::stop},
    Wording{"stop talking to me", Command::stop}, Wording{"stop tagging me", Command::stop},
    Wording{"stop bothering me", Command::stop}, Wording{"stop mentioning me", Command::stop},
    Wording{"don't reply to me", Command::stop}, Wording{"do not reply to me", Command::stop},
    Wording{"dont reply to me", Command::stop}, Wording{"don't reply", Command::stop},
    Wording{"don't answer me", Command::stop}, Wording{"do not answer me", Command::stop},
    Wording{"never reply to me again", Command::stop}, Wording{"don't reply to me again", Command::stop},
    Wording{"unsubscribe", Command::stop}, Wording{"unsubscribe me", Command::stop}, Wording{"un subscribe", Command::stop},
    Wording{"unfollow me", Command::stop}, Wording{"opt out", Command::stop}, Wording{"opt me out", Command::stop},
    Wording{"leave me alone", Command::stop}, Wording{"leave me be", Command::stop}, Wording{"go away", Command::stop},
    Wording{"no more replies", Command::stop}, Wording{"no more messages", Command::stop},
    Wording{"i want to unsubscribe", Command::stop}, Wording{"i want you to stop", Command::stop},
    Wording{"can you stop", Command::stop}, Wording{"could you stop", Command::stop}, Wording{"shut up", Command::stop},
    Wording{"stop bots", Command::stop}, Wording{"quit it", Command::stop},
    Wording{"arrete", Command::stop}, Wording{"arretez", Command::stop}, Wording{"arrete toi", Command::stop},
    Wording{"arrete ca", Command::stop}, Wording{"arretez ca", Command::stop}, Wording{"arreter", Command::stop},
    Wording{"arrete de me repondre", Command::stop}, Wording{"arretez de me repondre", Command::stop},
    Wording{"arrete de m' ecrire", Command::stop}, Wording{"arretez de m' ecrire", Command::stop},
    Wording{"arrete de repondre", Command::stop}, Wording{"ne me reponds plus", Command::stop},
    Wording{"ne me repondez plus", Command::stop}, Wording{"me reponds plus", Command::stop},
    Wording{"ne m' ecris plus", Command::stop}, Wording{"ne m' ecrivez plus", Command::stop},
    Wording{"ca suffit", Command::stop}, Wording{"tais toi", Command::stop}, Wording{"taisez vous", Command::stop},
    Wording{"desabonne moi", Command::stop}, Wording{"desabonnez moi", Command::stop},
    Wording{"desabonner", Command::stop}, Wording{"me desabonner", Command::stop},
    Wording{"desabonnement", Command::stop}, Wording{"desinscris moi", Command::stop},
    Wording{"desinscrire", Command::stop}, Wording{"je veux me desabonner", Command::stop},
    Wording{"laisse moi tranquille", Command::stop}, Wording{"laissez moi tranquille", Command::stop},
    Wording{"fiche moi la paix", Command::stop}, Wording{"fichez moi la paix", Command::stop},
    Wording{"lache moi", Command::stop}, Wording{"laisse moi", Command::stop}, Wording{"foutez moi la paix", Command::stop},
    Wording{"fous moi la paix", Command::stop},
    Wording{"start", Command::start}, Wording{"start again", Command::start}, Wording{"restart", Command::start},
    Wording{"resume", Command::start}, Wording{"unstop", Command::start}, Wording{"come back", Command::start},
    Wording{"subscribe again", Command::start}, Wording{"you can reply to me again", Command::start},
    Wording{"demarre", Command::start}, Wording{"demarrer", Command::start}, Wording{"recommence", Command::start},
    Wording{"recommencer", Command::start}, Wording{"reprends", Command::start}, Wording{"reprendre", Command::start},
    Wording{"reviens", Command::start}, Wording{"commence", Command::start}, Wording{"commencer", Command::start},
    Wording{"join", Command::join}, Wording{"join me", Command::join}, Wording{"join in", Command::join},
    Wording{"i join", Command::join}, Wording{"count me in", Command::join}, Wording{"sign me up", Command::join},
    Wording{"i'm in", Command::join}, Wording{"i 'm in", Command::join}, Wording{"i want to join", Command::join},
    Wording{"i would like to join", Command::join}, Wording{"subscribe", Command::join}, Wording{"opt in", Command::join},
    Wording{"subscribe me", Command::join},
    Wording{"rejoindre", Command::join}, Wording{"je rejoins", Command::join}, Wording{"je participe", Command::join},
    Wording{"participer", Command::join}, Wording{"inscris moi", Command::join}, Wording{"inscrivez moi", Command::join},
    Wording{"je m' inscris", Command::join}, Wording{"abonne moi", Command::join}, Wording{"abonnez moi", Command::join},
    Wording{"je veux rejoindre", Command::join}, Wording{"je veux participer", Command::join},
    Wording{"forget me", Command::forget}, Wording{"forget about me", Command::forget},
    Wording{"forget everything about me", Command::forget}, Wording{"delete me", Command::forget},
    Wording{"delete my data", Command::forget}, Wording{"erase me", Command::forget},
    Wording{"erase my data", Command::forget}, Wording{"remove my data", Command::forget},
    Wording{"delete all my data", Command::forget}, Wording{"delete my posts", Command::forget},
    Wording{"oublie moi", Command::forget}, Wording{"oubliez moi", Command::forget},
    Wording{"efface moi", Command::forget}, Wording{"effacez moi", Command::forget},
    Wording{"efface mes donnees", Command::forget}, Wording{"effacez mes donnees", Command::forget},
    Wording{"supprime mes donnees", Command::forget}, Wording{"supprimez mes donnees", Command::forget},
    Wording{"supprime moi", Command::forget}, Wording{"supprimez moi", Command::forget},
    Wording{"help", Command::help}, Wording{"help me", Command::help}, Wording{"how do you work", Command::help},
    Wording{"what can you do", Command::help}, Wording{"how does this work", Command::help},
    Wording{"commands", Command::help}, Wording{"what do you do", Command::help},
    Wording{"aide", Command::help}, Wording{"aide moi", Command::help}, Wording{"aidez moi", Command::help},
    Wording{"a l' aide", Command::help}, Wording{"que sais tu faire", Command::help},
    Wording{"que peux tu faire", Command::help}, Wording{"comment ca marche", Command::help},
    Wording{"commandes", Command::help}, Wording{"tu fais quoi", Command::help},
    Wording{"comment tu marches", Command::help}, Wording{"comment marches tu", Command::help},
    Wording{"who are you", Command::who}, Wording{"who r u", Command::who}, Wording{"who r you", Command::who},
    Wording{"what are you", Command::who}, Wording{"who is this", Command::who}, Wording{"who's this", Command::who},
    Wording{"who 's this", Command::who}, Wording{"are you a bot", Command::who}, Wording{"r u a bot", Command::who},
    Wording{"are you human", Command::who}, Wording{"are you a human", Command::who},
    Wording{"are you a robot", Command::who}, Wording{"are you real", Command::who}, Wording{"is this a bot", Command::who},
    Wording{"who made you", Command::who}, Wording{"who runs you", Command::who},
    Wording{"qui es tu", Command::who}, Wording{"qui etes vous", Command::who}, Wording{"t' es qui", Command::who},
    Wording{"tu es qui", Command::who}, Wording{"c' est qui", Command::who}, Wording{"es tu un robot", Command::who},
    Wording{"es tu un bot", Command::who}, Wording{"t' es un bot", Command::who}, Wording{"tu es un bot", Command::who},
    Wording{"tu es un robot", Command::who}, Wording{"etes vous un robot", Command::who},
    Wording{"es tu humain", Command::who}, Wording{"qui t' a fait", Command::who},
};

constexpr std::array<std::string_view, 36> polite = {
    "please", "pls", "plz", "plse", "thanks", "thx", "ty", "thank", "hi", "hey", "hello", "dear", "ok", "okay", "now", "bot",
    "svp", "stp", "merci", "bonjour", "salut", "bonsoir", "cher", "chere", "maintenant", "hmm", "oh", "ugh", "immediately",
    "kindly", "lol", "flockmate", "sorry", "desole", "desolee", "robot"};

bool is_polite(std::string_view word) { return std::find(polite.begin(), polite.end(), word) != polite.end(); }

bool inside(const std::vector<Entity>& entities, Span span) {
  return std::any_of(entities.begin(), entities.end(), [&](const Entity& entity) {
    return span.begin >= entity.span.begin && span.end <= entity.span.end;
  });
}

using Words = std::vector<std::string_view>;

// The words of the post that are no mention, hashtag or link; none when there are too many.
Words own_words(const std::vector<Token>& tokens, const Entities& entities) {
  Words words;
  for (const auto& token : tokens) {
    if (!token.is_word() || inside(entities.mentions, token.span) || inside(entities.hashtags, token.span)) continue;
    if (inside(entities.urls, token.span)) return {};
    words.push_back(token.folded);
    if (words.size() > most_words) return {};
  }
  return words;
}

// "s t o p" as one word.
bool is_spelled_out(const Words& words) {
  return words.size() >= 3 && std::all_of(words.begin(), words.end(), [](auto word) { return word.size() == 1; });
}

std::string joined(const Words& words, std::string_view between) {
  std::string text;
  for (const auto word : words) {
    if (!text.empty()) text += between;
    text += word;
  }
  return text;
}

// Stretched letters once: "stooop" is "stop".
std::string unstretched(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (out.empty() || out.back() != c) out += c;
  }
  return out;
}

Command look_up(const Words& words) {
  if (words.empty()) return Command::none;
  const auto text = is_spelled_out(words) ? joined(words, "") : joined(words, " ");
  const auto short_text = unstretched(text);
  for (const auto& wording : wordings) {
    if (wording.words == text || unstretched(wording.words) == short_text) return wording.command;
  }
  return Command::none;
}

// "stop stop stop": one word said again and again.
Words once_each(Words words) {
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

}  // namespace

Command command_in(const std::vector<Token>& tokens, const Entities& entities) {
  auto words = own_words(tokens, entities);
  if (words.empty()) return Command::none;
  if (const auto command = look_up(words); command != Command::none) return command;
  if (!is_spelled_out(words)) words = once_each(std::move(words));
  if (const auto command = look_up(words); command != Command::none) return command;
  // "thank you" and "s'il vous plaît" are politeness of several words.
  const auto text = " " + joined(words, " ") + " ";
  std::string stripped = text;
  for (const std::string_view phrase : {" thank you ", " s' il vous plait ", " s' il te plait ", " for me "}) {
    if (const auto at = stripped.find(phrase); at != std::string::npos) stripped.replace(at, phrase.size(), " ");
  }
  Words left;
  for (std::size_t at = 0; at < stripped.size();) {
    const auto end = std::min(stripped.find(' ', at), stripped.size());
    const auto word = std::string_view(stripped).substr(at, end - at);
    if (!word.empty() && !is_polite(word)) left.push_back(word);
    at = end + 1;
  }
  return look_up(once_each(left));
}

bool says_thanks(const std::vector<Token>& tokens) {
  constexpr std::array<std::string_view, 17> thanks = {"thanks", "thank", "thx", "thanx", "ty", "tysm", "cheers", "merci", "mrc", "thankyou",
                                                       "tks", "tnx", "solved", "sorted", "resolu", "regle", "mersi"};
  constexpr std::array<std::string_view, 11> takes_back = {"but", "mais", "still", "toujours", "no", "not", "advance", "avance", "unfortunately", "non", "didn't"};
  bool thankful = false;
  for (const auto& token : tokens) {
    if (token.folded == "?") return false;
    if (!token.is_word()) continue;
    if (std::find(takes_back.begin(), takes_back.end(), token.folded) != takes_back.end()) return false;
    thankful |= std::find(thanks.begin(), thanks.end(), token.folded) != thanks.end();
  }
  return thankful;
}

}  // namespace language
