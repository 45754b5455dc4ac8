// Folded words, English and French side by side; of a word that stands twice the first place counts.
#include "language/danger_topics.hpp"

#include <array>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "language/hash_numbers.hpp"
#include "language/word_hash.hpp"

namespace language {
namespace {

constexpr std::array<std::string_view, 52> topics = {
    // Whoever speaks.
    "i'm i've i'd i'll im me my mine myself je j jai moi mon ma mes m jme jsuis jen",
    // Whoever is spoken to.
    "you your you're you'll yours yourself u ur tu t toi te ton ta tes vous votre vos",
    // Somebody.
    "he she him her his hers himself herself he's she's il elle lui son sa ses",
    // Several people.
    "they them their they're everyone everybody people someone somebody ils elles leur leurs gens "
    "quelqu'un tous",
    // Nobody.
    "nobody noone personne none aucun aucune",
    // Not.
    "not no never don't can't won't didn't doesn't isn't wouldn't couldn't cannot without wont cant ne n "
    "pas plus jamais rien sans non",
    // Wishes and plans.
    "want wants wanna wish hope would veux veut voudrais envie aimerais souhaite wished wanting planning "
    "plan plans going gonna thinking think thoughts idees pense penser songe imagine imagining dream reve "
    "decided decide ready pret prete considering vais",
    // Family and animals.
    "mum mom mama mother dad father brother bro sister sis daughter child children baby kid kids wife "
    "husband gran grandma granny nan grandad grandpa grandfather grandmother uncle aunt cousin cousins "
    "nephew niece twin parents family mere pere maman papa frere soeur fils fille enfant enfants bebe "
    "gosses femme mari mamie papi oncle tante cousine neveu famille frangin gamine veuve widow dads moms "
    "mums mother's father's dog cat chien horse cheval hamster mamaw nana pops stepmother stepson "
    "daughters sons brothers sisters freres soeurs godmother marraine parrain tata tatie tonton",
    // Friends, classmates.
    "friend friends mate pote ami amie flatmate roommate coloc student learner pupil classmate colleague "
    "colleagues eleve etudiant etudiante apprenant apprenante collegue collegues camarade camarades "
    "stagiaire copain copine tutee participant",
    // Those with a say.
    "boss manager supervisor tutor teacher instructor coach professor prof chef cheffe tuteur formateur "
    "patron directrice facilitator moderator moderators mods moderateurs",
    // Men, partners.
    "ex boyfriend girlfriend partner stepdad stepfather conjoint guy dude man men gars type mec monsieur "
    "homme",
    // Dying.
    "die dies died dead dying death deceased mort morte morts meurs meurt mourir deces decede decedee "
    "decedes crever perish drown drowning noyee noyer overdosed suicides defunt defunte trepas",
    // Suicide.
    "suicide suicidal kms unalive suicider suicidaire",
    // Killing.
    "kill kills killed stab shoot strangle murder slit choke poison tuer tue tues bute buter egorger "
    "planter egorgerait etrangler saigner massacrer abattre hang hanged lynch execute behead stabbed "
    "shooting shot bombed explode exploser crevera noie abattu poignarde flinguer fumer saigne liquider "
    "eliminer",
    // Hurting.
    "hurt hurts hit hits beat beats punch smash break rip slap kick burn burns bleed crush frappe frapper "
    "cogne cogner casser casse taper demonte demonter cramer bruler brulera gifler punched kicked pushed "
    "grabbed shoved pinned wreck destroy ruin smashed spit spits broke hitting beating ecraser ecrase "
    "detruis detruire defoncer defonce gifle pousse fracasse plaque casseraient pete peter plante bat "
    "battre tabasse coups etrangle crame brule couper cut",
    // Means and places of self-harm.
    "pills tablets overdose razor blade rope noose bridge train rails roof ledge jump cliff river scars "
    "wrists bleach pilules cachets medocs medicaments somniferes lame rasoir corde pont toit sauter "
    "pendre pendu falaise riviere javel veines scarifie cutting insulin insuline comprimes paracetamol "
    "doliprane veine helium scar bandages pansements ligature poutre beam parapet platanes platforme quai "
    "track tracks rat javelle gaz gas tube bottle swallowed avale garage exhaust",
    // Weapons.
    "gun guns rifle knife bomb bullet acid petrol baseball crowbar weapon arme armes fusil couteau bombe "
    "balle essence acide batte engin flingue machette hammer marteau baton pistolet revolver flingues "
    "hache machete grenade munitions bullets balles explosives explosifs knives couteaux petrole device",
    // The body.
    "wrist arm arms thigh thighs neck head face legs teeth fingers knees throat blood hair poignet "
    "poignets bras cuisse cuisses cou tete gueule dents jambes genoux gorge sang doigts corps bones os "
    "nose nez mouth bouche jaw machoire tongue langue chest belly ventre back skull crane ribs cotes "
    "knuckles dent genou stomach",
    // The end.
    "end ending over last final forever goodbye bye farewell anymore fin finir fini dernier derniere "
    "adieu definitivement toujours ever until jusqu ends ended stops bout termine terminer arrete arreter "
    "arrive coma",
    // Sleep, breath.
    "sleep wake asleep dormir endormir reveiller reveille breathe respirer",
    // Living.
    "live life living alive vivre vie vivant exist exister existence world monde here ici existing "
    "surviving survive survived survecu survivre born life's planet terre birthday anniversary "
    "anniversaire",
    // What is done for the dead.
    "funeral cemetery grave coffin ashes burial bury buried burying memorial mourning condolences "
    "crematorium chapel obseques enterrement enterrer enterre enterrait cimetiere cercueil cendres deuil "
    "condoleances morgue veillee tombe eulogy service ceremony ceremonie cremation urn urne tribute "
    "hommage",
    // Illness, accidents, disasters.
    "hospital hospice doctor doctors cancer tumour icu ambulance chemo biopsy terminal hopital medecin "
    "medecins rea soins palliatifs maladie stroke avc accident crash crashed noye drowned miscarriage "
    "miscarried stillborn couche dementia alzheimer leukemia leucemie ventilator machines debranche "
    "earthquake quake seisme fire incendie flood tsunami war guerre bombing plane avion collision attack "
    "infarctus operation surgery diagnosed metastases prognosis",
    // Being gone.
    "gone lost lose losing missing left passed away perdu perdue parti partie quitte quittee eteint "
    "eteinte disparu disappear disparaitre missed",
    // Home.
    "home house address street door doorstep flat window bedroom room maison adresse rue porte appart "
    "fenetre chambre digicode bed lit shower douche apartment appartement hall lobby gate portail gates "
    "sortie stairs escalier volets garden jardin work travail",
    // Places.
    "school campus building office class car bus parking bathroom corridor ecole lycee batiment bureau "
    "classe voiture couloir toilettes",
    // Times.
    "tonight today tomorrow yesterday morning night monday tuesday wednesday thursday friday saturday "
    "sunday week weekend soir demain hier matin nuit lundi mardi mercredi jeudi vendredi samedi dimanche "
    "semaine soon bientot now maintenant hour heure hours heures month mois may june april march january",
    // Following.
    "follow follows followed stalk stalks stalking waits waiting watch watching watches suit suivi suivie "
    "suivre attend attendait guette debarque spy tracker traceur outside lurking spying guetter suivait "
    "espionne surveille traque tracked tracking stands standing turns shows",
    // Messages.
    "message messages messaging dm dms dmed text texts call calls phone number voicemail appels numero "
    "vocal vocaux telephone email accounts comptes letter letters lettre lettres note mot wrote ecrit "
    "post posted poste comment comments tweet tweets thread fil sms voicemails texted writes write",
    // Pictures.
    "pic pics photo photos picture pictures video videos film filmed screenshot screenshots nudes filme "
    "filmaient recorded record fake faux profile profil",
    // Sex and touching.
    "nude naked sex sexual breasts breast touch touched touching touches groped kiss kissed moaning "
    "undress nu nue seins fesses touche attouchements sexe bise poitrine deshabiller embrasse porn porno "
    "sexuel sexuelle rape raped viol viole violee violer assaulted agresse agressee molested caresse hug "
    "hugs skirt jupe underwear culotte lingerie nudity strip bite dick cock penis exposed exhibe coucher",
    // Insults.
    "stupid idiot bitch ugly fat loser retard retarded slut whore pig dumb disgusting pathetic moron "
    "trash scum freak con conne connard connasse pute moche grosse gros debile salope sale pauvre merde "
    "abruti ordure tarlouze pedale gouine degueulasse honte cripple whale baleine cow vache monster "
    "monstre cretin abrute imbecile gogol mongol boloss batard fdp ntm tg stfu creature cunt twat wanker "
    "bastard clown creep creepy weirdo tare degage shut ferme-la ferme vermine cafard chienne truie "
    "bouffonne debiles idiots losers scumbag",
    // Who people are.
    "muslim jew jewish juive juif black gay trans trannies accent wheelchair hijab arab arabe chinese "
    "immigrant immigrants country pays musulman musulmane noir noire handicap handicape stutter "
    "begaiement religion race racist raciste homophobic gitans voile jungle faggot fag dyke lesbian "
    "lesbienne homo homos gays lesbo transgender queer paki nigger negro negre negresse bougnoule bicot "
    "youpin asian asiatique mexican migrant migrants foreigner etranger etrangers women femmes girls "
    "filles jews juifs muslims musulmans blacks arabes roma tsigane autistic autiste dyslexic dyslexique "
    "tics disabled deaf sourd obese",
    // Mocking.
    "mock mocks mocked mocking laugh laughs laughing tease bully bullied bullying bullies humiliate "
    "humiliated insulted insults harassed harassing hate hateful slurs moque moquent moquer rire rient "
    "humilie humilier insulte insultes insulter harcele harceler harcelement rabaisse traite jokes joke "
    "blagues moqueries ridicule ricane ricanent excluded exclude exclut ignore humiliates insulting yells "
    "screams hurle crie engueule spreading rumours rumors rumeurs racontars lies lie menteuse poll "
    "sondage names imite imitate",
    // Stopping, reporting.
    "stop block blocked report reported alone help police signale signaler bloque plainte aide aidez "
    "complaint flics secours reporting blocking restraining leave laisse laissez quit arretez stopped "
    "snitch snitched snitches denonce denoncer denonces balance tell told testify temoigne",
    // Pain.
    "cry crying cried sobbing tears sad empty numb broken devastated heartbroken pleure pleurer vide "
    "videe effondre effondree effondres detruit brise inconsolable mess grief grieving bereaved miss "
    "manque manques heart coeur douleur souffre souffrir souffrance suffering lonely seul seule solitude "
    "fog choc shock gutted",
    // No strength.
    "tired exhausted strength fatigue fatiguee epuise force forces marre drained overwhelmed worn "
    "unbearable insupportable lache lacher abandonne abandon give gave giving enough supporter encaisser "
    "carry hold tiens tenir tient tiendrai",
    // Worth and guilt.
    "burden useless worthless weight waste poids boulet inutile gene fardeau nul nulle failure worth rate "
    "ratee disappointment problem probleme relou encombre fault faute blame deserve merite meritent "
    "guilty coupable deteste degoute disgust",
    // Better.
    "better happier easier relieved quieter quiet mieux tranquille tranquilles soulage soulages paix",
    // Fear.
    "scared afraid fear terrified frightened unsafe safe peur terrifie terrifiee angoisse danger",
    // Conditions.
    "if unless or si sinon quoi else",
    // Regret.
    "regret pay paye payer regretter regretteras sorry apologise pardon desole desolee",
    // Knowing.
    "know knows sait sais savons find found trouver trouve retrouverai retrouve",
    // Force.
    "make makes made making forced fait faire font oblige exige threatened threatens threat menace "
    "menaces swears jure blackmail chantage coerce obliges controls controle allows allow interdit locked "
    "locks enferme menacent menacee warned warns promis promised jurer swear vows swore",
    // Age.
    "little girl boy teen minor twelve thirteen fourteen fifteen petite petit treize quinze ans years old "
    "mineur mineure underage year ten eleven 12 13 14 15 16",
    // Courses.
    "quiz quizzes deadline essay module modules slides course courses exam exams assignment syllabus "
    "homework webinar lesson chapter lecture cours devoir devoirs formation examen chapitre expose "
    "consigne kahoot mooc workshop atelier notes draft outline pdf",
    // Machines.
    "laptop printer portable ordinateur ecran screen mobile tablette tablet charger chargeur routeur router "
    "zoom wifi link python git code bug script server process browser battery computer app "
    "software serveur processus logiciel imprimante ordi clavier tableur batterie spreadsheet update "
    "version camera webcam platform plateforme login",
    // Laughing.
    "lol haha hahaha mdr ptdr lmao 😂 🤣 xd 😅 😜 😱 😍 🙂 💀",
    // Books and films.
    "book novel movie song album character story series episode article news podcast study author poem "
    "playlist livre roman chanson personnage serie etude auteur histoire theatre piece theme game level "
    "zelda rpg jeu",
    // Sport.
    "match team goalie score season player league playoffs equipe saison joueur marathon gym cup trivia "
    "leaderboard",
    // Food.
    "coffee cake lunch cookies cream chocolate cafe gateau chocolat dejeuner recipe recette pizza drink "
    "drinks",
    // Being glad.
    "happy great thanks thank love lovely fun good excited merci super genial content contente heureux "
    "bravo joli trop sympa enfin welcome",
};

class Topics {
 public:
  Topics() {
    std::unordered_set<std::uint64_t> known;
    std::vector<std::uint64_t> hashes;
    std::uint8_t topic = 0;
    for (std::string_view words : topics) {
      ++topic;
      while (!words.empty()) {
        const std::size_t end = words.find(' ');
        const std::uint64_t hash = hash_of_word(words.substr(0, end));
        words.remove_prefix(end == std::string_view::npos ? words.size() : end + 1);
        if (!known.insert(hash).second) continue;
        hashes.push_back(hash);
        topics_.push_back(topic);
      }
    }
    numbers_ = HashNumbers(hashes);
  }

  std::uint8_t find(std::uint64_t hash) const {
    const auto number = numbers_.find(hash);
    return number == HashNumbers::none ? 0 : topics_[number];
  }

 private:
  HashNumbers numbers_;
  std::vector<std::uint8_t> topics_;  // by number
};

}  // namespace

std::uint8_t danger_topic_of(std::uint64_t hash_of_word) {
  static const Topics known;
  return known.find(hash_of_word);
}

}  // namespace language
