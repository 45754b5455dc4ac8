// The catalogue of phrases in French. Spaces before : ; ! ? and inside « » become unbreakable when it is
// said.
#include <algorithm>

#include "rulefile/catalogue.hpp"

namespace rulefile {
namespace {

using enum Phrase;

constexpr Phrases table{{
    {quoted, "« %1 »"},
    {did_you_mean, " - vouliez-vous dire « %1 » ?"},
    {did_you_mean_placeholder, " - vouliez-vous dire {{%1}} ?"},
    {did_you_mean_line, "vouliez-vous dire      %1: %2"},
    {for_example, "par exemple      %1: %2"},
    {there_are, "Il y a : %1."},
    {placeholders_are, "Il y a : {{%1}}."},

    {a_file, "un fichier"},
    {the_course, "la partie « course »"},
    {a_facilitator, "la fiche d'une personne de l'équipe"},
    {understanding, "la partie « understanding »"},
    {replies, "la partie « replies »"},
    {a_rule, "une règle"},
    {a_condition, "une condition"},
    {an_action, "une action"},
    {a_test_case, "un essai"},
    {an_expectation, "ce qui est attendu"},
    {an_faq_entry, "une entrée de la FAQ"},
    {a_glossary_term, "un mot du glossaire"},
    {called, "la partie « called »"},
    {a_story, "une histoire"},
    {a_step, "une étape"},
    {the_service_file, "le fichier du service"},
    {listen, "la partie « listen »"},
    {networks, "la partie « networks »"},
    {practice_account, "le compte du réseau d'entraînement"},
    {mastodon_account, "un compte Mastodon"},
    {bluesky_account, "un compte Bluesky"},
    {x_account, "un compte X"},
    {a_policy, "la partie « policy »"},
    {a_place_to_listen, "un serveur à écouter"},
    {prices, "la partie « prices »"},
    {alerts, "la partie « alerts »"},
    {the_rule, "la règle"},
    {the_faq_entry, "l'entrée de la FAQ"},
    {the_glossary_term, "le mot du glossaire"},
    {the_facilitator, "la personne"},
    {name_before_colon, "ce qui précède les deux-points"},
    {this_reply, "cette réponse"},
    {this_post, "ce message"},
    {this_answer, "cette réponse"},
    {this_text, "ce texte"},

    {one_of, "%1 ou %2"},
    {one_or_list_of, "%1 ou %2, ou une liste de ces mots"},
    {such_as, "%1, par exemple %2"},
    {text, "un texte"},
    {texts, "un texte ou une liste de textes"},
    {local_text, "un texte, ou un texte par langue"},
    {variants, "un texte, une liste de textes, ou un texte par langue"},
    {name, "un nom"},
    {names, "un nom ou une liste de noms"},
    {tags, "un mot-dièse entre guillemets droits, ou une liste"},
    {yes_or_no, "yes (oui) ou no (non)"},
    {number, "un nombre entier"},
    {share, "un nombre entre 0 et 1, avec un point"},
    {dollars, "une somme en dollars, avec un point"},
    {date, "une date"},
    {dates, "une date ou une liste de dates"},
    {hours, "des heures de la journée"},
    {zone, "un fuseau horaire"},
    {language_codes, "une liste de codes de langue"},
    {language_code, "un code de langue"},
    {days, "un jour de la semaine, en anglais, ou une liste de jours"},
    {delay, "une durée"},
    {limit, "une limite"},
    {schedule, "un moment qui revient"},
    {posts_so_far, "un nombre de messages"},
    {during, "un moment du cours"},
    {between, "deux dates"},
    {moment, "un jour et une heure"},
    {clock, "une heure"},
    {pattern, "une expression régulière entre guillemets simples"},
    {topic, "un sujet"},
    {expectation, "ce qui doit se passer"},
    {lines_below, "des lignes à elle, en dessous"},
    {list, "une liste"},
    {lines_of_pairs, "des lignes de la forme      nom: valeur"},
    {one_word, "un seul mot"},

    {all_in_one_list, ", avec tous les mots dans une seule liste"},
    {never_closed, "il n'est jamais refermé"},
    {only_plain, "seuls les champs simples sont permis"},
    {pack_not_used, "le cours n'utilise pas le kit de départ"},
    {pack_has_no_rule, "le kit de départ n'a pas de règle « %1 »"},
    {shipped_line, "%1, ligne %2"},
    {words_in_language, " en « %1 »"},
    {first_language, "C'est la première langue du cours, celle qui sert en cas de doute."},
    {use_post, "écrivez post au lieu de reply"},
    {use_post_with, "écrivez post_with au lieu de reply_with"},
    {remove_line, "supprimez cette ligne"},
    {line_break_in_quotes, "mettez le texte entre guillemets doubles, où cela commence une ligne"},
    {new_line, "pour aller à la ligne, mettez le texte entre guillemets doubles et écrivez      \\n"},
    {plain_space, "écrivez une espace ordinaire"},
    {write_instead, "écrivez      %1"},
    {write_each, "écrivez une ligne pour chaque nom      - %1: %2"},
    {words_named_so, "pour les textes de ce nom      reply_with: %1"},
    {answer_of_entry,
     "pour sa réponse, écrivez sous when:      asks_about: {faq: %1}  et ici      reply_with: faq"},
    {name_a_city, "nommez un continent et une ville, en anglais      time_zone: Europe/Paris"},
    {urgent_alone, "« urgent » ne sert à rien ici : cette ligne va avec tell_facilitators"},
    {urgent_below, "écrivez      - tell_facilitators: duty  et en dessous  urgent: yes"},
    {draft_above_answer,
     "le robot répondrait alors qu'il n'est même pas assez sûr pour un brouillon : « draft » dépasse « "
     "answer »"},
    {draft_smaller, "donnez à draft la plus petite valeur      understanding: {answer: 0.75, draft: 0.45}"},
    {held_by_zero, "personne ne recevrait de réponse : « %1 » est à 0"},
    {held_then_draft,
     "Ce qui est à dire attend, et devient un brouillon après 12 heures. Pour des brouillons tout de suite, "
     "une règle a mode: draft."},
    {stopped_by_first,
     "le robot se tairait pour de bon à sa première réponse : il en faut si peu pour tout arrêter"},
    {never_stopped, "rien n'arrêterait un robot détraqué : en 0 minute, il n'y a pas de réponse à compter"},
    {nothing_to_spend, "le robot ne lirait et ne dirait rien sur X : rien ne peut y être dépensé"},
    {two_speakers, "une étape est un seul message d'une seule personne"},
    {one_speaker, "écrivez      - ana: \"Où sont les diapos ?\""},
    {neither_post_nor_wait, "une étape est soit un message de quelqu'un, soit une attente"},
    {post_or_wait, "écrivez      - ana: \"Où sont les diapos ?\"  ou  - wait: 20 minutes"},
    {replies_to_later_step, "elle répond à une étape qui n'a pas encore eu lieu"},
    {steps_are_counted, "les étapes se comptent à partir de 1, attentes comprises"},
    {counted_with_frame,
     "C'est compté avec les mots qui l'entourent et les noms et liens les plus longs possibles."},
    {counted_at_longest, "C'est compté avec les noms et liens les plus longs possibles."},

    {bracket_open, "Un crochet ou une accolade est ouvert et jamais refermé."},
    {not_below, "Cette ligne ne commence pas exactement sous celles qui vont avec elle."},
    {quote_open, "Un guillemet est ouvert et jamais refermé."},
    {stray_colon, "Il y a deux-points là où il ne peut pas y en avoir."},
    {stray_dash, "Il y a un tiret là où il ne peut pas y en avoir."},
    {bracket_closed, "Un crochet ou une accolade est refermé sans avoir été ouvert."},

    {round_bracket, "il manque la parenthèse qui va avec celle-ci"},
    {square_bracket, "il manque le crochet qui va avec celui-ci"},
    {not_a_range, "ce qui est entre crochets n'est pas une suite de caractères"},
    {nothing_to_repeat, "il n'y a rien que *, + ou ? puisse répéter"},
    {repeats_too_often, "quelque chose y est répété plus de 1 000 fois"},
    {backslash, "une barre oblique inverse précède un signe sans valeur spéciale"},
    {group_name, "le nom d'un groupe n'est pas un mot"},
    {pattern_too_large, "elle est trop grande"},
    {pattern_unusable, "Flockmate ne sait pas chercher cela"},

    {fix, "À faire : "},
    {warning, "attention : "},
    {more, "Pour en savoir plus : flockmate help %1"},
    {one_error, "%1 erreur"},
    {errors, "%1 erreurs"},
    {one_warning, "%1 remarque"},
    {warnings, "%1 remarques"},
    {page_what, "Ce que cela veut dire"},
    {page_why, "Ce que verraient vos apprenants"},
    {page_mend, "Comment corriger"},
    {page_before, "Avant"},
    {page_after, "Après"},

    {expected_silence, "le silence était attendu, mais %1"},
    {stays_silent, "il reste silencieux"},
    {it_does, "il fait : %1"},
    {both, "%1 et %2"},
    {expected_but_silent, "%1 était attendu, mais il reste silencieux"},
    {expected_action, "%1 était attendu, mais %2"},
    {expected_rule, "la règle « %1 » était attendue, mais c'est « %2 »"},
    {expected_route, "la route %1 était attendue, mais c'est %2"},
    {no_route, "aucune"},
    {expected_words, "les mots « %1 » étaient attendus, mais il dit « %2 »"},
    {expected_hold, "il devait attendre jusqu'à %1, mais il attend jusqu'à %2"},
    {expected_hold_not_held, "il devait attendre jusqu'à %1, mais c'est dit tout de suite"},
    {no_rule_called, "il n'y a pas de règle « %1 »"},
    {story_step, "%1, étape %2"},
    {story_not_played, "Cette histoire n'a pas pu être jouée : %1"},
    {case_passed, "réussi"},
    {case_failed, "échec"},
    {case_some_day, "un jour"},
    {case_passes_now, "réussit enfin"},
    {take_some_day_away, " - retirez `some_day`, c'est vrai maintenant"},
}};
static_assert(in_order(table));

struct Requirement {
  Where where;
  std::string_view name;
  std::string_view help;
};

constexpr std::array required{
    Requirement{Where::course, "name", "C'est le nom du cours, tel que vos apprenants le connaissent."},
    Requirement{Where::course, "hashtags",
                "Ce sont les mots-dièse du cours ; leurs variantes sont trouvées aussi."},
    Requirement{Where::facilitator, "name", "C'est le nom que `tell_facilitators` emploie."},
    Requirement{Where::rule, "rule",
                "C'est le nom de la règle, choisi par vous ; ce qu'elle a fait est retenu sous ce nom."},
    Requirement{Where::rule, "when", "Chacune de ses lignes doit être remplie."},
    Requirement{Where::rule, "then", "C'est ce qu'il faut faire, dans cet ordre."},
    Requirement{Where::faq_entry, "id", "C'est un nom court pour l'entrée."},
    Requirement{
        Where::faq_entry, "asks",
        "C'est la question telle que la posent vos apprenants, de plusieurs façons, en toute langue."},
    Requirement{Where::faq_entry, "answer", "C'est ce que dit le robot."},
    Requirement{Where::glossary_term, "term", "C'est le mot."},
    Requirement{Where::glossary_term, "means",
                "C'est ce que le mot veut dire, en une ou deux phrases simples."},
    Requirement{Where::inline_case, "expect", "C'est ce que la règle doit faire."},
    Requirement{Where::story, "story", "C'est ce que l'histoire raconte."},
    Requirement{Where::story, "start", "C'est le moment où elle commence, à l'heure du cours."},
    Requirement{Where::story, "steps", "C'est ce qui se passe, une chose après l'autre."},
    Requirement{Where::place_to_listen, "server", "C'est l'adresse du serveur."},
};

}  // namespace

const Phrases& french_phrases() {
  return table;
}

std::string_view french_help(const Key& key) {
  const auto* found = std::find_if(required.begin(), required.end(), [&](const Requirement& one) {
    return one.where == key.where && one.name == key.name;
  });
  return found == required.end() ? std::string_view() : found->help;
}

}  // namespace rulefile
