#include "language/language_hints.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <unordered_map>

#include "language/faq_terms.hpp"

namespace language {
namespace {

// Common words and slang by language; a word of several languages stands in each of them and says little.
constexpr std::array<std::string_view, hinted_languages.size()> words_by_language = {
    // en
    " the of and to in is you that it he was for on are with as i his they be at one have this from or had "
    "by hot but "
    "some what there we can out other were all your when up use how said an each she which do their time if "
    "will way "
    "about many then them would like so these her make him has look more day could go come did my no who "
    "been now find "
    "long down get made may part i'm i've i'll i'd you're you've it's don't dont can't cant won't didn't "
    "doesn't isn't "
    "im ive ill ur u r ty thx thanks thank please pls plz lol omg idk tbh brb gonna wanna gotta nope yep "
    "yeah yes hey "
    "hi hello here same not love loved great good morning night tonight tomorrow today best work this really "
    "just see "
    "know think anyone everyone someone where why because than also been after before over need want help "
    "week course "
    "awesome cool nice sorry happy birthday wait coffee late done with up reading wish me luck which our us "
    "should "
    "folks guys week link question first last next new old people thing things still much too very well any "
    "never "
    "always again back off study group seven friday saturday sunday monday who's that's what's let's there's "
    "imo fyi "
    "btw smh ikr ngl rn lmao bc cuz tho though yall y'all lemme gimme kinda dunno hiya pals cya wtg gotcha "
    "outta lotta tryna hun luv babe mate xx xxx xoxo soz cheers ",
    // fr
    " le la les de des du un une et est que qui dans en pour pas sur au aux avec ce cette ces il elle ils "
    "elles on nous "
    "vous je tu me te se ne plus par mais ou donc car si leur leurs son sa ses mon ma mes ton ta tes notre "
    "nos votre vos "
    "etre avoir fait faire dit tout tous toute toutes comme bien tres aussi peut peux veux sont suis es ai "
    "as avez avons "
    "ont etait j'ai c'est c'etait j'en j'y qu'il qu'on d'un d'une l'on n'est n'ai s'est t'es j' l' d' c' n' "
    "s' t' m' qu' "
    "ct merki d'acc dac mrc cimer tlm oklm wsh wesh tqt osef ptn vazy azy chui chuis jsuis jcrois jpense "
    "jvais jveux kiffe kiffer relou "
    "chelou meuf mec "
    "c jsp jpp mdr ptdr dsl svp stp bcp slt bjr cv pk pq tkt oui non merci bonjour salut bonsoir coucou ici "
    "quoi quel "
    "quelle quand comment pourquoi combien trop hate soir ce matin demain hier jour journee semaine cours "
    "lien quelqu'un "
    "personne rien jamais toujours encore deja moi toi lui eux chez sans sous entre apres avant pareil "
    "carrement bof "
    "j'avoue j'adore super chouette genial marre serai sera retard fete bonne bon vraiment peu beaucoup "
    "groupe sa va "
    "ah bah ben ouais voila grave pas mal souci sur bien parce alors enfin meilleur truc d'accord adore voit "
    "ca cela "
    "qqn ya yavait quelle rendre avant vendredi samedi dimanche lundi midi n'oubliez ",
    // de
    " der die das und ist nicht ich du er sie es wir ihr ein eine einen einem einer den dem des zu mit auf "
    "fur von im in "
    "an auch als aber oder wenn wie was wer wo wann warum so nur noch schon sehr mehr mal ja nein doch hier "
    "da dann kann "
    "kannst konnen hab habe hast hat haben habt war waren bin bist sind seid wird werden wurde mir mich dir "
    "dich uns "
    "euch mein meine dein deine sein seine kein keine keinen danke bitte hallo guten morgen abend nacht "
    "gleich spater "
    "heute freu ahnung bock welcher welche welches geht nix nichts super toll toller ganz alle alles "
    "zusammen macht "
    "weiss jemand gibt noch fragen kurs mist gut gute schlecht klar bis los endlich geschafft woche folien "
    "aufnahme "
    "vielen vergesst euer zum geburtstag verstehe finde ehrlich helfen bei beim vom zur nach uber unter vor "
    "seit weil "
    "dass daß ob man sich hatte wurde mega komme aus heisse nochmal moin servus naja halt eben genau ne nee "
    "jo digga alter "
    "wirklich sorry plan immer wieder jetzt lieber schon schone schones liebe gruss grusse ",
    // es
    " el la los las de del que y a en un una unos unas es no se lo le les por con para como mas pero sus su "
    "al o este "
    "esta esto estos estas ese esa eso si ya todo todos toda todas cuando muy sin sobre tambien me mi mis te "
    "tu tus nos "
    "yo ella ellos ser son soy eres era fue estoy esta estan estamos estar ha he has han hay hacer hace "
    "tiene tienen "
    "tengo puede puedo puedes quien cual donde cuando como porque xq pq q k tb tmb gracias hola buenos dias "
    "buenas "
    "noches tardes jaja jajaja jajajaja verdad idea perdon tarde llego genial mil enlace ganas noche harta "
    "harto quiz "
    "acabo terminar semana apunta luego hasta grabacion disponible acuerdo llamo lima charla apaga nada mal "
    "ayudar "
    "porfa olviden entregar antes viernes feliz cumpleanos entiendo funciona tal claro curso gratis "
    "preguntas vaya dia "
    "encuentro alguien sabe empieza quiero mucho mucha poco bien bueno buena ahora siempre nunca algo eres "
    "hoy manana "
    "ayer asi pues entonces vale tio amigo amigos mejor gente estuvo ni aqui alla desde entre ",
    // nl
    " de het een en van ik je jij u hij zij ze we wij jullie is zijn was waren in op te dat die dit deze "
    "niet geen met "
    "voor aan er om ook als maar of dan nog al wel naar bij uit over door tot heb hebt heeft hebben had kan "
    "kun kunnen "
    "kunt wil willen moet moeten mag ga gaat gaan doe doet doen ben bent werd wordt worden zou mij me mijn "
    "jouw jou ons "
    "onze hun haar hem hier daar waar wat wie hoe waarom wanneer welke alle alles iets niets niks veel meer "
    "heel erg "
    "goed leuk gaaf mooi dank bedankt dankje hoi hallo haha ja nee hoor geen idee eerlijk gezegd straks "
    "vanavond "
    "vandaag morgen gisteren allemaal goedemorgen welterusten snap werkt cursus gratis vragen dag link "
    "vinden weet "
    "iemand begint slecht helpen vergeet vrijdag leveren verjaardag gefeliciteerd opname staat nu eens heet "
    "kom gesprek "
    "zet dag eindelijk af week klaar mee zin later mooie lekker gewoon echt even toch omdat want dus zo te "
    "laat succes "
    "jammer prima doei groetjes xx eigenlijk misschien altijd nooit weer ",
};

struct Letters {
  std::string_view letter;  // as typed
  LanguageOdds weight;
};

// en, fr, de, es, nl
constexpr std::array letter_groups = {
    Letters{"ñ", {-1, -1, -1, 3, -1}},       Letters{"¿", {0, 0, 0, 4, 0}},
    Letters{"¡", {0, 0, 0, 4, 0}},           Letters{"ß", {0, 0, 4, 0, 0}},
    Letters{"ä", {-1, -1, 2, -1, 0}},        Letters{"ö", {-1, -1, 2, -1, 0}},
    Letters{"ü", {-1, -1, 2, 0, 0}},         Letters{"ç", {-1, 3, -1, -1, -1}},
    Letters{"è", {-1, 2.5, -1, -1.5, 0}},    Letters{"ê", {-1, 3, -1, -1, -1}},
    Letters{"à", {-1, 2.5, -1, -1, -1}},     Letters{"ù", {-1, 3, -1, -1, -1}},
    Letters{"œ", {0, 3, 0, 0, 0}},           Letters{"î", {-1, 2, -1, -1, -1}},
    Letters{"ô", {-1, 2, -1, -1, -1}},       Letters{"é", {-0.8, 1.2, -1, 0.8, 0}},
    Letters{"ó", {-1, -1.5, -1, 2.5, -0.5}}, Letters{"í", {-1, -1.5, -1, 2.5, -1}},
    Letters{"á", {-1, -1.5, -1, 2.5, -1}},   Letters{"ú", {-1, -1, -1, 2.5, -1}},
};

// Which languages know a word, one bit each. Built once, never changed.
using Vocabulary = std::unordered_map<std::string_view, std::uint8_t>;

const Vocabulary& vocabulary() {
  static const Vocabulary known = [] {
    Vocabulary words;
    for (std::size_t l = 0; l < words_by_language.size(); ++l) {
      const auto list = words_by_language[l];
      for (std::size_t at = 1; at < list.size();) {
        const auto end = list.find(' ', at);
        words[list.substr(at, end - at)] |= static_cast<std::uint8_t>(1U << l);
        at = end + 1;
      }
    }
    return words;
  }();
  return known;
}

constexpr std::size_t words_looked_at = 40;
constexpr double known_word = 2.2;

}  // namespace

LanguageOdds language_hints(std::string_view folded, std::string_view original) {
  LanguageOdds odds{};
  const auto& known = vocabulary();
  for (const auto word : words_of(folded, words_looked_at)) {
    const auto found = known.find(word);
    if (found == known.end()) continue;
    const double share = known_word / std::popcount(found->second);
    for (std::size_t l = 0; l < odds.size(); ++l) {
      if ((found->second >> l & 1U) != 0) odds[l] += share;
    }
  }
  const bool plain = std::all_of(original.begin(), original.end(),
                                 [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  if (plain) return odds;
  for (const auto& letters : letter_groups) {
    if (original.find(letters.letter) == std::string_view::npos) continue;
    for (std::size_t l = 0; l < odds.size(); ++l) odds[l] += letters.weight[l];
  }
  return odds;
}

}  // namespace language
