#include "language/role_words.hpp"

#include <array>

#include "language/hashed_words.hpp"

namespace language {
namespace {

template <typename... Words>
constexpr auto list(Words... words) {
  return std::array<std::string_view, sizeof...(words)>{words...};
}

constexpr auto roles = list(
    "academic", "accountant", "actor", "actress", "actuary", "adjunct", "administrator", "adviser", "advisor",
    "agent", "agente", "agriculteur", "agricultrice", "agronome", "aidant", "aidante", "analyst", "analyste",
    "animateur", "animatrice", "apprenti", "apprentice", "apprentie", "archaeologist", "architect",
    "architecte", "archivist", "archiviste", "artisan", "artisane", "artist", "artiste", "assistant",
    "assistante", "astronomer", "auditor", "autoentrepreneur", "auxiliaire", "avocat", "avocate", "baker",
    "barista", "benevole", "bibliothecaire", "biologist", "biologiste", "blogger", "bookseller", "botanist",
    "boulanger", "boulangere", "brancardier", "builder", "buyer", "cadre", "caissier", "caissiere",
    "caregiver", "carer", "cariste", "carpenter", "cashier", "ceo", "cfo", "charcutier", "charge", "chargee",
    "chauffeur", "chef", "cheffe", "chemist", "chercheur", "chercheuse", "chiropractor", "chomeur",
    "chomeuse", "cinematographer", "clerk", "coach", "coder", "coiffeur", "coiffeuse", "commercial",
    "commerciale", "comptable", "concepteur", "conceptrice", "concierge", "conducteur", "conductrice",
    "conseiller", "conseillere", "consultant", "consultante", "controleur", "controleuse", "coordinator",
    "coordonnateur", "coordonnatrice", "copywriter", "correcteur", "correctrice", "counsellor", "counselor",
    "couturier", "couturiere", "cto", "cuisinier", "cuisiniere", "curator", "danseur", "danseuse", "dentist",
    "designer", "dessinateur", "dessinatrice", "developer", "developpeur", "developpeuse", "devops",
    "dieteticienne", "dietician", "dietitian", "diplomat", "directeur", "director", "directrice", "docteur",
    "doctor", "doctorant", "doctorante", "documentaliste", "driver", "ecologist", "economist", "economiste",
    "ecrivain", "editor", "educateur", "educator", "educatrice", "electrician", "electricien",
    "electricienne", "employe", "employee", "engineer", "enseignant", "enseignante", "entrepreneur",
    "entrepreneuse", "ergonome", "ergotherapeute", "estheticienne", "etudiant", "etudiante", "experte",
    "facilitator", "farmer", "filmmaker", "firefighter", "fisherman", "fleuriste", "florist", "fonctionnaire",
    "forester", "formateur", "formatrice", "freelance", "freelancer", "freshman", "gardener", "generalist",
    "geographer", "geologist", "gerant", "gerante", "gestionnaire", "graduate", "graphiste", "hairdresser",
    "headhunter", "headmaster", "headmistress", "headteacher", "historian", "historien", "historienne",
    "homemaker", "hotelier", "hoteliere", "housewife", "hr", "hygienist", "illustrateur", "illustrator",
    "illustratrice", "infirmier", "infirmiere", "infographe", "infographiste", "informaticien",
    "informaticienne", "ingenieur", "ingenieure", "instituteur", "institutrice", "instructor", "intern",
    "interprete", "interpreter", "intervenant", "intervenante", "investigator", "jardinier", "journalist",
    "journaliste", "journeyman", "jurist", "juriste", "kine", "kinesitherapeute", "laborantin", "lawyer",
    "lead", "lecturer", "libraire", "librarian", "linguist", "logisticien", "logisticienne", "logopede",
    "lyceen", "lyceenne", "machinist", "magasinier", "maitre", "maitresse", "manager", "maraicher",
    "marketer", "marketeur", "marketeuse", "mathematician", "mecanicien", "mecanicienne", "mechanic",
    "medecin", "mediateur", "mediatrice", "mentor", "menuisier", "merchandiser", "microbiologist", "midwife",
    "militaire", "missionary", "moniteur", "monitrice", "musician", "musicien", "musicienne", "nanny",
    "negotiator", "neuroscientist", "notaire", "notary", "novelist", "nurse", "nutritionist",
    "nutritionniste", "officer", "optician", "orthodontist", "orthophoniste", "osteopath", "osteopathe",
    "ouvrier", "ouvriere", "painter", "paralegal", "paramedic", "pastor", "patissier", "patissiere",
    "pediatre", "pediatrician", "peintre", "pensioner", "pharmacien", "pharmacienne", "pharmacist",
    "pharmacologist", "phd", "philosopher", "photographe", "photographer", "physician", "physicist", "physio",
    "physiotherapist", "plombier", "plumber", "podcaster", "poet", "policeman", "policewoman", "politologue",
    "pompier", "postdoc", "postgrad", "postgraduate", "postier", "postiere", "practitioner", "preacher",
    "preparateur", "preparatrice", "priest", "principal", "prof", "professeur", "professeure", "professor",
    "programmatrice", "programmer", "programmeur", "programmeuse", "proviseur", "provost", "psychiatrist",
    "psychologist", "psychologue", "psychotherapist", "publicist", "puericultrice", "radiographer",
    "radiologist", "ranger", "realtor", "receptionist", "receptionniste", "recruiter", "recruteur",
    "recruteuse", "redacteur", "redactrice", "referent", "referente", "registrar", "reporter", "researcher",
    "responsable", "retiree", "retraite", "retraitee", "salesman", "salesperson", "saleswoman", "scenariste",
    "scholar", "scientist", "secretaire", "secretary", "seismologist", "serveur", "serveuse", "shopkeeper",
    "singer", "sociologist", "sociologue", "soignant", "soignante", "soldier", "solicitor", "sophomore",
    "soudeur", "specialist", "specialiste", "stagiaire", "statistician", "stewardess", "strategist",
    "student", "superintendent", "supervisor", "surgeon", "surveyor", "teacher", "technician", "technicien",
    "technicienne", "technologist", "technologue", "telecounsellor", "tester", "therapist", "toiletteur",
    "tourneur", "trader", "traducteur", "traductrice", "trainee", "trainer", "translator", "trucker",
    "tuteur", "tutor", "tutrice", "typist", "undergrad", "undergraduate", "veilleur", "vendeur", "vendeuse",
    "vet", "veterinaire", "veterinarian", "videographer", "vigneron", "vigneronne", "volunteer", "waiter",
    "waitress", "warden", "weaver", "welder", "worker", "writer", "youtuber", "zoologist");

constexpr auto prefixes =
    list("team", "adult", "ag", "art", "assistant", "backend", "bank", "biology", "business", "career",
         "certified", "chemistry", "clinical", "community", "content", "corporate", "curriculum", "customer",
         "data", "dental", "drama", "e-learning", "elearning", "elementary", "english", "esl", "ex",
         "finance", "former", "freelance", "french", "frontend", "game", "graphic", "head", "health", "high",
         "history", "hotel", "hr", "instructional", "it", "junior", "kindergarten", "lab", "language",
         "learning", "legal", "literacy", "marine", "marketing", "master", "masters", "math", "maths",
         "middle", "museum", "music", "numeracy", "nurse", "nursery", "occupational", "office", "operations",
         "outreach", "payroll", "pe", "phd", "physical", "physics", "police", "policy", "postgraduate",
         "primary", "product", "program", "programme", "project", "public", "qualified", "quality", "radio",
         "registered", "research", "retired", "sales", "school", "science", "secondary", "senior", "social",
         "software", "speech", "stay-at-home", "student", "tax", "technical", "trainee", "training", "tv",
         "undergraduate", "university", "ux", "veterinary", "vocational", "web", "youth");

constexpr auto suffixes = list(
    "administratif", "administrative", "anglais", "communication", "digital", "documentaliste", "education",
    "educator", "formation", "francais", "generalist", "histoire", "independant", "independante",
    "informatique", "it", "jeunesse", "liberal", "liberale", "libre", "math", "maths", "medical", "medicale",
    "numerique", "pedagogique", "pedagogiques", "projet", "projets", "rh", "sciences", "scolaire", "social",
    "sociale", "specialise", "specialisee", "technique", "training", "web");

constexpr auto greetings = list(
    "cohorte", "promo", "bande", "compagnie", "sup", "famille", "communaute", "ensemble", "a", "afternoon",
    "ahoy", "aleykoum", "alikoum", "all", "allo", "aloha", "b'jour", "bjr", "bonjour", "bonsoir", "buenas",
    "buenos", "buongiorno", "ciao", "class", "cohort", "coucou", "dias", "enchante", "enchantee", "enfin",
    "evening", "everybody", "everyone", "finally", "flock", "flockcourse", "folks", "friends", "from",
    "g'day", "gang", "good", "greeting", "greetings", "guten", "guys", "hallo", "hej", "hello", "here", "hey",
    "heya", "heyyy", "hi", "hii", "hiya", "hola", "howdy", "hullo", "intro", "it", "its", "konnichiwa", "la",
    "late", "le", "learners", "les", "merhaba", "monde", "morning", "namaskar", "namaste", "night", "ola",
    "peeps", "people", "present", "privet", "salaam", "salam", "salut", "sawubona", "slt", "tag", "team",
    "the", "there", "tous", "tout", "toute", "toutes", "tt", "tutti", "y'all", "yo", "zusammen");

constexpr auto common = list(
    "a", "able", "about", "adore", "afraid", "again", "ai", "aime", "all", "almost", "already", "also",
    "always", "am", "an", "and", "another", "anxious", "any", "anyone", "apparently", "as", "ashamed",
    "asking", "assez", "at", "attentes", "au", "aussi", "available", "avec", "avez", "avons", "away",
    "awesome", "back", "bad", "based", "basically", "because", "behind", "being", "bien", "bilingual",
    "blessed", "bon", "bonjour", "bored", "born", "bosse", "both", "breaking", "busy", "but", "by", "ca",
    "can", "ce", "certain", "certaine", "cette", "checking", "cheers", "chez", "chui", "chuis", "combien",
    "coming", "comme", "comment", "completely", "confused", "content", "contente", "cool", "curieuse",
    "curieux", "curious", "currently", "d'", "d'accord", "dans", "day", "de", "dead", "debutant", "debutante",
    "decouvre", "definitely", "deja", "delighted", "demain", "depuis", "des", "desole", "desolee",
    "difficile", "dimanche", "doing", "dois", "dommage", "donc", "done", "down", "dr", "du", "dying", "eager",
    "elle", "en", "enchante", "enchantee", "encore", "enjoying", "es", "est", "et", "etais", "etait", "etes",
    "etonne", "etonnee", "eux", "even", "every", "everybody", "everyone", "excited", "exhausted", "extremely",
    "facile", "faire", "fais", "fait", "faux", "feeling", "fier", "fiere", "finally", "fine", "fini",
    "finished", "first", "for", "free", "friday", "from", "genial", "getting", "giving", "glad", "going",
    "gonna", "good", "grand", "grande", "grateful", "great", "greetings", "guessing", "habite", "had", "half",
    "happy", "hate", "have", "having", "he", "hello", "here", "heureuse", "heureux", "hey", "hi", "hier",
    "hobby", "honestly", "hopefully", "hoping", "how", "i", "ici", "if", "il", "ill", "im", "impatient",
    "impatiente", "in", "inscription", "inscrit", "inscrite", "interested", "interests", "into", "intro",
    "introducing", "introduction", "intros", "is", "it", "je", "jealous", "jeudi", "jeune", "job", "join",
    "joined", "joining", "jsuis", "just", "kind", "l'", "la", "late", "laughing", "le", "learner", "leaving",
    "les", "lesson", "like", "listening", "literally", "live", "living", "location", "logging", "loin",
    "loisirs", "looking", "lost", "loving", "luckily", "lui", "lundi", "ma", "mais", "making", "malade",
    "mardi", "me", "merci", "mercredi", "mes", "metier", "mieux", "missing", "mme", "module", "moi", "mon",
    "monday", "month", "months", "more", "mort", "morte", "mortel", "mostly", "moving", "mr", "mrs", "ms",
    "much", "my", "name", "nervous", "never", "new", "newbie", "newcomer", "newcomers", "news", "nice", "no",
    "nobody", "nom", "not", "nothing", "notre", "nous", "nouveau", "nouvelle", "now", "nulle", "obsessed",
    "of", "off", "ok", "okay", "old", "on", "one", "only", "ont", "open", "or", "originaire", "originally",
    "ou", "our", "out", "over", "pareil", "parfait", "part", "partant", "partante", "parti", "participant",
    "participe", "partie", "pas", "passionate", "perdu", "perdue", "petit", "petite", "peut", "peut-etre",
    "peux", "planning", "please", "pleased", "pls", "plus", "plutot", "pour", "prenom", "presque", "pretty",
    "proud", "quand", "que", "question", "qui", "quite", "quoi", "raised", "ravie", "reading", "ready",
    "really", "reminder", "reporting", "retour", "right", "role", "running", "sad", "sadly", "samedi",
    "saturday", "saying", "scared", "she", "shy", "sick", "signing", "simplement", "since", "single", "so",
    "some", "sommes", "sont", "soon", "sorry", "speaking", "starting", "still", "straight", "stressee",
    "stuck", "student's", "studying", "such", "suis", "sunday", "super", "sur", "sure", "surprised", "taking",
    "talking", "teaching", "team", "tellement", "thank", "thankful", "thanks", "that", "the", "their",
    "there", "they", "thinking", "this", "three", "thrilled", "thursday", "tired", "to", "today", "today's",
    "toi", "tomorrow", "tonight", "tonight's", "too", "top", "totally", "toujours", "tous", "tout",
    "travaille", "tres", "triste", "trop", "trying", "tuesday", "two", "un", "under", "une", "unsure", "up",
    "update", "us", "using", "va", "vais", "vendredi", "very", "veut", "veux", "vieille", "viens", "vient",
    "vieux", "ville", "vis", "voici", "voila", "votre", "vous", "vrai", "vraiment", "waiting", "was",
    "watching", "we", "wednesday", "week", "welcome", "well", "what", "when", "where", "who", "why", "with",
    "wondering", "work", "working", "worried", "writing", "wrong", "year", "years", "yes", "yesterday", "yet",
    "you", "your");

template <const auto& words>
bool holds(std::string_view word) {
  static constexpr HashedWords<room_for(words.size())> hashed(words);
  return hashed.hold(word);
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
