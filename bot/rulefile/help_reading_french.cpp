#include "rulefile/help_pages.hpp"

namespace rulefile {

std::vector<HelpPage> french_reading_pages() {
  return {
      {"R001", "Le fichier est illisible",
       "À partir de cet endroit, le programme ne comprend plus le fichier. Le plus souvent, une ligne "
       "commence trop à "
       "gauche ou trop à droite, ou un guillemet ou un crochet manque un peu plus haut.",
       "Rien de ce fichier ne sert ; le robot continue avec sa dernière bonne version.",
       "Comparez les espaces au début de la ligne avec ceux des lignes du dessus. Cherchez un guillemet "
       "ouvert et jamais "
       "refermé.",
       "", ""},
      {"R002", "Le fichier est trop grand",
       "Un fichier peut contenir 1 Mo, 40 niveaux de listes emboîtées et 200 000 valeurs. Au-delà, c'est une "
       "étourderie ou une attaque.",
       "Rien de ce fichier ne sert.",
       "Répartissez-le en plusieurs fichiers du même dossier. Écrivez en toutes lettres ce que * et & "
       "répètent.",
       "faq:\n  # des milliers d'entrées", "# faq-a-m.yaml et faq-n-z.yaml, tous deux avec\nfaq:"},
      {"R003", "Un mot que le robot ne connaît pas",
       "Le mot avant les deux-points n'est pas de ceux qui peuvent se trouver ici. Le message en donne la "
       "liste.",
       "La ligne ne ferait rien : une règle pourrait agir à tort, ou ne jamais agir.",
       "Employez un des mots de la liste. `flockmate help` et rules/REFERENCE.md les expliquent.", "", ""},
      {"R004", "Une valeur qui ne convient pas",
       "La ligne est connue, mais ce qui suit ses deux-points n'est pas de la bonne sorte.",
       "La ligne ne ferait rien.", "Écrivez une valeur de la sorte que nomme le message.", "", ""},
      {"R005", "Il manque une ligne",
       "Cette partie a besoin d'une ligne qui n'y est pas, ou qui y est sans valeur.",
       "Le robot ne saurait pas quoi faire, ou le ferait sur tous les messages.", "Ajoutez la ligne.", "",
       ""},
      {"R006", "Deux fois le même nom",
       "Deux règles, deux entrées de la FAQ ou deux mots du glossaire portent le même nom. Ce qu'une règle a "
       "fait est "
       "retenu sous son nom : les noms doivent être différents.",
       "Vos apprenants ne verraient qu'une des deux.",
       "Changez un des noms, ou supprimez l'une des deux. Pour modifier une règle du kit de départ, ajoutez "
       "`replaces: starter`.",
       "  - rule: welcome    # il y en a une dans le kit", ""},
      {"R007", "Ce n'est pas un fichier de texte",
       "Le fichier contient des signes qui ne correspondent à aucune lettre. Il a été enregistré dans un "
       "ancien "
       "format, ou ce n'est pas du tout un texte.",
       "Rien de ce fichier ne sert.", "Ouvrez-le dans un éditeur et enregistrez-le en UTF-8.",
       "(un fichier enregistré en Latin-1)", "(le même fichier enregistré en UTF-8)"},
      {"R008", "Le cours manque, ou il est là deux fois", "Un seul fichier du dossier contient `course:`.",
       "Sans lui, le robot ne connaît ni le mot-dièse, ni les langues, ni l'équipe, et il ne démarre pas.",
       "Gardez-en un.", "# aucun fichier avec course:", ""},
      {"R009", "Un nom qui ne désigne rien",
       "Une règle, une entrée, un mot ou une personne est appelée par un nom que rien ni personne ne porte.",
       "La ligne ne ferait rien.", "Corrigez le nom ; le message donne ceux qui existent.", "", ""},
      {"R010", "Un mot-dièse sans guillemets",
       "Un # au début d'une valeur ouvre une note pour vous-même. La valeur est alors vide.",
       "Le mot-dièse est perdu ; les messages qui le portent ne sont pas entendus.",
       "Mettez-le entre guillemets droits.", "", ""},
      {"R011", "Un guillemet jamais refermé",
       "Un texte commence par un guillemet et n'en a pas de second. Tout ce qui suit, jusqu'au prochain "
       "guillemet du "
       "fichier, devient une partie du texte.",
       "Les règles du dessous disparaissent, et des morceaux pourraient en être envoyés à vos apprenants.",
       "Fermez le guillemet à la fin du texte.", "", ""},
      {"R012", "Deux fois la même ligne",
       "Une partie contient deux lignes avec le même mot avant les deux-points. Une seule compterait.",
       "La moitié de ce que vous vouliez est perdue : une condition, ou toute une liste de règles.",
       "Gardez une des deux. Plusieurs mots de la même sorte vont dans une seule liste.", "", ""},
      {"R013", "Un tiret sans espace",
       "Un élément d'une liste commence par un tiret et une espace. Sans l'espace, ou avec un tiret long ou "
       "un point venu d'un traitement de texte, la ligne se colle au texte du dessus.",
       "L'élément est perdu, ou deux éléments n'en font plus qu'un.", "Mettez une espace après le tiret.", "",
       ""},
      {"R014", "Une partie d'un texte ne serait pas envoyée",
       "Une espace suivie de # ouvre une note pour vous-même, partout hors des guillemets. Le reste de la "
       "ligne n'est "
       "pas lu.",
       "Vos apprenants voient une demi-phrase, le plus souvent sans le mot-dièse.",
       "Mettez tout le texte entre guillemets droits.", "", ""},
      {"R015", "Des éléments qui ne sont pas les uns sous les autres",
       "Les tirets d'une même liste doivent se trouver exactement les uns sous les autres ; de même les "
       "lignes qui vont ensemble. La suite d'un texte commence plus à droite que la ligne où il a commencé.",
       "L'élément se colle au texte du dessus, ou le fichier est illisible.",
       "Donnez aux lignes le même nombre d'espaces.", "", ""},
      {"R016", "Une espace qui n'en est pas une",
       "Les traitements de texte et les pages web emploient des espaces qui ressemblent aux autres et n'en "
       "sont pas : "
       "insécables, larges, ou sans largeur.",
       "La ligne est lue comme un texte, ou se rattache à autre chose.",
       "Effacez les espaces au début de la ligne et tapez-les de nouveau.", "", ""},
      {"R017", "Un point d'exclamation en tête",
       "Un texte qui commence par ! est lu comme une consigne pour le programme, et son premier mot est "
       "perdu.",
       "Vos apprenants voient le texte sans son premier mot.", "Mettez le texte entre guillemets droits.", "",
       ""},
      {"R018", "Trois tirets au milieu",
       "Une ligne de trois tirets termine le fichier pour qui le lit. (Dans les modèles de textes, elle "
       "sépare des "
       "variantes ; ici, non.)",
       "Tout ce qui est en dessous est ignoré.", "Supprimez la ligne.", "", ""},
      {"R019", "Le signe <<",
       "Certains programmes copient avec << des lignes venues d'ailleurs. Celui-ci, non.",
       "Ce que vous vouliez copier manque.", "Écrivez les lignes en toutes lettres.", "", ""},
      {"R020", "Un texte qui commence par @ ou `", "Sans guillemets, aucun texte ne peut commencer ainsi.",
       "Rien de ce fichier ne sert.", "Mettez le texte entre guillemets droits.", "", ""},
      {"R021", "Un texte qui commence par une accolade",
       "Une accolade au début ouvre une liste de noms et de valeurs. Quand un champ est au début d'un texte, "
       "il faut "
       "des guillemets autour du texte.",
       "Rien de ce fichier ne sert.", "Mettez le texte entre guillemets droits.", "", ""},
      {"R022", "Un texte qui commence par un crochet",
       "Un crochet au début ouvre une liste ; les mots qui suivent le crochet fermant n'ont alors plus de "
       "sens.",
       "Rien de ce fichier ne sert.", "Mettez le texte entre guillemets droits.", "", ""},
      {"R023", "Deux-points au milieu d'un texte",
       "Deux-points suivis d'une espace séparent un nom de sa valeur, au milieu d'un texte aussi.",
       "Le texte est mis en pièces, ou rien de ce fichier ne sert.",
       "Mettez le texte entre guillemets droits.", "", ""},
      {"R024", "Une tabulation au début d'une ligne",
       "Ce qui va avec quoi se voit aux espaces. Une tabulation n'a pas de largeur fixe : elle ne peut pas "
       "le montrer.",
       "Rien de ce fichier ne sert.",
       "Remplacez la tabulation par des espaces. La plupart des éditeurs savent le faire tout seuls.", "",
       ""},
      {"R025", "Une barre oblique inverse entre guillemets doubles",
       "Entre guillemets doubles, \\ et la lettre qui suit valent autre chose : \\b n'y est pas le bord d'un "
       "mot. "
       "Entre guillemets simples, ils sont ce que vous voyez.",
       "La règle cherche ce que personne n'écrit, ou rien de ce fichier ne sert.",
       "Employez des guillemets simples pour les expressions régulières.", "", ""},
      {"R026", "Des guillemets courbes",
       "Les traitements de texte changent les guillemets droits en guillemets courbes. Pour le programme, ce "
       "sont des "
       "lettres.",
       "Vos apprenants voient les guillemets, ou le texte est mis en pièces.",
       "Employez des guillemets droits.", "", ""},
      {"R027", "Un texte qui commence par un signe spécial",
       "Au début d'une valeur, les signes * & % | > ? - , ] } ont un sens à eux.",
       "Rien de ce fichier ne sert.", "Mettez le texte entre guillemets droits.", "", ""},
      {"R028", "Du texte après le guillemet fermant",
       "Le texte s'arrête à son second guillemet ; ce qui suit n'a alors plus de sens. Pour avoir un "
       "guillemet dans un "
       "texte, mettez l'autre sorte autour.",
       "Rien de ce fichier ne sert.", "Mettez des guillemets autour de tout le texte.", "", ""},
      {"R029", "Pas de deux-points après un nom, ou pas d'espace après eux",
       "Entre un nom et ce qui lui appartient viennent les deux-points et une espace. Si ce qui lui "
       "appartient suit au-dessous, les deux-points terminent la ligne.",
       "La ligne est lue comme un texte et ne fait rien.",
       "Mettez les deux-points après le nom, et une espace après les deux-points.", "", ""},
  };
}

}  // namespace rulefile
