#include "rulefile/help_pages.hpp"

namespace rulefile {

std::vector<HelpPage> french_meaning_pages() {
  return {
      {"R030", "Ce n'est pas une date",
       "Une date s'écrit année-mois-jour, avec tous ses zéros, et doit exister.",
       "Les semaines seraient comptées à partir d'un mauvais jour.", "Écrivez-la ainsi.", "", ""},
      {"R031", "Un moment qui ne se comprend pas",
       "Heures, attentes, limites et horaires ont des formes fixes, en anglais ; le message en montre une.",
       "La règle agirait à un mauvais moment, ou pas du tout.", "Écrivez-le comme dans l'exemple.", "", ""},
      {"R032", "Une expression régulière qui ne peut pas servir",
       "Le motif après `matches` est cassé, ou emploie ce qui n'est pas permis (regarder devant ou derrière, "
       "répéter "
       "un groupe).",
       "La règle n'agirait jamais.", "Corrigez-le, ou donnez la liste des mots avec `says`.", "", ""},
      {"R033", "Un fuseau horaire inconnu", "Un fuseau se nomme par un continent et une ville, en anglais.",
       "Toutes les heures du cours seraient fausses.",
       "Cherchez le nom de la plus grande ville près de chez vous.", "  time_zone: Paris",
       "  time_zone: Europe/Paris"},
      {"R034", "Deux valeurs qui se contredisent",
       "Chacune est bonne, ensemble elles ne vont pas ; le message dit pourquoi.",
       "Le robot répondrait à ce dont il n'est pas sûr, ou une ligne ne ferait rien.", "Suivez le message.",
       "", ""},
      {"R035", "Une liste de personnes manque",
       "`joined:` nomme un fichier de comptes, et ce fichier n'est pas dans le dossier.",
       "Personne ne serait compté comme d'accord, et le robot répondrait à moins de gens.",
       "Mettez le fichier dans le dossier, un compte par ligne.", "", ""},
      {"R036", "Un nombre ou des heures qui ne laissent rien passer",
       "Un maximum de 0 ne laisse rien passer, et des heures de silence d'un bout à l'autre de la journée ne "
       "laissent aucun moment pour parler. Des heures de travail qui durent toute la journée ne changent "
       "rien à aucune règle.",
       "Ils ne recevraient pas de réponse, et personne ne saurait pourquoi.",
       "Écrivez un nombre plus grand ou les heures voulues, ou supprimez la ligne pour les valeurs "
       "habituelles. Une règle qui doit se taire a `mode: shadow` ; une règle dont une personne envoie les "
       "textes a `mode: draft`.",
       "", ""},
      {"R040", "Un champ inconnu", "Entre doubles accolades se trouve un nom que rien ne peut remplacer.",
       "Vos apprenants verraient un trou dans la phrase.", "Employez un de ceux que donne le message.", "",
       ""},
      {"R041", "Trois accolades, ou {{&", "Cette forme désactive le contrôle de ce qui est inséré.",
       "Un apprenant pourrait amener le robot à interpeller quelqu'un ou à publier un lien.",
       "Mettez deux accolades.", "", ""},
      {"R042", "Un champ cassé",
       "Des doubles accolades sont ouvertes et pas refermées, ou contiennent plus qu'un nom.",
       "Le texte ne pourrait pas être complété.", "Refermez-les ; n'employez que des noms simples.", "", ""},
      {"R043", "Un texte qui n'existe pas",
       "Une règle emploie un modèle de texte, et il n'y a pas de fichier de ce nom dans templates/<langue>/, "
       "ou pas "
       "dans la première langue du cours.",
       "La règle n'aurait rien à dire.", "Écrivez le fichier, ou corrigez le nom.", "", ""},
      {"R044", "Un texte que personne n'emploie", "Il y a un modèle de texte, et aucune règle ne le nomme.",
       "Rien ; mais on le modifie, et on s'étonne que rien ne change.",
       "Employez-le dans une règle, ou supprimez-le.", "", ""},
      {"R045", "Un texte vide", "Un texte n'a pas de mots.", "La règle ne dirait rien.",
       "Écrivez le texte, ou supprimez la ligne.", "", ""},
      {"R046", "La première langue manque",
       "Un texte est donné par langue, mais pas dans la première langue du cours, celle qui sert en cas de "
       "doute.",
       "Certains apprenants resteraient sans réponse.", "Ajoutez-la.", "", ""},
      {"R047", "Il manque au cours ce qui en est dit",
       "Un texte dit {{course.site}} ou {{contact}}, et le cours n'a pas cette ligne.",
       "Vos apprenants verraient un trou : la moitié d'un lien, ou personne à qui s'adresser.",
       "Ajoutez la ligne au cours.", "", ""},
      {"R048", "Un champ vide ici",
       "{{answer}} est ce que dit la FAQ ; {{term}} et {{definition}} sont ce que dit le glossaire. La règle "
       "les "
       "connaît quand elle demande de quoi parle la question.",
       "Vos apprenants verraient un trou.", "Ajoutez asks_about à la règle, ou enlevez le champ.", "", ""},
      {"R050", "Trop long pour un réseau",
       "Une fois insérés les noms et liens les plus longs, le texte dépasse ce qu'un réseau permet (500 sur "
       "Mastodon, "
       "300 sur Bluesky, 280 sur X).",
       "Le réseau le refuserait, et vos apprenants n'auraient pas de réponse.",
       "Raccourcissez-le. Un lien compte 23 sur X et Mastodon, quelle que soit sa longueur.",
       "    answer: \"... (320 caractères)\"", "    answer: \"... (250 caractères)\""},
      {"R051", "Un lien coûte plus cher", "X fait payer davantage un message avec un lien.", "Rien.",
       "Enlevez le lien là où il n'est pas utile.", "", ""},
      {"R052", "Une règle qui ne gagne jamais",
       "Une règle placée au-dessus répond à tous les messages qui concernent celle-ci, et un message n'a "
       "qu'une "
       "réponse.",
       "Ils ne voient jamais cette réponse.",
       "Mettez la règle la plus précise en premier, ou précisez l'autre.", "", ""},
      {"R053", "Une autre entrée répond à cela",
       "Une des questions d'exemple ressemble davantage à une autre entrée de la FAQ.",
       "Ils recevraient l'autre réponse.",
       "Déplacez la question, ou rendez les deux entrées plus différentes.", "", ""},
      {"R054", "Une règle sans preuve",
       "Les essais de la règle ne montrent pas les deux : un message sur lequel elle agit, et un sur lequel "
       "elle se "
       "tait.",
       "Personne ne remarque que la règle a changé par accident.", "Ajoutez l'essai qui manque sous `test:`.",
       "", ""},
      {"R055", "Une expression régulière qui ne trouve rien",
       "Les messages sont lus sur une ligne, avec des espaces simples, en minuscules et sans accents. Les "
       "lettres "
       "d'une expression sont adaptées ; deux espaces, un retour à la ligne ou une classe de majuscules ne "
       "peuvent "
       "pas l'être.",
       "La règle n'agirait jamais.",
       "Écrivez une espace, ou \\s, là où il y en a plusieurs ou un retour à la ligne.", "", ""},
      {"R056", "Un déclencheur sous unless",
       "`every` et `at_event` déclenchent une règle. Ils ne peuvent pas en arrêter une.",
       "La règle agirait aux moments que vous vouliez exclure.",
       "Déplacez la ligne sous `when`, ou employez `during` ou `between`.", "", ""},
      {"R057", "Plusieurs mots lus comme un seul texte",
       "Après `says`, des mots séparés par des virgules, des barres, « ou » ou « et », sans crochets, "
       "forment un "
       "seul texte, cherché tel quel. De même un terme suivi de son abréviation, un terme dans une question "
       "(Qu'est-ce qu'un MOOC ?), et deux questions sur une ligne.",
       "Un message qui ne contient qu'un de ces mots, ou ne pose qu'une de ces questions, ne reçoit pas de "
       "réponse.",
       "Mettez-les entre crochets ; entre guillemets, s'ils vont ensemble.", "", ""},
      {"R058", "Un message qui nomme quelqu'un",
       "`post` va sur le fil du robot, où l'on n'a demandé à personne s'il veut être nommé.",
       "Quelqu'un est montré du doigt en public.", "Employez `reply`, ou enlevez le nom.", "", ""},
      {"R059", "Une réponse à personne",
       "Une règle avec `every` suit l'horloge ; il n'y a pas de message auquel répondre, à garder ou à "
       "répéter.",
       "Ils ne verraient rien.", "Employez `post`.", "", ""},
      {"R060", "Pas encore disponible",
       "La ligne est juste ; elle appartient à une partie de Flockmate encore en construction.",
       "Rien ne s'y passe pour l'instant.", "Laissez-la ; elle marchera dans une prochaine version.", "", ""},
      {"R061", "Une ligne sur un message, dans une règle qui n'en a pas",
       "Une règle avec `every` suit l'horloge. Elle peut demander l'heure (`during`, `between`), pas un "
       "message ; et compter par heure, jour ou semaine (`limit: once per week`), pas par apprenant ni par "
       "conversation.",
       "La règle n'agirait jamais, ou dirait la même chose plus souvent que voulu.",
       "Supprimez l'une des deux lignes, ou comptez par temps.", "", ""},
      {"R062", "Un fichier qui n'est pas lu",
       "Les fichiers d'un cours se terminent par .yaml. Un fichier en .yml ou .yaml.txt est laissé de côté, "
       "quoi qu'il "
       "contienne.",
       "Vos apprenants ne verraient rien de ses règles ni de ses réponses.", "Renommez le fichier.", "", ""},
      {"R063", "Un signe qui n'a rien de spécial",
       "Les mots sont trouvés en entier. *, % ou ^ sont cherchés tels quels, comme les barres autour d'une "
       "expression.",
       "Les messages qui ont le mot voulu ne reçoivent pas de réponse.",
       "Écrivez chaque forme du mot ; seul `matches` prend une expression régulière, sans barres.", "", ""},
      {"R064", "Une deuxième réponse dans une règle",
       "Un message reçoit une seule réponse. De deux dans une règle, la deuxième n'est jamais dite.",
       "Ils ne la verraient jamais.", "Écrivez une réponse, ou une liste de textes, dits à tour de rôle.", "",
       ""},
      {"R065", "Des signes que vos apprenants verraient",
       "Un message est du texte simple. Les étoiles, les crochets autour d'un lien, \\n, les balises des "
       "pages "
       "web et les champs d'autres programmes ne sont pas lus, mais montrés ; un nom derrière `reply` aussi.",
       "Vos apprenants verraient ces signes.", "Écrivez ce qu'ils doivent voir.", "", ""},
      {"R066", "Une ligne qui n'est jamais vraie",
       "La ligne est juste, mais rien dans ce cours ne peut la rendre vraie : une étiquette qu'aucune règle "
       "ne pose, "
       "une semaine après la dernière, des jours longtemps avant ou après le cours, une FAQ sans entrée, les "
       "mêmes mots sous `when` et `unless` ; ou une action avec `no`.",
       "La règle n'agirait jamais.", "Corrigez la ligne, ou ce dont elle parle.", "", ""},
      {"R067", "Un fuseau horaire sans lieu",
       "EST, CET ou GMT nomment une heure. Certaines ne passent jamais à l'heure d'été, d'autres selon "
       "d'autres règles que chez vous ; un lieu suit ses horloges.",
       "La moitié de l'année, le robot aurait une heure d'avance ou de retard.",
       "Nommez une ville près de chez vous.", "  time_zone: CET", "  time_zone: Europe/Paris"},
      {"R068", "Une adresse qui n'est pas un lien partout",
       "Certains réseaux font un lien de www.example.org ou de example.org/page, d'autres seulement de ce "
       "qui "
       "commence par https://.",
       "Sur ceux-là, personne ne pourrait ouvrir la page.", "Écrivez l'adresse en entier.", "", ""},
      {"R069", "Un nom avec @",
       "Une réponse arrive d'elle-même : le réseau met l'identifiant complet devant. {{handle}} est le "
       "court, "
       "pour la lecture.",
       "Vos apprenants sont nommés deux fois ; si le robot est sur un autre serveur qu'eux, le second nom "
       "peut "
       "être celui de quelqu'un d'autre.",
       "Enlevez le @.", "", ""},
      {"R070", "L'essai d'une règle qui n'existe pas",
       "Ce qui est attendu nomme une règle que personne n'a écrite.", "L'essai ne prouve rien.",
       "Corrigez le nom.", "", ""},
      {"R071", "Un essai sans message", "Un essai a besoin d'un message, ou d'un moment.",
       "L'essai ne prouve rien.", "Ajoutez `post:` ou, pour une règle avec `every`, `at:`.", "", ""},
      {"R072", "Une attente qui ne se comprend pas", "Il y a quelques formes ; le message en donne la liste.",
       "L'essai ne prouve rien.", "Employez-en une.", "", ""},
      {"R073", "Une étape qui ne peut pas être jouée",
       "Une étape est un message d'une personne, ou une attente.", "L'histoire ne prouve rien.",
       "Faites-en l'un des deux.", "", ""},
      {"R081", "Aucun groupe", "Le fichier du service ne nomme aucun dossier de groupe.",
       "Le robot ne servirait personne.", "Nommez-en au moins un.", "", ""},
      {"R082", "Un secret dans les réglages",
       "L'adresse d'un webhook est un secret, et les réglages ne sont pas faits pour en garder.",
       "Qui peut lire les réglages pourrait écrire aux animateurs au nom du robot.",
       "Créez une nouvelle adresse, puisque celle-ci a été vue ; mettez-la dans un « credential » (sous "
       "systemd, une ligne LoadCredential=alerts-webhook:/etc/flockmate/alerts-webhook) et écrivez ici le "
       "nom de celui-ci.",
       "", ""},
  };
}

}  // namespace rulefile
