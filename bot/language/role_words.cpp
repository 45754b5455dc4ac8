#include "language/role_words.hpp"

#include <array>
#include <unordered_set>

namespace language {
namespace {

template <typename... Words>
constexpr auto list(Words... words) {
  return std::array<std::string_view, sizeof...(words)>{words...};
}

constexpr auto roles =
    list("accountant", "administrator", "adviser", "advisor", "agronome", "analyst", "analyste", "animateur",
         "animatrice", "apprenti", "apprentie", "architect", "architecte", "artist", "artiste", "assistant",
         "assistante", "bibliothecaire", "biologist", "charge", "chargee", "chercheur", "chercheuse", "coach",
         "comptable", "conceptrice", "concepteur", "conseiller", "conseillere", "consultant", "consultante",
         "coordinator", "coordonnateur", "coordonnatrice", "counsellor", "counselor", "dentist", "designer",
         "developer", "developpeur", "developpeuse", "directeur", "directrice", "director", "docteur",
         "doctor", "doctorant", "doctorante", "ecrivain", "editor", "educateur", "educator", "educatrice",
         "engineer", "enseignant", "enseignante", "entrepreneur", "entrepreneuse", "etudiant", "etudiante",
         "facilitator", "formateur", "formatrice", "freelance", "freelancer", "gestionnaire", "graphiste",
         "hr", "infirmier", "infirmiere", "ingenieur", "ingenieure", "instituteur", "institutrice",
         "instructor", "intern", "journalist", "journaliste", "lawyer", "lecturer", "librarian", "manager",
         "mediateur", "mediatrice", "medecin", "mentor", "midwife", "musician", "nurse", "officer",
         "orthophoniste", "paramedic", "pharmacien", "pharmacienne", "pharmacist", "photographer",
         "physiotherapist", "principal", "prof", "professeur", "professeure", "professor", "programmer",
         "psychologist", "psychologue", "recruiter", "redacteur", "redactrice", "researcher", "responsable",
         "retiree", "retraite", "retraitee", "scientist", "secretaire", "stagiaire", "student", "teacher",
         "technician", "technicien", "technicienne", "technologist", "tester", "therapist", "traducteur",
         "traductrice", "trainer", "translator", "tutor", "volunteer", "writer");

constexpr auto prefixes =
    list("adult", "assistant", "business", "community", "corporate", "data", "e-learning", "elearning",
         "english", "esl", "freelance", "french", "graphic", "head", "high", "hr", "instructional", "it",
         "junior", "language", "learning", "maths", "math", "nurse", "office", "primary", "product",
         "project", "registered", "research", "school", "science", "secondary", "senior", "social",
         "software", "student", "technical", "training", "university", "ux", "web", "youth");

constexpr auto suffixes = list(
    "administrative", "administratif", "anglais", "communication", "education", "educator", "formation",
    "francais", "histoire", "informatique", "it", "jeunesse", "math", "maths", "pedagogique", "pedagogiques",
    "projet", "projets", "rh", "scolaire", "sciences", "social", "sociale", "training", "web");

constexpr auto greetings =
    list("all", "hallo", "hej", "ciao", "namaste", "aloha", "allo", "enchante", "enchantee", "bjr", "bonjour",
         "bonsoir", "class", "coucou", "everybody", "everyone", "evening", "folks", "friends", "gang", "good",
         "greetings", "hello", "hey", "heyyy", "hi", "hii", "hiya", "hola", "howdy", "intro", "people",
         "peeps", "team", "guys", "flock", "learners", "cohort", "late", "finally", "enfin", "present",
         "here", "it", "its", "la", "le", "les", "monde", "morning", "salut", "slt", "there", "tous", "tout",
         "toute", "toutes", "tt", "y'all", "flockcourse", "the", "a", "from");

constexpr auto common = list(
    "a", "able", "about", "afraid", "again", "all", "almost", "already", "also", "always", "am", "an", "and",
    "another", "anxious", "any", "anyone", "as", "ashamed", "asking", "assez", "at", "au", "aussi",
    "available", "avec", "away", "awesome", "back", "bad", "based", "because", "behind", "being", "bien",
    "bilingual", "blessed", "bonjour", "bored", "bon", "both", "busy", "but", "by", "ca", "can", "ce",
    "certain", "certaine", "cette", "chez", "coming", "comment", "completely", "confused", "content",
    "contente", "cool", "curieuse", "curieux", "currently", "curious", "d'", "d'accord", "dans", "day", "de",
    "dead", "deja", "definitely", "delighted", "depuis", "des", "desole", "desolee", "doing", "done", "down",
    "du", "dying", "eager", "en", "enchante", "enchantee", "encore", "enjoying", "even", "every", "everyone",
    "everybody", "excited", "exhausted", "extremely", "feeling", "fier", "fiere", "finally", "fine",
    "finished", "first", "for", "free", "friday", "from", "getting", "giving", "glad", "going", "gonna",
    "good", "grateful", "great", "guessing", "had", "half", "happy", "hate", "have", "having", "he", "hello",
    "here", "heureuse", "heureux", "hey", "hi", "hoping", "how", "i", "ici", "if", "ill", "impatient",
    "impatiente", "in", "inscrit", "inscrite", "interested", "into", "is", "it", "je", "jealous", "join",
    "joining", "just", "kind", "l'", "la", "late", "laughing", "le", "leaving", "les", "like", "listening",
    "literally", "living", "loin", "looking", "lost", "loving", "mais", "making", "malade", "me", "merci",
    "missing", "moi", "mon", "monday", "more", "mort", "morte", "moving", "much", "my", "nervous", "never",
    "new", "nice", "nobody", "not", "nothing", "nouveau", "nouvelle", "now", "nulle", "obsessed", "of", "off",
    "ok", "okay", "old", "on", "one", "only", "open", "or", "originaire", "ou", "our", "out", "over", "part",
    "partant", "partante", "pas", "passionate", "perdu", "perdue", "planning", "pleased", "please", "plus",
    "plutot", "pour", "presque", "pretty", "proud", "quite", "ravie", "reading", "ready", "really", "right",
    "running", "sad", "saturday", "saying", "scared", "she", "shy", "sick", "simplement", "since", "single",
    "so", "some", "sorry", "speaking", "starting", "still", "stressee", "stuck", "studying", "such", "sunday",
    "super", "sur", "sure", "surprised", "taking", "talking", "teaching", "team", "thankful", "that", "the",
    "their", "there", "they", "thinking", "this", "thrilled", "thursday", "tired", "to", "today", "tomorrow",
    "too", "totally", "toujours", "tous", "tout", "tres", "triste", "trop", "trying", "tuesday", "un", "une",
    "under", "unsure", "up", "us", "using", "very", "vraiment", "waiting", "was", "watching", "we",
    "wednesday", "week", "welcome", "well", "what", "when", "where", "who", "why", "with", "wondering",
    "working", "worried", "writing", "wrong", "yes", "yet", "you", "your", "etonnee", "etonne", "quoi", "que",
    "qui", "mes", "ma", "votre", "notre", "tellement", "donc", "et", "retour", "comme", "sure", "sur",
    "quand", "combien", "pareil", "parti", "partie", "genial", "mortel", "parfait", "vrai", "faux", "fini",
    "mieux", "top", "facile", "difficile", "dommage");

// A set that is made when the first post is read, then never changed.
template <const auto& words>
bool holds(std::string_view word) {
  static const std::unordered_set<std::string_view> set(words.begin(), words.end());
  return set.contains(word);
}

}  // namespace

bool is_role_word(std::string_view folded) {
  return holds<roles>(folded);
}
bool is_role_prefix(std::string_view folded) {
  return holds<prefixes>(folded);
}
bool is_role_suffix(std::string_view folded) {
  return holds<suffixes>(folded);
}
bool is_greeting_word(std::string_view folded) {
  return holds<greetings>(folded);
}
bool is_common_word(std::string_view folded) {
  return holds<common>(folded) || holds<greetings>(folded);
}

}  // namespace language
